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

Cell actual_of(const Content& published, const char* measure, const char* of, const char* area) {
    const Scorecard scorecard = compute_scorecard(with_derived(published), period(of), AreaCode(area), now);
    return std::ranges::find(scorecard.figures, MeasureCode(measure), &Figure::measure)->actual;
}

// Figures that are shown are those of the council; the others are said to be suppressed.
void expect_true_or_suppressed(const Content& content) {
    const Content published = published_content(content), derived = with_derived(content);
    std::size_t shown = 0, hidden = 0;
    for (const Area& area : content.areas) {
        for (const char* of : {"2012-13Q1", "2012-13Q2", "2012-13"}) {
            const Scorecard whole = compute_scorecard(derived, period(of), area.code, now);
            for (const Figure& figure : whole.figures) {
                const Cell open = actual_of(published, figure.measure.text().c_str(), of, area.code.text().c_str());
                const std::string which = area.code.text() + " " + of + " " + figure.measure.text();
                if (open.has_value()) {
                    EXPECT_EQ(open, figure.actual) << which;
                    ++shown;
                } else if (figure.actual.has_value()) {
                    EXPECT_EQ(open.gap(), GapReason::suppressed) << which;
                    ++hidden;
                }
            }
        }
    }
    EXPECT_GT(shown, hidden);
    EXPECT_GT(hidden, 0u);
}

