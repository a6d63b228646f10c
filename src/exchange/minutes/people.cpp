#include "exchange/minutes/people.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

template <std::size_t N> bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 7> titles{"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Cllr"};

bool is_initial(std::string_view word) { return word.size() == 1 && is_upper(word[0]); }
bool is_capital(std::string_view word) { return word.size() > 1 && is_upper(word[0]) && is_lower(word[1]); }

struct Word {
    std::string_view text;
    std::size_t begin = 0, end = 0;
};
// Words with the dashes, apostrophes and slashes within them.
std::vector<Word> words_of(std::string_view line) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < line.size();) {
        if (!is_letter(line[i]) && !(line[i] >= '0' && line[i] <= '9')) {
            ++i;
            continue;
        }
        std::size_t end = i;
        const auto within = [&](char c) {
            return is_letter(c) || (c >= '0' && c <= '9') ||
                   ((c == '-' || c == '\'' || c == '/') && end + 1 < line.size() && is_letter(line[end + 1]));
        };
        while (end < line.size() && within(line[end])) ++end;
        words.push_back({line.substr(i, end - i), i, end});
        i = end;
    }
    return words;
}

// Names on one line: each begins with a title or an initial after a surname, or at the start of the line or column.
int names_on(std::string_view line) {
    int names = 0;
    bool in_name = false, has_surname = false;
    std::size_t last_end = 0;
    for (const Word& word : words_of(line)) {
        const std::string_view between = line.substr(last_end, word.begin - last_end);
        last_end = word.end;
        if (word.text == "County" || word.text.starts_with("Councillor") || word.text == "Chair" ||
            word.text == "and" || word.text == "Present" || word.text == "Vice-Chair") {
            in_name = has_surname = false;
            continue;
        }
        const bool start = one_of(titles, word.text) || is_initial(word.text);
        if (!start && !is_capital(word.text)) continue; // CBE
        if (between.find_first_of(",\t") != std::string_view::npos || (start && has_surname))
            in_name = has_surname = false;
        if (!in_name) ++names;
        in_name = true;
        has_surname = has_surname || !start;
    }
    return names;
}

constexpr std::array<std::string_view, 16> post_words{
    "Director",  "Manager",   "Head",    "Lead",      "Officer",        "Coordinator", "Co-ordinator", "Executive",
    "Secretary", "Solicitor", "Adviser", "Treasurer", "Superintendent", "Consultant",  "Commissioner", "Member"};
constexpr std::array<std::string_view, 7> joining{"of", "and", "for", "the", "to", "in", "With"};

// From here on: "Head of Service – Customer Access", up to a comma, a bracket or a word that belongs to no post.
std::string post_at(std::string_view line, std::size_t from) {
    std::size_t end = from, last = from;
    for (const Word& word : words_of(line.substr(from))) {
        const std::string_view between = line.substr(end, from + word.begin - end);
        if (between.find_first_of(",.;:(") != std::string_view::npos) break;
        const bool joins = one_of(joining, word.text);
        if (!joins && !is_upper(word.text[0]) && !(word.text[0] >= '0' && word.text[0] <= '9')) break;
        end = from + word.end;
        if (!joins) last = end;
    }
    const std::string post(trim(line.substr(from, last - from)));
    const std::vector<Word> words = words_of(post);
    const bool is_post = std::ranges::any_of(words, [](const Word& word) { return one_of(post_words, word.text); });
    return is_post && words.size() <= 14 ? post : "";
}

struct Introduced {
    std::string name, post;
};
// "Firstname Lastname, Post".
std::vector<Introduced> introduced(std::string_view line) {
    std::vector<Introduced> found;
    const std::vector<Word> words = words_of(line);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Word &first = words[i - 1], &last = words[i];
        if (!is_capital(first.text) || !is_capital(last.text) || last.begin != first.end + 1) continue;
        if (last.end >= line.size() || line[last.end] != ',') continue;
        const std::size_t from = last.end + 1 + (last.end + 1 < line.size() && line[last.end + 1] == ' ' ? 1 : 0);
        std::string post = post_at(line, from);
        if (!post.empty())
            found.push_back({std::string(line.substr(first.begin, last.end - first.begin)), std::move(post)});
    }
    return found;
}

constexpr std::array<std::string_view, 18> saying{
    "confirmed",   "reported",  "gave",       "agreed",   "wished", "stated",   "explained",  "said",     "advised",
    "highlighted", "presented", "summarised", "informed", "added",  "outlined", "introduced", "answered", "clarified"};
constexpr std::array<std::string_view, 24> no_names{
    "The",         "A",         "An",       "County",  "Cabinet",  "Committee", "Council",   "Members",
    "Officers",    "Board",     "Panel",    "Service", "Services", "Team",      "Group",     "Access",
    "Partnership", "Executive", "Director", "Officer", "Manager",  "Trust",     "Authority", "Health"};

