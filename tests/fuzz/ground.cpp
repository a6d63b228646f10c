#include "fuzz/ground.hpp"

#include "acts/import.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "exchange/source.hpp"
#include "store/store.hpp"

#include <fstream>

namespace qd::fuzz {
namespace {

namespace fs = std::filesystem;

const Ground* the_ground = nullptr;

void write_unsynced(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

const std::vector<std::string> Ground::store_names = {"empty", "lancashire", "chorley"};

Ground::Ground(const fs::path& examples, const fs::path& workplace)
    : workplace_(workplace), clock_(Instant::end_of(*Date::from_ymd(2018, 4, 15))) {
    for (const std::string& name : store_names) prepare(name, examples);
}

void Ground::prepare(const std::string& name, const fs::path& examples) {
    const fs::path file = workplace_ / (name + ".db");
    Store::init(file.string(), clock_);
    Store store(file.string(), Opening::read_write, clock_); // the last to close, so that the file has everything
    if (name != "empty") {
        Desk desk(file.string(), clock_);
        for (const SourceOutcome& outcome : import_sources(desk, Actor(), {examples / name}, DryRun::no))
            if (!outcome.outcome) throw Error(Fault::request, print(outcome.outcome.error().front()));
        // A folder and a workbook as the program itself writes them, so that every file has something to mutate.
        Council& council = councils_[name];
        council.files = to_files(store.read(), store.settings_text());
        const fs::path workbook = workplace_ / (name + ".xlsx");
        write_workbook(council.files, workbook);
        council.workbook = read_file(workbook);
        snapshots_[name] = Snapshot::read(store);
    }
    states_[name] = state_of(store);
}

std::string Ground::store_bytes(const std::string& name) const { return read_file(workplace_ / (name + ".db")); }

std::string Ground::fresh_store(const std::string& name) const { return make_store(store_bytes(name)); }

std::string Ground::make_store(const std::string& bytes) const {
    const fs::path file = workplace_ / "run.db";
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + ending);
    write_unsynced(file, bytes);
    return file.string();
}

Ground::State state_of(Store& store) { return {store.read(), store.settings_text(), store.generation()}; }

const Ground& ground() {
    if (the_ground == nullptr) throw std::logic_error("no ground was set");
    return *the_ground;
}
void set_ground(const Ground& ground) { the_ground = &ground; }

} // namespace qd::fuzz
