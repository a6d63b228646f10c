#include "store/database_fixture.hpp"

#include <thread>

namespace qd::db {
namespace {

using namespace std::chrono_literals;
using test::error_of;

class DbTransactionTest : public test::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (HasFatalFailure()) return;
        store_.emplace(Connection::open(address(), Opening::create));
        Transaction all(*store_, Purpose::migrate);
        store_->run_script("CREATE TABLE measures (code TEXT PRIMARY KEY,"
                           " parent TEXT REFERENCES measures (code) DEFERRABLE INITIALLY DEFERRED)");
        all.commit();
    }

    Connection& store() { return *store_; }
    Connection another(std::chrono::milliseconds patience = 10s, Opening opening = Opening::existing) {
        return Connection::open(address(), opening, patience);
    }
    static void add(Connection& to, std::string_view code, std::optional<std::string> parent = {}) {
        to.execute("INSERT INTO measures (code, parent) VALUES ($1, $2)", code, parent);
    }
    static std::int64_t count(Connection& in) {
        return in.value<std::int64_t>("SELECT count(*) FROM measures").value();
    }

private:
    std::optional<Connection> store_;
};
QUARTERDAY_ON_BOTH_DATABASES(DbTransactionTest);

TEST_P(DbTransactionTest, UndoesWhatIsNotCommitted) {
    {
        Transaction all(store());
        add(store(), "A");
        EXPECT_EQ(count(store()), 1);
    }
    EXPECT_EQ(count(store()), 0);
    {
        Transaction all(store());
        add(store(), "A");
        all.commit();
        EXPECT_THROW(all.commit(), std::logic_error);
    }
    EXPECT_EQ(count(store()), 1);
    Connection other = another();
    EXPECT_EQ(count(other), 1);
}

TEST_P(DbTransactionTest, CannotBeCommittedOnceAStatementFailed) {
    {
        Transaction all(store());
        add(store(), "A");
        EXPECT_EQ(error_of([&] { add(store(), "A"); }).fault(), Fault::conflict);
        EXPECT_THROW(add(store(), "B"), std::logic_error);
        EXPECT_THROW(all.commit(), std::logic_error);
    }
    EXPECT_EQ(count(store()), 0);
    Transaction next(store());
    add(store(), "A");
    next.commit();
    EXPECT_EQ(count(store()), 1);
}

TEST_P(DbTransactionTest, IsNeededForEveryWrite) {
    EXPECT_THROW(add(store(), "A"), std::logic_error);
    EXPECT_THROW(store().run_script("DELETE FROM measures"), std::logic_error);
    {
        Transaction reading(store(), Purpose::read);
        EXPECT_THROW(add(store(), "A"), std::logic_error);
    }
    EXPECT_EQ(count(store()), 0);
    Transaction outer(store());
    EXPECT_THROW(Transaction inner(store()), std::logic_error);
}

TEST_P(DbTransactionTest, ChecksReferencesAtItsEnd) {
    {
        Transaction all(store());
        add(store(), "child", "parent");
        add(store(), "parent");
        all.commit();
    }
    Transaction all(store());
    add(store(), "orphan", "nobody");
    const Error error = error_of([&] { all.commit(); });
    EXPECT_EQ(error.fault(), Fault::conflict);
    EXPECT_NE(std::string(error.what()).find("not there"), std::string::npos) << error.what();
}

TEST_P(DbTransactionTest, LeavesNothingBehindAfterAFailedCommit) {
    {
        Transaction all(store());
        add(store(), "orphan", "nobody");
        EXPECT_THROW(all.commit(), Error);
    }
    EXPECT_EQ(count(store()), 0);
    Transaction all(store());
    add(store(), "A");
    all.commit();
    EXPECT_EQ(count(store()), 1);
}

