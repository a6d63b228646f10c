#include "base/file.hpp"
#include "store/store_fixture.hpp"

#include <fstream>

namespace qd {
namespace {

using test::RandomContent;

// One page after the other is overwritten, as a failing disk may do.
TEST(DamagedFile, IsReportedWhicheverPageItIs) {
    const test::TemporaryPlace place(db::Product::sqlite);
    const FixedClock clock(test::noon);
    Store::init(place.address(), clock);
    const std::filesystem::path file = db::parse_address(place.address()).file();
    Content content;
    {
        Store store(place.address(), Opening::read_write, clock);
        store.import(RandomContent(1).make(), "name = \"Shire\"\n", "a folder");
        content = store.read();
    }
    const std::string sound = read_file(file);
    constexpr std::size_t page = 4096;
    std::size_t told = 0;
    for (std::size_t at = page; at < sound.size(); at += page) {
        std::string damaged = sound;
        damaged.replace(at, page, std::string(page, '\xFF'));
        std::ofstream(file, std::ios::binary) << damaged;
        SCOPED_TRACE("page " + std::to_string(at / page + 1));
        try {
            Store store(place.address(), Opening::read_write, clock);
            if (!store.verify().empty())
                ++told;
            else
                EXPECT_EQ(store.read(), content);
        } catch (const Error&) {
            ++told;
        }
    }
    EXPECT_GT(told, 20u);
}

} // namespace
} // namespace qd
