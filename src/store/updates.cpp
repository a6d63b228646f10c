#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"

#include <tuple>
#include <utility>
#include <vector>

namespace qd::inline store {
namespace {

std::string status_word(const Update& update) {
    return update.status ? std::string(print(update.status->status)) : std::string();
}

template <class Enum> std::string word_if(const std::optional<Enum>& value) {
    return value ? std::string(print(*value)) : std::string();
}

// What a later step of sql/ added.
std::vector<std::pair<std::string, std::string>> later_parts(const Update& update) {
    return {{"status_name", update.status ? update.status->name : std::string()},
            {"outlook", word_if(update.outlook)},
            {"direction_previous", word_if(update.direction_previous)},
            {"change_previous", update.change_previous},
            {"direction_last_year", word_if(update.direction_last_year)},
            {"change_last_year", update.change_last_year}};
}

std::string digest(const Update& update) {
    CanonicalText text;
    text.add(print(update.subject))
        .add(print(update.period))
        .add(status_word(update))
        .add(update.narrative)
        .add(update.reason)
        .add(update.by)
        .add(update.known_at ? print(*update.known_at) : "");
    for (const auto& [name, value] : later_parts(update)) // rows of before keep their hash
        if (!value.empty()) text.add(name).add(value);
    return text.sha256();
}

constexpr auto select_updates =
    "SELECT id, sha256, subject, period, status, narrative, reason, made_by, known_at, status_name, outlook, "
    "direction_previous, change_previous, direction_last_year, change_last_year FROM updates ORDER BY id";

// None for an empty text.
template <class Enum, class Parse>
std::optional<Enum> read_word_if(FieldReader& read, Parse parse, std::string_view column) {
    const std::string word = read.text();
    if (word.empty()) return {};
    return known(parse(word), column, word);
}

std::vector<Stored<Update>> read_stored(db::Connection& store) {
    std::vector<Stored<Update>> stored;
    for (auto row : store.query(select_updates)) {
        FieldReader read(row);
        Stored<Update> one{.id = read.integer(), .sha256 = read.text(), .item = {}};
        Update& update = one.item;
        update.subject = read.word(parse_subject);
        update.period = read.period();
        const std::string status = read.text();
        if (!status.empty()) update.status = known(parse_status(status), "updates.status", status);
        update.narrative = read.text();
        update.reason = read.text();
        update.by = read.text();
        update.known_at = Instant(read.integer());
        const std::string name = read.text();
        if (update.status) update.status->name = name;
        update.outlook = read_word_if<Outlook>(read, parse_outlook, "updates.outlook");
        update.direction_previous = read_word_if<Direction>(read, parse_direction, "updates.direction_previous");
        update.change_previous = read.text();
        update.direction_last_year = read_word_if<Direction>(read, parse_direction, "updates.direction_last_year");
        update.change_last_year = read.text();
        stored.push_back(std::move(one));
    }
    return stored;
}

using Place = std::tuple<Subject, Period>;
Place place_of(const Update& update) { return {update.subject, update.period}; }

void insert_update(db::Connection& store, std::int64_t id, const Update& update) {
    constexpr auto insert =
        "INSERT INTO updates (id, sha256, subject, period, status, narrative, reason, made_by, known_at, status_name, "
        "outlook, direction_previous, change_previous, direction_last_year, change_last_year) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    store.execute(insert, id, digest(update), print(update.subject), print(update.period), given(status_word(update)),
                  given(update.narrative), given(update.reason), given(update.by), update.known_at->seconds(),
                  given(update.status ? update.status->name : std::string()), given(word_if(update.outlook)),
                  given(word_if(update.direction_previous)), given(update.change_previous),
                  given(word_if(update.direction_last_year)), given(update.change_last_year));
}

const LedgerRules<Update, Instant, Place> rules{"updates", place_of, &Update::known_at, digest, Precedence::by_moment};

} // namespace

std::vector<Update> read_updates(db::Connection& store) { return read_ledger(rules, read_stored(store)); }

Line bring_updates(db::Connection& store, const std::vector<Update>& given_updates, Instant now) {
    return bring_into_ledger(rules, read_stored(store), given_updates, now,
                             [&](std::int64_t id, const Update& update) { insert_update(store, id, update); });
}

std::vector<std::string> verify_updates(db::Connection& store) { return verify_ledger(rules, read_stored(store)); }

} // namespace qd::inline store
