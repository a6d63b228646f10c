#include "views/library.hpp"

#include "store/store.hpp"

#include <atomic>
#include <filesystem>
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

TEST_F(OpenLibrary, ShowsAnImportFromTheNextSecondOn) {
    Library library(address, clock);
    const auto first = library.current();
    bring_area("E1");
    EXPECT_EQ(library.current(), first);
    ++clock.seconds;
    const auto second = library.current();
    EXPECT_NE(second, first);
    EXPECT_EQ(second->content().areas.size(), 1u);
    ++clock.seconds;
    EXPECT_EQ(library.current(), second); // nothing changed, so nothing was read again
}

TEST_F(OpenLibrary, ServesManyThreadsWhileTheStoreChanges) {
    Library library(address, clock);
    std::atomic<bool> done = false;
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i)
            readers.emplace_back([&] {
                for (std::size_t seen = 0; !done;) {
                    const std::size_t areas = library.current()->content().areas.size();
                    EXPECT_GE(areas, seen); // never an older one again
                    seen = areas;
                }
            });
        for (int i = 0; i < 20; ++i) {
            bring_area("E" + std::to_string(i));
            ++clock.seconds;
        }
        done = true;
    }
    ++clock.seconds;
    EXPECT_EQ(library.current()->content().areas.size(), 20u);
}

} // namespace
} // namespace qd
