#include "store/past.hpp"

#include "domain/past_tables.hpp"
#include "store/db/transaction.hpp"
#include "store/fields.hpp"
#include "store/migrations.hpp"
#include "store/rows.hpp"
#include "store/state.hpp"

#include <algorithm>
#include <iterator>

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

// When each act was done; never earlier than the act before it, whatever the clock said.
std::vector<Instant> moments_of_acts(db::Connection& store, std::int64_t last) {
    std::vector<Instant> moments(static_cast<std::size_t>(last) + 1);
    for (auto row : store.query("SELECT number, at FROM acts WHERE number <= $1 ORDER BY number", last)) {
        const std::size_t number = row.get<std::size_t>(0);
        moments.at(number) = std::max(moments.at(number - 1), Instant(row.get<std::int64_t>(1)));
    }
    return moments;
}

class PastReader {
public:
    PastReader(db::Connection& store, std::int64_t act, const Clock& clock)
        : store_(store), act_(act), clock_(clock), moments_(moments_of_acts(store, act)) {}

    Past read() {
        each_past([&](auto member) { read_table(member); });
        for (const StoredRow& row : ended_rows(table_named("settings")))
            past_.settings_texts.emplace_back(stood(row), row.row.value("text").text.value_or(""));
        return std::move(past_);
    }

private:
    // Those that had ended by then, by key, then act.
    std::vector<StoredRow> ended_rows(const Table& table) const {
        std::vector<StoredRow> ended = rows_with(store_, table, From::past, {}, {});
        std::erase_if(ended, [&](const StoredRow& row) { return *row.ended_by > act_; });
        for (const StoredRow& row : ended)
            if (!is_sound(row) || row.act < 1 || row.act > *row.ended_by)
                refuse_damaged("past_" + changed_row(row.row));
        return ended;
    }

    Stood stood(const StoredRow& row) const {
        const auto moment = [&](std::int64_t act) { return moments_.at(static_cast<std::size_t>(act)); };
        return {moment(row.act), moment(*row.ended_by), row.withdrawn.has_value()};
    }

    // One table cannot contain several versions of a key, so they are put there one layer after the other, and read by the code
    // that reads the rows in force.
    template <class T, class Part> void read_table(std::vector<T> Part::*member) {
        const Table& table = table_named(table_name<T>);
        std::vector<StoredRow> heads = ended_rows(table);
        if (heads.empty()) return;
        if (is_of_ledger<T>()) {
            std::ranges::sort(heads, {}, [](const StoredRow& row) { return row.row.value("id").number; });
            read_layer(member, heads, [](std::size_t place, const T&) { return place; });
            return;
        }
        std::ranges::stable_sort(heads, {}, &StoredRow::act);
        std::map<std::string, std::size_t> versions;
        std::vector<std::vector<StoredRow>> layers;
        for (StoredRow& head : heads) {
            const std::size_t layer = versions[key_of_stored<T>(head)]++;
            if (layer == layers.size()) layers.emplace_back();
            layers[layer].push_back(std::move(head));
        }
        for (const std::vector<StoredRow>& layer : layers) {
            std::map<std::string, std::size_t> places;
            for (std::size_t i = 0; i < layer.size(); ++i) places[key_of_stored<T>(layer[i])] = i;
            read_layer(member, layer, [&](std::size_t, const T& row) { return places.at(key_of_row(row)); });
        }
    }

    // `place_of` says which of the heads a row was read from.
    template <class T, class Part, class PlaceOf>
    void read_layer(std::vector<T> Part::*member, const std::vector<StoredRow>& heads, PlaceOf place_of) {
        const Table& table = table_named(table_name<T>);
        db::Connection& memory = empty_store();
        const db::Transaction layer(memory, db::Purpose::migrate); // without references, and rolled back at the end
        for (const StoredRow& head : heads) put(memory, head);
        put_parts(memory, table, heads);
        Content read;
        std::ranges::find(nouns(), table_name<T>, &Noun::table)->read(memory, read);
        std::vector<T>& rows = read.*member;
        std::vector<Stood>& lives = past_.stood[std::string(table.name)];
        for (std::size_t i = 0; i < rows.size(); ++i) lives.push_back(stood(heads.at(place_of(i, rows[i]))));
        std::ranges::move(rows, std::back_inserter(past_.rows.*member));
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

    db::Connection& empty_store() {
        if (!memory_) memory_.emplace(make_store_in_memory(clock_, [](db::Connection&) {}));
        return *memory_;
    }

    db::Connection& store_;
    std::int64_t act_;
    const Clock& clock_;
    std::vector<Instant> moments_; // by the number of the act
    Past past_;
    std::optional<db::Connection> memory_;
    std::map<std::string, std::map<std::pair<std::string, std::int64_t>, std::vector<StoredRow>>> parts_; // by table
};

} // namespace

Past read_past(db::Connection& store, std::int64_t act, const Clock& clock) {
    return PastReader(store, act, clock).read();
}

} // namespace qd::inline store
