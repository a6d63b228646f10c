#include "store/store_fixture.hpp"

#include "base/sha256.hpp"
#include "store/return_body.hpp"
#include "store/rows.hpp"

#include <functional>
#include <map>
#include <set>

namespace qd {
namespace {

using test::RandomContent;

const std::string settings = "name = \"Shire\"\n";

// With at least one row in every table.
Content full_content() {
    Content content = RandomContent(1, 6).make();
    content.measures.front().definitions.front().text = "what is counted";
    content.recovery_plans.front().presented.push_back({content.units.front().code, Date::from_days(15'000), "plan"});
    content.actions.front().due.push_back({{}, {}, "monthly"});
    content.priorities.front().measures = {content.measures.front().code};
    content.papers.front().reasons = {"a reason"};
    return content;
}

Scorecard scorecard_of(const Content& content) {
    Scorecard scorecard;
    Figure figure;
    figure.measure = content.measures.front().code;
    figure.area = AreaCode("E1");
    figure.period = figure.described = Period::quarter(2012, 3);
    figure.actual = Decimal(3);
    scorecard.figures = {figure};
    return scorecard;
}

Issue issue_at(std::int64_t generation) {
    Issue issue;
    issue.report = "scorecard";
    issue.title = "Scorecard";
    issue.period = Period::quarter(2012, 3);
    issue.area = AreaCode("E1");
    issue.generation = generation;
    issue.program_version = "1.0";
    issue.reference = std::string("PK\0\xff", 4);
    issue.texts = {{IssueText::Kind::definition, "scorecard", "council", "text"},
                   {IssueText::Kind::reference, "reference.docx", "council", sha256(issue.reference)}};
    issue.explanations = {{"placeholder", {SubjectKind::council, ""}, "line 1", "is wrong", "as agreed"}};
    issue.files = {{.format = "html", .sha256 = "", .size = 0, .bytes = "<p>"}};
    return issue;
}

class VerifyTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (HasFatalFailure()) return;
        content = full_content();
        fill(address());
    }
    void fill(const std::string& address) {
        Store store(address, Opening::read_write, clock);
        store.import(content, settings, "random");
        store.import(RandomContent(2, 6).make(), settings + "x = 1\n", "another");
        withdraw_of_each_ledger(store);
        store.import(content, settings, "random again");
        store.write_figures({scorecard_of(content)});
        store.add_issue(issue_at(store.generation()));
        for (const Table& table : tables())
            run("CREATE TABLE kept_" + std::string(table.name) + " AS SELECT * FROM " + std::string(table.name));
    }
    // So that their twins have a row: rows of ledgers are never replaced, nor are those that are all key.
    void withdraw_of_each_ledger(Store& store) {
        const std::set<std::string> never_replaced{"rebases",    "neighbours",   "peer_groups",      "bank_holidays",
                                                   "attendance", "declarations", "request_progress", "tolerances"};
        db::Connection raw = db::Connection::open(address(), db::Opening::read_only);
        std::vector<Withdrawal> withdrawals;
        for (const Table& table : tables()) {
            if (table.guard != Guard::ledger && !never_replaced.contains(table.name)) continue;
            const auto rows = rows_with(raw, table, From::in_force, {}, {});
            if (rows.empty()) continue;
            std::vector<std::string> key; // of the last: the first two of a ledger change places below
            for (const Bound& one : rows.back().row.key()) key.push_back(one.text.value_or(""));
            withdrawals.push_back({table.name, key, "entered by mistake"});
        }
        store.withdraw(withdrawals, {});
    }
    std::vector<std::string> problems() { return open(Opening::read_only).verify(); }
    static bool names(const std::vector<std::string>& problems, std::string_view table) {
        return std::ranges::any_of(
            problems, [&](const std::string& problem) { return problem.starts_with(std::string(table) + ":"); });
    }
    // The same without what the database says of references: that also names tables that nobody touched.
    static bool names_itself(std::vector<std::string> problems, std::string_view table) {
        std::erase_if(problems,
                      [](const std::string& problem) { return problem.find("a row refers") != problem.npos; });
        return names(problems, table);
    }
    // What verify says after a change by something else, which is then undone.
    std::vector<std::string> problems_after(const std::string& change, std::string_view table) {
        return problems_after(std::map<std::string, std::string>{{std::string(table), change}});
    }
    // The same of a change in each of several tables at once, by the name of the table.
    std::vector<std::string> problems_after(const std::map<std::string, std::string>& changes) {
        std::string change, undo;
        for (const auto& [name, sql] : changes) {
            change += sql + "; ";
            undo += "DELETE FROM " + name + "; INSERT INTO " + name + " SELECT * FROM kept_" + name + "; ";
        }
        run(change);
        const auto found = problems();
        run(undo);
        return found;
    }
    // Each table changed is reported (a twin on its own or as its table): every second one at once, and nothing is said about
    // those in between, which are left as they are. A table that vouches for the rows of others is reported with these too, so it
    // is changed on its own; digests are not changed here, since they say how all others have to be.
    void expect_each_is_told_of(const std::function<std::string(const Table&)>& change) {
        for (const bool past : {false, true}) {
            std::map<std::string, std::string> rounds[2];
            std::size_t count = 0;
            for (const Table& table : tables()) {
                if ((table.guard == Guard::past) != past) continue;
                const std::string sql = table.name == "digests" ? "" : change(table);
                if (sql.empty()) continue;
                if (vouches_for_others(table))
                    EXPECT_TRUE(names_itself(problems_after(sql, table.name), table.name)) << sql;
                else
                    rounds[++count % 2].emplace(table.name, sql);
            }
            for (const auto& changes : rounds) expect_these_are_told_of(changes, past);
        }
    }
    void expect_these_are_told_of(const std::map<std::string, std::string>& changes, bool past) {
        if (changes.empty()) return;
        const auto found = problems_after(changes);
        for (const Table& table : tables()) {
            if (vouches_for_others(table) || table.guard == Guard::past) continue;
            const std::string twin = "past_" + table.name;
            EXPECT_EQ(names_itself(found, table.name) || names_itself(found, twin),
                      changes.contains(past ? twin : table.name))
                << table.name << (past ? " past" : "");
        }
    }
    static bool vouches_for_others(const Table& table) {
        return table.name == "issues" || table.name == "issue_references" || table.name == "acts";
    }

    Content content;
};
QUARTERDAY_ON_BOTH_DATABASES(VerifyTest);

TEST_P(VerifyTest, KnowsEveryTableAndEveryColumn) {
    db::Connection raw = db::Connection::open(address(), db::Opening::read_only);
    std::vector<std::string> expected, found;
    for (const Table& table : tables())
        for (const auto& [column, kind] : table.columns)
            expected.push_back(std::string(table.name) + "." + column +
                               (kind == db::Kind::integer ? " number"
                                : kind == db::Kind::blob  ? " bytes"
                                                          : " text"));
    const std::string columns =
        on_sqlite()
            ? "SELECT t.name || '.' || c.name || CASE c.type WHEN 'BIGINT' THEN ' number' WHEN 'BLOB' THEN ' bytes' "
              "ELSE ' text' END FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
              "WHERE t.type = 'table' AND t.name <> 'migration' AND t.name NOT LIKE 'kept%'"
            : "SELECT table_name || '.' || column_name || CASE data_type WHEN 'bigint' THEN ' number' WHEN 'bytea' "
              "THEN ' bytes' ELSE ' text' END FROM information_schema.columns "
              "WHERE table_schema = current_schema() AND table_name <> 'migration' AND table_name NOT LIKE 'kept%'";
    for (auto row : raw.query(columns)) found.push_back(row.get<std::string>(0));
    std::ranges::sort(expected);
    std::ranges::sort(found);
    EXPECT_EQ(found, expected);
    for (const Table& table : tables())
        EXPECT_GT(count_rows(raw, table), 0) << table.name << " needs a row to be changed below";
}

// Changes a value of one row: the column of that number; "" = the table has no such column, or it contains bytes (see below).
std::string change_of_value(const Table& table, std::size_t number) {
    if (number >= table.columns.size()) return "";
    const std::string name(table.name), first = table.columns.front().first;
    const auto& [column, kind] = table.columns[number];
    if (kind == db::Kind::blob) return "";
    const std::string value =
        kind == db::Kind::integer ? "COALESCE(" + column + ", 0) + 1000" : "COALESCE(" + column + ", '') || 'x'";
    return "UPDATE " + name + " SET " + column + " = " + value + " WHERE " + first + " = (SELECT MAX(" + first +
           ") FROM " + name + ")";
}

TEST_P(VerifyTest, SeesAnyValueChangedInAnyTable) {
    EXPECT_EQ(problems(), std::vector<std::string>());
    std::size_t most = 0;
    for (const Table& table : tables()) most = std::max(most, table.columns.size());
    for (std::size_t number = 0; number < most; ++number)
        expect_each_is_told_of([&](const Table& table) { return change_of_value(table, number); });
    const Table& digests = *std::ranges::find(tables(), "digests", &Table::name);
    for (std::size_t number = 0; number < digests.columns.size(); ++number)
        EXPECT_FALSE(problems_after(change_of_value(digests, number), "digests").empty());
    EXPECT_EQ(problems(), std::vector<std::string>());
}

TEST_P(VerifyTest, SeesEmptyTextsPutForMissingOnes) {
    EXPECT_TRUE(names(problems_after("UPDATE areas SET parent = '' WHERE parent IS NULL", "areas"), "areas"));
    EXPECT_TRUE(names(problems_after("UPDATE papers SET purpose = '' WHERE purpose IS NULL", "papers"), "papers"));
}

TEST_P(VerifyTest, SeesRowsTakenOutAddedOrMoved) {
    const auto guarded = [](const Table& table) { return table.guard != Guard::none; };
    const auto key = [](const Table& table) { return table.columns.front().first; };
    for (const std::string end : {"MIN", "MAX"})
        expect_each_is_told_of([&](const Table& table) {
            const std::string name(table.name);
            return guarded(table) ? "DELETE FROM " + name + " WHERE " + key(table) + " = (SELECT " + end + "(" +
                                        key(table) + ") FROM " + name + ")"
                                  : "";
        });
    expect_each_is_told_of(
        [&](const Table& table) { return guarded(table) ? "DELETE FROM " + std::string(table.name) : ""; });
    const auto numbered = [&](const Table& table) {
        return table.guard == Guard::ledger || table.guard == Guard::chained;
    };
    expect_each_is_told_of([&](const Table& table) {
        const std::string swap = "UPDATE " + std::string(table.name) + " SET id = ";
        return numbered(table) ? swap + "-1 WHERE id = 1; " + swap + "1 WHERE id = 2; " + swap + "2 WHERE id = -1" : "";
    });
    expect_each_is_told_of([&](const Table& table) {
        const std::string name(table.name);
        std::string rest;
        for (const auto& [column, kind] : table.columns)
            if (column != "id") rest += ", " + column;
        return numbered(table) ? "INSERT INTO " + name + " (id" + rest + ") SELECT (SELECT MAX(id) + 1 FROM " + name +
                                     ")" + rest + " FROM " + name + " WHERE id = 1"
                               : "";
    });
    EXPECT_EQ(problems(), std::vector<std::string>());
}

TEST_P(VerifyTest, SeesAnyByteChangedInAReturn) {
    RandomContent random(9);
    db::Connection raw = db::Connection::open(address(), db::Opening::existing);
    std::vector<std::pair<std::int64_t, std::string>> bodies;
    for (auto row : raw.query("SELECT id, body FROM returns ORDER BY id"))
        bodies.emplace_back(row.get<std::int64_t>(0), db::as_text(row.get<db::BlobView>(1)));
    const auto put = [&](std::int64_t id, const std::string& body) {
        db::Transaction transaction(raw);
        raw.execute("UPDATE returns SET body = $2 WHERE id = $1", id, db::as_blob(body));
        transaction.commit();
    };
    for (const auto& [id, body] : bodies) {
        for (int change = 0; change < 8; ++change) {
            std::string damaged = body;
            char& byte = damaged[static_cast<std::size_t>(random.below(static_cast<int>(body.size())))];
            byte = static_cast<char>(byte ^ (1 << random.below(8)));
            put(id, damaged);
            const auto found = problems();
            try {
                if (decompress(damaged) == decompress(body)) continue; // a bit that zstd does not use
            } catch (const Error&) {
                EXPECT_EQ(test::error_of([&] { open().read(); }).fault(), Fault::outage);
            }
            EXPECT_TRUE(names(found, "returns")) << "return " << id;
        }
        put(id, body);
    }
    EXPECT_EQ(problems(), std::vector<std::string>());
}

// A row changed by something else is not read as if a council had said so, and no act replaces it.
TEST_P(VerifyTest, WhatIsNotSoundIsNotUsed) {
    run("UPDATE targets SET value = COALESCE(value, 0) + 1 WHERE id = (SELECT MIN(id) FROM targets)");
    EXPECT_EQ(test::error_of([&] { open().read(); }).fault(), Fault::outage);
    run("DELETE FROM targets; INSERT INTO targets SELECT * FROM kept_targets");
    open().read();

    run("UPDATE units SET name = 'Another'");
    const auto expect_units_are_told_of = [](const Error& error) {
        EXPECT_EQ(error.fault(), Fault::outage);
        EXPECT_NE(std::string(error.what()).find("units"), std::string::npos) << error.what();
    };
    expect_units_are_told_of(test::error_of([&] { open().read(); }));
    Content more;
    more.units = {content.units.front()};
    more.units.front().post = "Head of mending";
    expect_units_are_told_of(test::error_of([&] { open().import(more, "", "more"); }));
    EXPECT_TRUE(names(problems(), "units"));
}

TEST_P(VerifyTest, FiguresAreComputedAgain) {
    EXPECT_TRUE(names(problems_after("UPDATE figures SET actual = 4", "figures"), "figures"));
    run("UPDATE figures SET actual = 4");
    open().write_figures({scorecard_of(content)});
    EXPECT_EQ(problems(), std::vector<std::string>());
}

TEST_P(VerifyTest, FiguresGoWithWhatTheyFollowedFrom) {
    const Table& figures = *std::ranges::find(tables(), "figures", &Table::name);
    db::Connection raw = db::Connection::open(address(), db::Opening::read_only);
    open().import(content, settings, "the same");
    EXPECT_EQ(count_rows(raw, figures), 1) << "nothing was changed";
    content.areas.front().name += " (again)";
    open().import(content, settings, "another");
    EXPECT_EQ(count_rows(raw, figures), 0);
    EXPECT_EQ(problems(), std::vector<std::string>());
}

TEST_P(VerifyTest, AValueOfAnotherKindIsAProblemNotABug) {
    if (!on_sqlite()) return; // PostgreSQL does not take one
    for (const char* change : {"UPDATE measures SET decimals = 'many'",
                               "UPDATE targets SET value = 1.5 WHERE id = (SELECT MIN(id) FROM targets)",
                               "UPDATE returns SET known_at = 'early'", "UPDATE returns SET body = 'text'",
                               "UPDATE updates SET period = x'00ff'", "UPDATE acts SET changes = 'few'"}) {
        const std::string table = std::string(change).substr(7, std::string(change).find(' ', 7) - 7);
        run(change);
        EXPECT_TRUE(names(problems(), table)) << change;
        if (table != "acts") {
            EXPECT_EQ(test::error_of([&] { open().read(); }).fault(), Fault::outage) << change;
        }
        run("DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM kept_" + table);
    }
    run("DROP TABLE papers");
    EXPECT_TRUE(names(problems(), "papers"));
}

// So a step that adds a column leaves the hashes of older rows as they are.
TEST(RowHashTest, AColumnThatCameLaterCountsOnlyWhereItIsFilled) {
    const Table& now = table_named("measures");
    Table before = now;
    std::erase_if(before.columns, [&](const auto& column) { return now.later_columns.contains(column.first); });
    before.own -= now.later_columns.size();
    ASSERT_LT(before.own, now.own);
    std::vector<Bound> values;
    for (std::size_t i = 0; i < now.own; ++i) values.push_back({now.columns[i].second, {}, {}});
    Row row = Row::checked(now, values);
    values.resize(before.own);
    const std::string hash = hash_of({&before, values});
    EXPECT_EQ(hash_of(row), hash);
    row.values.back() = {db::Kind::text, "latest", {}};
    EXPECT_NE(hash_of(row), hash);
}

} // namespace
} // namespace qd
