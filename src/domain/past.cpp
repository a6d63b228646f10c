#include "domain/past.hpp"

#include "domain/past_tables.hpp"

#include <algorithm>
#include <iterator>

namespace qd {
namespace {

template <class T> struct Standing {
    const T* row;
    std::int64_t number; // in its ledger
};

// Those rows that stood at the moment and are not in force.
template <class T, class Part>
std::vector<Standing<T>> standing(const Past& past, std::vector<T> Part::*table, Instant moment) {
    std::vector<Standing<T>> found;
    each_ended(past, table, [&](const T& row, const Stood& stood) {
        if (stood.holds(moment)) found.push_back({&row, stood.number});
    });
    return found;
}

// In the place of what is in force of each of them, or behind the others.
template <class T> void put_in_place(std::vector<T>& rows, const std::vector<Standing<T>>& stood) {
    std::map<std::string, const T*> by_key;
    for (const auto& each : stood) by_key[key_of_row(*each.row)] = each.row;
    for (T& row : rows) {
        const auto found = by_key.find(key_of_row(row));
        if (found == by_key.end()) continue;
        row = *found->second;
        by_key.erase(found);
    }
    for (const auto& [key, row] : by_key) rows.push_back(*row);
}

// They were there before the others of their keys, in the order of the ledger.
template <class T> void put_before(std::vector<T>& rows, std::vector<Standing<T>> stood) {
    std::ranges::stable_sort(stood, {}, &Standing<T>::number);
    std::vector<T> all;
    for (const auto& each : stood) all.push_back(*each.row);
    std::ranges::move(rows, std::back_inserter(all));
    rows = std::move(all);
}

std::size_t count(const PastRows& piece) {
    std::size_t rows = piece.settings_texts.size();
    for (const auto& [table, stood] : piece.stood) rows += stood.size();
    return rows;
}

template <class T> void append(std::vector<T>& to, std::vector<T> from) {
    std::ranges::move(from, std::back_inserter(to));
}

PastRows joined(PastRows earlier, PastRows later) {
    each_past([&](auto member) { append(earlier.rows.*member, std::move(later.rows.*member)); });
    for (auto& [table, stood] : later.stood) append(earlier.stood[table], std::move(stood));
    append(earlier.settings_texts, std::move(later.settings_texts));
    return earlier;
}

} // namespace

void add_later(Past& past, PastRows later) {
    if (count(later) == 0) return;
    while (!past.pieces.empty() && count(*past.pieces.back()) <= count(later)) {
        later = joined(*past.pieces.back(), std::move(later));
        past.pieces.pop_back();
    }
    past.pieces.push_back(std::make_shared<const PastRows>(std::move(later)));
}

std::optional<Content> as_stood(const Content& content, const Past& past, Instant moment) {
    std::optional<Content> made;
    each_past([&](auto member) {
        using T = RowIn<decltype(member)>;
        auto stood = standing(past, member, moment);
        if (stood.empty()) return;
        if (!made) made = content;
        if constexpr (is_of_ledger<T>())
            put_before((*made).*member, std::move(stood));
        else
            put_in_place((*made).*member, stood);
    });
    return made ? std::optional(in_canonical_order(*std::move(made))) : std::nullopt;
}

} // namespace qd
