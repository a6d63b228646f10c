#include "store/past.hpp"

#include "domain/past_tables.hpp"
#include "store/db/transaction.hpp"
#include "store/fields.hpp"
#include "store/migrations.hpp"
#include "store/rows.hpp"
#include "store/state.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace qd::inline store {
namespace {

// The same key that key_of_row gives for the row read from it.
template <class T> std::string key_of_stored(const StoredRow& stored) {
    std::string text;
    for (const Bound& one : stored.row.key()) {
        if constexpr (requires(const T& row) { row.code.text(); }) return one.text.value_or("");
        text += (one.number ? std::to_string(*one.number) : one.text.value_or("")) + '\x1f';
    }
    return text;
}

// When each act was done, from the last one of these on; never earlier than the act before it, whatever the clock said.
void add_moments(std::vector<Instant>& moments, db::Connection& store, std::int64_t last) {
    if (moments.empty()) moments.emplace_back(); // no act has the number 0
    const auto first = static_cast<std::int64_t>(moments.size());
    moments.resize(std::max(moments.size(), static_cast<std::size_t>(last) + 1));
    constexpr auto select = "SELECT number, at FROM acts WHERE number >= $1 AND number <= $2 ORDER BY number";
    for (auto row : store.query(select, first, last)) {
        const std::size_t number = row.get<std::size_t>(0);
        moments.at(number) = std::max(moments.at(number - 1), Instant(row.get<std::int64_t>(1)));
    }
}

// What ended after one act and up to another.
class EndedRows {
public:
    EndedRows(db::Connection& store, std::int64_t after, std::int64_t until, const std::vector<Instant>& moments,
              std::function<db::Connection&()> empty_store)
        : store_(store), after_(after), until_(until), moments_(moments), empty_store_(std::move(empty_store)) {}

    PastRows read(const PastReader::Tables& tables) {
        const auto may_have_any = [&](std::string_view table) {
            return !tables || tables->contains(std::string(table));
        };
        each_past([&](auto member) {
            if (may_have_any(table_name<RowIn<decltype(member)>>)) read_table(member);
        });
        if (may_have_any("settings"))
            for (const StoredRow& row : ended_rows(table_named("settings")))
                past_.settings_texts.emplace_back(stood(row), row.row.value("text").text.value_or(""));
        return std::move(past_);
    }

private:
    std::vector<StoredRow> ended_rows(const Table& table) const {
        std::vector<StoredRow> ended = rows_ended(store_, table, after_, until_);
        for (const StoredRow& row : ended)
            if (!is_sound(row) || row.act < 1 || row.act > *row.ended_by)
                refuse_damaged("past_" + changed_row(row.row));
        std::ranges::stable_sort(ended, {}, &StoredRow::ended_by);
        return ended;
    }

    Stood stood(const StoredRow& row) const {
        const auto moment = [&](std::int64_t act) { return moments_.at(static_cast<std::size_t>(act)); };
        return {moment(row.act), moment(*row.ended_by), row.withdrawn.has_value()};
    }

    template <class T> struct Ended {
        std::int64_t act = 0; // that ended it
        std::string key;
        Stood stood;
        T row;
    };

    // One table cannot contain several versions of a key, so they are put there one layer after the other, and read by the code
    // that reads the rows in force.
    template <class T, class Part> void read_table(std::vector<T> Part::*member) {
        std::vector<StoredRow> heads = ended_rows(table_named(table_name<T>));
        std::vector<Ended<T>> ended;
        if (is_of_ledger<T>()) {
            std::ranges::sort(heads, {}, [](const StoredRow& row) { return row.row.value("id").number; });
            read_layer(member, heads, ended, [](std::size_t place, const T&) { return place; });
        } else {
            std::ranges::stable_sort(heads, {}, &StoredRow::act);
            for (const std::vector<StoredRow>& layer : layers_of<T>(std::move(heads))) {
                std::map<std::string, std::size_t> places;
                for (std::size_t i = 0; i < layer.size(); ++i) places[key_of_stored<T>(layer[i])] = i;
                read_layer(member, layer, ended, [&](std::size_t, const T& row) { return places.at(key_of_row(row)); });
            }
        }
        std::ranges::stable_sort(ended, {},
                                 [](const Ended<T>& one) { return std::tie(one.act, one.stood.number, one.key); });
        for (Ended<T>& one : ended) {
            past_.stood[std::string(table_name<T>)].push_back(one.stood);
            (past_.rows.*member).push_back(std::move(one.row));
        }
    }

