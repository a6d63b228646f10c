#include "web/kept_pages.hpp"

#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace qd::web {
namespace {

std::shared_ptr<const Snapshot> empty_snapshot() { return test::snapshot_of(Content()); }

std::shared_ptr<const FinishedPage> page_of(std::string body) {
    return std::make_shared<const FinishedPage>(text_response(200, "image/png", std::move(body)), 7);
}

const Date monday = *Date::from_ymd(2013, 2, 25);

TEST(KeptPages, GiveOutWhatIsOfTheSameSnapshotAndDay) {
    KeptPages kept(1 << 20);
    const Edition edition{empty_snapshot(), monday};
    EXPECT_EQ(kept.find(edition, "/"), nullptr);
    const auto page = page_of("one");
    kept.keep(edition, "/", page);
    EXPECT_EQ(kept.find(edition, "/"), page);
    EXPECT_EQ(kept.find(edition, "/?"), nullptr);
    EXPECT_EQ(kept.find({empty_snapshot(), monday}, "/"), nullptr);
    EXPECT_EQ(kept.find({edition.snapshot, monday.plus_days(1)}, "/"), nullptr);
}

TEST(KeptPages, DropAllAtTheFirstPageOfANewSnapshot) {
    KeptPages kept(1 << 20);
    auto old = empty_snapshot();
    auto page = page_of("old");
    const std::weak_ptr<const FinishedPage> dropped = page;
    kept.keep({old, monday}, "/", std::move(page));
    kept.keep({empty_snapshot(), monday}, "/about", page_of("new"));
    EXPECT_TRUE(dropped.expired());
    EXPECT_EQ(kept.find({old, monday}, "/"), nullptr);
}

TEST(KeptPages, KeepNoSnapshot) {
    KeptPages kept(1 << 20);
    auto snapshot = empty_snapshot();
    const std::weak_ptr<const Snapshot> gone = snapshot;
    kept.keep({std::move(snapshot), monday}, "/", page_of("page"));
    EXPECT_TRUE(gone.expired());
}

TEST(KeptPages, StayWithinTheirMemoryAndRememberWhatIsAskedForOften) {
    constexpr std::size_t most = 1 << 20, body = 20'000;
    KeptPages kept(most);
    const Edition edition{empty_snapshot(), monday};
    kept.keep(edition, "/often", page_of(std::string(body, 'x')));
    std::vector<std::weak_ptr<const FinishedPage>> pages;
    for (int i = 0; i < 500; ++i) {
        const auto page = page_of(std::string(body, 'x'));
        pages.push_back(page);
        kept.keep(edition, "/" + std::to_string(i), page);
        EXPECT_NE(kept.find(edition, "/often"), nullptr) << i;
    }
    const auto alive = std::ranges::count_if(pages, [](const auto& page) { return !page.expired(); });
    EXPECT_GT(alive, 20);
    EXPECT_LE(static_cast<std::size_t>(alive) * body, most);
    kept.keep(edition, "/huge", page_of(std::string(most, 'x')));
    EXPECT_EQ(kept.find(edition, "/huge"), nullptr);
}

TEST(KeptPages, LeaveAloneWhatSaysWhoIsAsking) {
    EXPECT_TRUE(KeptPages::may_keep({"GET", "/", {}}));
    EXPECT_TRUE(KeptPages::may_keep({"HEAD", "/", {{"Accept-Language", "cy"}}}));
    EXPECT_FALSE(KeptPages::may_keep({"POST", "/", {}}));
    EXPECT_FALSE(KeptPages::may_keep({"GET", "/", {{"cookie", "session=1"}}}));
    EXPECT_FALSE(KeptPages::may_keep({"GET", "/", {{"Authorization", "Bearer x"}}}));
    EXPECT_FALSE(KeptPages::may_keep({"GET", "/?" + std::string(5000, 'x'), {}}));
}

TEST(KeptPages, AreSafeBetweenThreads) {
    KeptPages kept(200'000);
    const Edition editions[] = {{empty_snapshot(), monday}, {empty_snapshot(), monday}};
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 2000; ++i) {
                const Edition& edition = editions[i / 500 % 2];
                const std::string target = "/" + std::to_string((i * 7 + thread) % 50);
                if (const auto page = kept.find(edition, target))
                    EXPECT_EQ(page->answer({})->body, target + std::to_string(i / 500 % 2));
                else
                    kept.keep(edition, target, page_of(target + std::to_string(i / 500 % 2)));
            }
        });
}

struct TwoStores : testing::Test {
    std::shared_ptr<const Snapshot> lancashire = test::snapshot_of(test::example("examples/lancashire"));
    std::shared_ptr<const Snapshot> chorley = test::snapshot_of(test::example("examples/chorley"));
    std::shared_ptr<const Snapshot> shown = lancashire;
    Instant now = Instant::start_of(*Date::from_ymd(2013, 2, 26));
    Site site{{[this] { return shown; }, [this] { return now; }}, {"localhost"}};

    std::shared_ptr<const Response> get(std::vector<Header> headers) const {
        headers.push_back({"Host", "localhost"});
        return site.handle({"GET", "/about", std::move(headers)});
    }
};

TEST_F(TwoStores, ANewSnapshotIsShownAtOnce) {
    const auto first = get({});
    EXPECT_EQ(get({}), first); // the very same, not made again
    EXPECT_NE(first->body.find("Lancashire"), std::string::npos);
    shown = chorley;
    const auto second = get({});
    EXPECT_EQ(second->body.find("Lancashire"), std::string::npos);
    EXPECT_NE(second->body.find("Chorley"), std::string::npos);
    EXPECT_NE(second->header("ETag"), first->header("ETag"));
    shown = lancashire;
    EXPECT_EQ(get({})->body, first->body);
}

TEST_F(TwoStores, AnotherDayIsAnotherPage) {
    const auto today = get({});
    now = Instant(now.seconds() + 3600);
    EXPECT_EQ(get({}), today);
    now = Instant(now.seconds() + 86400);
    EXPECT_NE(get({}), today);
}

TEST_F(TwoStores, WhatTheRequestSaysOfItselfIsNotMixedUp) {
    const auto plain = get({}), packed = get({{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(plain->header("Content-Encoding"), "");
    EXPECT_EQ(packed->header("Content-Encoding"), "gzip");
    EXPECT_EQ(get({{"If-None-Match", std::string(plain->header("ETag"))}})->status, 304);
    EXPECT_EQ(get({}), plain);
    const auto cookie = get({{"Cookie", "session=1"}});
    EXPECT_EQ(cookie->status, 200);
    EXPECT_NE(cookie, plain); // made for this visitor alone
    EXPECT_NE(get({{"Cookie", "session=1"}}), cookie);
    EXPECT_EQ(get({}), plain);
    EXPECT_EQ(site.handle({"GET", "/about", {{"Host", "elsewhere.example"}}})->status, 421);
    EXPECT_EQ(site.handle({"POST", "/about", {{"Host", "localhost"}}})->status, 405);
}

TEST_F(TwoStores, FailuresAreNotKept) {
    const auto missing = [&] { return site.handle({"GET", "/nowhere", {{"Host", "localhost"}}}); };
    const auto first = missing();
    EXPECT_EQ(first->status, 404);
    EXPECT_NE(missing(), first);
}

} // namespace
} // namespace qd::web
