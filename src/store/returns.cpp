#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"
#include "store/return_body.hpp"

#include <map>
#include <set>
#include <tuple>

namespace qd::inline store {
namespace {

std::string digest(const Return& handed_in, const std::string& body) {
    return CanonicalText()
        .add(handed_in.measure.text()).add(print(handed_in.known_at.value_or(Instant()))).add(print(handed_in.state))
        .add(handed_in.handed_in_by).add(handed_in.signed_off_by).add(handed_in.source).add(handed_in.source_sha256)
        .add(handed_in.reason).add(body)
        .sha256();
}

std::string next_in_chain(const std::string& before, const std::string& sha256) {
    return CanonicalText().add(before).add(sha256).sha256();
}

constexpr auto select_returns =
    "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, source_sha256, reason, rows, sha256, chain, body "
    "FROM returns ORDER BY id";

struct StoredReturn {
    std::int64_t id = 0, rows = 0;
    std::string sha256, chain, body; // the body uncompressed
    Return handed_in;                // without its observations, which decode(body) gives
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
    stored.sha256 = read.text();
    stored.chain = read.text();
    constexpr int body_column = 12;
    stored.body = decompress(db::as_text(row.get<db::BlobView>(body_column)));
    return stored;
}

// What counts of a measure now, cell by cell: the newest, the later in the ledger where two are of the same moment.
using Place = std::tuple<AreaCode, Period>;
class InForce {
public:
    explicit InForce(const std::vector<Return>& returns) {
        for (const Return& handed_in : returns) add(handed_in);
    }
    void add(const Return& handed_in) {
        if (!counts(handed_in.state)) return;
        auto& cells = measures_[handed_in.measure];
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            Observation observation = handed_in.observations.at(row);
            Known& cell = cells[{observation.area, observation.period}];
            if (cell.known_at && *cell.known_at > *handed_in.known_at) continue;
            cell = {handed_in.known_at, std::move(observation)};
        }
    }
    bool says_already(const Return& handed_in) const {
        const auto cells = measures_.find(handed_in.measure);
        if (cells == measures_.end()) return false;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            const Observation observation = handed_in.observations.at(row);
            const auto cell = cells->second.find({observation.area, observation.period});
            if (cell == cells->second.end() || cell->second.observation != observation) return false;
        }
        return true;
    }

private:
    struct Known {
        std::optional<Instant> known_at;
        Observation observation;
    };
    std::map<MeasureCode, std::map<Place, Known>> measures_;
};

struct Ledger {
    std::int64_t last_id = 0;
    std::string chain;
    std::set<std::string> digests;
};

Ledger read_ledger(db::Connection& store) {
    constexpr auto sql = "SELECT id, sha256, chain FROM returns ORDER BY id";
    Ledger ledger;
    for (auto row : store.query(sql)) {
        ledger.last_id = row.get<std::int64_t>(0);
        ledger.digests.insert(row.get<std::string>(1));
        ledger.chain = row.get<std::string>(2);
    }
    return ledger;
}

void insert_return(db::Connection& store, Ledger& ledger, const Return& handed_in, const std::string& body, const std::string& sha256) {
    constexpr auto insert =
        "INSERT INTO returns (id, measure, known_at, state, handed_in_by, signed_off_by, source, source_sha256, reason, rows, body, sha256, chain) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    const std::string compressed = compress(body);
    ledger.chain = next_in_chain(ledger.chain, sha256);
    store.execute(insert, ++ledger.last_id, handed_in.measure.text(), handed_in.known_at->seconds(), print(handed_in.state),
                  given(handed_in.handed_in_by), given(handed_in.signed_off_by), given(handed_in.source), given(handed_in.source_sha256),
                  given(handed_in.reason), static_cast<std::int64_t>(handed_in.observations.size()), db::as_blob(compressed), sha256, ledger.chain);
    ledger.digests.insert(sha256);
}

} // namespace

std::vector<Return> read_returns(db::Connection& store) {
    std::vector<Return> returns;
    for (auto row : store.query(select_returns)) {
        StoredReturn stored = read_row(row);
        stored.handed_in.observations = decode(stored.body);
        returns.push_back(std::move(stored.handed_in));
    }
    return returns;
}

Line bring_returns(db::Connection& store, const std::vector<Return>& given_returns, Instant now) {
    Line line{.table = "returns"};
    if (given_returns.empty()) return line;
    Ledger ledger = read_ledger(store);
    InForce in_force(read_returns(store));
    for (Return handed_in : given_returns) {
        const bool repeats = !handed_in.known_at && in_force.says_already(handed_in);
        if (!handed_in.known_at) handed_in.known_at = now;
        const std::string body = encode(handed_in.observations);
        const std::string sha256 = digest(handed_in, body);
        if (repeats || ledger.digests.contains(sha256)) {
            ++line.same;
            continue;
        }
        insert_return(store, ledger, handed_in, body, sha256);
        in_force.add(handed_in);
        ++line.added;
    }
    return line;
}

std::vector<std::string> verify_returns(db::Connection& store) {
    std::vector<std::string> problems;
    std::vector<std::int64_t> ids;
    std::string chain;
    for (auto row : store.query(select_returns)) {
        const std::int64_t id = row.get<std::int64_t>(0);
        const std::string name = "returns: row " + std::to_string(id);
        ids.push_back(id);
        const std::string sha256 = row.get<std::string>(10);
        chain = next_in_chain(chain, sha256);
        if (row.get<std::string>(11) != chain) problems.push_back(name + " is not where it was in the ledger: a row before it was taken out, added or moved.");
        chain = row.get<std::string>(11); // one break is told once
        try {
            const StoredReturn stored = read_row(row);
            if (digest(stored.handed_in, stored.body) != sha256) problems.push_back(name + " was changed after it was handed in.");
            else if (decode(stored.body).size() != static_cast<std::size_t>(stored.rows)) problems.push_back(name + " does not hold as many figures as it says.");
        } catch (const Error& error) {
            problems.push_back(name + ": " + error.what());
        }
    }
    std::ranges::copy(missing_numbers(ids, "returns"), std::back_inserter(problems));
    return problems;
}

} // namespace qd::inline store
