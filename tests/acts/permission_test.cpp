#include "acts/permission.hpp"

#include "acts/import.hpp"
#include "acts/init.hpp"
#include "acts/inside.hpp"
#include "base/error.hpp"

#include <filesystem>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Permission, IsGivenToTheCommandLineAlone) {
    ask_permission({"jsmith"}, "import");
    try {
        ask_permission({"jsmith", "", "page"}, "import");
        FAIL() << "a page may not act";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::forbidden);
        EXPECT_EQ(std::string(error.what()), "jsmith may not import from a page. Use the command line.");
    }
}

TEST(Permission, IsAskedBeforeAnythingIsDone) {
    std::string name = (std::filesystem::temp_directory_path() / "quarterday-permission.XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    const FixedClock clock(*Instant::parse("2026-12-01"));
    const std::string address = (folder / "store.db").string();
    const Actor visitor{"", "", "page"};
    EXPECT_THROW(init_store(address, clock, visitor), Error);
    EXPECT_FALSE(std::filesystem::exists(address));
    init_store(address, clock, {});
    {
        Desk desk(address, clock);
        EXPECT_THROW(import_sources(desk, visitor, {"examples/lancashire"}, DryRun::no), Error);
        EXPECT_EQ(store_of(desk).generation(), 0);
        const auto before = desk.newest();
        EXPECT_EQ(desk.newest(), before); // nothing has changed, so nothing is read again
        import_sources(desk, {}, {"examples/lancashire"}, DryRun::no);
        EXPECT_NE(desk.newest(), before);
        EXPECT_EQ(desk.newest()->generation(), store_of(desk).generation());
    }
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace qd
