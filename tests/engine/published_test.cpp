#include "engine/published.hpp"

#include "engine/council.hpp"
#include "engine/derive.hpp"
#include "engine/disclosure.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

const Instant now = moment("2020-01-01");

// A county of three districts; people counted by quarter, one count of 3 among them, and a rate of these.
Content districts() {
    Content content = council();
    Measure counted = measure("CASES"), people = measure("PEOPLE"), rate = measure("RATE");
    counted.quantity = people.quantity = Quantity::count;
    counted.roll_up = RollUp::sum;
    people.roll_up = RollUp::last;
    rate.quantity = Quantity::rate;
    rate.per = 1000;
    rate.roll_up = RollUp::ratio;
    rate.formula = "ratio(CASES, PEOPLE)";
    content.measures = {counted, people, rate};
    content.areas = {{county, "County", AreaKind::county, {}, {}, {}}};
    const int counts[3][2] = {{3, 12}, {20, 7}, {14, 9}};
    for (int district = 0; district < 3; ++district) {
        const AreaCode code(std::string(1, static_cast<char>('A' + district)));
        content.areas.push_back({code, code.text(), AreaKind::district, county, {}, {}});
        for (int quarter = 0; quarter < 2; ++quarter) {
            const std::string of = "2012-13Q" + std::to_string(quarter + 1);
            Observation cases = value(of, std::to_string(counts[district][quarter])), size = value(of, "1000");
            cases.area = size.area = code;
            cases.note = "seen by a neighbour";
            hand_in(content, "CASES", {cases});
            hand_in(content, "PEOPLE", {size});
        }
    }
    return content;
}

// Every figure of every scorecard: what one is shown of the published content is what one is shown of the whole as everyone.
void expect_the_same(const Content& content) {
    const Content published = published_content(content);
    const Disclosure disclosure(content, now);
    for (const Area& area : content.areas) {
        for (const char* of : {"2012-13Q1", "2012-13Q2", "2012-13"}) {
            const Scorecard open = compute_scorecard(published, period(of), area.code, now),
                            hidden = disclosure.published(compute_scorecard(content, period(of), area.code, now));
            for (std::size_t i = 0; i < open.figures.size(); ++i) {
                const Cell &one = open.figures[i].actual, &other = hidden.figures[i].actual;
                const std::string which = area.code.text() + " " + of + " " + open.figures[i].measure.text();
                EXPECT_EQ(one.has_value(), other.has_value()) << which;
                if (one.has_value() && other.has_value()) {
                    EXPECT_EQ(one.value(), other.value()) << which;
                }
            }
        }
    }
}

TEST(PublishedContent, HoldsNoPrintedTexts) {
    Content content = council();
    Printed printed;
    printed.code = PrintedCode("P1");
    printed.period = period("2012-13Q1");
    printed.place = "First page";
    printed.kind = PrintedKind::choice;
    printed.choices = "Yes / No";
    content.printed = {printed};
    EXPECT_TRUE(published_content(content).printed.empty());
}

TEST(Published, ShowsWhatEveryoneIsShown) { expect_the_same(with_derived(districts())); }

TEST(Published, ShowsRoundedCountsWhereTheCouncilRounds) {
    Content content = with_derived(districts());
    content.settings.suppression.rounding = 5;
    const Content published = published_content(content);
    const Figure figure = compute_scorecard(published, period("2012-13Q1"), AreaCode("C"), now).figures.at(0);
    EXPECT_EQ(figure.actual, Cell(Decimal(15)));
}

TEST(Published, HoldsNoCellThatIsHidden) {
    const Content content = with_derived(districts());
    const Content published = published_content(content);
    const Disclosure disclosure(content, now);
    std::size_t gaps = 0;
    for (const Return& each : published.returns) {
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            const Observation cell = each.observations.at(row);
            if (!disclosure.hides(each.measure, cell.area, cell.period)) continue;
            EXPECT_EQ(cell.gap, GapReason::suppressed);
            EXPECT_FALSE(cell.value || cell.numerator || cell.denominator || cell.published);
            EXPECT_EQ(cell.note, "");
            ++gaps;
        }
    }
    EXPECT_GE(gaps, 4u) << "A's first quarter, another district's, and the rates of both";
}

TEST(Published, HoldsOnlyTheNewestWordOnACell) {
    Content content = districts();
    Observation before = value("2012-13Q2", "2");
    before.area = AreaCode("B"); // 7 by now
    Return first;
    first.measure = MeasureCode("CASES");
    first.known_at = moment("2012-07-01");
    first.handed_in_by = "Analyst";
    first.observations.add(before);
    content.returns.insert(content.returns.begin(), first);
    for (Return& each : content.returns)
        if (each.handed_in_by.empty()) each.known_at = moment("2012-08-01");
    const Content published = published_content(with_derived(content));
    EXPECT_TRUE(std::ranges::none_of(published.returns, [&](const Return& each) {
        return each.known_at == moment("2012-07-01") || !each.handed_in_by.empty();
    }));
}

TEST(Published, LeavesOutTheCouncilsOwn) {
    Content content = districts();
    content.statements.push_back({});
    for (const auto& [code, words] : {std::pair("CASES", "3 children"), std::pair("OTHER", "On course")}) {
        Update said;
        said.subject = {SubjectKind::measure, code};
        said.period = period("2012-13Q1");
        said.narrative = words;
        content.updates.push_back(said);
    }
    const Content published = published_content(with_derived(content));
    EXPECT_TRUE(published.statements.empty());
    ASSERT_EQ(published.updates.size(), 1u);
    EXPECT_EQ(published.updates[0].narrative, "On course");
}

} // namespace
} // namespace qd
