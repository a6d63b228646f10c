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

constexpr std::array<std::string_view, 15> titles{"Mr",  "Mrs",  "Ms",   "Miss", "Dr",   "Prof",     "Professor", "Rev",
                                                  "Sir", "Dame", "Lord", "Lady", "Cllr", "Alderman", "Baroness"};

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
        if (between.find_first_of(",.;:()") != std::string_view::npos) break;
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

// Whether two words stand together as the parts of a name do: "Ann Elm", "A Elm", "A. Elm".
bool stand_together(std::string_view line, const Word& first, const Word& last) {
    const std::string_view between = line.substr(first.end, last.begin - first.end);
    return between == " " || (is_initial(first.text) && between == ". ");
}

// "Firstname Lastname, Post", "Mrs A Lastname (Post)", "Dr Lastname – Post".
std::vector<Introduced> introduced(std::string_view line) {
    std::vector<Introduced> found;
    const std::vector<Word> words = words_of(line);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Word &first = words[i - 1], &last = words[i];
        const bool begins = is_capital(first.text) || is_initial(first.text);
        if (!begins || !is_capital(last.text) || !stand_together(line, first, last)) continue;
        std::string_view after = line.substr(last.end);
        std::size_t from = last.end;
        for (const std::string_view mark : {", ", ",", " (", " – ", " - ", " — "})
            if (after.starts_with(mark)) {
                from += mark.size();
                break;
            }
        if (from == last.end) continue;
        std::string post = post_at(line, from);
        const std::string name(line.substr(first.begin, last.end - first.begin));
        if (!post.empty() && post_at(name, 0).empty()) found.push_back({name, std::move(post)});
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
std::size_t councillor_words(std::string_view line, const std::vector<Word>& words, std::size_t i) {
    std::size_t count = 0;
    while (i + count < words.size() && count < 4) {
        const std::string_view word = words[i + count].text;
        const bool belongs = one_of(titles, word) || is_initial(word) || is_capital(word);
        if (!belongs || (count > 0 && !stand_together(line, words[i + count - 1], words[i + count]))) break;
        if (count == 0 && (word == "The" || word == "In" || word == "Officers" || word == "Members")) break;
        ++count;
        if (is_capital(word) && !one_of(titles, word) && count >= 2) break;
    }
    return count;
}

class Cleaning {
public:
    Cleaning(const std::string& line, const std::map<std::string, std::string>& by_name,
             const std::map<std::string, std::string>& by_surname)
        : line_(line), by_name_(by_name), by_surname_(by_surname), words_(words_of(line)) {}

    Posts::Cleaned take() {
        while (at_ < words_.size())
            if (!councillor() && !known() && !titled() && !unknown()) ++at_;
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
        std::size_t count = councillor_words(line_, words_, name);
        if (count == 0) return false;
        const bool several = words_[name - 1].text.ends_with('s');
        bool another = false;
        while (several)
            if (const std::size_t more = next_of_list(name + count); more > 0)
                count = more - name, another = true;
            else
                break;
        put(at_, name - at_ + count, another ? "members" : "a member");
        if (!another) take_chair();
        return true;
    }

    // After "A Birch" of "Councillors A Birch, C Dale and E Fern": where the next name ends; 0 = the list does.
    std::size_t next_of_list(std::size_t from) const {
        if (from >= words_.size()) return 0;
        std::string_view between =
            std::string_view(line_).substr(words_[from - 1].end, words_[from].begin - words_[from - 1].end);
        if (words_[from].text == "and") {
            if (++from >= words_.size()) return 0;
            between = ", ";
        }
        if (between != ", " && trim(between).find_first_not_of(',') != std::string_view::npos) return 0;
        if (between.find(',') == std::string_view::npos && between.find('\t') == std::string_view::npos &&
            !is_initial(words_[from].text) && !one_of(titles, words_[from].text))
            return 0;
        const std::size_t count = councillor_words(line_, words_, from);
        return count == 0 || one_of(no_names, words_[from].text) ? 0 : from + count;
    }

    // "County Councillor Ann Elm (Chair)" is the Chair.
    void take_chair() {
        const std::string_view rest = std::string_view(line_).substr(copied_);
        for (const std::string_view chair : {"Chair", "Vice-Chair", "Deputy Chair", "Chairman", "Chairwoman"}) {
            const std::string mark = " (" + std::string(chair) + ")";
            if (!rest.starts_with(mark) && !(chair == "Chair" && rest.starts_with(", in the Chair"))) continue;
            const bool capital = out_.text.ends_with("A member");
            out_.text.resize(out_.text.size() - std::string_view("a member").size());
            out_.text += (capital ? "The " : "the ") + std::string(chair);
            copied_ += rest.starts_with(mark) ? mark.size() : std::string_view(", in the Chair").size();
            while (at_ < words_.size() && words_[at_].begin < copied_) ++at_;
            return;
        }
    }

    // "Mr Reed", "Dr J Poe": a title makes a name of what follows.
    bool titled() {
        if (!one_of(titles, words_[at_].text) || at_ + 1 >= words_.size()) return false;
        std::size_t end = at_ + 1;
        while (end < words_.size() && end < at_ + 4 && (is_initial(words_[end].text) || is_capital(words_[end].text)) &&
               !one_of(titles, words_[end].text) &&
               (end == at_ + 1 || stand_together(line_, words_[end - 1], words_[end])))
            ++end;
        if (end == at_ + 1) return false;
        const auto found = by_surname_.find(std::string(words_[end - 1].text));
        if (found == by_surname_.end()) ++out_.unknown;
        put(at_, end - at_, found == by_surname_.end() ? "an officer" : "the " + found->second);
        if (found != by_surname_.end()) skip_post(found->second);
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
            skip_post(found->second);
            return true;
        }
        return false;
    }

    // The post itself follows where the person is introduced.
    void skip_post(const std::string& post) {
        for (const auto& [before, after] : {std::pair(", ", ""), std::pair(",", ""), std::pair(" (", ")"),
                                            std::pair(" – ", ""), std::pair(" - ", ""), std::pair(" — ", "")}) {
            const std::string words = before + post + after;
            if (line_.compare(copied_, words.size(), words) != 0) continue;
            copied_ += words.size();
            // A comma that closed the apposition goes with it.
            if (before[0] == ',' && copied_ < line_.size() && line_[copied_] == ',') ++copied_;
            while (at_ < words_.size() && words_[at_].begin < copied_) ++at_;
            return;
        }
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
    const std::map<std::string, std::string>&by_name_, &by_surname_;
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
        if (const auto several = find_words(line.text, "councillors "); several != std::string_view::npos)
            count += names_on(std::string_view(line.text).substr(several));
        else
            for (std::size_t at = find_words(line.text, "councillor "); at != std::string_view::npos;
                 at = find_words(line.text, "councillor ", at + 1))
                ++count;
    return count;
}

void Posts::learn(const std::string& line) {
    for (Introduced& person : introduced(line)) {
        const std::string first = person.name.substr(0, person.name.find_first_of(" ."));
        if (first.size() > 1 && !one_of(titles, first)) by_name_.emplace(first, person.post);
        by_surname_.emplace(person.name.substr(person.name.find_last_of(' ') + 1), person.post);
        by_name_.emplace(person.name, person.post);
        if (std::ranges::find(posts_, person.post) == posts_.end()) posts_.push_back(person.post);
    }
}

std::vector<std::string> Posts::in(const std::string& line) const {
    std::vector<std::string> found;
    for (Introduced& person : introduced(line)) found.push_back(std::move(person.post));
    return found;
}

Posts::Cleaned Posts::clean(const std::string& line) const { return Cleaning(line, by_name_, by_surname_).take(); }

} // namespace qd::inline exchange
