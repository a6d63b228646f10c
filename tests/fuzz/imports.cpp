#include "acts/import.hpp"
#include "base/error.hpp"
#include "fuzz/family.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/nasty.hpp"
#include "fuzz/show.hpp"
#include "store/store.hpp"

#include <fstream>

namespace qd::fuzz {
namespace {

namespace fs = std::filesystem;

std::string some_council(Random& random) { return random.once_in(2) ? "lancashire" : "chorley"; }

// Mostly into the council's own store, so that codes are known.
std::string some_store(Random& random, const std::string& council) {
    return random.once_in(3) ? random.pick(Ground::store_names) : council;
}

SourceFile& some_file(Random& random, std::vector<SourceFile>& files, std::string_view ending) {
    std::vector<SourceFile*> fitting;
    for (SourceFile& file : files)
        if (file.path.ends_with(ending)) fitting.push_back(&file);
    return *random.pick(fitting);
}

// What people do to folders: files left out, misnamed, mixed up.
void mutate_listing(Random& random, std::vector<SourceFile>& files) {
    constexpr std::string_view names[] = {
        "return.csv",  "Returns.csv",    "RETURNS.CSV",  "areas.csv.csv",   ".csv",
        "council.tml", "Council.toml",   "recovery/.md", "recovery/a b.md", "papers/é.md",
        "papers/x.md", "recovery/x.txt", "notes.csv",    "~$x.csv"};
    SourceFile& file = random.pick(files);
    switch (random.below(5)) {
    case 0: file.path = random.pick(names); break;
    case 1: std::swap(file.bytes, random.pick(files).bytes); break;
    case 2: files.push_back({std::string(random.pick(names)), file.bytes}); break;
    case 3: file.bytes.clear(); break;
    default: files.erase(files.begin() + static_cast<std::ptrdiff_t>(random.below(files.size())));
    }
}

void write_files(const std::vector<SourceFile>& files, const fs::path& folder) {
    fs::remove_all(folder);
    for (const SourceFile& file : files) {
        const fs::path path = folder / file.path;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary).write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
    }
}

// The outcome of one source; none = refused. An outage is nobody's fault but ours: the disk and the database are sound.
std::optional<ImportOutcome> bring(Desk& desk, const fs::path& source, DryRun dry_run) {
    try {
        auto outcomes = import_sources(desk, Actor(), {source}, dry_run);
        must(outcomes.size() == 1, "One source has " + std::to_string(outcomes.size()) + " outcomes.");
        if (outcomes[0].outcome) return *outcomes[0].outcome;
        must(!outcomes[0].outcome.error().empty(), "Refused without a complaint.");
        for (const Complaint& complaint : outcomes[0].outcome.error())
            must(!print(complaint).empty(), "A complaint says nothing.");
    } catch (const Error& error) {
        must(error.fault() != Fault::outage, std::string("An input ended in an outage: ") + error.what());
    }
    return std::nullopt;
}

void check_sound(Store& store) {
    const std::vector<std::string> problems = store.verify();
    must(problems.empty(), "The store is not sound after an import: " + (problems.empty() ? "" : problems.front()));
}

// What was taken in comes out as files that are taken in, and are the same files again.
void check_round_trip(const Snapshot& snapshot) {
    const std::vector<SourceFile> files = to_files(snapshot.content(), snapshot.settings_text());
    const fs::path folder = ground().workplace() / "exported";
    fs::remove_all(folder);
    write_files(files, folder);
    const auto reading = read_source(folder, Content());
    must(reading.has_value(), "What was exported is refused: " + (reading ? "" : print(reading.error().front())));
    const std::vector<SourceFile> again = to_files(reading->content, reading->settings_text.value_or(""));
    must(again.size() == files.size(), "What was exported has other files when it is exported again.");
    for (std::size_t i = 0; i < files.size(); ++i)
        must(again[i].path == files[i].path && again[i].bytes == files[i].bytes,
             "What was exported changes on its way: " + files[i].path);
}

Ending import_into(const std::string& store_name, const fs::path& source, std::size_t size) {
    const Ground::State& before = ground().state(store_name);
    const std::string file = ground().fresh_store(store_name);
    Desk desk(file, ground().clock());
    Store store(file, Opening::read_only, ground().clock());
    const auto tried = bring(desk, source, DryRun::yes);
    must(state_of(store) == before, "A dry run changed the store.");
    const auto done = bring(desk, source, DryRun::no);
    must(tried.has_value() == done.has_value(), "A dry run ends otherwise than the import.");
    if (!done) {
        must(state_of(store) == before, "A refused import changed the store.");
        check_sound(store);
        return Ending::refused;
    }
    must(tried->changes() == done->changes(), "A dry run tells other changes than the import makes.");
    must(store.generation() == before.generation + (done->changes() > 0 ? 1 : 0),
         "The generation does not count the import.");
    if (done->changes() == 0) must(state_of(store) == before, "An import without changes changed the store.");
    check_sound(store);
    const auto again = bring(desk, source, DryRun::no);
    must(again && again->changes() == 0, "The same source changes something when it is imported again.");
    std::shared_ptr<const Snapshot> snapshot;
    try {
        snapshot = Snapshot::read(store);
    } catch (const Error& error) {
        throw Broken(std::string("A store cannot be read after an import: ") + error.what());
    }
    if (!store.settings_text().empty()) check_round_trip(*snapshot);
    if (done->changes() > 0) show_everything(snapshot, ground().clock().now(), size);
    return Ending::understood;
}

} // namespace

