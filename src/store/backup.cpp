#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/inside.hpp"
#include "store/migrations.hpp"
#include "store/tables.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace qd::inline store {
namespace {

// Rebuildable tables stay behind: they are computed again.
void copy_tables(db::Connection& from, db::Connection& to) {
    const db::Transaction moment(from, db::Purpose::read);
    db::Transaction transaction(to);
    for (const Table& table : tables())
        if (table.nature != Nature::rebuildable) copy_rows(from, to, table);
    write_digests(to);
    transaction.commit();
}

void remove_store(const std::filesystem::path& file) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file.string() + ending);
}

void sync(const std::filesystem::path& path) {
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = opened >= 0 && ::fsync(opened) == 0;
    if (opened >= 0) ::close(opened);
    if (!synced) throw Error(Fault::outage, "Cannot sync " + path.string() + ": the backup may not be on the disk.");
}

} // namespace

// A backup is a SQLite store, of whichever database: made aside, synced, then renamed.
void Store::backup(const std::filesystem::path& file) {
    if (std::filesystem::exists(file)) throw Error(Fault::conflict, file.string() + " is there already. Name a new file for the backup.");
    const std::filesystem::path aside = file.string() + ".part";
    remove_store(aside);
    try {
        {
            db::Connection copy = open_store("sqlite:" + aside.string(), db::Opening::create, inside_->clock);
            copy_tables(inside_->connection, copy);
        }
        sync(aside);
        std::filesystem::rename(aside, file);
        sync(file.has_parent_path() ? file.parent_path() : ".");
    } catch (...) {
        remove_store(aside);
        throw;
    }
}

void Store::restore(const std::filesystem::path& file, const std::string& address, const Clock& clock) {
    db::Connection from = open_store("sqlite:" + file.string(), db::Opening::read_only, clock);
    if (const auto problems = verify_store(from); !problems.empty())
        throw Error(Fault::request, file.string() + " is not sound: " + problems.front() + " Restore another backup.");
    init(address, clock);
    const db::Address place = db::parse_address(address);
    try {
        db::Connection to = open_store(address, db::Opening::existing, clock);
        copy_tables(from, to);
    } catch (...) {
        if (place.product == db::Product::sqlite) remove_store(place.file());
        throw;
    }
}

} // namespace qd::inline store
