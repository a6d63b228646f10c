#include "exchange/layouts/layout_text.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// What a line `key = value` says, as texts; none for anything else, and for a list that goes on in the next line.
std::vector<std::string> texts_of(const std::string& line) {
    ComplaintBook unread;
    const auto node = parse_toml(line, "", 0, unread);
    if (!node || node->entries.size() != 1) return {};
    const TomlNode& value = node->entries.front().second;
    if (value.kind == TomlNode::Kind::scalar) return {value.text};
    std::vector<std::string> texts;
    for (const TomlNode& item : value.items) texts.push_back(item.text);
    return texts;
}

// The entries of a line `set = { year = "2025-26" }`.
std::vector<std::pair<std::string, std::string>> entries_of(const std::string& line) {
    ComplaintBook unread;
    const auto node = parse_toml(line, "", 0, unread);
    std::vector<std::pair<std::string, std::string>> all;
    if (!node || node->entries.size() != 1) return all;
    for (const auto& [name, value] : node->entries.front().second.entries) all.emplace_back(name, value.text);
    return all;
}

// Without its quotation marks; "" for a line that has none.
std::string key_of_line(std::string_view line) {
    const std::string_view text = trim(line);
    if (text.starts_with('#')) return "";
    if (!text.starts_with('"')) {
        const auto equals = text.find('=');
        return equals == std::string_view::npos ? "" : std::string(trim(text.substr(0, equals)));
    }
    const auto equals = text.find("\" =");
    return equals == std::string_view::npos ? "" : std::string(text.substr(1, equals - 1));
}

// Whether a heading of the layout is this one: as it is written there, or by a * in it. Places would fit anything.
bool names(const std::string& written, const std::string& heading) {
    if (same_words(written) == same_words(heading)) return true;
    if (written == "*" || written.find('*') == std::string::npos || written.find('{') != std::string::npos)
        return false;
    const auto pattern = Pattern::parse(written);
    return pattern && pattern->fits_words(same_words(heading));
}

} // namespace

std::string in_toml(std::string_view text) {
    const std::string line = toml_line("x", text);
    return line.size() < 6 ? "\"\"" : line.substr(4, line.size() - 5);
}

std::string in_toml(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    for (const std::string& text : texts) all.push_back(in_toml(text));
    return "[" + join(all, ", ") + "]";
}

LayoutText::LayoutText(const std::string& text) : lines_(split(text, '\n')) {
    if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
}

std::string LayoutText::text() const { return join(lines_, "\n") + "\n"; }

// A list over several lines may have one that begins with a bracket; a head ends with one, too, and has no comma.
bool LayoutText::is_head(std::size_t line) const {
    const std::string_view text = trim(lines_[line]);
    const std::string_view plain = trim(text.substr(0, text.find('#')));
    return plain.starts_with('[') && plain.ends_with(']') && plain.find(',') == std::string_view::npos &&
           plain.find('"') == std::string_view::npos;
}

std::vector<LayoutText::Part> LayoutText::parts(std::string_view head) const {
    std::vector<Part> all;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!is_head(i) || !trim(lines_[i]).starts_with(head)) continue;
        std::size_t to = i + 1;
        while (to < lines_.size() && !is_head(to)) ++to;
        all.push_back({i, to});
    }
    return all;
}

std::size_t LayoutText::first_block() const {
    const std::vector<Part> blocks = parts("[[block]]");
    return blocks.empty() ? lines_.size() : blocks.front().from;
}

std::size_t LayoutText::line_of(const Part& part, std::string_view key) const {
    for (std::size_t i = part.from + 1; i < part.to; ++i)
        if (key_of_line(lines_[i]) == key) return i;
    return part.to;
}

void LayoutText::set_line(const Part& part, std::string_view key, const std::string& value) {
    const std::string line = std::string(key) + " = " + value;
    const std::size_t at = line_of(part, key);
    if (at < part.to) {
        lines_[at] = line;
        return;
    }
    std::size_t end = part.to;
    while (end > part.from + 1 && trim(lines_[end - 1]).empty()) --end;
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(end), line);
}

void LayoutText::set_word(const std::string& section, const std::string& name, const std::string& value) {
    const std::string head = "[" + section + "]", line = in_toml(name) + " = " + in_toml(value);
    const std::vector<Part> found = parts(head);
    if (found.empty()) {
        const auto block = lines_.begin() + static_cast<std::ptrdiff_t>(first_block());
        lines_.insert(block, {head, line});
        return;
    }
    const std::size_t at = line_of(found.front(), name);
    if (at < found.front().to)
        lines_[at] = line;
    else
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(found.front().from) + 1, line);
}

