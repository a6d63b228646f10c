#include "exchange/toml_node.hpp"

#include "base/text.hpp"
#include "exchange/toml_depth.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline exchange {
namespace {

// toml++ 3.3 asserts what a malformed text can break, such as "[[[a]]]" (mended by its pull request 301); that would end the
// program.
struct TomlMistake {};
[[noreturn]] void throw_toml_mistake() { throw TomlMistake(); }

} // namespace
} // namespace qd::inline exchange

#define TOML_ASSERT(holds) ((holds) ? void() : ::qd::throw_toml_mistake())
#define TOML_MAX_NESTED_VALUES 32 // lists and tables within each other; each may add `most_key_parts` tables
#include <toml++/toml.h>

namespace qd::inline exchange {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string print_toml(const toml::date& date) {
    const std::string year = std::to_string(date.year);
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + "-" + two_digits(date.month) + "-" +
           two_digits(date.day);
}

std::string scalar_text(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* truth = node.as_boolean()) return truth->get() ? "yes" : "no";
    if (const auto* date = node.as_date()) return print_toml(date->get());
    if (const auto* number = node.as_floating_point()) {
        // A binary fraction represents fifteen digits of a decimal one.
        char digits[64];
        std::snprintf(digits, sizeof digits, "%.15g", number->get());
        return digits;
    }
    if (const auto* moment = node.as_date_time()) {
        const toml::time& time = moment->get().time;
        return print_toml(moment->get().date) + "T" + two_digits(time.hour) + ":" + two_digits(time.minute) + ":" +
               two_digits(time.second) + "Z";
    }
    return "a time";
}

TomlNode convert(const toml::node& node, std::size_t lines_before) {
    TomlNode out;
    out.line = node.source().begin.line + lines_before;
    if (const auto* table = node.as_table()) {
        for (const auto& [key, value] : *table)
            out.entries.emplace_back(std::string(key.str()), convert(value, lines_before));
    } else if (const auto* array = node.as_array()) {
        out.kind = TomlNode::Kind::array;
        for (const auto& value : *array) out.items.push_back(convert(value, lines_before));
    } else {
        out.kind = TomlNode::Kind::scalar;
        out.text = scalar_text(node);
    }
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return out + "\"";
}

// Line ends are kept. A quotation mark is escaped where three might come together, and a line that would read as the end of
// the front matter begins with an escape.
std::string quoted_lines(std::string_view text) {
    std::string out = "\"\"\"\n";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool quotes = text[i] == '"' && (i + 1 == text.size() || text[i + 1] == '"');
        const bool fence = (i == 0 || text[i - 1] == '\n') && text.substr(i).starts_with("+++");
        if (quotes || text[i] == '\\') out += '\\';
        if (fence)
            out += "\\u002B";
        else
            out += text[i];
    }
    return out + "\"\"\"";
}

std::string written(std::string_view given) {
    const std::string text = plain_text(given);
    return text.find('\n') == std::string::npos ? in_quotes(text) : quoted_lines(text);
}

} // namespace

std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, std::size_t lines_before,
                                   ComplaintBook& complaints) {
    // toml++ makes a table of each part of a key, and takes such a tower down by calling itself for each storey.
    if (const auto line = line_of_deep_key(text)) {
        complaints.add({file, *line + lines_before, "", "", "The key has too many parts.",
                        "Write key = \"value\", one to a line."});
        return std::nullopt;
    }
    try {
        return convert(toml::parse(text), lines_before);
    } catch (const toml::parse_error& error) {
        complaints.add({file, error.source().begin.line + lines_before, "", "",
                        "The line is not TOML: " + std::string(error.description()) + ".",
                        "Write key = \"value\", one to a line."});
        return std::nullopt;
    } catch (const TomlMistake&) {
        complaints.add({file, 0, "", "", "It is not TOML.",
                        "Write key = \"value\", one to a line, and the name of a list between [[ and ]]."});
        return std::nullopt;
    }
}

const TomlNode* TomlTable::find(std::string_view key) const {
    const auto found = std::ranges::find(node_.entries, key, &std::pair<std::string, TomlNode>::first);
    return found == node_.entries.end() ? nullptr : &found->second;
}

