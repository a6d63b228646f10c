#include "exchange/layouts/persons.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 24> post_words{
    "head",      "director", "manager",   "officer",  "lead",     "leader",     "chief",   "executive",
    "assistant", "deputy",   "team",      "service",  "services", "department", "board",   "coordinator",
    "engineer",  "analyst",  "secretary", "surveyor", "planner",  "accountant", "advisor", "supervisor"};

bool is_post(std::string_view text) {
    const std::vector<std::string> words = split(same_words(text), ' ');
    return std::ranges::any_of(words, [](const std::string& word) {
        return std::ranges::find(post_words, std::string_view(word)) != post_words.end();
    });
}

bool is_name_word(std::string_view word) {
    if (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
    if (word.empty() || word.front() < 'A' || word.front() > 'Z') return false;
    return std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '\'' ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

// Two or three words that begin with capitals, one of which at least is more than an initial.
bool is_person(std::string_view text) {
    if (is_post(text)) return false;
    std::vector<std::string> words = split(std::string(trim(text)), ' ');
    std::erase(words, "");
    return (words.size() == 2 || words.size() == 3) && std::ranges::all_of(words, is_name_word) &&
           std::ranges::any_of(words, [](const std::string& word) { return word.size() > 3; });
}

} // namespace

Names names_in(const std::vector<std::string_view>& cells) {
    if (cells.empty()) return Names::neither;
    const auto posts = std::ranges::count_if(cells, is_post), persons = std::ranges::count_if(cells, is_person);
    const auto all = static_cast<std::ptrdiff_t>(cells.size());
    if (persons * 2 > all) return Names::persons;
    return posts * 2 >= all ? Names::posts : Names::neither;
}

} // namespace qd::inline exchange