TEST(PublishedContent, HasNoPrintedTexts) {
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

TEST(Published, ShowsTrueFiguresOrSaysThatTheyAreSuppressed) { expect_true_or_suppressed(districts()); }

// 4 children, whose twins are 8 and cost £4,000.
TEST(Published, ComputesNothingFromWhatIsHidden) {
    Content content = council();
    Measure kids = measure("KIDS"), twin = measure("TWIN"), cost = measure("COST"), all = measure("ALL");
    kids.quantity = Quantity::count;
    twin.formula = "KIDS * 2";
    cost.quantity = Quantity::money;
    cost.formula = "TWIN * 500";
    all.formula = "sum(KIDS, 100)";
    content.measures = {kids, twin, cost, all};
    hand_in(content, "KIDS", {value("2012-13Q1", "4"), value("2012-13Q2", "40")});
    const Content published = published_content(content);
    const char* own = "E10000017";
    for (const char* code : {"KIDS", "TWIN", "COST", "ALL"}) {
        EXPECT_EQ(actual_of(published, code, "2012-13Q1", own), Cell(GapReason::suppressed)) << code;
        EXPECT_TRUE(actual_of(published, code, "2012-13Q2", own).has_value()) << code;
    }
}

// A mean of its parts is not a total: with all but one of the parts it would reveal that one.
TEST(Published, HidesTheMeanOfPartsIfOneIsHidden) {
    Content content = council();
    Measure counted = measure("M1");
    counted.quantity = Quantity::count;
    counted.grain = Grain::month;
    counted.roll_up = RollUp::mean;
    content.measures = {counted};
    hand_in(content, "M1", {value("2012-04", "4"), value("2012-05", "20"), value("2012-06", "30")});
    EXPECT_EQ(actual_of(published_content(content), "M1", "2012-13Q1", "E10000017"), Cell(GapReason::suppressed));
}

TEST(Published, ContainsOnlyWhatWasApprovedAndNoReason) {
    Content content = council();
    content.measures = {measure("BINS")};
    content.measures[0].quantity = Quantity::money; // nothing about people
    content.measures[0].definitions[0].reason = "the auditor asked";
    hand_in(content, "BINS", {value("2012-13Q1", "70")});
    for (const ReturnState state : {ReturnState::draft, ReturnState::submitted, ReturnState::returned}) {
        hand_in(content, "BINS", {value("2012-13Q2", "81")});
        content.returns.back().state = state;
    }
    content.returns.front().handed_in_by = "Analyst";
    content.returns.front().signed_off_by = "Director";
    content.returns.front().reason = "counted twice";
    content.returns.front().source_sha256 = std::string(64, 'a');
    const Content published = published_content(content);
    ASSERT_EQ(published.returns.size(), 1u);
    Return bare = content.returns.front();
    bare.handed_in_by = bare.signed_off_by = bare.reason = bare.source_sha256 = "";
    EXPECT_EQ(published.returns.front(), bare);
    EXPECT_EQ(published.measures[0].definitions[0].reason, "");
}

class ChangeFromBaseline : public testing::Test {
protected:
    ChangeFromBaseline() {
        content_.measures = {measure("M1")};
        content_.measures[0].quantity = Quantity::count;
        content_.measures[0].polarity = Polarity::lower;
        target_.measure = MeasureCode("M1");
        target_.period = period("2012-13");
        target_.kind = TargetKind::change;
        target_.value = number("-12");
        target_.reason = "re-based";
    }
    Target published(const char* baseline) {
        target_.baseline = number(baseline);
        content_.targets = {target_};
        return published_content(content_).targets.at(0);
    }
    Content content_ = council();
    Target target_;
};

TEST_F(ChangeFromBaseline, IsPublishedAsItsResult) {
    const Target open = published("60");
    EXPECT_EQ(open.kind, TargetKind::value);
    EXPECT_EQ(open.value, number("48"));
    EXPECT_EQ(open.baseline, std::nullopt);
    EXPECT_EQ(open.reason, "");
}

TEST_F(ChangeFromBaseline, IsPublishedInWordsIfItMayBeAHiddenNumber) {
    EXPECT_EQ(published("4").kind, TargetKind::words);
    EXPECT_EQ(published("4").value, std::nullopt);
    hand_in(content_, "M1", {value("2011-12Q4", "3")});
    EXPECT_EQ(published("60").kind, TargetKind::words) << "figures of it are hidden";
}

TEST(Published, ShowsThatATargetWasWithdrawn) {
    Content content = council();
    content.measures = {measure("M1")};
    Target target;
    target.measure = MeasureCode("M1");
    target.period = period("2012-13");
    target.value = number("77");
    target.words = "as near as can be";
    target.state = TargetState::withdrawn;
    content.targets = {target};
    const Target open = published_content(content).targets.at(0);
    EXPECT_EQ(open.state, TargetState::withdrawn);
    EXPECT_EQ(open.value, std::nullopt);
    EXPECT_EQ(open.words, "");
}

TEST(Published, ShowsRoundedCountsWhereTheCouncilRounds) {
    Content content = districts();
    content.settings.suppression.rounding = 5;
    const Content published = with_derived(published_content(content));
    const Figure figure = compute_scorecard(published, period("2012-13Q1"), AreaCode("C"), now).figures.at(0);
    EXPECT_EQ(figure.actual, Cell(Decimal(15)));
}

TEST(Published, ContainsNoHiddenCell) {
    const Content content = with_derived(districts());
    const Content published = with_derived(published_content(districts()));
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

TEST(Published, ContainsOnlyTheNewestVersionOfACell) {
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
    const Content published = published_content(content);
    for (const Return& each : published.returns) {
        EXPECT_EQ(each.handed_in_by, "");
        if (each.known_at == moment("2012-07-01")) {
            EXPECT_EQ(each.observations.at(0).gap, GapReason::suppressed) << "what was known then is not told";
        }
    }
    const Figure then =
        compute_figure(published, MeasureCode("CASES"), period("2012-13Q2"), AreaCode("B"), moment("2012-07-15"));
    EXPECT_EQ(then.actual, Cell(GapReason::suppressed));
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
    const Content published = published_content(content);
    EXPECT_TRUE(published.statements.empty());
    ASSERT_EQ(published.updates.size(), 1u);
    EXPECT_EQ(published.updates[0].narrative, "On course");
}

} // namespace
} // namespace qd
