#include "store/migrations.hpp"

#include "base/sha256.hpp"
#include "base/version.hpp"
#include "store/database_fixture.hpp"

#include <thread>

namespace qd {
namespace {

using db::Opening;
using test::error_of;

const FixedClock at_noon(Instant::parse("2013-02-15T12:00:00Z").value());

const Migration make_measures{1, "measures", "CREATE TABLE measures (code TEXT PRIMARY KEY, body BLOB);", {}};
const Migration add_title{
    2, "title", "ALTER TABLE measures ADD COLUMN title TEXT; INSERT INTO measures VALUES ('A', NULL, 'sqlite');",
    "ALTER TABLE measures ADD COLUMN title TEXT; INSERT INTO measures VALUES ('A', NULL, 'postgres');"};
const Migration make_areas{3, "areas", "CREATE TABLE areas (code TEXT PRIMARY KEY);", {}};

class MigrationsTest : public test::OnBothDatabases {
protected:
    db::Connection open(Opening opening, const Migrations& migrations) {
        return open_store(address(), opening, at_noon, migrations);
    }
    std::int64_t steps(const Migrations& migrations) {
        return open(Opening::existing, migrations).value<std::int64_t>("SELECT count(*) FROM migration").value();
    }
    static void change(db::Connection store, std::string_view sql) {
        db::Transaction transaction(store);
        store.execute(sql);
        transaction.commit();
    }
    static bool says(const Error& error, std::string_view words) {
        return std::string_view(error.what()).find(words) != std::string_view::npos;
    }
};
QUARTERDAY_ON_BOTH_DATABASES(MigrationsTest);

TEST_P(MigrationsTest, MakeAStoreAndNoteWhatTheyDid) {
    db::Connection store = open(Opening::create, {make_measures, add_title});
    EXPECT_EQ(store.value<std::string>("SELECT title FROM measures"), on_sqlite() ? "sqlite" : "postgres");
    db::Query ledger = store.query("SELECT number, name, sha256, applied_at, program FROM migration ORDER BY number");
    EXPECT_EQ((ledger.next()->as<int, std::string, std::string, std::string, std::string>()),
              std::tuple(1, "measures", sha256(make_measures.sql), "2013-02-15T12:00:00Z", program_version()));
    EXPECT_EQ((ledger.next()->as<int, std::string, std::string>()),
              std::tuple(2, "title", sha256(on_sqlite() ? add_title.sql : add_title.postgres)));
    EXPECT_FALSE(ledger.next());
    EXPECT_EQ(error_of([&] { open(Opening::create, {make_measures}); }).fault(), Fault::conflict);
}

TEST_P(MigrationsTest, BringAnOlderStoreUpToDate) {
    open(Opening::create, {make_measures});
    const Error error = error_of([&] { open(Opening::read_only, {make_measures, add_title}); });
    EXPECT_EQ(error.fault(), Fault::conflict);
    EXPECT_TRUE(says(error, "older Quarterday")) << error.what();
    EXPECT_EQ(steps({make_measures}), 1);
    EXPECT_EQ(steps({make_measures, add_title, make_areas}), 3);
    EXPECT_TRUE(open(Opening::read_only, {make_measures, add_title, make_areas}).has_table("areas"));
}

TEST_P(MigrationsTest, ThatAreNoLongerNotedAreDamage) {
    change(open(Opening::create, {make_measures}), "DELETE FROM migration");
    const Error error = error_of([&] { open(Opening::existing, {make_measures}); });
    EXPECT_EQ(error.fault(), Fault::outage);
    EXPECT_TRUE(says(error, "damaged")) << error.what();
}

TEST_P(MigrationsTest, ThatCannotBeReadAreDamage) {
    if (!on_sqlite()) return; // PostgreSQL takes no text for a number
    change(open(Opening::create, {make_measures}), "UPDATE migration SET number = 'x'");
    EXPECT_EQ(error_of([&] { open(Opening::existing, {make_measures}); }).fault(), Fault::outage);
}

TEST_P(MigrationsTest, HappenAllOrNotAtAll) {
    const Migration broken{3, "broken", "CREATE TABLE areas (code TEXT); INSERT INTO areas VALUSE (1);", {}};
    open(Opening::create, {make_measures});
    EXPECT_THROW(open(Opening::existing, {make_measures, add_title, broken}), std::logic_error);
    EXPECT_EQ(steps({make_measures}), 1);
    EXPECT_EQ(open(Opening::existing, {make_measures}).value<std::int64_t>("SELECT count(*) FROM measures"), 0);
    EXPECT_EQ(steps({make_measures, add_title, make_areas}), 3);
}

TEST_P(MigrationsTest, ThatFailAtInitLeaveAPlaceWhereInitCanBeRepeated) {
    const Migration broken{1, "broken", "CREATE TABLE measures (code TEXT); SELEKT 1;", {}};
    EXPECT_THROW(open(Opening::create, {broken}), std::logic_error);
    const Error error = error_of([&] { open(Opening::existing, {make_measures}); });
    EXPECT_EQ(error.fault(), Fault::request);
    EXPECT_TRUE(says(error, "interrupted")) << error.what();
    open(Opening::create, {make_measures});
    EXPECT_EQ(steps({make_measures}), 1);
}

TEST_P(MigrationsTest, OfANewerProgramAreRefusedWithItsVersion) {
    {
        db::Connection store = open(Opening::create, {make_measures, add_title, make_areas});
        db::Transaction all(store);
        store.execute("UPDATE migration SET program = $1", "7.8.9");
        all.commit();
    }
    for (const Opening opening : {Opening::existing, Opening::read_only}) {
        const Error error = error_of([&] { open(opening, {make_measures, add_title}); });
        EXPECT_EQ(error.fault(), Fault::conflict);
        EXPECT_TRUE(says(error, "Use Quarterday 7.8.9 or a later one.")) << error.what();
    }
}

TEST_P(MigrationsTest, ThatWereChangedAfterwardsAreRefused) {
    open(Opening::create, {make_measures, add_title});
    Migration changed = make_measures;
    changed.sql = "CREATE TABLE measures (code TEXT PRIMARY KEY, body BLOB) ;";
    for (const Opening opening : {Opening::existing, Opening::read_only}) {
        const Error error = error_of([&] { open(opening, {changed, add_title}); });
        EXPECT_EQ(error.fault(), Fault::conflict);
        EXPECT_TRUE(says(error, "step 1 (measures)")) << error.what();
    }
}

TEST_P(MigrationsTest, AreAppliedOnceWhenTwoProgramsOpenTheStoreAtOnce) {
    open(Opening::create, {make_measures});
    const Migrations both{make_measures, add_title};
    std::vector<std::thread> programs;
    for (int program = 0; program < 4; ++program) programs.emplace_back([&] { open(Opening::existing, both); });
    for (std::thread& program : programs) program.join();
    EXPECT_EQ(steps(both), 2);
    EXPECT_EQ(open(Opening::existing, both).value<std::int64_t>("SELECT count(*) FROM measures"), 1);
}

TEST_P(MigrationsTest, OfTheProgramMakeAStoreThatOpensAgain) {
    open_store(address(), Opening::create, at_noon);
    db::Connection store = open_store(address(), Opening::existing, at_noon);
    EXPECT_EQ(store.value<std::size_t>("SELECT max(number) FROM migration"), program_migrations().size());
    EXPECT_GT(program_migrations().size(), 0u);
}

TEST(MigrationFilesTest, AreReadFromTheirNames) {
    const std::vector<Asset> files{{"0001_council.sql", "a"}, {"0002_x_y.postgres.sql", "p"}, {"0002_x_y.sql", "s"}};
    const Migrations migrations = migrations_from(files);
    ASSERT_EQ(migrations.size(), 2u);
    EXPECT_EQ(migrations[0].name, "council");
    EXPECT_EQ(migrations[0].postgres, "");
    EXPECT_EQ(migrations[1].number, 2);
    EXPECT_EQ(migrations[1].name, "x_y");
    EXPECT_EQ(migrations[1].sql, "s");
    EXPECT_EQ(migrations[1].postgres, "p");
}

TEST(MigrationFilesTest, AreRefusedIfNamedOrNumberedOtherwise) {
    for (const std::vector<Asset>& files : std::vector<std::vector<Asset>>{{{"0002_late.sql", "x"}},
                                                                           {{"0001_a.sql", "x"}, {"0003_c.sql", "x"}},
                                                                           {{"0001_a.sql", "x"}, {"0001_b.sql", "x"}},
                                                                           {{"0001_a.postgres.sql", "x"}},
                                                                           {{"1_a.sql", "x"}},
                                                                           {{"0001.sql", "x"}},
                                                                           {{"0001_.sql", "x"}},
                                                                           {{"0001_a.txt", "x"}}})
        EXPECT_THROW(migrations_from(files), std::logic_error) << files.back().path;
}

} // namespace
} // namespace qd
