#include "store/database_fixture.hpp"

#include <algorithm>
#include <limits>

namespace qd::db {
namespace {

using test::error_of;

// A store with one table of each kind of column.
class DbTest : public test::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (HasFatalFailure()) return;
        store_.emplace(Connection::open(address(), Opening::create));
        Transaction all(*store_, Purpose::migrate);
        store_->run_script(R"(
            CREATE TABLE areas (code TEXT PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE measures (
                code TEXT PRIMARY KEY,
                title TEXT,
                value BIGINT CHECK (value <> 13),
                body BLOB,
                area TEXT REFERENCES areas (code),
                parent TEXT REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED
            );)");
        all.commit();
    }

    Connection& store() { return *store_; }

    template <class... Values> std::int64_t write(std::string_view sql, const Values&... values) {
        Transaction all(store());
        const std::int64_t rows = store().execute(sql, values...);
        all.commit();
        return rows;
    }
    void add(std::string_view code, std::optional<std::int64_t> value = {}) {
        write("INSERT INTO measures (code, value) VALUES ($1, $2)", code, value);
    }
    std::int64_t count() { return store().value<std::int64_t>("SELECT count(*) FROM measures").value(); }

private:
    std::optional<Connection> store_;
};
QUARTERDAY_ON_BOTH_DATABASES(DbTest);

TEST_P(DbTest, KeepsEveryKindOfValue) {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max(),
                       least = std::numeric_limits<std::int64_t>::min();
    write("INSERT INTO measures (code, title, value) VALUES ($1, $2, $3)", "A", std::string("Zoë’s “5 %” 'x'"), most);
    write("INSERT INTO measures (code, title, value) VALUES ($1, $2, $3)", "B", std::nullopt,
          std::optional<std::int64_t>(least));
    write("INSERT INTO measures (code, title, value) VALUES ($1, $2, $3)", "C", "", std::optional<std::int64_t>());

    std::vector<std::string> codes;
    for (auto row : store().query("SELECT code, title, value FROM measures ORDER BY code"))
        codes.push_back(row.get<std::string>(0));
    EXPECT_EQ(codes, (std::vector<std::string>{"A", "B", "C"}));

    Query query = store().query("SELECT title, value FROM measures ORDER BY code");
    const auto [title, value] = query.next()->as<std::string, std::int64_t>();
    EXPECT_EQ(title, "Zoë’s “5 %” 'x'");
    EXPECT_EQ(value, most);
    const auto second = query.next()->as<std::optional<std::string>, std::optional<std::int64_t>>();
    EXPECT_EQ(second, std::tuple(std::nullopt, std::optional(least)));
    const auto third = query.next()->as<std::optional<std::string>, std::optional<std::int64_t>>();
    EXPECT_EQ(third, std::tuple(std::optional<std::string>(""), std::nullopt));
    EXPECT_FALSE(query.next());
}

TEST_P(DbTest, KeepsBytesAsTheyAre) {
    Blob all(1 << 20);
    std::ranges::generate(all, [byte = 0]() mutable { return static_cast<std::byte>(byte++ * 31 >> 3); });
    const std::string sql = "INSERT INTO measures (code, body) VALUES ($1, $2)";
    write(sql, "all", all);
    write(sql, "empty", Blob{});
    write(sql, "view", as_blob(std::string_view("a\0'\\x\xff", 6)));
    write(sql, "null", std::optional<Blob>());

    const auto body = [this](std::string_view code) {
        return store().value<Blob>("SELECT body FROM measures WHERE code = $1", code);
    };
    EXPECT_EQ(body("all"), all);
    EXPECT_EQ(body("empty"), Blob{});
    EXPECT_EQ(as_text(body("view").value()), std::string_view("a\0'\\x\xff", 6));
    EXPECT_EQ(body("null"), std::nullopt);
    EXPECT_EQ(store().value<std::string>("SELECT code FROM measures WHERE body = $1", all), "all");
}

TEST_P(DbTest, BindsByNumberNotByOrder) {
    write("INSERT INTO measures (title, code, value) VALUES ($2, $1, $3)", "code", "title", 7);
    EXPECT_EQ(store().value<std::string>("SELECT title FROM measures WHERE value = $2 AND code = $1 AND value = $2",
                                         "code", 7),
              "title");
    EXPECT_THROW(store().query("SELECT code FROM measures WHERE code = $1 AND value = $2", "code"), std::logic_error);
}

TEST_P(DbTest, CountsTheRowsItChanged) {
    add("A", 1);
    add("B", 2);
    EXPECT_EQ(write("UPDATE measures SET value = $1", 3), 2);
    EXPECT_EQ(write("UPDATE measures SET value = $1 WHERE code = $2", 3, "no such"), 0);
    EXPECT_EQ(write("INSERT INTO measures (code) VALUES ($1) ON CONFLICT DO NOTHING", "A"), 0);
    EXPECT_EQ(write("DELETE FROM measures WHERE value = $1", 3), 2);
    EXPECT_EQ(write("CREATE TABLE other (code TEXT)"), 0);
}

TEST_P(DbTest, AnswersAggregatesAsWholeNumbers) {
    EXPECT_EQ(store().value<std::int64_t>("SELECT sum(value) FROM measures"), std::nullopt);
    add("A", 9'000'000'000'000'000'000);
    add("B", -40'000);
    EXPECT_EQ(store().value<std::int64_t>("SELECT sum(value) FROM measures"), 8'999'999'999'999'960'000);
    EXPECT_EQ(store().value<std::int64_t>("SELECT sum(value) FROM measures WHERE code = $1", "B"), -40'000);
    EXPECT_EQ(store().value<std::int64_t>("SELECT sum(value) - sum(value) FROM measures"), 0);
    EXPECT_EQ(store().value<std::int64_t>("SELECT count(*) FROM measures"), 2);
    EXPECT_EQ(store().value<bool>("SELECT value < $1 FROM measures WHERE code = $2", 0, "B"), true);
    EXPECT_EQ(store().value<bool>("SELECT EXISTS (SELECT 1 FROM measures WHERE code = $1)", "C"), false);
}

TEST_P(DbTest, OrdersTextByItsBytes) {
    for (const char* code : {"b", "A", "a", "B", "é", "z", "_", "a b", "ab"}) add(code);
    std::string order;
    for (auto row : store().query("SELECT code FROM measures ORDER BY code")) order += row.get<std::string>(0) + "|";
    EXPECT_EQ(order, "A|B|_|a|a b|ab|b|z|é|");
    EXPECT_EQ(store().value<std::int64_t>("SELECT count(*) FROM measures WHERE code LIKE 'a%'"), 3);
}

TEST_P(DbTest, RefusesColumnsThatAreNotWhatWasAskedFor) {
    add("A", 300);
    Query query = store().query("SELECT code, value, title FROM measures");
    const Row row = query.next().value();
    EXPECT_THROW(row.get<std::int64_t>(0), std::logic_error);
    EXPECT_THROW(row.get<std::string>(1), std::logic_error);
    EXPECT_THROW(row.get<Blob>(0), std::logic_error);
    EXPECT_THROW(row.get<std::string>(2), std::logic_error); // NULL
    EXPECT_THROW(row.get<std::int8_t>(1), std::logic_error); // does not fit
    EXPECT_THROW(row.get<bool>(1), std::logic_error);
    EXPECT_THROW(row.get<std::string>(3), std::logic_error);
    EXPECT_EQ(row.get<std::int16_t>(1), 300);
    EXPECT_THROW(Value(std::numeric_limits<std::uint64_t>::max()), std::out_of_range);
}

TEST_P(DbTest, RefusesTextThatIsNotText) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("\xff"), std::string("\xc0\x80")}) {
        Transaction all(store());
        const Error error = error_of([&] { store().execute("INSERT INTO measures (code) VALUES ($1)", text); });
        EXPECT_EQ(error.fault(), Fault::request);
        EXPECT_NE(std::string(error.what()).find("UTF-8"), std::string::npos) << error.what();
    }
}

