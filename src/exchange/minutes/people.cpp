#include "exchange/minutes/people.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

struct Introduced {
    std::string name, post;
};

// "Firstname Lastname, Post", "Mrs A Lastname (Post)", "Dr Lastname – Post".
std::vector<Introduced> introduced(std::string_view line) {
    std::vector<Introduced> found;
    const std::vector<NameWord> words = name_words(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t count = name_length(line, words, i, is_title(words[i].text) ? NameSign::title : NameSign::none);
        if (count < 2) continue;
        const std::size_t end = words[i + count - 1].end;
        const std::string_view after = line.substr(end);
        std::size_t from = end;
        for (const std::string_view mark : {", ", ",", " (", " – ", " - ", " — "})
            if (after.starts_with(mark)) {
                from += mark.size();
                break;
            }
        std::string post = from == end ? "" : post_at(line, from);
        const std::string name(line.substr(words[i].begin, end - words[i].begin));
        if (!post.empty() && post_at(name, 0).empty()) found.push_back({name, std::move(post)});
        i += count - 1;
    }
    return found;
}

// The surname is the last word of a name that is not an honour.
std::string surname_of(std::string_view name) {
    const std::vector<NameWord> words = name_words(name);
    for (auto word = words.rbegin(); word != words.rend(); ++word)
        if (!is_honour(word->text) || word + 1 == words.rend()) return is_initial(word->text) ? "" : lower(word->text);
    return {};
}

bool is_month(std::string_view word) {
    for (int month = 1; month <= 12; ++month)
        if (lower(month_name(month)) == lower(word)) return true;
    return false;
}

} // namespace

void People::learn_member(std::string_view name) {
    const std::string surname = surname_of(name);
    if (surname.size() > 1) surnames_.insert(surname);
}

void People::learn_officer(std::string_view name, const std::string& post) {
    const std::string surname = surname_of(name);
    if (surname.size() < 2) return;
    surnames_.insert(surname);
    if (post.empty()) return;
    const std::vector<NameWord> words = name_words(name);
    const std::string first(words.empty() ? std::string_view() : words.front().text);
    if (words.size() > 1 && first.size() > 1 && !is_title(first) && !is_ordinary(lower(first)) && !is_month(first))
        by_name_.emplace(lower(first), post);
    by_surname_.emplace(surname, post);
    by_name_.emplace(lower(name), post);
    if (std::ranges::find(posts_, post) == posts_.end()) posts_.push_back(post);
}

void People::learn_initials(const std::string& initials, const std::string& words) {
    by_initials_.emplace(initials, words);
}

std::optional<std::string> People::words_for_initials(std::string_view word) const {
    const auto found = by_initials_.find(word);
    return found == by_initials_.end() ? std::nullopt : std::optional(found->second);
}

void People::know_place(std::string_view name) {
    if (name.find(' ') == std::string_view::npos) places_.insert(lower(name));
}

void People::learn(const std::string& line) {
    const std::vector<NameWord> words = name_words(line);
    for (const Introduced& person : introduced(line)) {
        bool member = false;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (const std::size_t count = councillor_words(line, words, i);
                count > 0 && i + count < words.size() &&
                line.compare(words[i + count].begin, person.name.size(), person.name) == 0)
                member = true;
        if (member)
            learn_member(person.name);
        else
            learn_officer(person.name, person.post);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t titled = councillor_words(line, words, i);
        if (titled == 0 || i + titled >= words.size()) continue;
        const std::size_t count = name_length(line, words, i + titled, NameSign::title);
        if (count == 0) continue;
        const NameWord &first = words[i + titled], &last = words[i + titled + count - 1];
        learn_member(std::string_view(line).substr(first.begin, last.end - first.begin));
    }
}

std::vector<std::string> People::posts_in(const std::string& line) const {
    std::vector<std::string> found;
    for (Introduced& person : introduced(line)) found.push_back(std::move(person.post));
    return found;
}

std::optional<std::string> People::post_of(std::string_view name) const {
    const auto found = by_name_.find(lower(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> People::post_of_surname(std::string_view word) const {
    const auto found = by_surname_.find(lower(word));
    return found == by_surname_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace qd::inline exchange
