#include "store/database_fixture.hpp"

#include <cstring>

#include <sqlite3.h>

namespace qd::db {
namespace {

// SQLite on a disk whose syncs fail when told to. As long as it lives, every file is opened through it.
class FailingDisk {
public:
    FailingDisk() {
        usual_ = sqlite3_vfs_find(nullptr);
        disk_ = *usual_;
        disk_.zName = "failing";
        disk_.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            const int code = usual_->xOpen(usual_, name, file, flags, out);
            if (code != SQLITE_OK) return code;
            sqlite3_io_methods& methods = flags & SQLITE_OPEN_MAIN_DB ? locked_ : unlocked_;
            methods = *file->pMethods;
            usual_sync_ = methods.xSync;
            methods.xSync = [](sqlite3_file* at, int how) {
                return fail_from_now_ ? SQLITE_IOERR_FSYNC : usual_sync_(at, how);
            };
            file->pMethods = &methods;
            return SQLITE_OK;
        };
        fail_from_now_ = false;
        sqlite3_vfs_register(&disk_, 1);
    }
    ~FailingDisk() { sqlite3_vfs_unregister(&disk_); }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    void fail() { fail_from_now_ = true; }
    void recover() { fail_from_now_ = false; }

private:
    static inline sqlite3_vfs* usual_;
    static inline sqlite3_vfs disk_;
    static inline sqlite3_io_methods locked_, unlocked_; // of the database, and of its logs
    static inline int (*usual_sync_)(sqlite3_file*, int);
    static inline bool fail_from_now_;
};

std::int64_t returns_in(Connection& store) { return store.value<std::int64_t>("SELECT count(*) FROM returns").value(); }

TEST(DbSyncTest, ThatFailsRefusesTheCommitForGood) {
    const test::TemporaryPlace place(Product::sqlite);
    FailingDisk disk;
    Connection store = Connection::open(place.address(), Opening::create);
    {
        Transaction all(store, Purpose::migrate);
        store.run_script("CREATE TABLE returns (body BLOB)");
        all.commit();
    }
    {
        Transaction all(store);
        store.execute("INSERT INTO returns VALUES ($1)", Blob(10'000));
        disk.fail();
        const Error error = test::error_of([&] { all.commit(); });
        EXPECT_EQ(error.fault(), Fault::outage);
        EXPECT_NE(std::strstr(error.what(), "was not made"), nullptr) << error.what();
        disk.recover();
    }
    EXPECT_EQ(returns_in(store), 0);

    // What would be found if the program were killed now: the refused change must not be in the log.
    std::filesystem::create_directory(place.folder() / "killed");
    for (const char* file : {"store.db", "store.db-wal"})
        std::filesystem::copy_file(place.folder() / file, place.folder() / "killed" / file);
    Connection found = Connection::open((place.folder() / "killed" / "store.db").string(), Opening::existing);
    EXPECT_EQ(returns_in(found), 0);

    Transaction again(store);
    store.execute("INSERT INTO returns VALUES ($1)", Blob(10'000));
    again.commit();
    EXPECT_EQ(returns_in(store), 1);
}

} // namespace
} // namespace qd::db
