#pragma once

#include "base/error.hpp"
#include "store/fields.hpp"
#include "store/writer.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace qd::inline store {

// A row of a ledger as it is in its table.
template <class Item> struct Stored {
    std::int64_t id = 0, act = 0;
    std::string sha256;
    Item item;
};

// Which of the rows for one place is in force: the last of the ledger, or the one known last (of two, the later).
// By order, the first row for a place may go without a moment: it was always so.
enum class Precedence { by_order, by_moment };

// What makes a table a ledger: its rows are never changed, and a row that gives no moment speaks of now.
template <class Item, class Moment, class Place> struct LedgerRules {
    const char* table;
    Place (*place_of)(const Item&);      // for what a row speaks
    std::optional<Moment> Item::*moment; // from when on
    std::string (*digest)(const Item&);  // SHA-256 of all that it says
    Precedence precedence;
    std::string columns; // in which `read` finds an item
    Item (*read)(FieldReader&);
    Row (*row_of)(std::int64_t id, const Item&, const std::string& sha256);
};

std::string changed_row(std::string_view table,
                        std::int64_t id); // "targets: row 7 was changed after it was handed in."

// Error(outage) if a row is not what was handed in.
template <class Item, class Moment, class Place>
void refuse_changed(const LedgerRules<Item, Moment, Place>& rules, const std::vector<Stored<Item>>& stored) {
    for (const Stored<Item>& one : stored)
        if (rules.digest(one.item) != one.sha256) refuse_damaged(changed_row(rules.table, one.id));
}

// Decides which of the given rows a ledger lacks. A row with a moment is looked for in the ledger; one without says nothing
// new if it repeats what is in force, or if a later one of the same hand-in does.
template <class Item, class Moment, class Place> class LedgerIntake {
public:
    using Rules = LedgerRules<Item, Moment, Place>;

    LedgerIntake(const Rules& rules, const std::vector<Stored<Item>>& stored, const std::vector<Item>& given_items,
                 Moment now)
        : rules_(rules), now_(now) {
        for (const Stored<Item>& one : stored) {
            ++unmatched_[one.sha256];
            Standing& standing = places_[rules_.place_of(one.item)];
            standing.stored = true;
            note(standing, one.item);
        }
        for (const Item& item : given_items) {
            Spoken& spoken = spoken_[rules_.place_of(item)];
            if (item.*rules_.moment)
                spoken.dated = true;
            else
                spoken.last_undated = &item;
        }
    }

    // The row as it is to be added; none if the ledger says so already.
    std::optional<Item> take(Item item) {
        const auto place = rules_.place_of(item);
        const bool first = !places_.contains(place);
        place_was_stored_ = !first && places_.at(place).stored;
        Standing& standing = places_[place];
        if (item.*rules_.moment ? is_there(item, standing) : says_nothing_new(item, standing, spoken_.at(place)))
            return std::nullopt;
        if (!(item.*rules_.moment) && !(first && rules_.precedence == Precedence::by_order)) item.*rules_.moment = now_;
        note(standing, item);
        return item;
    }

    // Whether the ledger had a row for the place of the row asked about last, before any was given.
    bool place_was_stored() const { return place_was_stored_; }

private:
    struct Standing {
        std::optional<Item> in_force; // now; none if all that is known is of the future
        bool stored = false;          // the ledger had a row before any was given
    };
    struct Spoken { // by the rows given for one place
        const Item* last_undated = nullptr;
        bool dated = false;
    };

    void note(Standing& standing, const Item& item) {
        const auto& moment = item.*rules_.moment;
        if (moment && *moment > now_) return;
        if (rules_.precedence == Precedence::by_moment && standing.in_force &&
            (*standing.in_force).*rules_.moment > moment)
            return;
        standing.in_force = item;
    }

    // A row of the ledger matches one given row, so that a ledger that went back to an earlier value stays as it is.
    bool is_there(const Item& item, const Standing& standing) {
        const auto found = unmatched_.find(rules_.digest(item));
        if (found == unmatched_.end() || found->second == 0) return standing.in_force == item;
        --found->second;
        return true;
    }

    bool repeats(Item item, const Standing& standing) const {
        if (!standing.in_force) return false;
        item.*rules_.moment = (*standing.in_force).*rules_.moment;
        return item == *standing.in_force;
    }

    bool says_nothing_new(const Item& item, const Standing& standing, const Spoken& spoken) {
        if (repeats(item, standing) || repeats(*spoken.last_undated, standing)) return true;
        return spoken.dated && is_there(item, standing); // a history whose first row gives no moment
    }

    const Rules& rules_;
    Moment now_;
    bool place_was_stored_ = false;
    std::unordered_map<std::string, std::size_t> unmatched_; // rows by digest
    std::map<Place, Standing> places_;
    std::map<Place, Spoken> spoken_;
};