Input make_folder(Random& random) {
    const std::string council = some_council(random);
    std::vector<SourceFile> files = ground().council(council).files;
    for (std::size_t i = random.few(4); i > 0; --i) {
        SourceFile& file = random.pick(files);
        file.bytes = mutate_file(random, file.path, file.bytes);
    }
    if (random.once_in(6)) mutate_listing(random, files);
    return {some_store(random, council), std::move(files)};
}

Input make_figures(Random& random) {
    const std::string council = some_council(random);
    std::vector<SourceFile> files = ground().council(council).files;
    for (std::size_t i = random.few(3); i > 0; --i) {
        SourceFile& file = some_file(random, files, ".csv");
        file.bytes = mutate_figures(random, file.bytes);
    }
    return {random.once_in(3) ? "empty" : council, std::move(files)};
}

Input make_table(Random& random) {
    const std::string council = some_council(random);
    std::vector<SourceFile> files = ground().council(council).files;
    SourceFile& file = some_file(random, files, ".csv");
    return {some_store(random, council), {{file.path, mutate_file(random, file.path, file.bytes)}}};
}

Input make_settings(Random& random) {
    const std::string council = some_council(random);
    std::vector<SourceFile> files = ground().council(council).files;
    SourceFile& file = some_file(random, files, "council.toml");
    return {council, {{file.path, mutate_file(random, file.path, file.bytes)}}};
}

Input make_narrative(Random& random) {
    const std::string council = some_council(random);
    std::vector<SourceFile> files = ground().council(council).files;
    SourceFile& file = some_file(random, files, ".md");
    return {council, {{file.path, mutate_file(random, file.path, file.bytes)}}};
}

// One file that can be imported by itself is handed in as itself, all else as a folder.
Ending run_import(const Input& input) {
    const fs::path folder = ground().workplace() / "source";
    write_files(input.files, folder);
    std::size_t size = 0;
    for (const SourceFile& file : input.files) size += file.bytes.size();
    const bool alone = input.files.size() == 1 && !input.files[0].path.ends_with(".md");
    if (input.files.empty()) fs::create_directories(folder);
    return import_into(input.about, alone ? folder / input.files[0].path : folder, size);
}

} // namespace qd::fuzz
