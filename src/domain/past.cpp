#include "domain/past.hpp"

#include "domain/past_tables.hpp"

#include <iterator>

namespace qd {
namespace {

// Those rows that stood at the moment and are not in force.
template <class T>
std::vector<const T*> standing(const std::vector<T>& rows, const std::vector<Stood>& stood, Instant moment) {
    std::vector<const T*> found;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (stood.at(i).holds(moment)) found.push_back(&rows[i]);
    return found;
}

// In the place of what is in force of each of them, or behind the others.
template <class T> void put_in_place(std::vector<T>& rows, const std::vector<const T*>& stood) {
    std::map<std::string, const T*> by_key;
    for (const T* row : stood) by_key[key_of_row(*row)] = row;
    for (T& row : rows) {
        const auto found = by_key.find(key_of_row(row));
        if (found == by_key.end()) continue;
        row = *found->second;
        by_key.erase(found);
    }
    for (const auto& [key, row] : by_key) rows.push_back(*row);
}

// They were there before the others of their keys.
template <class T> void put_before(std::vector<T>& rows, const std::vector<const T*>& stood) {
    std::vector<T> all;
    for (const T* row : stood) all.push_back(*row);
    std::ranges::move(rows, std::back_inserter(all));
    rows = std::move(all);
}

} // namespace

std::optional<Content> as_stood(const Content& content, const Past& past, Instant moment) {
    std::optional<Content> made;
    each_past([&](auto member) {
        using T = RowIn<decltype(member)>;
        const auto table = past.stood.find(table_name<T>);
        if (table == past.stood.end()) return;
        const std::vector<const T*> stood = standing(past.rows.*member, table->second, moment);
        if (stood.empty()) return;
        if (!made) made = content;
        if constexpr (is_of_ledger<T>())
            put_before((*made).*member, stood);
        else
            put_in_place((*made).*member, stood);
    });
    return made ? std::optional(in_canonical_order(*std::move(made))) : std::nullopt;
}

} // namespace qd