template <class Item, class Moment, class Place>
std::string select_from_ledger(const LedgerRules<Item, Moment, Place>& rules, const std::string& table) {
    return "SELECT id, act, sha256, " + rules.columns + " FROM " + table;
}

template <class Item, class Moment, class Place>
void read_stored_rows(const LedgerRules<Item, Moment, Place>& rules, db::Query rows,
                      std::vector<Stored<Item>>& stored) {
    for (auto row : rows) {
        FieldReader read(row);
        Stored<Item> one{.id = read.integer(), .act = read.integer(), .sha256 = read.text(), .item = {}};
        one.item = rules.read(read);
        stored.push_back(std::move(one));
    }
}

// All rows of a ledger, or of its twin.
template <class Item, class Moment, class Place>
std::vector<Stored<Item>> read_stored(db::Connection& store, const LedgerRules<Item, Moment, Place>& rules,
                                      From from = From::in_force) {
    const std::string table = (from == From::past ? "past_" : "") + std::string(rules.table);
    std::vector<Stored<Item>> stored;
    read_stored_rows(rules, store.query(select_from_ledger(rules, table) + " ORDER BY id"), stored);
    return stored;
}

// Those that speak of the same things as the given items: asked for one by one where these are few.
template <class Item, class Moment, class Place>
std::vector<Stored<Item>> read_stored_for(db::Connection& store, const LedgerRules<Item, Moment, Place>& rules,
                                          const std::vector<Item>& given_items) {
    constexpr std::size_t few = 20;
    std::vector<Stored<Item>> stored;
    if (given_items.empty()) return stored;
    if (given_items.size() > few) return read_stored(store, rules);
    std::map<Place, const Item*> places;
    for (const Item& item : given_items) places.emplace(rules.place_of(item), &item);
    for (const auto& [place, item] : places) {
        const std::vector<Bound> key = rules.row_of(0, *item, "").key();
        std::vector<db::Value> values;
        for (const Bound& one : key)
            if (!one.is_null()) values.push_back(one.value());
        const std::string where = condition(key_columns(table_named(rules.table)), key);
        read_stored_rows(rules,
                         store.query(select_from_ledger(rules, rules.table) + " WHERE " + where + " ORDER BY id",
                                     std::span<const db::Value>(values)),
                         stored);
    }
    return stored;
}

// The number of the last row that a ledger had, in force or not.
inline std::int64_t last_id_of(db::Connection& store, const std::string& table) {
    const auto last = [&](const std::string& name) {
        return store.value<std::int64_t>("SELECT MAX(id) FROM " + name).value_or(0);
    };
    return std::max(last(table), last("past_" + table));
}

// Adds to a ledger what is not in it.
template <class Item, class Moment, class Place>
ImportOutcome::Line bring_into_ledger(Writer& writer, const LedgerRules<Item, Moment, Place>& rules,
                                      const std::vector<Item>& given_items, std::type_identity_t<Moment> now) {
    ImportOutcome::Line line{.table = rules.table};
    if (given_items.empty()) return line;
    const std::vector<Stored<Item>> stored = read_stored_for(writer.store(), rules, given_items);
    refuse_changed(rules, stored);
    LedgerIntake<Item, Moment, Place> intake(rules, stored, given_items, now);
    std::int64_t last_id = last_id_of(writer.store(), rules.table);
    for (const Item& given_item : given_items) {
        const std::optional<Item> item = intake.take(given_item);
        if (item) {
            const Row row = rules.row_of(++last_id, *item, rules.digest(*item));
            writer.look_for_conflict(row);
            writer.add(row);
        }
        ++(!item ? line.same : intake.place_was_stored() ? line.changed : line.added);
    }
    return line;
}

// For verify: which rows are not what was handed in.
template <class Item, class Moment, class Place>
std::vector<std::string> verify_ledger(db::Connection& store, const LedgerRules<Item, Moment, Place>& rules,
                                       From from) {
    std::vector<std::string> problems;
    const std::string table = (from == From::past ? "past_" : "") + std::string(rules.table);
    for (const Stored<Item>& one : read_stored(store, rules, from))
        if (rules.digest(one.item) != one.sha256) problems.push_back(changed_row(table, one.id));
    return problems;
}

// Error(outage) if a row is not what was handed in.
template <class Item, class Moment, class Place>
std::vector<Item> read_ledger(db::Connection& store, const LedgerRules<Item, Moment, Place>& rules) {
    std::vector<Stored<Item>> stored = read_stored(store, rules);
    refuse_changed(rules, stored);
    std::vector<Item> items;
    items.reserve(stored.size());
    for (Stored<Item>& one : stored) items.push_back(std::move(one.item));
    return items;
}

} // namespace qd::inline store
