#include "engine/roll_up.hpp"

#include "engine/council.hpp"
#include "engine/rate.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure share_measure(RollUp roll_up = RollUp::ratio) {
    Measure made = measure();
    made.quantity = Quantity::percent;
    made.decimals = 1;
    made.roll_up = roll_up;
    return made;
}

Measure count_measure(RollUp roll_up = RollUp::sum) {
    Measure made = measure();
    made.quantity = Quantity::count;
    made.roll_up = roll_up;
    return made;
}

Content with(const Measure& measure, std::initializer_list<Observation> observations) {
    Content content = council();
    content.measures = {measure};
    hand_in(content, "M1", observations);
    return content;
}

// Lancashire's potholes mended within 30 days, 2012/13: 97 % in quarters 2 and 3 and 90 % in the year so far (26 February
// 2013, item 4). With equal numbers of potholes quarter 1 was 76 %; the year so far is never the mean of the percentages.
TEST(RollUpOverTime, AddsARatioByItsParts) {
    Content equal = with(share_measure(), {parts("2012-13Q1", "76", "100"), parts("2012-13Q2", "97", "100"),
                                           parts("2012-13Q3", "97", "100")});
    EXPECT_EQ(figure_at(equal, "2012-13Q3").actual, Cell(Decimal(90)));
    EXPECT_EQ(figure_at(equal, "2012-13Q3").in_period, Cell(Decimal(97)));
    Content weighted = with(share_measure(), {parts("2012-13Q1", "50", "100"), parts("2012-13Q2", "970", "1000")});
    const Figure figure = figure_at(weighted, "2012-13Q2");
    EXPECT_EQ(figure.actual, Cell(number("92.727273"))); // the mean of the two would be 73.5
    EXPECT_EQ(figure.numerator, Decimal(1020));
    EXPECT_EQ(figure.denominator, Decimal(1100));
    EXPECT_EQ(print(figure.described), "2012-04-01/2012-09-30");
}

