#include "base/error.hpp"
#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"
#include "store/return_body.hpp"
#include "store/return_intake.hpp"

#include <map>
#include <utility>

namespace qd::inline store {
namespace {

std::string digest(const Return& handed_in, const std::string& body) {
    return CanonicalText()
        .add(handed_in.measure.text())
        .add(handed_in.known_at ? print(*handed_in.known_at) : "")
        .add(print(handed_in.state))
        .add(handed_in.handed_in_by)
        .add(handed_in.signed_off_by)
        .add(handed_in.source)
        .add(handed_in.source_sha256)
        .add(handed_in.reason)
        .add(body)
        .sha256();
}

std::string next_in_chain(const std::string& before, const std::string& sha256) {
    return CanonicalText().add(before).add(sha256).sha256();
}

constexpr auto select_returns = "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                                "source_sha256, reason, rows, body, sha256, chain "
                                "FROM returns ORDER BY id";
constexpr auto select_of_measure = "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                                   "source_sha256, reason, rows, body, sha256, chain "
                                   "FROM returns WHERE measure = $1 ORDER BY id";

struct StoredReturn {
    std::int64_t id = 0, rows = 0;
    std::string body, sha256, chain; // the body compressed
    Return handed_in;                // without its observations
};

StoredReturn read_row(const db::Row& row) {
    FieldReader read(row);
    StoredReturn stored;
    stored.id = read.integer();
    stored.handed_in.measure = read.code<MeasureCode>();
    stored.handed_in.known_at = Instant(read.integer());
    stored.handed_in.state = read.word(parse_return_state);
    stored.handed_in.handed_in_by = read.text();
    stored.handed_in.signed_off_by = read.text();
    stored.handed_in.source = read.text();
    stored.handed_in.source_sha256 = read.text();
    stored.handed_in.reason = read.text();
    stored.rows = read.integer();
    stored.body = read.bytes();
    stored.sha256 = read.text();
    stored.chain = read.text();
    return stored;
}

// Error(outage) if it is not what was handed in.
Return opened(StoredReturn stored) {
    const std::string body = decompress(stored.body);
    if (digest(stored.handed_in, body) != stored.sha256)
        throw Error(Fault::outage, "The store is damaged: " + changed_row("returns", stored.id) +
                                       " Run quarterday verify, and restore the last sound backup.");
    stored.handed_in.observations = decode(body);
    return std::move(stored.handed_in);
}

// What the ledger holds of each measure of which something is given.
std::map<MeasureCode, ReturnIntake> make_intakes(db::Connection& store, const std::vector<Return>& given_returns,
                                                 Instant now) {
    constexpr auto select_hashes = "SELECT sha256 FROM returns WHERE measure = $1";
    std::map<MeasureCode, ReturnIntake> intakes;
    for (const Return& given_return : given_returns)
        intakes.try_emplace(given_return.measure, now).first->second.hear(given_return);
    for (auto& [measure, intake] : intakes) {
        for (auto row : store.query(select_hashes, measure.text())) intake.know(row.get<std::string>(0));
        if (!intake.needs_cells()) continue;
        for (auto row : store.query(select_of_measure, measure.text())) intake.know(opened(read_row(row)));
    }
    return intakes;
}

struct LedgerEnd {
    std::int64_t id = 0;
    std::string chain;
};

LedgerEnd end_of_ledger(db::Connection& store) {
    constexpr auto sql = "SELECT id, chain FROM returns ORDER BY id DESC LIMIT 1";
    for (auto row : store.query(sql)) return {row.get<std::int64_t>(0), row.get<std::string>(1)};
    return {};
}

void insert_return(db::Connection& store, const LedgerEnd& place, const Return& handed_in, const std::string& body,
                   const std::string& sha256) {
    constexpr auto insert = "INSERT INTO returns (id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                            "source_sha256, reason, rows, body, sha256, chain) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    const std::string compressed = compress(body);
    store.execute(insert, place.id, handed_in.measure.text(), handed_in.known_at->seconds(), print(handed_in.state),
                  given(handed_in.handed_in_by), given(handed_in.signed_off_by), given(handed_in.source),
                  given(handed_in.source_sha256), given(handed_in.reason),
                  static_cast<std::int64_t>(handed_in.observations.size()), db::as_blob(compressed), sha256,
                  place.chain);
}

} // namespace

std::vector<Return> read_returns(db::Connection& store) {
    std::vector<Return> returns;
    for (auto row : store.query(select_returns)) returns.push_back(opened(read_row(row)));
    return returns;
}

Line bring_returns(db::Connection& store, const std::vector<Return>& given_returns, Instant now) {
    Line line{.table = "returns"};
    if (given_returns.empty()) return line;
    auto intakes = make_intakes(store, given_returns, now);
    LedgerEnd end = end_of_ledger(store);
    for (const Return& given_return : given_returns) {
        Return dated = given_return;
        if (!dated.known_at) dated.known_at = now;
        const std::string body = encode(dated.observations);
        const std::string sha256 = digest(dated, body);
        if (!intakes.at(given_return.measure).is_new(given_return, sha256)) {
            ++line.same;
            continue;
        }
        end = {end.id + 1, next_in_chain(end.chain, sha256)};
        insert_return(store, end, dated, body, sha256);
        ++line.added;
    }
    return line;
}

std::vector<std::string> verify_returns(db::Connection& store) {
    std::vector<std::string> problems;
    std::optional<std::string> chain = ""; // of the row before, where that could be read: one break is told once
    std::int64_t number = 0;
    for (auto row : store.query(select_returns)) {
        const std::string name = "returns: row " + std::to_string(++number);
        const auto before = std::exchange(chain, std::nullopt);
        try {
            const StoredReturn stored = read_row(row);
            chain = stored.chain;
            if (before && next_in_chain(*before, stored.sha256) != stored.chain)
                problems.push_back(name + " is not where it was in the ledger: it, or a row before it, was changed, "
                                          "taken out, added or moved.");
            const std::string body = decompress(stored.body);
            if (digest(stored.handed_in, body) != stored.sha256)
                problems.push_back(changed_row("returns", stored.id));
            else if (decode(body).size() != static_cast<std::size_t>(stored.rows))
                problems.push_back(name + " does not hold as many figures as it says.");
        } catch (const Error& error) {
            problems.push_back(name + ": " + error.what());
        }
    }
    return problems;
}

} // namespace qd::inline store
