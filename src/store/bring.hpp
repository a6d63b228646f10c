#pragma once

#include "store/store.hpp"

#include <map>
#include <string>
#include <vector>

namespace qd::inline store {

// Things with a code: what is not there is added, what is there and differs is written anew.
template <class Item, class KeyOf, class Insert, class Erase>
ImportOutcome::Line bring(const char* table, const std::vector<Item>& there, const std::vector<Item>& given_items,
                          KeyOf key_of, Insert insert, Erase erase) {
    using Key = std::decay_t<decltype(key_of(given_items.front()))>;
    std::map<Key, const Item*> index;
    for (const Item& item : there) index.emplace(key_of(item), &item);
    ImportOutcome::Line line{.table = table};
    for (const Item& item : given_items) {
        const auto found = index.find(key_of(item));
        if (found != index.end() && *found->second == item) {
            ++line.same;
            continue;
        }
        if (found != index.end()) erase(*found->second);
        ++(found != index.end() ? line.changed : line.added);
        insert(item);
    }
    return line;
}

} // namespace qd::inline store