TEST_P(DbTest, SaysWhatKindOfRuleWasBroken) {
    write("INSERT INTO areas (code, name) VALUES ($1, $2)", "E1", "Lancashire");
    add("A", 1);
    const Error twice = error_of([&] { add("A", 2); });
    EXPECT_EQ(twice.fault(), Fault::conflict);
    EXPECT_NE(std::string(twice.what()).find("already has"), std::string::npos) << twice.what();
    const Error area = error_of([&] { write("INSERT INTO measures (code, area) VALUES ($1, $2)", "B", "E2"); });
    EXPECT_EQ(area.fault(), Fault::conflict);
    EXPECT_NE(std::string(area.what()).find("not there"), std::string::npos) << area.what();
    EXPECT_EQ(error_of([&] { add("B", 13); }).fault(), Fault::request);
    EXPECT_EQ(error_of([&] { write("INSERT INTO areas (code) VALUES ($1)", "E3"); }).fault(), Fault::request);
    EXPECT_EQ(count(), 1);
}

TEST_P(DbTest, TreatsMissingTablesAndColumnsAsDamage) {
    for (const char* sql : {"SELECT code FROM nowhere", "SELECT code FROM measures WHERE code = \"A\"",
                            "INSERT INTO measures (code, no_column) VALUES ('A', 1)", "DELETE FROM nowhere",
                            "UPDATE measures SET no_column = 1"}) {
        const Error error = error_of([&] { write(sql); });
        EXPECT_EQ(error.fault(), Fault::outage) << sql;
        EXPECT_NE(std::string(error.what()).find("is damaged"), std::string::npos) << error.what();
    }
}

TEST_P(DbTest, TreatsAStatementItCannotUnderstandAsAFaultOfTheProgram) {
    EXPECT_THROW(store().query("SELEKT 1"), std::logic_error);
    EXPECT_THROW(store().query("SELECT 1; SELECT 2"), std::logic_error);
    EXPECT_THROW(store().value<std::int64_t>("SELECT 0.5"), std::logic_error); // figures are whole millionths
    EXPECT_EQ(count(), 0);
}

TEST_P(DbTest, WalksAQueryInsideTheSameQuery) {
    for (const char* code : {"A", "B", "C"}) add(code);
    const std::string sql = "SELECT code FROM measures ORDER BY code";
    std::string pairs;
    for (auto outer : store().query(sql))
        for (auto inner : store().query(sql)) pairs += outer.get<std::string>(0) + inner.get<std::string>(0) + " ";
    EXPECT_EQ(pairs, "AA AB AC BA BB BC CA CB CC ");
}

TEST_P(DbTest, GivesBackWhatItInserted) {
    Transaction all(store());
    const auto id = store().value<std::int64_t>(
        "INSERT INTO measures (code, value) SELECT 'A', coalesce(max(value), 0) + 1 FROM measures RETURNING value");
    all.commit();
    EXPECT_EQ(id, 1);
    EXPECT_EQ(count(), 1);
}

} // namespace
} // namespace qd::db
