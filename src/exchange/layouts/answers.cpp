#include "base/text.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 7> sections{"measures", "areas", "markers", "periods",
                                                   "rag",      "blank", "columns"};

std::string in_toml(std::string_view text) {
    const std::string line = toml_line("x", text);
    return line.substr(4, line.size() - 5);
}

// The key of the line `"Dene ward" = …`, without its quotation marks.
std::string key_of_line(std::string_view line) {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return "";
    std::string_view key = trim(line.substr(0, equals));
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
    return std::string(key);
}

// A column more, of the only table.
Understood<std::string> with_column(const std::string& text, const std::string& heading, const std::string& is) {
    std::size_t blocks = 0;
    for (const std::string& line : split(text, '\n')) blocks += trim(line).starts_with("[[block]]") ? 1 : 0;
    if (blocks != 1)
        return tl::make_unexpected(Problem{"is a column of a layout with several tables.",
                                           "Write it into the [[block]] that it belongs to, in the file itself."});
    return text + "[[block.column]]\nheading = " + in_toml(heading) + "\nis = " + in_toml(is) + "\n";
}

} // namespace

Understood<std::string> with_answer(const std::string& text, const std::string& key, const std::string& value) {
    const auto point = key.find('.');
    const std::string section = key.substr(0, point), name = point == std::string::npos ? "" : key.substr(point + 1);
    if (name.empty() || name.find('\n') != std::string::npos || std::ranges::find(sections, section) == sections.end())
        return tl::make_unexpected(Problem{"cannot be set.", "Write SECTION.WORDS, where the section is one of " +
                                                                 join({sections.begin(), sections.end()}, ", ") +
                                                                 ": measures.\"Missed bins\""});
    if (section == "columns") return with_column(text, name, value);
    const std::string line = in_toml(name) + " = " + in_toml(value), head = "[" + section + "]";
    std::vector<std::string> lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    const auto is_head = [](const std::string& each) { return trim(each).starts_with("["); };
    auto at = std::ranges::find_if(lines, [&](const std::string& each) { return trim(each).starts_with(head); });
    if (at == lines.end()) {
        const auto block =
            std::ranges::find_if(lines, [](const std::string& each) { return trim(each).starts_with("[[block]]"); });
        lines.insert(block, {head, line});
    } else {
        const auto end = std::find_if(at + 1, lines.end(), is_head);
        const auto there =
            std::find_if(at + 1, end, [&](const std::string& each) { return key_of_line(each) == name; });
        if (there != end)
            *there = line;
        else
            lines.insert(at + 1, line);
    }
    return join(lines, "\n") + "\n";
}

} // namespace qd::inline exchange
