#include "store/inside.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/write_file.hpp"
#include "store/db/sqlite_file.hpp"
#include "store/db/transaction.hpp"
#include "store/migrations.hpp"
#include "store/tables.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd::inline store {
namespace {

bool is_there(const std::filesystem::path& path) {
    std::error_code ignored; // what cannot be looked at cannot be opened either, and that is reported
    return std::filesystem::exists(path, ignored);
}

// SQLite would take files next to one of this name for its own: a log left there would be read into it.
void refuse_leftovers(const std::filesystem::path& file) {
    for (const char* ending : {"-wal", "-shm", "-journal"})
        if (is_there(file.string() + ending))
            throw Error(Fault::conflict, file.string() + ending + " exists, but the database it belongs to does " +
                                             "not. Move it away, or name another file.");
}

// A folder next to a file, only for this program, in which a store is made; removed with all its contents.
class Aside {
public:
    explicit Aside(const std::filesystem::path& file)
        : folder_(make_beside(file, [](const char* name) { return ::mkdir(name, 0700); })) {}
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    ~Aside() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    std::filesystem::path store() const { return folder_ / "store"; }

private:
    std::filesystem::path folder_;
};

// Everything, digests too: a copy is as sound as what was copied.
void copy_tables(db::Connection& from, db::Connection& to) {
    const db::Transaction moment(from, db::Purpose::read);
    for (const Table& table : tables()) copy_rows(from, to, table);
}

[[noreturn]] void fail(const std::filesystem::path& file, int cause) {
    throw Error(cause == EEXIST ? Fault::conflict : Fault::outage,
                "Cannot write " + file.string() + ": " + std::strerror(cause) + ".");
}

// What has come to be there meanwhile is not replaced, where the file system can promise that.
int rename_to_new(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// In one file, and the disk has it; then the name leads to it.
void put_in_place(const std::filesystem::path& aside, const std::filesystem::path& file) {
    const int opened = ::open(aside.c_str(), O_RDONLY | O_CLOEXEC);
    int cause = opened >= 0 && ::fsync(opened) == 0 ? 0 : errno;
    if (opened >= 0) ::close(opened);
    if (cause == 0) cause = rename_to_new(aside, file);
    if (cause != 0) fail(file, cause);
    sync_folder(file.parent_path());
}

// Read again from its file, before it gets its name.
void refuse_unsound(const std::filesystem::path& copy, const Clock& clock) {
    std::vector<std::string> problems;
    try {
        db::Connection store = open_store("sqlite:" + copy.string(), db::Opening::read_only, clock);
        problems = verify_store(store);
    } catch (const Error& error) {
        throw Error(Fault::outage,
                    std::string("No backup was written, because the disk did not keep it: ") + error.what());
    }
    if (!problems.empty())
        throw Error(Fault::outage, "No backup was written, because the store is not sound: " + problems.front() +
                                       " Run quarterday verify.");
}

// A copy of a backup, for as long as it exists: what an older program wrote is brought up to date there, not in the backup.
class BackupCopy {
public:
    explicit BackupCopy(const std::filesystem::path& file) : copy_(temporary_name()) {
        std::error_code failure;
        std::filesystem::copy_file(file, copy_, failure);
        if (!failure)
            std::filesystem::permissions(
                copy_, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
        if (!failure) return;
        remove();
        throw Error(Fault::outage, "Cannot copy the backup to " + copy_.string() + ": " + failure.message() + ".");
    }
    BackupCopy(const BackupCopy&) = delete;
    BackupCopy& operator=(const BackupCopy&) = delete;
    ~BackupCopy() { remove(); }
    const std::filesystem::path& file() const { return copy_; }

private:
    void remove() noexcept {
        std::error_code ignored;
        std::filesystem::remove_all(copy_.parent_path(), ignored); // the folder that it made
    }
    // In a folder of its own, which nobody else may enter.
    static std::filesystem::path temporary_name() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-restore-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw Error(Fault::outage, "Cannot make a folder for the backup in " +
                                           std::filesystem::temp_directory_path().string() + ": " +
                                           std::strerror(errno) + ".");
        return std::filesystem::path(name) / "backup";
    }

    std::filesystem::path copy_;
};

// A backup whose every hash is right; Error(request) for anything else.
class Backup {
public:
    Backup(const std::filesystem::path& file, const Clock& clock) {
        const auto refuse = [&](const std::string& cause) {
            throw Error(Fault::request, file.string() + " is not a sound backup: " + cause + " Restore another one.");
        };
        if (!is_there(file))
            throw Error(Fault::absent,
                        "There is no backup " + file.string() + ". Name a file that quarterday backup wrote.");
        std::vector<std::string> problems;
        try {
            const bool older = is_older("sqlite:" + file.string());
            if (older) copy_.emplace(file);
            store_.emplace(open_store("sqlite:" + (older ? copy_->file() : file).string(),
                                      older ? db::Opening::existing : db::Opening::read_only, clock));
            problems = verify_store(*store_);
        } catch (const Error& error) {
            if (error.fault() != Fault::outage && error.fault() != Fault::request)
                throw; // it may not be read, or another program is needed
            refuse(error.what());
        } catch (const std::logic_error& error) { // its tables are not those that its migrations made
            refuse(std::string(error.what()) + ".");
        }
        if (!problems.empty()) refuse(problems.front());
    }
    db::Connection& store() { return *store_; }

private:
    std::optional<BackupCopy> copy_; // outlives its connection
    std::optional<db::Connection> store_;
};

} // namespace

// A backup is a SQLite store, of whichever database: made aside, verified, synced, then renamed.
void Store::backup(const std::filesystem::path& given) {
    if (is_there(given))
        throw Error(Fault::conflict, given.string() + " is there already. Name a new file for the backup.");
    const std::filesystem::path file = where_links_lead(given);
    refuse_leftovers(file);
    const Aside aside(file);
    create_store("sqlite:" + aside.store().string(), inside_->clock,
                 [&](db::Connection& copy) { copy_tables(inside_->connection, copy); });
    db::keep_in_one_file(aside.store());
    refuse_unsound(aside.store(), inside_->clock);
    put_in_place(aside.store(), file);
}

// A file that is not there is made as a backup is, and has its name once it is whole.
void Store::restore(const std::filesystem::path& file, const std::string& address, const Clock& clock) {
    Backup backup(file, clock);
    const db::Address place = db::parse_address(address);
    const auto fill = [&](db::Connection& store) { copy_tables(backup.store(), store); };
    if (place.product != db::Product::sqlite || is_there(place.file())) return create_store(address, clock, fill);
    const std::filesystem::path store = where_links_lead(place.file());
    refuse_leftovers(store);
    const Aside aside(store);
    create_store("sqlite:" + aside.store().string(), clock, fill);
    db::keep_in_one_file(aside.store());
    put_in_place(aside.store(), store);
}

} // namespace qd::inline store
