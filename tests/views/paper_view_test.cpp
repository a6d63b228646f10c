#include "views/snapshot.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Paper paper(std::string report, std::string_view period, std::string_view meeting) {
    Paper out;
    out.code = PaperCode(report + std::string(meeting));
    out.report = std::move(report);
    out.period = Period::parse(period).value();
    out.meeting = Date::parse(meeting);
    return out;
}

// The paper of quarter 3 goes to a meeting on 26 February 2013, another report of the quarter to one on 5 March; that of
// quarter 2 has no day.
class PaperView : public testing::Test {
protected:
    PaperView() {
        Content content;
        content.settings.area = AreaCode("E10000017");
        content.areas.emplace_back().code = content.settings.area;
        content.papers = {paper("scorecard", "2012-13Q2", ""), paper("scorecard", "2012-13Q3", "2013-02-26"),
                          paper("partnership", "2012-13Q3", "2013-03-05")};
        snapshot_ = std::make_shared<const Snapshot>(std::move(content), "", 1, AboutStore());
    }

    std::string as_at(const std::string& report, std::string_view now, Question question = {}) {
        return print(snapshot_->paper_view(report, question, Instant::parse(now).value()).as_at);
    }

    std::shared_ptr<const Snapshot> snapshot_;
};

TEST_F(PaperView, UsesTheDayOfTheMeetingOnceItIsPast) {
    EXPECT_EQ(as_at("scorecard", "2013-02-25"), "2013-02-25T23:59:59Z");
    EXPECT_EQ(as_at("scorecard", "2013-02-26T10:00:00Z"), "2013-02-26T23:59:59Z");
    EXPECT_EQ(as_at("scorecard", "2013-02-27"), "2013-02-26T23:59:59Z");
    EXPECT_EQ(as_at("scorecard", "2026-01-01"), "2013-02-26T23:59:59Z");
    EXPECT_EQ(as_at("partnership", "2026-01-01"), "2013-03-05T23:59:59Z");
}

TEST_F(PaperView, UsesTheLatestMeetingOfAnyReport) {
    EXPECT_EQ(as_at("", "2013-03-01"), "2013-02-26T23:59:59Z");
    EXPECT_EQ(as_at("", "2026-01-01"), "2013-03-05T23:59:59Z");
}

TEST_F(PaperView, UsesNowIfThePaperHasNoDayOrThereIsNone) {
    EXPECT_EQ(as_at("scorecard", "2026-01-01", {Period::parse("2012-13Q2"), {}, {}}), "2026-01-01T23:59:59Z");
    EXPECT_EQ(as_at("partnership", "2026-01-01", {Period::parse("2012-13Q2"), {}, {}}), "2026-01-01T23:59:59Z");
}

TEST(OpeningPeriod, IsTheNewestUnlessTheCouncilChoseOneThatIsKnown) {
    const auto opens_with = [](std::optional<Period> chosen) {
        Content content;
        content.settings.area = AreaCode("E10000017");
        content.areas.emplace_back().code = content.settings.area;
        content.settings.opens_with = chosen;
        content.papers = {paper("scorecard", "2012-13Q3", ""), paper("scorecard", "2017-18Q2", "")};
        const Snapshot snapshot(std::move(content), "", 1, AboutStore());
        return print(snapshot.view({}, Instant::parse("2026-01-01").value()).period);
    };
    EXPECT_EQ(opens_with(std::nullopt), "2017-18Q2");
    EXPECT_EQ(opens_with(Period::quarter(2012, 3)), "2012-13Q3");
    EXPECT_EQ(opens_with(Period::quarter(2014, 1)), "2017-18Q2") << "nothing was reported for it";
}

TEST_F(PaperView, UsesTheTimeAskedFor) {
    EXPECT_EQ(as_at("scorecard", "2026-01-01", {{}, {}, Instant::parse("2013-02-15")}), "2013-02-15T23:59:59Z");
}

} // namespace
} // namespace qd
