#pragma once

#include "exchange/source.hpp"
#include "exchange/tables.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// What the rows of a table of a council folder are called and identified by. Texts are tables too: a row for each file.
struct TextKind {
    std::string name; // "actions", "recovery_plans"
    struct Key {
        std::string column;
        bool may_be_empty = false;
    };
    std::vector<Key> keys;
    std::string folder{}, ending{}; // of texts: "recovery/", ".md"
};
std::vector<TextKind> text_kinds();

// One table of the files of a content, as text.
struct TextTable {
    TextKind kind;
    std::vector<std::string> heading;
    struct Row {
        std::size_t number = 0; // of a table: the line on which it begins
        std::vector<std::string> cells;
        std::vector<std::string> key;
    };
    std::vector<Row> rows;
};
// Without rows if there is no such file.
TextTable text_table(const std::vector<SourceFile>& files, const TextKind& kind);
// The files without some rows of a table, by their place in it.
void leave_out(std::vector<SourceFile>& files, const TextTable& table, const std::vector<std::size_t>& rows);

std::string shown_key(const std::vector<std::string>& key); // "ASC1 2012-13Q3": without what is empty

} // namespace qd::inline exchange
