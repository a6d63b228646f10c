#pragma once

#include "exchange/field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// A TOML document as text with line numbers, so that its values are read like the cells of a table.
struct TomlNode {
    enum class Kind { scalar, array, table } kind = Kind::table;
    std::size_t line = 0; // in the file
    std::string text; // scalars: strings as they are, numbers as digits, dates as 2012-12-31, booleans as yes and no
    std::vector<TomlNode> items;
    std::vector<std::pair<std::string, TomlNode>> entries;
};

// `lines_before` is what is above it in the file. None, with a complaint, if it is not TOML.
std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, std::size_t lines_before,
                                   ComplaintBook& complaints);

// Takes the keys of one table one by one; what was not taken at the end is unknown.
class TomlTable {
public:
    TomlTable(const TomlNode& node, std::string file, Intake& intake)
        : node_(node), file_(std::move(file)), intake_(intake) {}

    // None if the key is not there, or with a complaint if it cannot be understood.
    template <class V> std::optional<V> take(std::string_view key) {
        const TomlNode* scalar = take_scalar(key);
        if (scalar == nullptr || trim(scalar->text).empty()) return std::nullopt;
        auto value = Field<V>::read(scalar->text, intake_);
        if (value) return *std::move(value);
        complain(key, *scalar, value.error());
        return std::nullopt;
    }
    template <class V> V take_or(std::string_view key, V otherwise) {
        return take<V>(key).value_or(std::move(otherwise));
    }
    template <class V> V need(std::string_view key) {
        const std::size_t before = intake_.complaints.count();
        auto value = take<V>(key);
        if (!value && intake_.complaints.count() == before)
            complain(key, {"is missing.", "Add the line: " + std::string(key) + " = …"});
        return value.value_or(V());
    }
    std::vector<std::string> take_texts(std::string_view key);
    std::vector<std::vector<std::string>> take_rows(std::string_view key); // a list of lists
    std::vector<TomlTable> take_tables(std::string_view key);
    std::vector<TomlTable> take_table(std::string_view key); // the one of that name, or none
    // Complains of the keys that were not taken.
    void finish();

    void complain(std::string_view key, const Problem& problem) const; // at the line of the key, or of the table
    std::size_t line_of(std::string_view key) const;

private:
    const TomlNode* find(std::string_view key) const;
    const TomlNode* take_scalar(std::string_view key);
    void complain(std::string_view key, const TomlNode& at, const Problem& problem) const;

    const TomlNode& node_;
    std::string file_;
    Intake& intake_;
    std::vector<std::string> taken_;
};

// TOML that was read before, without its comments.
std::string without_comments(std::string_view text);

// One line of canonical TOML, or a block of several where the text has several: key = "text".
std::string toml_line(std::string_view key, std::string_view text);
std::string toml_line(std::string_view key, const std::vector<std::string>& texts); // "" for none

} // namespace qd::inline exchange
