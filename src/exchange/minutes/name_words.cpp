#include "exchange/minutes/name_words.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace qd::inline exchange {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

using WordSet = std::set<std::string, std::less<>>;
WordSet set_of(std::string_view words) {
    std::istringstream in{std::string(words)};
    WordSet set;
    for (std::string word; in >> word;) set.insert(word);
    return set;
}

constexpr std::string_view titles = "mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady baroness "
                                    "canon father sister capt captain colonel";
constexpr std::string_view honours =
    "mbe obe cbe kbe dbe bem jp dl mp kc qc qpm frsa phd ma ba bsc msc cpfa acma frics "
    "mrics lvo mvo gbe ms am tta rd td esq";
constexpr std::string_view particles =
    "de da di du del della der den dos la le van von zu ten ter bin ibn al el ap ab y";
constexpr std::string_view offices =
    "access adviser assistant authority board business cabinet chair chairman chairperson chairwoman chief clerk "
    "commissioner committee community consultant coordinator co-ordinator corporate council county deputy director "
    "district executive finance financial governance group head health housing in interim leader lead legal manager "
    "mayor member members officer officers panel parish partnership police portfolio principal secretary senior "
    "service "
    "services solicitor spokesperson strategic substitute superintendent team town treasurer trust vice vice-chair "
    "vice-chairman was were had has who said asked is and of for the";
constexpr std::string_view posts =
    "adviser auditor chair clerk commissioner consultant co-ordinator coordinator "
    "constable director engineer executive head headteacher inspector lead leader manager "
    "member officer officers operators secretary sergeant solicitor superintendent "
    "surveyor treasurer warden planner accountant administrator archivist chairman";
constexpr std::string_view sayings =
    "added advised agreed answered apologised arrived asked attended circulated clarified commented confirmed declared "
    "declined described drew emphasised enquired explained expressed felt gave highlighted informed inquired "
    "introduced invited joined led left moved noted objected offered outlined pointed presented proposed queried "
    "raised "
    "referred replied reported requested responded said seconded sought spoke stated stressed suggested summarised "
    "thanked told took undertook updated voted welcomed wished withdrew wondered questioned concurred abstained "
    "dissented";
constexpr std::array<std::string_view, 8> joining{"of", "and", "for", "the", "to", "in", "With", "&"};

} // namespace

std::vector<NameWord> name_words(std::string_view line) {
    std::vector<NameWord> words;
    for (std::size_t i = 0; i < line.size();) {
        if (!is_letter(line[i]) && !is_digit(line[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        const auto within = [&](char c) {
            return is_letter(c) || is_digit(c) ||
                   ((c == '-' || c == '\'' || c == '/') && end + 1 < line.size() && is_letter(line[end + 1]));
        };
        while (end < line.size() && within(line[end])) ++end;
        // A dash or a line of dots of more than one byte is not a letter.
        for (std::size_t at = i; at < end; ++at)
            if (line.substr(at, 2) == "\xE2\x80" || line.substr(at, 2) == "\xC2\xA3") end = at;
        if (end == i) {
            i += line.substr(i, 2) == "\xC2\xA3" ? 2 : 3;
            continue;
        }
        const std::string_view word = line.substr(i, end - i);
        const bool possessive = word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"));
        words.push_back({possessive ? word.substr(0, word.size() - 2) : word, i, possessive ? end - 2 : end});
        i = end;
    }
    return words;
}

bool is_initial(std::string_view word) { return word.size() == 1 && is_upper(word[0]); }

bool is_capital(std::string_view word) {
    if (word.size() < 2) return false;
    const auto at = word.find('\'');
    if (at == 1 && word.size() > 3 && is_letter(word[0]) && is_upper(word[2])) return true; // O'Wren, d'Arcy
    if (static_cast<unsigned char>(word[0]) == 0xC3 && static_cast<unsigned char>(word[1]) < 0xA0) return true; // É
    return is_upper(word[0]) && (is_lower(word[1]) || static_cast<unsigned char>(word[1]) >= 0x80) &&
           std::ranges::none_of(word, is_digit);
}

bool is_capitals(std::string_view word) {
    return word.size() > 1 && is_upper(word[0]) &&
           std::ranges::all_of(word, [](char c) { return is_upper(c) || c == '-' || c == '\''; });
}

bool is_particle(std::string_view word) {
    static const WordSet set = set_of(particles);
    return set.contains(word);
}
bool is_title(std::string_view word) {
    static const WordSet set = set_of(titles);
    return is_upper(word.empty() ? ' ' : word[0]) && set.contains(lower(word));
}
bool is_honour(std::string_view word) {
    static const WordSet set = set_of(honours);
    return word.size() > 1 && is_upper(word[0]) && is_upper(word[word.size() - 1]) && set.contains(lower(word));
}

bool is_name_shape(std::string_view word) {
    if (word.size() > 3 && word[1] == '\'' && is_upper(word[0]) && is_upper(word[2])) return true;
    if (word.size() > 3 && word.starts_with("Mc") && is_upper(word[2])) return true;
    if (word.size() > 5 && word.starts_with("Mac") && is_upper(word[3])) return true;
    const auto hyphen = word.find('-');
    return hyphen != std::string_view::npos && is_capital(word.substr(0, hyphen)) &&
           is_capital(word.substr(hyphen + 1)) && !is_ordinary(lower(word.substr(0, hyphen))) &&
           !is_ordinary(lower(word.substr(hyphen + 1)));
}

bool is_office(std::string_view word) {
    static const WordSet set = set_of(offices);
    return set.contains(lower(word));
}
bool is_saying(std::string_view word) {
    static const WordSet set = set_of(sayings);
    return set.contains(word);
}

std::string post_at(std::string_view line, std::size_t from) {
    static const WordSet ends = set_of(posts);
    std::size_t end = from, last = from;
    std::vector<NameWord> taken;
    for (const NameWord& word : name_words(line.substr(from))) {
        const std::string_view between = line.substr(end, from + word.begin - end);
        if (between.find_first_of(",.;:()\t|") != std::string_view::npos) break;
        const bool joins = std::ranges::find(joining, word.text) != joining.end();
        if (!joins && !is_upper(word.text[0]) && !is_digit(word.text[0])) break;
        end = from + word.end;
        if (joins) continue;
        last = end;
        taken.push_back(word);
    }
    const bool is_post =
        std::ranges::any_of(taken, [](const NameWord& word) { return ends.contains(lower(word.text)); });
    return is_post && taken.size() <= 14 ? std::string(trim(line.substr(from, last - from))) : "";
}

} // namespace qd::inline exchange
