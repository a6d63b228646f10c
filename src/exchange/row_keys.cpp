#include "exchange/row_keys.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

const std::string skipped(1, '\0'); // in the place of a key that no word is for

// As people write it: a period in another way, the council's own area by its code.
bool names_cell(const std::string& word, const std::string& cell, const std::string& column, const AreaCode& own) {
    if (word == cell) return true;
    if (column == "area" && cell.empty()) return word == own.text();
    const auto asked = Period::parse(word), there = Period::parse(cell);
    return asked && there && *asked == *there;
}

std::string stored_text(const TextKind::Key& key, const std::string& word, const AreaCode& own) {
    if (key.column == "area" && word == own.text()) return "";
    if (key.column != "period" && key.column != "made_in") return word;
    const auto period = Period::parse(word);
    return period ? print(*period) : word;
}
} // namespace

std::vector<KeyedTable> keyed_tables() {
    std::vector<KeyedTable> tables;
    for (const TextKind& kind : text_kinds()) tables.push_back({kind.name, key_names(kind)});
    return tables;
}

std::string no_such_table(const std::string& name) {
    std::vector<std::string> names;
    for (const TextKind& kind : text_kinds()) names.push_back(kind.name);
    return "There is no table “" + shorten(name, 64) + "”. " +
           (did_you_mean(name, names, "The tables are " + join(names, ", ") + "."));
}

std::vector<std::string> key_names(const TextKind& kind) {
    std::vector<std::string> names;
    for (const TextKind::Key& key : kind.keys) names.push_back(key.column);
    return names;
}

bool names_key(std::span<const std::string> words, std::span<const TextKind::Key> keys,
               std::span<const std::string> cells, const AreaCode& own) {
    if (keys.empty()) return words.empty();
    if (words.size() == keys.size() || !keys.front().may_be_empty)
        return !words.empty() && names_cell(words.front(), cells.front(), keys.front().column, own) &&
               names_key(words.subspan(1), keys.subspan(1), cells.subspan(1), own);
    if (cells.front().empty() && names_key(words, keys.subspan(1), cells.subspan(1), own)) return true;
    return !words.empty() && names_cell(words.front(), cells.front(), keys.front().column, own) &&
           names_key(words.subspan(1), keys.subspan(1), cells.subspan(1), own);
}

std::vector<std::string> stored_key(const TextKind& kind, const std::vector<std::string>& key, const AreaCode& own) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < key.size(); ++i) texts.push_back(stored_text(kind.keys[i], key[i], own));
    return texts;
}

std::vector<std::vector<std::string>> possible_keys(const std::string& table, const std::vector<std::string>& words,
                                                    const AreaCode& own_area) {
    const std::vector<TextKind> kinds = text_kinds();
    const auto kind = std::ranges::find(kinds, table, &TextKind::name);
    if (kind == kinds.end()) throw Error(Fault::absent, no_such_table(table));
    std::vector<std::vector<std::string>> keys{{}};
    for (std::size_t i = 0; i < kind->keys.size();
         ++i) { // of each key so far, whether it goes on with a word or with none
        std::vector<std::vector<std::string>> longer;
        for (const std::vector<std::string>& key : keys) {
            const std::size_t used = key.size() - static_cast<std::size_t>(std::ranges::count(key, skipped));
            if (used < words.size()) longer.push_back(key), longer.back().push_back(words[used]);
            if (kind->keys[i].may_be_empty) longer.push_back(key), longer.back().push_back(skipped);
        }
        keys = std::move(longer);
    }
    std::erase_if(keys, [&](const std::vector<std::string>& key) {
        return key.size() - static_cast<std::size_t>(std::ranges::count(key, skipped)) != words.size();
    });
    if (keys.empty())
        throw Error(Fault::request,
                    "A row of " + table + " is identified by its " + join(key_names(*kind), ", ") + ".");
    for (std::vector<std::string>& key : keys) {
        std::ranges::replace(key, skipped, std::string());
        key = stored_key(*kind, key, own_area);
    }
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

std::string meant_row(const TextTable& table, const std::vector<std::string>& words, std::string_view otherwise) {
    constexpr std::size_t most_compared = 5'000;
    if (table.rows.size() > most_compared) return std::string(otherwise);
    std::vector<std::string> known;
    for (const TextTable::Row& row : table.rows) known.push_back(shown_key(row.key));
    return did_you_mean(shown_key(words), known, otherwise);
}

std::string meant_row(const Content& content, const std::string& table, const std::vector<std::string>& words) {
    const std::vector<TextKind> kinds = text_kinds();
    const auto kind = std::ranges::find(kinds, table, &TextKind::name);
    return kind == kinds.end() ? std::string() : meant_row(text_table(to_files(content, ""), *kind), words, {});
}

} // namespace qd::inline exchange
