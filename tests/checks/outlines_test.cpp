#include "checks/check.hpp"
#include "checks/checking.hpp"
#include "engine/grid/grid.hpp"
#include "engine/grid/outline.hpp"
#include "engine/partnership.hpp"
#include "engine/plain_council.hpp"
#include "engine/scorecard.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant much_later = Instant::parse("2030-01-01T00:00:00Z").value();

// A figure for each district far from all others, in the last period there is.
void hand_in_something_wild(Content& content, const MeasureCode& measure, std::int64_t numerator) {
    Return wild;
    wild.measure = measure;
    std::optional<Period> last;
    for (const Return& each : content.returns)
        if (each.measure == measure)
            for (const Period period : each.observations.distinct_periods())
                if (!last || content.settings.calendar.last_day(period) > content.settings.calendar.last_day(*last))
                    last = period;
    for (const Area& area : content.areas) {
        if (area.kind != AreaKind::district) continue;
        Observation cell;
        cell.area = area.code;
        cell.period = last.value();
        cell.numerator = Decimal(numerator);
        cell.denominator = Decimal(40);
        cell.target = Decimal(50);
        wild.observations.add(cell);
    }
    content.returns.push_back(wild);
}

// The findings, by courses and by whole series.
class Checked {
public:
    Checked(const Content& content, Period period)
        : content_(content), period_(period),
          scorecard_(compute_scorecard(content, period, content.settings.area, much_later)),
          partnership_(compute_partnership(content, period, much_later)),
          whole_(compute_all_series(content, content.settings.area, much_later)),
          courses_(compute_courses(content, Grid(content, much_later), content.settings.area, much_later)) {
        for (const Series& each : whole_) whole_courses_.push_back(std::make_shared<const Series>(each));
    }

    Findings by_whole_series() const { return check(input(whole_courses_)); }
    Findings by_courses() const { return check(input(courses_)); }
    ByFamily by_family() const { return check_by_family(input(courses_)); }
    ByFamily again(ByFamily before, const std::set<MeasureCode>& measures) const {
        return check_again(input(courses_), std::move(before), measures);
    }

private:
    CheckInput input(const Courses& courses) const {
        return {content_,
                period_,
                much_later,
                scorecard_,
                nullptr,
                partnership_,
                courses,
                [this](const MeasureCode& code) -> const Series& {
                    return *std::ranges::find(whole_, code, &Series::measure);
                }};
    }

    const Content& content_;
    Period period_;
    Scorecard scorecard_;
    Partnership partnership_;
    std::vector<Series> whole_;
    Courses courses_, whole_courses_;
};

std::vector<Period> some_periods(const Content& content) {
    const Period first = content.returns.front().observations.distinct_periods().front(),
                 last = content.returns.back().observations.distinct_periods().front();
    return {first, last, content.settings.calendar.containing(Grain::quarter, Date::parse("2013-07-01").value()),
            Period::year(2013)};
}

TEST(Outlines, GiveTheSameFindingsAsWholeSeries) {
    std::size_t findings = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        Content content = test::PlainCouncil(seed).make();
        for (const Measure& measure : std::vector(content.measures))
            if (seed % 3 != 0) hand_in_something_wild(content, measure.code, 4'000);
        for (const Period period : some_periods(content)) {
            const Checked checked(content, period);
            EXPECT_EQ(test::print(checked.by_courses()), test::print(checked.by_whole_series()))
                << seed << " " << print(period);
            for (const Finding& finding : checked.by_courses()) findings += finding.code == "value-implausible";
        }
    }
    EXPECT_GT(findings, 50u);
}

TEST(Outlines, CheckedAgainGiveTheSameAsAFullCheck) {
    std::size_t differing = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Content before = test::PlainCouncil(seed).make();
        Content after = before;
        const MeasureCode first = before.measures[0].code, third = before.measures[2].code;
        hand_in_something_wild(after, first, 4'000);
        hand_in_something_wild(after, third, 1);
        for (const Period period : some_periods(after)) {
            const Checked then(before, period), now(after, period);
            const ByFamily again = now.again(then.by_family(), {first, third});
            EXPECT_EQ(test::print(in_one_list(again)), test::print(now.by_courses())) << seed << " " << print(period);
            differing += again != then.by_family();
        }
    }
    EXPECT_GT(differing, 40u);
}

} // namespace
} // namespace qd