const TomlNode* TomlTable::take_scalar(std::string_view key) {
    taken_.emplace_back(key);
    const TomlNode* node = find(key);
    if (node == nullptr || node->kind == TomlNode::Kind::scalar) return node;
    complain(key, *node,
             {"is a list or a table, and one value is expected.", "Write " + std::string(key) + " = \"…\"."});
    return nullptr;
}

std::vector<std::string> TomlTable::take_texts(std::string_view key) {
    taken_.emplace_back(key);
    const TomlNode* node = find(key);
    if (node == nullptr) return {};
    std::vector<std::string> texts;
    const std::vector<TomlNode> one{*node};
    for (const TomlNode& item : node->kind == TomlNode::Kind::array ? node->items : one) {
        const auto text = read_text(item.text);
        if (item.kind != TomlNode::Kind::scalar)
            complain(key, item, {"is not a list of texts.", "Write " + std::string(key) + " = [\"…\", \"…\"]."});
        else if (!text)
            complain(key, item, text.error());
        else if (!text->empty())
            texts.push_back(*text);
    }
    return texts;
}

std::vector<std::vector<std::string>> TomlTable::take_rows(std::string_view key) {
    taken_.emplace_back(key);
    const TomlNode* node = find(key);
    if (node == nullptr) return {};
    std::vector<std::vector<std::string>> rows;
    const auto is_row = [](const TomlNode& item) {
        return item.kind == TomlNode::Kind::array &&
               std::ranges::all_of(item.items, [](const TomlNode& one) { return one.kind == TomlNode::Kind::scalar; });
    };
    if (node->kind != TomlNode::Kind::array || !std::ranges::all_of(node->items, is_row)) {
        complain(key, *node, {"is not a list of lists.", "Write " + std::string(key) + " = [[1, 2], [2, 4]]."});
        return {};
    }
    for (const TomlNode& item : node->items) {
        rows.emplace_back();
        for (const TomlNode& one : item.items) rows.back().emplace_back(trim(one.text));
    }
    return rows;
}

std::vector<TomlTable> TomlTable::take_tables(std::string_view key) {
    taken_.emplace_back(key);
    const TomlNode* node = find(key);
    if (node == nullptr) return {};
    std::vector<TomlTable> tables;
    const bool fits = node->kind == TomlNode::Kind::array && std::ranges::all_of(node->items, [](const TomlNode& item) {
                          return item.kind == TomlNode::Kind::table;
                      });
    if (!fits) {
        complain(key, *node, {"is not a list of tables.", "Begin each with a line [[" + std::string(key) + "]]."});
        return {};
    }
    for (const TomlNode& item : node->items) tables.emplace_back(item, file_, intake_);
    return tables;
}

std::vector<TomlTable> TomlTable::take_table(std::string_view key) {
    taken_.emplace_back(key);
    const TomlNode* node = find(key);
    if (node == nullptr) return {};
    if (node->kind == TomlNode::Kind::table) return {TomlTable(*node, file_, intake_)};
    complain(key, *node, {"is not a table.", "Begin it with a line [" + std::string(key) + "]."});
    return {};
}

void TomlTable::finish() {
    for (const auto& [key, node] : node_.entries) {
        if (std::ranges::find(taken_, key) != taken_.end()) continue;
        complain(key, node,
                 {"is not a known key here.",
                  did_you_mean(key, taken_, "Remove it, or use one of " + join(taken_, ", ") + ".")});
    }
}

void TomlTable::complain(std::string_view key, const Problem& problem) const {
    const TomlNode* node = find(key);
    complain(key, node == nullptr ? node_ : *node, problem);
}

std::size_t TomlTable::line_of(std::string_view key) const {
    const TomlNode* node = find(key);
    return node == nullptr ? node_.line : node->line;
}

void TomlTable::complain(std::string_view key, const TomlNode& at, const Problem& problem) const {
    intake_.complaints.add({file_, at.line, std::string(key), at.text, problem.message, problem.remedy});
}

std::string without_comments(std::string_view text) {
    std::ostringstream written;
    written << toml::parse(text);
    return written.str() + (text.empty() ? "" : "\n");
}

std::string toml_line(std::string_view key, std::string_view text) {
    if (text.empty()) return "";
    return std::string(key) + " = " + written(text) + "\n";
}

std::string toml_line(std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return "";
    std::string out = std::string(key) + " = [\n";
    for (const std::string& text : texts) out += "    " + written(text) + ",\n";
    return out + "]\n";
}

} // namespace qd::inline exchange