TEST(RollUpOverTime, SumsAYearSoFar) {
    const Content content = with(count_measure(), {value("2012-13Q1", "10"), value("2012-13Q2", "20"),
                                                   value("2012-13Q3", "30"), value("2012-13Q4", "40")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").actual, Cell(Decimal(10)));
    EXPECT_EQ(figure_at(content, "2012-13Q3").actual, Cell(Decimal(60)));
    EXPECT_EQ(figure_at(content, "2012-13Q3").in_period, Cell(Decimal(30)));
    EXPECT_EQ(figure_at(content, "2012-13Q4").described, period("2012-13"));
    EXPECT_EQ(figure_at(content, "2012-13").actual, Cell(Decimal(100)));
    EXPECT_EQ(figure_at(content, "2012-13H1").actual, Cell(Decimal(30)));
}

TEST(RollUpOverTime, TakesTheMeanOfEquallyWeightedParts) {
    const Content content = with(share_measure(RollUp::mean),
                                 {value("2012-13Q1", "10"), value("2012-13Q2", "20"), value("2012-13Q3", "40")});
    EXPECT_EQ(figure_at(content, "2012-13Q3").actual, Cell(number("23.333333")));
}

TEST(RollUpOverTime, ShowsTheLatestOfASnapshot) {
    const Content content = with(count_measure(RollUp::last), {value("2012-13Q1", "10"), value("2012-13Q2", "20")});
    EXPECT_EQ(figure_at(content, "2012-13Q2").actual, Cell(Decimal(20)));
    EXPECT_EQ(figure_at(content, "2012-13H1").actual, Cell(Decimal(20)));
}

TEST(RollUpOverTime, RollsOverFourQuarters) {
    const Content content =
        with(share_measure(RollUp::rolling), {parts("2011-12Q4", "10", "20"), parts("2012-13Q1", "10", "30"),
                                              parts("2012-13Q2", "10", "20"), parts("2012-13Q3", "20", "30")});
    const Figure figure = figure_at(content, "2012-13Q3");
    EXPECT_EQ(figure.actual, Cell(Decimal(50)));
    EXPECT_EQ(print(figure.described), "2012-01-01/2012-12-31");
    EXPECT_EQ(figure.parts_expected, 4u);
    const Figure before = figure_at(content, "2012-13Q2"); // 2011/12 quarter 3 is not there, and nobody is asked for it
    EXPECT_EQ(before.actual, Cell(GapReason::not_available));
    EXPECT_EQ(before.why_missing,
              "the year to 30 September 2012 lacks 2011/12 quarter 3: the series starts in 2011/12 quarter 4");
}

TEST(RollUpOverTime, TakesARollingYearAsHandedIn) {
    const Content content = with(share_measure(RollUp::rolling), {parts("2012-01-01/2012-12-31", "19252", "22779")});
    const Figure figure = figure_at(content, "2012-13Q3");
    EXPECT_EQ(figure.actual, Cell(number("84.516441")));
    EXPECT_EQ(figure.numerator, Decimal(19252));
}

TEST(RollUpOverTime, TakesAYearSoFarByHand) {
    const Content content = with(share_measure(RollUp::by_hand), {value("2012-13Q2", "97"), value("2012-13Q3", "97"),
                                                                  value("2012-04-01/2012-12-31", "90")});
    const Figure figure = figure_at(content, "2012-13Q3");
    EXPECT_EQ(figure.actual, Cell(Decimal(90)));
    EXPECT_EQ(figure.in_period, Cell(Decimal(97)));
    EXPECT_EQ(figure_at(content, "2012-13Q2").actual, Cell(GapReason::overdue));
    EXPECT_EQ(figure_at(content, "2012-13Q2").in_period, Cell(Decimal(97)));
}

TEST(RollUpOverTime, PutsMonthsTogetherIntoAQuarter) {
    Measure monthly = count_measure();
    monthly.grain = Grain::month;
    const Content content = with(monthly, {value("2012-04", "1"), value("2012-05", "2"), value("2012-06", "3"),
                                           value("2012-07", "4"), value("2012-08", "5"), value("2012-09", "6")});
    EXPECT_EQ(figure_at(content, "2012-13Q2").actual, Cell(Decimal(21)));
    EXPECT_EQ(figure_at(content, "2012-13Q2").in_period, Cell(Decimal(15)));
    EXPECT_EQ(figure_at(content, "2012-05").actual, Cell(Decimal(3)));
    monthly.roll_up = RollUp::last;
    const Content snapshot = with(monthly, {value("2012-08", "5"), value("2012-09", "6")});
    EXPECT_EQ(figure_at(snapshot, "2012-13Q2").actual, Cell(Decimal(6)));
}

TEST(RollUpOverTime, LeavesTheWholeMissingIfOnePartIs) {
    const Content content = with(count_measure(), {value("2012-13Q1", "10"), gap("2012-13Q2", GapReason::not_available),
                                                   value("2012-13Q3", "30")});
    const Figure figure = figure_at(content, "2012-13Q3");
    EXPECT_EQ(figure.actual, Cell(GapReason::not_available));
    EXPECT_EQ(figure.parts_present, 2u);
    EXPECT_EQ(figure.parts_expected, 3u);
    EXPECT_EQ(figure.in_period, Cell(Decimal(30)));
}

TEST(RollUpOverTime, StartsWhenTheMeasureDoes) {
    Measure late = count_measure();
    late.active_from = day("2012-07-01");
    const Content content = with(late, {value("2012-13Q2", "20"), value("2012-13Q3", "30")});
    EXPECT_EQ(figure_at(content, "2012-13Q3").actual, Cell(Decimal(50)));
}

TEST(RollUp, NeverAddsPercentagesWithoutTheirParts) {
    const Content content = with(share_measure(), {value("2012-13Q1", "10"), value("2012-13Q2", "20")});
    EXPECT_EQ(figure_at(content, "2012-13Q2").actual, Cell(GapReason::not_available));
}

TEST(RollUp, DistinguishesZeroFromNothingToDivideBy) {
    EXPECT_EQ(figure_at(with(share_measure(), {parts("2012-13Q1", "0", "5")}), "2012-13Q1").actual, Cell(Decimal(0)));
    const Content nothing = with(share_measure(), {parts("2012-13Q1", "0", "0")});
    EXPECT_EQ(figure_at(nothing, "2012-13Q1").actual, Cell(GapReason::nothing_to_divide_by));
    const Content then_some = with(share_measure(), {parts("2012-13Q1", "0", "0"), parts("2012-13Q2", "1", "4")});
    EXPECT_EQ(figure_at(then_some, "2012-13Q2").actual, Cell(Decimal(25)));
}

TEST(RollUp, ComputesARatePerSoMany) {
    Measure rate = measure();
    rate.quantity = Quantity::rate;
    rate.per = 1000;
    rate.roll_up = RollUp::ratio;
    EXPECT_EQ(figure_at(with(rate, {parts("2012-13Q1", "1264", "602000")}), "2012-13Q1").actual,
              Cell(number("2.099668")));
}

TEST(RollUp, GivesTheGravestOfTheReasons) {
    const auto whole_of = [](std::initializer_list<GapReason> reasons) {
        std::vector<Amount> parts;
        for (const GapReason reason : reasons) parts.push_back(missing(reason));
        return add_parts(count_measure(), parts).gap;
    };
    using enum GapReason;
    EXPECT_EQ(whole_of({overdue, suppressed, not_due}), suppressed);
    EXPECT_EQ(whole_of({not_available, overdue, not_due}), overdue);
    EXPECT_EQ(whole_of({not_due, not_available}), not_available);
    EXPECT_EQ(whole_of({not_applicable, not_due}), not_due);
    EXPECT_EQ(whole_of({not_applicable, not_applicable}), not_applicable);
}

TEST(RollUp, LeavesOutWhatIsMissingWhereTheMeasureSaysSo) {
    const std::vector<Amount> quarters{
        missing(GapReason::overdue), amount_of(share_measure(), parts("2012-13Q1", "3", "4"), 0),
        missing(GapReason::suppressed), amount_of(share_measure(), parts("2012-13Q1", "1", "4"), 0)};
    const Amount withheld = add_parts(share_measure(), quarters),
                 rest = add_parts(share_measure(), quarters, MissingParts::leave_out);
    EXPECT_EQ(withheld.cell(), Cell(GapReason::suppressed));
    EXPECT_EQ(rest.cell(), Cell(Decimal(50)));
    EXPECT_EQ(rest.present, 2u);
    EXPECT_EQ(rest.expected, 4u);
    const std::vector<Amount> none{missing(GapReason::not_due), missing(GapReason::overdue)};
    EXPECT_EQ(add_parts(share_measure(), none, MissingParts::leave_out).cell(), Cell(GapReason::overdue));
}

// Any order of the parts gives the same whole, gaps and all.
TEST(RollUp, DoesNotDependOnTheOrderOfItsParts) {
    std::mt19937 random(7);
    const Measure share = share_measure(), tally = count_measure();
    constexpr GapReason gaps[] = {GapReason::not_due,
                                  GapReason::overdue,
                                  GapReason::not_applicable,
                                  GapReason::not_available,
                                  GapReason::nothing_to_divide_by,
                                  GapReason::suppressed};
    for (int round = 0; round < 2000; ++round) {
        std::vector<Amount> parts;
        for (int i = 0; i < 6; ++i) {
            Observation observation;
            if (round % 2 == 0 && random() % 5 == 0) {
                observation.gap = gaps[random() % std::size(gaps)];
            } else {
                observation.numerator = Decimal::whole(static_cast<std::int64_t>(random() % 50));
                observation.denominator = Decimal::whole(static_cast<std::int64_t>(random() % 3 * 40));
            }
            parts.push_back(amount_of(share, observation, 0));
        }
        const Amount first = add_parts(share, parts), figures = add_figures(parts), mean = mean_of(parts);
        std::ranges::shuffle(parts, random);
        const Amount again = add_parts(share, parts);
        ASSERT_EQ(again.number, first.number);
        ASSERT_EQ(again.cell(), first.cell());
        ASSERT_EQ(again.present, first.present);
        ASSERT_EQ(again.expected, first.expected);
        ASSERT_EQ(add_figures(parts).cell(), figures.cell());
        ASSERT_EQ(mean_of(parts).cell(), mean.cell());
    }
}

} // namespace
} // namespace qd
