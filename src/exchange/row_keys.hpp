#pragma once

#include "exchange/text_tables.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// How people name a row of any table: by the words of its keys.
namespace qd::inline exchange {

// The tables whose rows can be named, and what identifies their rows.
struct KeyedTable {
    std::string name;
    std::vector<std::string> keys;
};
std::vector<KeyedTable> keyed_tables();
std::string no_such_table(const std::string& name); // in words, with the nearest one

std::vector<std::string> key_names(const TextKind& kind);
// Whether words name a key; of keys that may be empty, words may leave some out. A period may be written in another way, and the
// council's own area by its code.
bool names_key(std::span<const std::string> words, std::span<const TextKind::Key> keys,
               std::span<const std::string> cells, const AreaCode& own);
// As the store has it: periods in one way of writing, the council's own area empty.
std::vector<std::string> stored_key(const TextKind& kind, const std::vector<std::string>& key, const AreaCode& own);

// The keys that words may name in a table, whether there is such a row or not, as the store has them. Error(absent) with the
// nearest name for an unknown table, Error(request) where the words are too few or too many.
std::vector<std::vector<std::string>> possible_keys(const std::string& table, const std::vector<std::string>& words,
                                                    const AreaCode& own_area);
// "Did you mean ASC1 2012-13Q3?", of the row that somebody may have meant; what is said otherwise where none is near.
std::string meant_row(const TextTable& table, const std::vector<std::string>& words, std::string_view otherwise);
std::string meant_row(const Content& content, const std::string& table, const std::vector<std::string>& words);

} // namespace qd::inline exchange