    // The first version of each key, then the second ones, and so on.
    template <class T> static std::vector<std::vector<StoredRow>> layers_of(std::vector<StoredRow> heads) {
        std::map<std::string, std::size_t> versions;
        std::vector<std::vector<StoredRow>> layers;
        for (StoredRow& head : heads) {
            const std::size_t layer = versions[key_of_stored<T>(head)]++;
            if (layer == layers.size()) layers.emplace_back();
            layers[layer].push_back(std::move(head));
        }
        return layers;
    }

    // `place_of` says which of the heads a row was read from.
    template <class T, class Part, class PlaceOf>
    void read_layer(std::vector<T> Part::*member, const std::vector<StoredRow>& heads, std::vector<Ended<T>>& ended,
                    PlaceOf place_of) {
        if (heads.empty()) return;
        const Table& table = table_named(table_name<T>);
        db::Connection& memory = empty_store_();
        const db::Transaction layer(memory, db::Purpose::migrate); // without references, and rolled back at the end
        for (const StoredRow& head : heads) put(memory, head);
        put_parts(memory, table, heads);
        Content read;
        std::ranges::find(nouns(), table_name<T>, &Noun::table)->read(memory, read);
        std::vector<T>& rows = read.*member;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const StoredRow& head = heads.at(place_of(i, rows[i]));
            Ended<T>& one = ended.emplace_back(Ended<T>{*head.ended_by, key_of_row(rows[i]), stood(head), {}});
            if (is_of_ledger<T>()) one.stood.number = head.row.value("id").number.value_or(0);
            one.row = std::move(rows[i]);
        }
    }

    // Parts written with a row belong to it.
    void put_parts(db::Connection& memory, const Table& table, const std::vector<StoredRow>& heads) {
        for (const Table* part : with_parts(table)) {
            if (part == &table) continue;
            const auto [found, is_new] = parts_.try_emplace(part->name);
            if (is_new)
                for (StoredRow& row : ended_rows(*part))
                    found->second[{row.row.values.front().text.value_or(""), row.act}].push_back(std::move(row));
            for (const StoredRow& head : heads) {
                const auto rows = found->second.find({head.row.values.front().text.value_or(""), head.act});
                if (rows == found->second.end()) continue;
                for (const StoredRow& row : rows->second) put(memory, row);
            }
        }
    }

    static void put(db::Connection& memory, const StoredRow& stored) {
        const Table& table = *stored.row.table;
        std::vector<db::Value> values = values_of(stored.row.values);
        values.emplace_back(stored.act);
        if (table.guard == Guard::hashed) values.emplace_back(std::string_view(stored.sha256));
        memory.execute(insert_into(table.name, names_of(table.columns), values.size()),
                       std::span<const db::Value>(values));
    }

    db::Connection& store_;
    std::int64_t after_, until_;
    const std::vector<Instant>& moments_; // by the number of the act
    std::function<db::Connection&()> empty_store_;
    PastRows past_;
    std::map<std::string, std::map<std::pair<std::string, std::int64_t>, std::vector<StoredRow>>> parts_; // by table
};

} // namespace

db::Connection& PastReader::empty_store() {
    if (!memory_) memory_.emplace(make_store_in_memory(clock_, [](db::Connection&) {}));
    return *memory_;
}

Past PastReader::read(db::Connection& store, std::int64_t act, Past before, const Tables& tables) {
    const auto after = static_cast<std::int64_t>(before.moments.empty() ? 0 : before.moments.size() - 1);
    Past past = std::move(before);
    add_moments(past.moments, store, act);
    add_later(past, EndedRows(store, after, act, past.moments, [this]() -> db::Connection& {
                        return empty_store();
                    }).read(tables));
    return past;
}

} // namespace qd::inline store