// "County Councillor X Y", "Councillors A and B": how many words from i on belong to the name.
std::size_t councillor_words(const std::vector<Word>& words, std::size_t i) {
    std::size_t count = 0;
    while (i + count < words.size() && count < 4) {
        const std::string_view word = words[i + count].text;
        const bool belongs = one_of(titles, word) || is_initial(word) || is_capital(word);
        if (!belongs || (count > 0 && words[i + count].begin > words[i + count - 1].end + 2)) break;
        ++count;
        if (is_capital(word) && !one_of(titles, word) && count >= 2) break;
    }
    return count;
}

class Cleaning {
public:
    Cleaning(const std::string& line, const std::map<std::string, std::string>& by_name)
        : line_(line), by_name_(by_name), words_(words_of(line)) {}

    Posts::Cleaned take() {
        while (at_ < words_.size())
            if (!councillor() && !known() && !unknown()) ++at_;
        out_.text += line_.substr(copied_);
        return std::move(out_);
    }

private:
    // Puts `text` for the words from `first`, `count` of them.
    void put(std::size_t first, std::size_t count, std::string text) {
        const std::size_t begin = words_[first].begin;
        std::string before = line_.substr(copied_, begin - copied_);
        const std::string_view so_far = trim(before).empty() ? trim(out_.text) : trim(before);
        if ((so_far.empty() || so_far.ends_with('.') || so_far.ends_with(':')) && !text.empty() && is_lower(text[0]))
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        out_.text += before + text;
        copied_ = words_[first + count - 1].end;
        at_ = first + count;
    }

    bool councillor() {
        const std::string_view word = words_[at_].text;
        const bool with_county =
            word == "County" && at_ + 1 < words_.size() && words_[at_ + 1].text.starts_with("Councillor");
        if (!with_county && !word.starts_with("Councillor") && word != "Cllr") return false;
        const std::size_t name = at_ + (with_county ? 2 : 1);
        const std::size_t count = councillor_words(words_, name);
        if (count == 0) return false;
        put(at_, name - at_ + count, "a member");
        return true;
    }

    bool known() {
        for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
            if (at_ + count > words_.size()) continue;
            const auto found =
                by_name_.find(line_.substr(words_[at_].begin, words_[at_ + count - 1].end - words_[at_].begin));
            if (found == by_name_.end()) continue;
            const std::size_t first = at_;
            put(first, count, "the " + found->second);
            // The post itself follows where the person is introduced.
            if (line_.compare(copied_, 2 + found->second.size(), ", " + found->second) == 0) {
                copied_ += 2 + found->second.size();
                while (at_ < words_.size() && words_[at_].begin < copied_) ++at_;
            }
            return true;
        }
        return false;
    }

    bool unknown() {
        if (at_ + 2 >= words_.size()) return false;
        const Word &first = words_[at_], &last = words_[at_ + 1];
        if (!is_capital(first.text) || !is_capital(last.text) || last.begin != first.end + 1) return false;
        if (one_of(no_names, first.text) || one_of(no_names, last.text) ||
            !(one_of(saying, words_[at_ + 2].text) || (at_ > 0 && words_[at_ - 1].text == "by")))
            return false;
        ++out_.unknown;
        put(at_, 2, "an officer");
        return true;
    }

    const std::string& line_;
    const std::map<std::string, std::string>& by_name_;
    std::vector<Word> words_;
    std::size_t at_ = 0, copied_ = 0;
    Posts::Cleaned out_;
};

} // namespace

SeatCount count_present(const std::vector<MinutesLine>& head) {
    SeatCount count;
    bool in_list = false;
    for (const MinutesLine& line : head) {
        if (has_words(line.text, "present")) {
            in_list = true;
            count.line = line.number;
        }
        if (has_words(line.text, "in attendance")) in_list = false;
        if (!in_list) continue;
        int names = names_on(line.text);
        if (names > 0 && has_words(line.text, "(chair") && !count.chair) {
            count.chair = true;
            --names;
        }
        count.members += names;
    }
    return count;
}

int count_apologies(const std::vector<MinutesLine>& body) {
    int count = 0;
    for (const MinutesLine& line : body)
        for (std::size_t at = find_words(line.text, "councillor "); at != std::string_view::npos;
             at = find_words(line.text, "councillor ", at + 1))
            ++count;
    return count;
}

void Posts::learn(const std::string& line) {
    for (Introduced& person : introduced(line)) {
        by_name_.emplace(person.name.substr(0, person.name.find(' ')), person.post);
        by_name_.emplace(person.name, person.post);
        if (std::ranges::find(posts_, person.post) == posts_.end()) posts_.push_back(person.post);
    }
}

std::vector<std::string> Posts::in(const std::string& line) const {
    std::vector<std::string> found;
    for (Introduced& person : introduced(line)) found.push_back(std::move(person.post));
    return found;
}

Posts::Cleaned Posts::clean(const std::string& line) const { return Cleaning(line, by_name_).take(); }

} // namespace qd::inline exchange
