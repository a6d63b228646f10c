#pragma once

#include "base/sha256.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline store {

// The canonical text of a ledger's row, over which its SHA-256 is taken: each field with its length, so that no two
// different rows have the same text.
class CanonicalText {
public:
    CanonicalText& add(std::string_view field) {
        text_ += std::to_string(field.size()) + ":";
        text_ += field;
        return *this;
    }
    std::string sha256() const { return qd::sha256(text_); }

private:
    std::string text_;
};

// A row of a ledger as it stands in its table.
template <class Item> struct Stored {
    std::int64_t id = 0;
    std::string sha256;
    Item item;
};

template <class Item> std::vector<Item> items_of(std::vector<Stored<Item>> stored) {
    std::vector<Item> items;
    items.reserve(stored.size());
    for (Stored<Item>& one : stored) items.push_back(std::move(one.item));
    return items;
}

// Adds to a ledger what is not in it. `place_of` tells for what a row speaks; `moment` is its member that says from when
// on, filled with `now` where it is absent. A row without a moment that repeats the newest for its place adds nothing.
enum class FirstMoment { stamp, leave }; // whether the first row for a place that gives no moment gets one
template <class Item, class Moment, class PlaceOf, class Insert>
ImportOutcome::Line bring_into_ledger(const char* table, std::vector<Item> there, const std::vector<Item>& given_items, PlaceOf place_of,
                                      std::optional<Moment> Item::*moment, Moment now, FirstMoment first, Insert insert) {
    ImportOutcome::Line line{.table = table};
    for (Item item : given_items) {
        const auto newest = std::find_if(there.rbegin(), there.rend(), [&](const Item& old) { return place_of(old) == place_of(item); });
        Item as_newest = item;
        if (newest != there.rend()) as_newest.*moment = (*newest).*moment;
        const bool repeats = newest != there.rend() && !(item.*moment) && as_newest == *newest;
        if (repeats || std::ranges::find(there, item) != there.end()) {
            ++line.same;
            continue;
        }
        if (!(item.*moment) && (first == FirstMoment::stamp || newest != there.rend())) item.*moment = now;
        insert(static_cast<std::int64_t>(there.size()) + 1, item);
        there.push_back(std::move(item));
        ++line.added;
    }
    return line;
}

// For verify: ids run 1, 2, 3 … without a gap.
std::vector<std::string> missing_numbers(const std::vector<std::int64_t>& ids, std::string_view table);

template <class Item, class Digest>
std::vector<std::string> verify_ledger(const char* table, const std::vector<Stored<Item>>& stored, Digest digest) {
    std::vector<std::string> problems;
    std::vector<std::int64_t> ids;
    for (const Stored<Item>& one : stored) {
        ids.push_back(one.id);
        if (digest(one.item) != one.sha256)
            problems.push_back(std::string(table) + ": row " + std::to_string(one.id) + " was changed after it was handed in.");
    }
    std::ranges::copy(missing_numbers(ids, table), std::back_inserter(problems));
    return problems;
}

} // namespace qd::inline store
