#include "store/store_fixture.hpp"

#include "base/file.hpp"

#include <set>
#include <thread>

namespace qd {
namespace {

using test::expect_equal, test::RandomContent, test::TemporaryPlace;

const std::string settings = "name = \"Shire\"\n";

class BackupTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (HasFatalFailure()) return;
        Store store = open();
        store.import(RandomContent(1).make(), settings, "first");
        store.import(RandomContent(2).make(), settings, "second");
        content = store.read();
    }
    std::filesystem::path file() const { return folder() / "monday.backup"; }
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder())) names.insert(entry.path().filename());
        return names;
    }
    // A place where init works is a place without a store.
    void expect_no_store(const TemporaryPlace& place) {
        EXPECT_THROW(Store(place.address(), Opening::read_only, clock), Error);
        Store::init(place.address(), clock);
        EXPECT_EQ(Store(place.address(), Opening::read_only, clock).verify(), std::vector<std::string>());
    }

    Content content;
};
QUARTERDAY_ON_BOTH_DATABASES(BackupTest);

TEST_P(BackupTest, ComesBackOnEitherDatabase) {
    open(Opening::read_only).backup(file());
    for (const db::Product product : {db::Product::sqlite, db::Product::postgres}) {
        const TemporaryPlace place(product);
        Store::restore(file(), place.address(), clock);
        Store restored(place.address(), Opening::read_write, clock);
        expect_equal(restored.read(), content);
        EXPECT_EQ(restored.settings_text(), settings);
        EXPECT_EQ(restored.generation(), open().generation());
        EXPECT_EQ(restored.about().rows, open().about().rows);
        EXPECT_EQ(restored.verify(), std::vector<std::string>());
        EXPECT_EQ(restored.import(content, settings, "what was there").changes(), 0u);
        EXPECT_GT(restored.import(RandomContent(3).make(), "", "more").changes(), 0u);
    }
}

TEST_P(BackupTest, IsOneFileThatReadingLeavesAlone) {
    open(Opening::read_only).backup(file());
    const auto before = files();
    const std::string bytes = read_file(file());
    EXPECT_TRUE(before.contains("monday.backup"));
    for (const std::string& name : before) EXPECT_TRUE(name == "monday.backup" || name.starts_with("store.db")) << name;
    EXPECT_EQ(Store("sqlite:" + file().string(), Opening::read_only, clock).verify(), std::vector<std::string>());
    const TemporaryPlace place(GetParam());
    Store::restore(file(), place.address(), clock);
    EXPECT_EQ(files(), before);
    EXPECT_EQ(read_file(file()), bytes);
}

TEST_P(BackupTest, WritesOverNothing) {
    write_file(file(), "mine");
    EXPECT_EQ(test::error_of([&] { open().backup(file()); }).fault(), Fault::conflict);
    EXPECT_EQ(read_file(file()), "mine");
    EXPECT_EQ(test::error_of([&] { open().backup(folder() / "nowhere" / "x"); }).fault(), Fault::absent);
    open().backup(folder() / "other");
    EXPECT_EQ(test::error_of([&] { Store::restore(folder() / "other", address(), clock); }).fault(), Fault::conflict);
    expect_equal(open().read(), content);
}

TEST_P(BackupTest, OfADamagedStoreIsRefused) {
    run("UPDATE targets SET words = 'changed' WHERE id = 2");
    const auto before = files();
    EXPECT_EQ(test::error_of([&] { open().backup(file()); }).fault(), Fault::outage);
    EXPECT_FALSE(files().contains("monday.backup"));
    EXPECT_FALSE(files().contains("monday.backup.part"));
}

TEST_P(BackupTest, ThatIsDamagedIsNotRestored) {
    open().backup(file());
    for (const char* change :
         {"UPDATE areas SET name = 'changed'", "DELETE FROM returns WHERE id = 1", "DROP TABLE units",
          "UPDATE settings SET text = 'x'", "DELETE FROM targets WHERE id = (SELECT MAX(id) FROM targets)"}) {
        std::filesystem::copy_file(file(), folder() / "copy", std::filesystem::copy_options::overwrite_existing);
        test::run_by_other_hand("sqlite:" + (folder() / "copy").string(), change);
        const TemporaryPlace place(GetParam());
        EXPECT_EQ(test::error_of([&] { Store::restore(folder() / "copy", place.address(), clock); }).fault(),
                  Fault::request)
            << change;
        expect_no_store(place);
    }
    const TemporaryPlace place(GetParam());
    EXPECT_EQ(test::error_of([&] { Store::restore(folder() / "none", place.address(), clock); }).fault(),
              Fault::absent);
    write_file(folder() / "text", "name = 1\n");
    EXPECT_EQ(test::error_of([&] { Store::restore(folder() / "text", place.address(), clock); }).fault(),
              Fault::request);
    write_file(folder() / "empty", "");
    EXPECT_EQ(test::error_of([&] { Store::restore(folder() / "empty", place.address(), clock); }).fault(),
              Fault::request);
    expect_no_store(place);
}

// Anywhere in the file: refused, and nothing is left, or it did not matter.
TEST_P(BackupTest, DamagedBytesAreRefusedOrDoNotMatter) {
    open().backup(file());
    const std::string bytes = read_file(file());
    RandomContent random(5);
    int refused = 0;
    const int runs = on_sqlite() ? 150 : 20;
    for (int run = 0; run < runs; ++run) {
        std::string damaged = bytes;
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(bytes.size())));
        if (run % 10 == 9)
            damaged.resize(at);
        else if (run % 10 == 8)
            std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(at),
                        std::min<std::size_t>(512, damaged.size() - at), '\0');
        else
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
        write_file(folder() / "damaged", damaged);
        const TemporaryPlace place(GetParam());
        try {
            Store::restore(folder() / "damaged", place.address(), clock);
            Store restored(place.address(), Opening::read_only, clock);
            expect_equal(restored.read(), content);
            EXPECT_EQ(restored.settings_text(), settings);
        } catch (const Error& error) {
            ++refused;
            EXPECT_THROW(Store(place.address(), Opening::read_only, clock), Error) << error.what();
        }
    }
    EXPECT_GT(refused, runs / 10) << "the others met free pages, or what no value depends on";
}

TEST_P(BackupTest, IsOfOneMomentWhileOthersWrite) {
    Store writer = open();
    std::thread writing([&] {
        for (std::uint64_t seed = 10; seed < 18; ++seed) writer.import(RandomContent(seed).make(), "", "meanwhile");
    });
    Store reader = open(Opening::read_only);
    for (int number = 0; number < 4; ++number) reader.backup(folder() / std::to_string(number)); // refused if not sound
    writing.join();
    for (int number = 0; number < 4; ++number) {
        const TemporaryPlace place(GetParam());
        Store::restore(folder() / std::to_string(number), place.address(), clock);
    }
}

} // namespace
} // namespace qd