bool LayoutText::has_heading(const Part& column, const std::string& heading) const {
    const std::size_t line = line_of(column, "heading");
    return line < column.to && std::ranges::any_of(texts_of(lines_[line]),
                                                   [&](const std::string& written) { return names(written, heading); });
}

bool LayoutText::set_in_columns(const std::string& heading, const std::string& key, const std::string& value) {
    bool found = false;
    for (std::size_t i = 0; i < parts("[[block.column]]").size(); ++i) { // lines move while they are added
        const Part column = parts("[[block.column]]")[i];
        if (!has_heading(column, heading)) continue;
        set_line(column, key, in_toml(value));
        found = true;
    }
    return found;
}

void LayoutText::add_column(const std::string& heading, const std::string& is) {
    const std::vector<Part> blocks = parts("[[block]]");
    for (std::size_t i = blocks.size(); i-- > 0;) { // from the end, so that the places before stay
        std::size_t end = i + 1 < blocks.size() ? blocks[i + 1].from : lines_.size();
        while (end > 0 && trim(lines_[end - 1]).empty()) --end;
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(end),
                      {"[[block.column]]", "heading = " + in_toml(heading), "is = " + in_toml(is)});
    }
}

bool LayoutText::add_heading(const std::string& of_column, const std::string& heading) {
    bool found = false;
    for (const Part& column : parts("[[block.column]]")) {
        if (!has_heading(column, of_column)) continue;
        const std::size_t line = line_of(column, "heading");
        std::vector<std::string> texts = texts_of(lines_[line]);
        if (!has_heading(column, heading)) texts.push_back(heading);
        lines_[line] = "heading = " + in_toml(texts);
        found = true;
    }
    return found;
}

void LayoutText::set_shared(const std::string& name, const std::string& value) {
    for (std::size_t i = 0; i < parts("[[block]]").size(); ++i) {
        const Part block = parts("[[block]]")[i];
        const std::size_t line = line_of(block, "set");
        auto entries = line < block.to ? entries_of(lines_[line]) : std::vector<std::pair<std::string, std::string>>();
        std::erase_if(entries, [&](const auto& entry) { return entry.first == name; });
        entries.emplace_back(name, value);
        std::vector<std::string> written;
        for (const auto& [key, text] : entries) written.push_back(key + " = " + in_toml(text));
        set_line(block, "set", "{ " + join(written, ", ") + " }");
    }
}

bool LayoutText::replace_heading(const std::string& was, const std::string& is) {
    bool found = false;
    for (const Part& block : parts("[[block]]")) {
        const std::size_t line = line_of(block, "heading");
        if (line == block.to) continue;
        std::vector<std::string> texts = texts_of(lines_[line]);
        for (std::string& text : texts)
            if (names(text, was)) text = is, found = true;
        lines_[line] = "heading = " + in_toml(texts);
    }
    return found;
}

bool LayoutText::has_seen() const { return !parts("[seen]").empty(); }

std::string LayoutText::seen_file() const {
    const std::vector<Part> found = parts("[seen]");
    if (found.empty()) return "";
    const std::size_t line = line_of(found.front(), "file");
    const std::vector<std::string> texts =
        line < found.front().to ? texts_of(lines_[line]) : std::vector<std::string>();
    return texts.empty() ? "" : texts.front();
}

std::string LayoutText::without_seen() const {
    LayoutText other = *this;
    other.drop_seen();
    return other.text();
}

void LayoutText::drop_seen() {
    for (const std::string_view head : {"[seen]", "[seen.sheets]"})
        for (std::vector<Part> found = parts(head); !found.empty(); found = parts(head))
            lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(found.front().from),
                         lines_.begin() + static_cast<std::ptrdiff_t>(found.front().to));
}

void LayoutText::set_seen(const SheetsSeen& seen) {
    drop_seen();
    std::vector<std::string> made{"[seen]  # what the last file was like, so that the next is compared with it",
                                  "file = " + in_toml(seen.file), "headings = " + in_toml(seen.headings),
                                  "[seen.sheets]"};
    for (const auto& [sheet, measures] : seen.sheets) made.push_back(in_toml(sheet) + " = " + in_toml(measures));
    made.emplace_back();
    std::size_t at = first_block();
    if (at > 0 && !trim(lines_[at - 1]).empty()) made.insert(made.begin(), "");
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at), made.begin(), made.end());
    while (!lines_.empty() && trim(lines_.back()).empty()) lines_.pop_back();
}

} // namespace qd::inline exchange
