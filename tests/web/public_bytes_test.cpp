// What everyone reads does not change when something changes that everyone may not read: anything that revealed it would change.
// QUARTERDAY_STORES says over how many random stores; 40 if it says nothing.
#include "exchange/folder.hpp"
#include "web/people_store.hpp"
#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace qd::web {
namespace {

using Bytes = std::map<std::string, std::string>; // by file or address

int stores() {
    const char* given = std::getenv("QUARTERDAY_STORES");
    return given ? std::max(1, std::atoi(given)) : 40;
}

void add_pages(const Site& site, Bytes& bytes) {
    std::vector<std::string> pages{
        "/", "/scorecard", "/scorecard.csv", "/scorecard.json", "/areas", "/reports/scorecard/file?format=html"};
    for (const char* measure : {"P0", "P1", "P2", "F0", "F1", "F2", "F3", "F4"}) {
        pages.push_back("/measures/" + std::string(measure));
        pages.push_back(pages.back() + "/series.csv");
        pages.push_back("/measures/" + std::string(measure) + "/series.json");
    }
    for (const std::string& page : pages) {
        for (const char* view : {"period=2012-13Q2&area=C", "period=2011-12&area=D1", "period=2012-13Q1&area=D2",
                                 "period=2012-13Q1&area=D3&as_at=2013-01-01"}) {
            const std::string address = page + (page.find('?') == std::string::npos ? "?" : "&") + view;
            const Response response = test::get(site, address);
            bytes[address] = std::to_string(response.status) + "\n" + response.body;
        }
    }
    for (const char* page : {"/priorities", "/recovery-plans", "/actions", "/projects", "/programmes.json",
                             "/risks.json", "/meetings.json", "/self-evaluation"})
        bytes[page] = test::get(site, page).body;
}

Bytes read_by(Reader reader, const Content& content) {
    Bytes bytes;
    const auto snapshot = test::snapshot_of(content, reader);
    for (const SourceFile& file : to_files(snapshot->content(), snapshot->settings_text()))
        bytes[file.path] = file.bytes;
    add_pages(test::site_of(snapshot), bytes);
    return bytes;
}

std::string differing(const Bytes& one, const Bytes& other) {
    for (const auto& [name, bytes] : one) {
        const auto found = other.find(name);
        if (found == other.end()) return name + " is not there any more";
        if (found->second == bytes) continue;
        const auto at = std::ranges::mismatch(bytes, found->second).in1 - bytes.begin();
        const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 200));
        return name + ":\n" + bytes.substr(from, 400) + "\n--- is now ---\n" + found->second.substr(from, 400);
    }
    return one.size() == other.size() ? "" : "something was added";
}

TEST(PublicBytes, DoNotChangeWithWhatIsHidden) {
    std::size_t shown = 0, pages = 0;
    for (int seed = 1; seed <= stores(); ++seed) {
        const test::PeopleStore store = test::people_store(static_cast<std::uint64_t>(seed));
        const Bytes before = read_by(Reader::everyone, store.content), after = read_by(Reader::everyone, store.other);
        EXPECT_EQ(differing(before, after), "") << "seed " << seed;
        for (const auto& [name, bytes] : before) shown += bytes.starts_with("200\n") ? 1 : 0;
        pages += before.size();
    }
    EXPECT_GT(shown, pages / 3) << "pages that only say what is wrong tell nothing, but test nothing either";
}

// So that the other test can fail: the council reads every one of these differences.
TEST(PublicBytes, OfTheCouncilDoChange) {
    const test::PeopleStore store = test::people_store(1);
    EXPECT_NE(differing(read_by(Reader::council, store.content), read_by(Reader::council, store.other)), "");
}

} // namespace
} // namespace qd::web
