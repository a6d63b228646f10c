// What everyone reads does not change when something changes that everyone may not read: anything that revealed it would change.
// QUARTERDAY_STORES says over how many random stores; 40 if it says nothing.
#include "exchange/folder.hpp"
#include "store/store.hpp"
#include "views/library.hpp"
#include "web/people_store.hpp"
#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include <unistd.h>

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

Bytes bytes_of(const std::shared_ptr<const Snapshot>& snapshot) {
    Bytes bytes;
    for (const SourceFile& file : to_files(snapshot->content(), snapshot->settings_text()))
        bytes[file.path] = file.bytes;
    add_pages(test::site_of(snapshot), bytes);
    return bytes;
}

Bytes read_by(Reader reader, const Content& content) { return bytes_of(test::snapshot_of(content, reader)); }

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

class FixedClock : public Clock {
public:
    Instant now() const override { return Instant::parse("2013-02-20T09:00:00Z").value(); }
};

// A content that comes into a store act by act, and a library for everyone that follows.
class Followed {
public:
    Followed(const Content& content, std::uint64_t seed) : content_(content), random_(seed) {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-public.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        Store::init(address(), clock_);
        store_.emplace(address(), Opening::read_write, clock_);
        Content first = content;
        first.targets.clear(), first.forecasts.clear(), first.updates.clear(), first.actions.clear();
        for (const Measure& measure : content.measures)
            if (random_.maybe()) later_.push_back(measure.code);
        std::erase_if(first.returns,
                      [&](const Return& each) { return std::ranges::find(later_, each.measure) != later_.end(); });
        store_->import(first, settings(5), "first");
        library_.emplace(address(), clock_, Reader::everyone);
    }
    ~Followed() { std::filesystem::remove_all(folder_); }
    Followed(const Followed&) = delete;
    Followed& operator=(const Followed&) = delete;

    static constexpr int acts = 6;
    void act(int number) {
        Content part;
        switch (number) {
        case 0: // all that was said of one measure: an earlier word alone says something else
            if (!later_.empty())
                std::ranges::copy_if(content_.returns, std::back_inserter(part.returns),
                                     [&](const Return& each) { return each.measure == later_.front(); });
            break;
        case 1: part.actions = content_.actions; break;
        case 2: part.returns = content_.returns; break;
        case 3: part.targets = content_.targets, part.updates = content_.updates; break;
        case 4: part.measures = {content_.measures.back()}, part.measures[0].title += " again"; break;
        default: break;
        }
        store_->import(part, number == 5 ? settings(6) : "", "act");
        library_->look();
    }
    Bytes moved_on() const { return bytes_of(library_->newest()); }
    Bytes whole() { return bytes_of(Snapshot::read(*store_, Reader::everyone)); }

private:
    std::string address() const { return "sqlite:" + (folder_ / "store.db").string(); }
    std::string settings(int threshold) const {
        const Suppression& rule = content_.settings.suppression;
        return "name = \"Example\"\narea = \"C\"\n[suppression]\nthreshold = " + std::to_string(threshold) +
               "\nzeros = " + (rule.zeros == Zeros::hidden ? "true" : "false") +
               "\nrounding = " + std::to_string(rule.rounding) + "\n";
    }

    Content content_;
    test::RandomContent random_;
    std::vector<MeasureCode> later_; // what was handed in for these comes by and by
    std::filesystem::path folder_;
    FixedClock clock_;
    std::optional<Store> store_;
    std::optional<Library> library_;
};

// A snapshot that follows on another reveals nothing either, and all its bytes are those of one that is built up from nothing.
TEST(PublicBytes, DoNotChangeAfterMovingOn) {
    for (int seed = 1; seed <= std::max(1, stores() / 10); ++seed) {
        const test::PeopleStore store = test::people_store(static_cast<std::uint64_t>(seed));
        Followed one(store.content, static_cast<std::uint64_t>(seed)),
            other(store.other, static_cast<std::uint64_t>(seed));
        for (int act = 0; act < Followed::acts; ++act) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", act " + std::to_string(act));
            one.act(act), other.act(act);
            const Bytes bytes = one.moved_on();
            EXPECT_EQ(differing(bytes, one.whole()), "");
            EXPECT_EQ(differing(bytes, other.moved_on()), "");
            if (HasFailure()) return;
        }
    }
}

// So that the other tests can fail: the council reads every one of these differences.
TEST(PublicBytes, OfTheCouncilDoChange) {
    const test::PeopleStore store = test::people_store(1);
    EXPECT_NE(differing(read_by(Reader::council, store.content), read_by(Reader::council, store.other)), "");
}

} // namespace
} // namespace qd::web
