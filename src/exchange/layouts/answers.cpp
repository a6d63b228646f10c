#include "base/text.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 8> word_sections{"measures", "areas", "markers", "periods",
                                                        "rag",      "fills", "blank",   "files"};
// What is said of a column besides what it is.
constexpr std::array<std::string_view, 6> column_sections{"scale", "period", "year", "quarter", "percent", "time"};
constexpr std::array<std::string_view, 5> shared{"year", "quarter", "period", "measure", "area"};

template <std::size_t Size> bool is_one_of(const std::array<std::string_view, Size>& all, std::string_view word) {
    return std::ranges::find(all, word) != all.end();
}

Problem unknown_section() {
    std::vector<std::string> all{word_sections.begin(), word_sections.end()};
    all.insert(all.end(), {"columns", "set", "heading"});
    all.insert(all.end(), column_sections.begin(), column_sections.end());
    return {"cannot be set.",
            "Write SECTION.WORDS, where the section is one of " + join(all, ", ") + ": measures.\"Missed bins\""};
}

// What a heading means: a word for its column, or `as "Comments"` for the same as another heading.
Understood<std::string> with_column(LayoutText text, const std::string& heading, const std::string& value) {
    if (!value.starts_with("as ")) {
        if (!text.set_in_columns(heading, "is", value)) text.add_column(heading, value);
        return text.text();
    }
    std::string other(trim(std::string_view(value).substr(3)));
    if (other.size() >= 2 && other.front() == '"' && other.back() == '"') other = other.substr(1, other.size() - 2);
    if (text.add_heading(other, heading)) return text.text();
    return tl::make_unexpected(Problem{"cannot be the same as “" + other + "”, which the layout does not know.",
                                       "Name a heading that it has: quarterday layout show NAME"});
}

} // namespace

Understood<std::string> with_answer(const std::string& given, const std::string& key, const std::string& value) {
    const auto point = key.find('.');
    const std::string section = key.substr(0, point);
    std::string name = point == std::string::npos ? "" : key.substr(point + 1);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    if (name.empty() || name.find('\n') != std::string::npos) return tl::make_unexpected(unknown_section());
    LayoutText text(given);
    if (is_one_of(word_sections, section)) {
        text.set_word(section, name, value);
        return text.text();
    }
    if (section == "columns") return with_column(std::move(text), name, value);
    if (is_one_of(column_sections, section)) {
        if (text.set_in_columns(name, section, value)) return text.text();
        return tl::make_unexpected(Problem{"is of a heading that the layout does not have.",
                                           "Say first what it is: columns.\"" + name + "\" value"});
    }
    if (section == "set" && is_one_of(shared, name)) {
        text.set_shared(name, value);
        return text.text();
    }
    if (section == "heading") {
        if (text.replace_heading(name, value)) return text.text();
        return tl::make_unexpected(Problem{"is not one of the headings by which a table is found.",
                                           "To see which are: quarterday layout show"});
    }
    return tl::make_unexpected(unknown_section());
}

} // namespace qd::inline exchange
