#include "store/database_fixture.hpp"

#include "base/file.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include <sqlite3.h>
#include <unistd.h>

namespace qd::db {
namespace {

using test::error_of;
using test::TemporaryPlace;

bool says(const Error& error, std::string_view words) {
    return std::string_view(error.what()).find(words) != std::string_view::npos;
}

using DbOpeningTest = test::OnBothDatabases;
QUARTERDAY_ON_BOTH_DATABASES(DbOpeningTest);

TEST_P(DbOpeningTest, NeverMakesAStoreUnlessAsked) {
    for (const Opening opening : {Opening::existing, Opening::read_only}) {
        const Error error = error_of([&] { Connection::open(address(), opening); });
        EXPECT_EQ(error.fault(), on_sqlite() ? Fault::absent : Fault::request);
        EXPECT_TRUE(says(error, "quarterday init")) << error.what();
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder()));
    Connection::open(address(), Opening::create);
    Connection::open(address(), Opening::existing);
    EXPECT_THAT(Connection::open(address(), Opening::read_only).software(),
                ::testing::MatchesRegex(on_sqlite() ? "SQLite 3\\.[0-9.]+" : "PostgreSQL [0-9]+\\.[0-9]+"));
}

TEST_P(DbOpeningTest, DoesNotMakeAStoreWhereThereAreTables) {
    {
        Connection store = Connection::open(address(), Opening::create);
        Connection::open(address(), Opening::create); // as after an interrupted init: nothing is there yet
        Transaction all(store, Purpose::migrate);
        store.run_script("CREATE TABLE measures (code TEXT)");
        all.commit();
    }
    const Error error = error_of([&] { Connection::open(address(), Opening::create); });
    EXPECT_EQ(error.fault(), Fault::conflict);
    EXPECT_TRUE(says(error, "already")) << error.what();
    EXPECT_TRUE(Connection::open(address(), Opening::existing).has_table("measures"));
    EXPECT_FALSE(Connection::open(address(), Opening::existing).has_table("Measures"));
}

// The tests below are of what only one of the two can meet.

TEST(DbAddressTest, IsAFileOrAServer) {
    EXPECT_EQ(parse_address("sqlite:a b.db").file(), "a b.db");
    EXPECT_EQ(parse_address("/tmp/x").file(), "/tmp/x");
    EXPECT_EQ(parse_address("postgresql://h/d").product, Product::postgres);
    EXPECT_EQ(parse_address("postgres://h/d").product, Product::postgres);
    for (const char* wrong : {"", "sqlite:", "mysql://h/d", "http://x"})
        EXPECT_EQ(error_of([&] { parse_address(wrong); }).fault(), Fault::request) << wrong;
}

TEST(DbSqliteTest, TreatsNamesOfMeaningToSqliteAsFiles) {
    const TemporaryPlace place(Product::sqlite);
    const auto old = std::filesystem::current_path();
    std::filesystem::current_path(place.folder());
    for (const char* name : {":memory:", "file:x?mode=memory"}) {
        EXPECT_EQ(error_of([&] { Connection::open(name, Opening::existing); }).fault(), Fault::absent);
        Connection::open(name, Opening::create);
        EXPECT_TRUE(std::filesystem::exists(place.folder() / name));
    }
    std::filesystem::current_path(old);
}

TEST(DbSqliteTest, RefusesWhatIsNotAStoreAndLeavesItAsItIs) {
    const TemporaryPlace place(Product::sqlite);
    const auto other = place.folder() / "other.db";
    sqlite3* database = nullptr;
    sqlite3_open(other.c_str(), &database);
    sqlite3_exec(database, "CREATE TABLE bookmarks (title)", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto paper = place.folder() / "paper.txt", empty = place.folder() / "empty";
    write_file(paper, std::string(5000, 'x'));
    write_file(empty, "");

    for (const auto& file : {other, paper, empty, place.folder()}) {
        const std::string before = file == place.folder() ? "" : read_file(file);
        for (const Opening opening : {Opening::existing, Opening::read_only})
            EXPECT_EQ(error_of([&] { Connection::open(file.string(), opening); }).fault(), Fault::request) << file;
        EXPECT_EQ(file == place.folder() ? "" : read_file(file), before) << file;
    }
    for (const auto& file : {other, paper})
        EXPECT_EQ(error_of([&] { Connection::open(file.string(), Opening::create); }).fault(), Fault::conflict) << file;
    EXPECT_EQ(error_of([&] { Connection::open((place.folder() / "no" / "x.db").string(), Opening::create); }).fault(),
              Fault::absent);
}

TEST(DbSqliteTest, IsSetUpForSafety) {
    const TemporaryPlace place(Product::sqlite);
    for (const Opening opening : {Opening::create, Opening::existing, Opening::read_only}) {
        Connection store = Connection::open(place.address(), opening);
        EXPECT_EQ(store.value<int>("PRAGMA synchronous"), 2); // FULL
        EXPECT_EQ(store.value<int>("PRAGMA foreign_keys"), 1);
        EXPECT_EQ(store.value<int>("PRAGMA mmap_size").value_or(0), 0);
    }
    EXPECT_EQ(read_file(place.folder() / "store.db").substr(18, 2), "\x02\x02"); // write-ahead log, in the file format
    using std::filesystem::perms;
    const auto allowed = std::filesystem::status(place.folder() / "store.db").permissions();
    EXPECT_EQ(allowed & (perms::group_all | perms::others_all), perms::none);
}

// As a user who may not write there, whoever runs the tests.
template <class Act> void as_a_reader_of(const std::filesystem::path& folder, Act act) {
    using std::filesystem::perms;
    const uid_t user = ::geteuid();
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        std::filesystem::permissions(entry.path(), perms::owner_read | perms::group_read | perms::others_read);
    std::filesystem::permissions(folder, perms(0555));
    if (user == 0 && ::seteuid(65'534) != 0) FAIL() << "cannot become nobody";
    act();
    if (user == 0 && ::seteuid(0) != 0) FAIL() << "cannot become root again";
    std::filesystem::permissions(folder, perms(0755));
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        std::filesystem::permissions(entry.path(), perms(0644));
}

void write_one(const std::string& address, Opening opening, const std::string& sql) {
    Connection store = Connection::open(address, opening);
    Transaction all(store, Purpose::migrate);
    store.run_script(sql);
    all.commit();
}

TEST(DbSqliteTest, IsReadInAFolderThatMayOnlyBeRead) {
    const TemporaryPlace place(Product::sqlite);
    write_one(place.address(), Opening::create, "CREATE TABLE measures (code TEXT); INSERT INTO measures VALUES ('A')");
    std::optional<Connection> reader;
    const auto count = [&] { return reader->value<int>("SELECT count(*) FROM measures"); };
    as_a_reader_of(place.folder(), [&] {
        reader.emplace(Connection::open(place.address(), Opening::read_only));
        EXPECT_EQ(count(), 1);
        EXPECT_THROW(Connection::open(place.address(), Opening::existing), Error);
    });
    write_one(place.address(), Opening::existing, "INSERT INTO measures VALUES ('B')");
    as_a_reader_of(place.folder(), [&] {
        EXPECT_EQ(count(), 2); // what came later is seen
        const Transaction moment(*reader, Purpose::read);
        EXPECT_EQ(count(), 2);
    });
    Transaction moment(*reader, Purpose::read);
    EXPECT_EQ(count(), 2);
    write_one(place.address(), Opening::existing, "INSERT INTO measures VALUES ('C')");
    EXPECT_EQ(error_of([&] { moment.commit(); }).fault(), Fault::outage); // what was read may be half of each
}

TEST(DbSqliteTest, IsReadWithItsLogWhileSomebodyWrites) {
    const TemporaryPlace place(Product::sqlite);
    write_one(place.address(), Opening::create, "CREATE TABLE measures (code TEXT)");
    Connection writer = Connection::open(place.address(), Opening::existing);
    {
        Transaction all(writer);
        writer.execute("INSERT INTO measures (code) VALUES ('A')");
        all.commit();
    }
    as_a_reader_of(place.folder(), [&] {
        Connection reader = Connection::open(place.address(), Opening::read_only);
        EXPECT_EQ(reader.value<int>("SELECT count(*) FROM measures"), 1);
    });
    // Its files as a copy took them, without what only lives in memory: the log is needed, and cannot be read.
    const TemporaryPlace copy(Product::sqlite);
    for (const char* ending : {"", "-wal"})
        std::filesystem::copy_file(place.folder() / ("store.db" + std::string(ending)),
                                   copy.folder() / ("store.db" + std::string(ending)));
    as_a_reader_of(copy.folder(), [&] {
        const Error error = error_of([&] { Connection::open(copy.address(), Opening::read_only); });
        EXPECT_EQ(error.fault(), Fault::forbidden);
        EXPECT_TRUE(says(error, "log")) << error.what();
    });
    EXPECT_EQ(Connection::open(copy.address(), Opening::read_only).value<int>("SELECT count(*) FROM measures"), 1);
}

TEST(DbSqliteTest, SaysThatADamagedStoreIsDamaged) {
    const TemporaryPlace place(Product::sqlite);
    {
        Connection store = Connection::open(place.address(), Opening::create);
        Transaction all(store, Purpose::migrate);
        store.run_script("CREATE TABLE measures (code TEXT PRIMARY KEY, title TEXT)");
        for (int at = 0; at < 2000; ++at)
            store.execute("INSERT INTO measures VALUES ($1, $2)", std::to_string(at), std::string(50, 'x'));
        all.commit();
    }
    {
        std::fstream file(place.folder() / "store.db", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(40000, '\xee');
    }
    Connection store = Connection::open(place.address(), Opening::existing);
    const Error error = error_of([&] { store.value<std::int64_t>("SELECT count(*) FROM measures WHERE title > 'a'"); });
    EXPECT_EQ(error.fault(), Fault::outage);
    EXPECT_TRUE(says(error, "damaged")) << error.what();
}

TEST(DbSqliteTest, SaysThatTheDiskIsFull) {
    const TemporaryPlace place(Product::sqlite);
    Connection store = Connection::open(place.address(), Opening::create);
    {
        Transaction all(store, Purpose::migrate);
        store.run_script("CREATE TABLE returns (body BLOB)");
        all.commit();
    }
    store.value<int>("PRAGMA max_page_count = 10"); // SQLite answers it as it does a full disk
    {
        Transaction all(store);
        const Error error = error_of([&] { store.execute("INSERT INTO returns VALUES ($1)", Blob(1 << 20)); });
        EXPECT_EQ(error.fault(), Fault::outage);
        EXPECT_TRUE(says(error, "full")) << error.what();
    }
    EXPECT_EQ(store.value<std::int64_t>("SELECT count(*) FROM returns"), 0);
    Transaction all(store);
    store.execute("INSERT INTO returns VALUES ($1)", Blob(10));
    all.commit();
    EXPECT_EQ(store.value<std::int64_t>("SELECT count(*) FROM returns"), 1);
}

class DbPostgresTest : public test::OnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(On, DbPostgresTest, ::testing::Values(Product::postgres), test::print_product);

TEST_P(DbPostgresTest, SaysWhenTheConnectionIsLost) {
    Connection store = Connection::open(address(), Opening::create);
    const auto number = store.value<std::int64_t>("SELECT pg_backend_pid()");
    Connection other = Connection::open(address(), Opening::existing);
    Transaction all(store);
    other.value<bool>("SELECT pg_terminate_backend($1::int)", number.value());
    const Error error = error_of([&] { store.value<std::int64_t>("SELECT 1"); });
    EXPECT_EQ(error.fault(), Fault::outage);
    EXPECT_TRUE(says(error, "lost")) << error.what();
    EXPECT_THROW(all.commit(), std::logic_error);
}

TEST_P(DbPostgresTest, SaysNothingOfItsOwn) {
    testing::internal::CaptureStderr();
    Connection store = Connection::open(address(), Opening::create);
    Transaction all(store, Purpose::migrate);
    store.run_script("DROP TABLE IF EXISTS nothing; DO $$ BEGIN RAISE WARNING 'beware'; END $$");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_P(DbPostgresTest, NeverRepeatsThePassword) {
    for (const char* wrong :
         {"postgresql://u:hush@localhost:1/x", "postgresql://u:hush@[x", "postgresql://u:hush@h?nonsense=1"}) {
        const Error error = error_of([&] { Connection::open(wrong, Opening::existing); });
        EXPECT_FALSE(says(error, "hush")) << error.what();
    }
    EXPECT_EQ(error_of([] { Connection::open("postgresql://localhost:1/x", Opening::existing); }).fault(),
              Fault::outage);
    EXPECT_EQ(
        error_of([] { Connection::open("postgresql://?options=-csearch_path%3Dnowhere", Opening::create); }).fault(),
        Fault::absent);
}

} // namespace
} // namespace qd::db
