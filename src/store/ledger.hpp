#pragma once

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace qd::inline store {

// The canonical text of a ledger's row, over which its SHA-256 is taken: each field with its length, so that no two
// different rows have the same text.
class CanonicalText {
public:
    CanonicalText& add(std::string_view field) {
        digest_.add(std::to_string(field.size()) + ":").add(field);
        return *this;
    }
    std::string sha256() { return digest_.finish(); } // once, at the end

private:
    Sha256 digest_;
};

// A row of a ledger as it stands in its table.
template <class Item> struct Stored {
    std::int64_t id = 0;
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
};

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

    // Whether the ledger held a row for the place of the row asked about last, before any was given.
    bool place_was_stored() const { return place_was_stored_; }

private:
    struct Standing {
        std::optional<Item> in_force; // now; none if all that is known is of the future
        bool stored = false;          // the ledger held a row before any was given
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

    // A row of the ledger answers for one given row, so that a ledger which went back to what it said before stays as it is.
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

// Adds to a ledger what is not in it: insert(id, item).
template <class Item, class Moment, class Place, class Insert>
ImportOutcome::Line bring_into_ledger(const LedgerRules<Item, Moment, Place>& rules,
                                      const std::vector<Stored<Item>>& stored, const std::vector<Item>& given_items,
                                      std::type_identity_t<Moment> now, Insert insert) {
    ImportOutcome::Line line{.table = rules.table};
    LedgerIntake<Item, Moment, Place> intake(rules, stored, given_items, now);
    std::int64_t last_id = stored.empty() ? 0 : stored.back().id;
    for (const Item& given_item : given_items) {
        const std::optional<Item> item = intake.take(given_item);
        if (item) insert(++last_id, *item);
        ++(!item ? line.same : intake.place_was_stored() ? line.changed : line.added);
    }
    return line;
}

std::string changed_row(std::string_view table,
                        std::int64_t id); // "targets: row 7 was changed after it was handed in."

// Error(outage) if a row is not what was handed in.
template <class Item, class Moment, class Place>
std::vector<Item> read_ledger(const LedgerRules<Item, Moment, Place>& rules, std::vector<Stored<Item>> stored) {
    std::vector<Item> items;
    items.reserve(stored.size());
    for (Stored<Item>& one : stored) {
        if (rules.digest(one.item) != one.sha256)
            throw Error(Fault::outage, "The store is damaged: " + changed_row(rules.table, one.id) +
                                           " Run quarterday verify, and restore the last sound backup.");
        items.push_back(std::move(one.item));
    }
    return items;
}

// For verify: which rows are not what was handed in.
template <class Item, class Moment, class Place>
std::vector<std::string> verify_ledger(const LedgerRules<Item, Moment, Place>& rules,
                                       const std::vector<Stored<Item>>& stored) {
    std::vector<std::string> problems;
    for (const Stored<Item>& one : stored)
        if (rules.digest(one.item) != one.sha256) problems.push_back(changed_row(rules.table, one.id));
    return problems;
}

} // namespace qd::inline store
