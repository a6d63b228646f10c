#include "base/error.hpp"
#include "base/parallel.hpp"
#include "store/fields.hpp"
#include "store/history.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"
#include "store/return_body.hpp"
#include "store/return_intake.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace qd::inline store {
namespace {

// Where cells were noted, these count too; to tell returns apart they are left out.
std::string digest(const Return& handed_in, Instant known_at, std::string_view body, std::string_view cells = {}) {
    CanonicalText text;
    text.add(handed_in.measure.text())
        .add(print(known_at))
        .add(print(handed_in.state))
        .add(handed_in.handed_in_by)
        .add(handed_in.signed_off_by)
        .add(handed_in.source)
        .add(handed_in.source_sha256)
        .add(handed_in.reason)
        .add(body);
    if (!cells.empty()) text.add("cells").add(cells);
    return text.sha256();
}

std::string next_in_chain(const std::string& before, const std::string& sha256) {
    return CanonicalText().add(before).add(sha256).sha256();
}

constexpr auto select_returns = "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                                "source_sha256, reason, rows, body, sha256, chain, cells "
                                "FROM returns ORDER BY id";
constexpr auto select_later = "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                              "source_sha256, reason, rows, body, sha256, chain, cells "
                              "FROM returns WHERE id > $1 ORDER BY id";
constexpr auto select_of_measure = "SELECT id, measure, known_at, state, handed_in_by, signed_off_by, source, "
                                   "source_sha256, reason, rows, body, sha256, chain, cells "
                                   "FROM returns WHERE measure = $1 ORDER BY id";

struct StoredReturn {
    std::int64_t id = 0, rows = 0;
    std::string body, sha256, chain, cells; // body and cells compressed
    Return handed_in;                       // without its observations
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
    stored.cells = read.bytes_if();
    return stored;
}

std::string cells_of(const StoredReturn& stored) { return stored.cells.empty() ? "" : decompress(stored.cells); }

// The body as it was handed in; Error(outage) if it is not.
std::string opened_body(const StoredReturn& stored) {
    std::string body = decompress(stored.body);
    if (digest(stored.handed_in, *stored.handed_in.known_at, body, cells_of(stored)) != stored.sha256)
        throw Error(Fault::outage, "The store is damaged: " + changed_row("returns", stored.id) +
                                       " Run quarterday verify, and restore the last sound backup.");
    return body;
}

std::vector<StoredReturn> read_rows(db::Query rows) {
    std::vector<StoredReturn> stored;
    for (auto row : rows) stored.push_back(read_row(row));
    return stored;
}

// Whether they are what was handed in is seen on the way.
std::vector<Return> opened(std::vector<StoredReturn> stored) {
    std::vector<Return> returns(stored.size());
    in_parallel(stored.size(), [&](std::size_t i) {
        Observations observations = decode(opened_body(stored[i]));
        if (!stored[i].cells.empty()) observations = with_cells(observations, cells_of(stored[i]));
        returns[i] = std::move(stored[i].handed_in);
        returns[i].observations = std::move(observations);
        stored[i].body = stored[i].cells = {};
    });
    return returns;
}

// Informs an intake of a return in the ledger: its hash as is_new() asks for it, which differs from the stored
// one if the return was written in an older version of the format; and its cells if needed.
void tell(ReturnIntake& intake, StoredReturn stored) {
    const std::string body = opened_body(stored);
    const bool current = is_of_this_version(body);
    const auto hash_of = [&](std::string_view bytes) {
        return digest(stored.handed_in, *stored.handed_in.known_at, bytes);
    };
    if (!current || intake.needs_cells()) stored.handed_in.observations = decode(body);
    intake.know(!current               ? hash_of(encode(stored.handed_in.observations))
                : stored.cells.empty() ? stored.sha256
                                       : hash_of(body));
    if (intake.needs_cells()) intake.know(std::move(stored.handed_in));
}

using Intakes = std::map<MeasureCode, ReturnIntake>;

// What the ledger has for each measure with something given.
Intakes make_intakes(db::Connection& store, const std::vector<Return>& given_returns, Instant now) {
    Intakes intakes;
    for (const Return& given_return : given_returns)
        intakes.try_emplace(given_return.measure, now).first->second.hear(given_return);
    std::vector<std::pair<ReturnIntake*, std::vector<StoredReturn>>> known;
    for (auto& [measure, intake] : intakes)
        known.emplace_back(&intake, read_rows(store.query(select_of_measure, measure.text())));
    in_parallel(known.size(), [&](std::size_t i) {
        for (StoredReturn& stored : known[i].second) tell(*known[i].first, std::move(stored));
    });
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

// A given return as it goes into its row.
struct WrittenReturn {
    Instant known_at;
    std::string body, cells, sha256; // body and cells compressed
    std::string identity;            // by which it is looked for in the ledger: the hash without its cells
};

WrittenReturn write(const Return& given_return, Instant now) {
    const Instant known_at = given_return.known_at.value_or(now);
    const std::string body = encode(given_return.observations), cells = encode_cells(given_return.observations);
    std::string identity = digest(given_return, known_at, body);
    std::string sha256 = cells.empty() ? identity : digest(given_return, known_at, body, cells);
    return {known_at, compress(body), cells.empty() ? "" : compress(cells), std::move(sha256), std::move(identity)};
}

void insert_return(Writer& writer, const LedgerEnd& place, const Return& handed_in, const WrittenReturn& written) {
    writer.add(Row::of("returns", place.id, handed_in.measure.text(), written.known_at.seconds(),
                       print(handed_in.state), given(handed_in.handed_in_by), given(handed_in.signed_off_by),
                       given(handed_in.source), given(handed_in.source_sha256), given(handed_in.reason),
                       static_cast<std::int64_t>(handed_in.observations.size()), db::as_blob(written.body),
                       written.sha256, place.chain,
                       written.cells.empty() ? std::optional<db::BlobView>() : db::as_blob(written.cells)));
}

// The cells that another act handed in since the generation that this one was made from.
void look_for_conflict(Writer& writer, const Return& given_return) {
    if (!writer.act().based_on) return;
    constexpr auto select = "SELECT id, act FROM returns WHERE measure = $1 AND act > $2 AND act < $3 ORDER BY id";
    db::Connection& store = writer.store();
    std::map<std::int64_t, std::int64_t> acts; // by the number of the return
    for (auto row : store.query(select, given_return.measure.text(), *writer.act().based_on, writer.act().number))
        acts[row.get<std::int64_t>(0)] = row.get<std::int64_t>(1);
    if (acts.empty()) return;
    std::set<std::pair<AreaCode, Period>> cells;
    for (std::size_t i = 0; i < given_return.observations.size(); ++i) {
        const Observation cell = given_return.observations.at(i);
        cells.emplace(cell.area, cell.period);
    }
    for (const StoredReturn& stored : read_rows(store.query(select_of_measure, given_return.measure.text()))) {
        if (!acts.contains(stored.id)) continue;
        const Observations there = decode(opened_body(stored));
        for (std::size_t i = 0; i < there.size(); ++i) {
            const Observation cell = there.at(i);
            if (!cells.contains({cell.area, cell.period})) continue;
            const std::string name = "returns " + given_return.measure.text() + ", " +
                                     (cell.area.empty() ? "" : cell.area.text() + ", ") + print(cell.period);
            writer.conflict(told_of_change(store, name, acts.at(stored.id), "it was handed in again"));
        }
    }
}

// What is wrong with a row on its own; "" = nothing.
std::string problem_of(const StoredReturn& stored, const std::string& name) {
    try {
        const std::string body = decompress(stored.body), cells = cells_of(stored);
        if (digest(stored.handed_in, *stored.handed_in.known_at, body, cells) != stored.sha256)
            return changed_row("returns", stored.id);
        const Observations observations = decode(body);
        if (observations.size() != static_cast<std::size_t>(stored.rows))
            return name + " does not have as many figures as it says.";
        static_cast<void>(with_cells(observations, cells));
        return "";
    } catch (const Error& error) {
        return name + ": " + error.what();
    }
}

} // namespace

std::vector<Return> read_returns(db::Connection& store) { return opened(read_rows(store.query(select_returns))); }

std::optional<std::vector<Return>> read_returns_after(db::Connection& store, std::size_t first) {
    constexpr auto select_chain = "SELECT chain FROM returns WHERE id = $1";
    auto number = static_cast<std::int64_t>(first);
    std::string chain = store.value<std::string>(select_chain, number).value_or("");
    if (first > 0 && chain.empty()) return {};
    std::vector<StoredReturn> later = read_rows(store.query(select_later, number));
    for (const StoredReturn& stored : later) {
        if (stored.id != ++number || next_in_chain(chain, stored.sha256) != stored.chain) return {};
        chain = stored.chain;
    }
    return opened(std::move(later));
}

Line bring_returns(Writer& writer, const std::vector<Return>& given_returns) {
    db::Connection& store = writer.store();
    const Instant now = writer.now();
    Line line{.table = "returns"};
    if (given_returns.empty()) return line;
    auto intakes = make_intakes(store, given_returns, now);
    LedgerEnd end = end_of_ledger(store);
    std::vector<WrittenReturn> written(given_returns.size());
    in_parallel_then(
        given_returns.size(), [&](std::size_t i) { written[i] = write(given_returns[i], now); },
        [&](std::size_t i) {
            const WrittenReturn mine = std::move(written[i]);
            ReturnIntake& intake = intakes.at(given_returns[i].measure);
            if (!intake.is_new(given_returns[i], mine.identity)) {
                line.same += given_returns[i].observations.size();
                return;
            }
            look_for_conflict(writer, given_returns[i]);
            end = {end.id + 1, next_in_chain(end.chain, mine.sha256)};
            insert_return(writer, end, given_returns[i], mine);
            ++line.hand_ins;
            line.added += intake.rows().added;
            line.changed += intake.rows().changed;
            line.same += intake.rows().same;
        });
    return line;
}

namespace {

struct RowToVerify {
    std::string name;
    std::optional<StoredReturn> stored; // none: it could not be read
    std::vector<std::string> problems;
};

void verify_rows(std::vector<RowToVerify>& rows, std::vector<std::string>& problems) {
    in_parallel(rows.size(), [&](std::size_t i) {
        if (!rows[i].stored) return;
        if (std::string problem = problem_of(*rows[i].stored, rows[i].name); !problem.empty())
            rows[i].problems.push_back(std::move(problem));
    });
    for (RowToVerify& row : rows) std::ranges::move(row.problems, std::back_inserter(problems));
    rows.clear();
}

} // namespace

std::vector<std::string> verify_returns(db::Connection& store) {
    constexpr std::size_t at_once = 256; // kept in memory
    std::vector<std::string> problems;
    std::optional<std::string> chain = ""; // of the row before, if that could be read: a break is reported once
    std::size_t number = 0;
    std::vector<RowToVerify> rows;
    for (auto row : store.query(select_returns)) {
        rows.push_back({"returns: row " + std::to_string(++number), {}, {}});
        RowToVerify& mine = rows.back();
        const auto before = std::exchange(chain, std::nullopt);
        try {
            mine.stored = read_row(row);
            chain = mine.stored->chain;
            if (before && next_in_chain(*before, mine.stored->sha256) != mine.stored->chain)
                mine.problems.push_back(mine.name + " is not where it was in the ledger: it, or a row before it, was "
                                                    "changed, removed, added or moved.");
        } catch (const Error& error) {
            mine.problems.push_back(mine.name + ": " + error.what());
        }
        if (rows.size() == at_once) verify_rows(rows, problems);
    }
    verify_rows(rows, problems);
    return problems;
}

} // namespace qd::inline store
