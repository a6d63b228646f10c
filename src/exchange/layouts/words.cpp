#include "exchange/layouts/words.hpp"

#include "base/text.hpp"
#include "exchange/spellings/written.hpp"

#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 13> footnote_marks{"*", "†", "‡", "¹", "²", "³", "⁴",
                                                          "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"};

bool take_end(std::string& text, std::string_view end) {
    if (text.size() <= end.size() || !text.ends_with(end)) return false;
    text.resize(text.size() - end.size());
    return true;
}

// "[1]", "[note 2]"
bool take_numbered_mark(std::string& text) {
    const auto open = text.rfind('[');
    if (open == std::string::npos || open == 0 || !text.ends_with(']')) return false;
    std::string_view mark = std::string_view(text).substr(open + 1, text.size() - open - 2);
    if (mark.starts_with("note ")) mark.remove_prefix(5);
    if (mark.empty() || mark.size() > 2 || mark.find_first_not_of("0123456789") != std::string_view::npos) return false;
    text.resize(open);
    return true;
}

std::string one_space_between(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

} // namespace

std::string same_words(std::string_view text) {
    std::string words = one_space_between(plain_spelling(text));
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark : footnote_marks) more = take_end(words, mark) || more;
        more = take_numbered_mark(words) || more;
        while (!words.empty() && words.back() == ' ') words.pop_back();
    }
    return words;
}

std::string plain_cell(std::string_view text) { return plain_spelling(text); }

std::string same_area(std::string_view name) {
    std::string words = " " + replace_all(same_words(name), "&", " and ") + " ";
    for (const std::string_view mark : {"'", "."}) words = replace_all(words, mark, "");
    for (const std::string_view mark : {",", "-"}) words = replace_all(words, mark, " ");
    words = one_space_between(replace_all(words, " st ", " saint "));
    if (words.starts_with("the ")) words.erase(0, 4);
    for (const std::string_view kind : {" council", " metropolitan borough", " london borough", " borough", " district",
                                        " county", " city", " unitary authority"})
        take_end(words, kind);
    return words;
}

} // namespace qd::inline exchange