TEST_P(DbTransactionTest, LetsOneWriterInAtATime) {
    Connection other = another(100ms);
    Transaction first(store());
    add(store(), "A");
    const auto began = std::chrono::steady_clock::now();
    const Error busy = error_of([&] { Transaction second(other); });
    EXPECT_GE(std::chrono::steady_clock::now() - began, 90ms);
    EXPECT_EQ(busy.fault(), Fault::outage);
    EXPECT_NE(std::string(busy.what()).find("busy"), std::string::npos) << busy.what();
    EXPECT_EQ(count(other), 0); // readers go on, and see what was committed
    first.commit();
    Transaction second(other);
    add(other, "B");
    second.commit();
    EXPECT_EQ(count(store()), 2);
}

TEST_P(DbTransactionTest, WaitsForTheWriterBeforeIt) {
    Connection other = another();
    std::thread writer;
    {
        Transaction first(store());
        writer = std::thread([&other] {
            Transaction second(other);
            // Sees what the first one wrote, because it was let in only afterwards.
            other.execute("INSERT INTO measures (code) SELECT code || code FROM measures");
            second.commit();
        });
        std::this_thread::sleep_for(50ms);
        add(store(), "A");
        first.commit();
    }
    writer.join();
    EXPECT_EQ(store().value<std::string>("SELECT max(code) FROM measures"), "AA");
}

TEST_P(DbTransactionTest, ReadsOneMoment) {
    Connection reader = another(10s, Opening::read_only);
    {
        Transaction moment(reader, Purpose::read);
        EXPECT_EQ(count(reader), 0);
        Transaction all(store());
        add(store(), "A");
        all.commit();
        EXPECT_EQ(count(reader), 0);
    }
    EXPECT_EQ(count(reader), 1);
}

TEST_P(DbTransactionTest, OfAConnectionForReadingCannotWrite) {
    Connection reader = another(10s, Opening::read_only);
    EXPECT_EQ(error_of([&] { Transaction all(reader); }).fault(), Fault::forbidden);
    EXPECT_THROW(add(reader, "A"), std::logic_error);
}

// PostgreSQL alters a table where it is; SQLite rebuilds it, and the rows that refer to it must not go with the old one.
TEST(DbMigrateTest, RebuildsATableWithoutLosingWhatRefersToIt) {
    const test::TemporaryPlace place(Product::sqlite);
    Connection store = Connection::open(place.address(), Opening::create);
    const auto migrate = [&store](std::string_view script) {
        Transaction all(store, Purpose::migrate);
        store.run_script(script);
        all.commit();
    };
    migrate("CREATE TABLE measures (code TEXT PRIMARY KEY);"
            "CREATE TABLE notes (measure TEXT REFERENCES measures (code) ON DELETE CASCADE);"
            "INSERT INTO measures VALUES ('A'); INSERT INTO notes VALUES ('A')");
    migrate("CREATE TABLE anew (code TEXT PRIMARY KEY, title TEXT); INSERT INTO anew (code) SELECT code FROM measures;"
            "DROP TABLE measures; ALTER TABLE anew RENAME TO measures");
    const auto notes = [&store] { return store.value<std::int64_t>("SELECT count(*) FROM notes"); };
    EXPECT_EQ(notes(), 1);
    EXPECT_THROW(migrate("DELETE FROM measures"), std::logic_error); // leaves a note of nothing
    EXPECT_EQ(notes(), 1);

    Transaction all(store);
    EXPECT_EQ(error_of([&] { store.execute("INSERT INTO notes VALUES ($1)", "nobody"); }).fault(), Fault::conflict);
}

TEST_P(DbTransactionTest, RefusesAScriptThatEndsIt) {
    {
        Transaction all(store());
        EXPECT_THROW(store().run_script("INSERT INTO measures (code) VALUES ('A'); ROLLBACK"), std::logic_error);
        EXPECT_THROW(all.commit(), std::logic_error);
    }
    EXPECT_EQ(count(store()), 0);
}

} // namespace
} // namespace qd::db
