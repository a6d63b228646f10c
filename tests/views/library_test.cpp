#include "views/library.hpp"

#include "store/store.hpp"

#include "base/error.hpp"
#include "store/file_mark.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

class SettableClock : public Clock {
public:
    Instant now() const override { return Instant(seconds); }
    std::atomic<std::int64_t> seconds{1'360'886'400};
};

struct OpenLibrary : testing::Test {
    OpenLibrary() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-library.XXXXXX").string();
        folder = ::mkdtemp(name.data());
        address = "sqlite:" + (folder / "store.db").string();
        Store::init(address, clock);
    }
    ~OpenLibrary() override { std::filesystem::remove_all(folder); }

    void bring_area(const std::string& code) {
        Store store(address, Opening::read_write, clock);
        Content content = store.read();
        content.areas.push_back({AreaCode(code), "Place " + code, AreaKind::district, {}, {}, {}});
        store.import(content, "", "test");
    }

    std::filesystem::path folder;
    std::string address;
    SettableClock clock;
};

TEST_F(OpenLibrary, ShowsAnImportOnceItHasLooked) {
    Library library(address, clock);
    const auto first = library.newest();
    bring_area("E1");
    EXPECT_EQ(library.newest(), first);
    library.look();
    const auto second = library.newest();
    EXPECT_NE(second, first);
    EXPECT_EQ(second->content().areas.size(), 1u);
    const auto file = file_mark(address);
    library.look();
    EXPECT_EQ(file_mark(address), file);
    EXPECT_EQ(library.newest(), second); // nothing changed, so nothing was read again
}

// Another file at the address, with as many imports: its contents would not distinguish them.
TEST_F(OpenLibrary, FollowsAFileThatWasPutInItsPlace) {
    bring_area("E1");
    const std::string other = (folder / "other.db").string();
    Store::init(other, clock);
    {
        Store store(other, Opening::read_write, clock);
        Content content;
        content.areas.push_back({AreaCode("W1"), "Elsewhere", AreaKind::district, {}, {}, {}});
        store.import(content, "", "test");
    }
    Library library(address, clock);
    EXPECT_EQ(library.newest()->content().areas.front().code.text(), "E1");
    std::filesystem::rename(other, folder / "store.db");
    library.look();
    EXPECT_EQ(library.newest()->content().areas.front().code.text(), "W1");
}

TEST_F(OpenLibrary, FollowsAFileThatWasWrittenOver) {
    bring_area("E1");
    const std::string other = (folder / "other.backup").string();
    Store(address, Opening::read_only, clock).backup(other);
    bring_area("E2");
    Library library(address, clock);
    EXPECT_EQ(library.newest()->content().areas.size(), 2u);
    std::filesystem::copy_file(other, folder / "store.db", std::filesystem::copy_options::overwrite_existing);
    for (const char* beside : {"store.db-wal", "store.db-shm"}) std::filesystem::remove(folder / beside);
    library.look();
    EXPECT_EQ(library.newest()->content().areas.size(), 1u);
}

TEST_F(OpenLibrary, ShowsNothingOfAStoreThatIsGone) {
    bring_area("E1");
    Library library(address, clock);
    std::filesystem::rename(folder / "store.db", folder / "aside.db");
    library.look();
    EXPECT_THROW((void)library.newest(), Error);
    std::ofstream(folder / "store.db") << "no store at all, but a text that somebody wrote here";
    library.look();
    EXPECT_THROW((void)library.newest(), Error);
    std::filesystem::rename(folder / "aside.db", folder / "store.db");
    library.look();
    EXPECT_EQ(library.newest()->content().areas.size(), 1u);
}

TEST_F(OpenLibrary, ServesManyThreadsWhileTheStoreChanges) {
    Library library(address, clock);
    std::atomic<bool> done = false;
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i)
            readers.emplace_back([&] {
                for (std::size_t seen = 0; !done;) {
                    const std::size_t areas = library.newest()->content().areas.size();
                    EXPECT_GE(areas, seen); // never an older one again
                    seen = areas;
                }
            });
        for (int i = 0; i < 20; ++i) {
            bring_area("E" + std::to_string(i));
            library.look();
        }
        done = true;
    }
    EXPECT_EQ(library.newest()->content().areas.size(), 20u);
}

} // namespace
} // namespace qd
