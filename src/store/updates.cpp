#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"

#include <tuple>

namespace qd::inline store {
namespace {

std::string status_word(const Update& update) {
    return update.status ? std::string(print(*update.status)) : std::string();
}

std::string digest(const Update& update) {
    return CanonicalText()
        .add(print(update.subject))
        .add(print(update.period))
        .add(status_word(update))
        .add(update.narrative)
        .add(update.reason)
        .add(update.by)
        .add(update.known_at ? print(*update.known_at) : "")
        .sha256();
}

constexpr auto select_updates =
    "SELECT id, sha256, subject, period, status, narrative, reason, made_by, known_at FROM updates ORDER BY id";

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
        stored.push_back(std::move(one));
    }
    return stored;
}

using Place = std::tuple<Subject, Period>;
Place place_of(const Update& update) { return {update.subject, update.period}; }

void insert_update(db::Connection& store, std::int64_t id, const Update& update) {
    constexpr auto insert =
        "INSERT INTO updates (id, sha256, subject, period, status, narrative, reason, made_by, known_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    store.execute(insert, id, digest(update), print(update.subject), print(update.period), given(status_word(update)),
                  given(update.narrative), given(update.reason), given(update.by), update.known_at->seconds());
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
