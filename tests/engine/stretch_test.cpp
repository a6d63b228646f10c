#include "engine/council.hpp"

#include <gtest/gtest.h>

// A figure and its target describe the same stretch of time.
namespace qd {
namespace {

using namespace test;

Observation with_target(Observation observation, std::string_view target) {
    observation.target = number(target);
    return observation;
}

Observation reported(Observation observation, std::string_view in) {
    observation.reported_in = period(in);
    return observation;
}

constexpr const char* quarters[] = {"2012-13Q1", "2012-13Q2", "2012-13Q3", "2012-13Q4"};
constexpr const char* to_date[] = {"2012-04-01/2012-06-30", "2012-04-01/2012-09-30", "2012-04-01/2012-12-31",
                                   "2012-04-01/2013-03-31"};

class StretchTest : public testing::Test {
protected:
    StretchTest() {
        content_.measures = {measure()};
        only().roll_up = RollUp::sum;
        only().quantity = Quantity::count;
        content_.settings.tolerance = {};
    }

    Measure& only() { return content_.measures[0]; }
    // 12,000 a quarter, 48,000 a year: the visits of each quarter with the target of that quarter.
    void hand_in_visits() {
        hand_in(content_, "M1",
                {with_target(value("2012-13Q1", "9000"), "12000"), with_target(value("2012-13Q2", "13000"), "12000"),
                 with_target(value("2012-13Q3", "12000"), "12000"), with_target(value("2012-13Q4", "14500"), "12000")});
    }
    void hand_in_to_date(std::initializer_list<const char*> targets = {}) {
        only().roll_up = RollUp::by_hand;
        const char* sums[] = {"9000", "22000", "34000", "48500"};
        for (std::size_t i = 0; i < 4; ++i) {
            Observation row = reported(value(to_date[i], sums[i]), quarters[i]);
            if (targets.size() > 0) row = with_target(row, targets.begin()[i]);
            hand_in(content_, "M1", {row});
        }
    }
    // Of the year to date and of the quarter itself, quarter by quarter: "24000 red, 12000 green".
    std::string judged_in(const char* quarter) {
        const Figure figure = figure_at(content_, quarter);
        const auto words = [](const std::optional<Goal>& goal, const Verdict& verdict) {
            return (goal && goal->aim ? print(*goal->aim) : "none") + " " + std::string(print(verdict.status));
        };
        const std::string judged = words(figure.goal, figure.computed);
        return figure.beside ? judged + ", " + words(figure.beside->goal, figure.beside->status) : judged;
    }
    void expect_colours_of_visits() {
        EXPECT_EQ(judged_in("2012-13Q1"), "12000 red");
        EXPECT_EQ(judged_in("2012-13Q2"), "24000 red, 12000 green");
        EXPECT_EQ(judged_in("2012-13Q3"), "36000 red, 12000 green");
        EXPECT_EQ(judged_in("2012-13Q4"), "48000 green, 12000 green");
    }

    Content content_ = council();
};

TEST_F(StretchTest, NamesTheYearToDateAndThePeriodsOwnFigure) {
    hand_in_visits();
    const Figure first = figure_at(content_, "2012-13Q1"), second = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(first.stretch, StretchKind::own);
    EXPECT_FALSE(first.beside);
    EXPECT_EQ(figure_to_date(only(), first)->value(), Decimal(9000));
    EXPECT_EQ(second.stretch, StretchKind::to_date);
    EXPECT_EQ(second.actual, Cell(Decimal(22000)));
    ASSERT_TRUE(second.beside);
    EXPECT_EQ(second.beside->stretch, StretchKind::own);
    EXPECT_EQ(second.beside->described, period("2012-13Q2"));
    EXPECT_EQ(*own_figure(second), Cell(Decimal(13000)));
    EXPECT_EQ(*figure_to_date(only(), second), Cell(Decimal(22000)));
}

TEST_F(StretchTest, ComparesTheYearToDateWithTheTargetsOfItsQuarters) {
    hand_in_visits();
    expect_colours_of_visits();
    set_target(content_, "M1", "2012-13", "48000");
    expect_colours_of_visits();
}

TEST_F(StretchTest, ComparesItWithTheProfileAsWithTargetsOfQuarters) {
    hand_in(content_, "M1",
            {value("2012-13Q1", "9000"), value("2012-13Q2", "13000"), value("2012-13Q3", "12000"),
             value("2012-13Q4", "14500")});
    set_target(content_, "M1", "2012-13", "48000");
    const char* profile[] = {"12000", "24000", "36000", "48000"};
    for (std::size_t i = 0; i < 4; ++i) set_target(content_, "M1", quarters[i], profile[i], TargetRole::profile);
    expect_colours_of_visits();
    for (Target& target : content_.targets) // each quarter's own, which make the year's together
        if (target.role == TargetRole::profile) target.value = Decimal(12000);
    expect_colours_of_visits();
}

TEST_F(StretchTest, GivesTheSameColoursWhereYearsToDateAreHandedIn) {
    set_target(content_, "M1", "2012-13", "48000");
    hand_in_to_date();
    expect_colours_of_visits();
    content_.returns.clear();
    hand_in_to_date({"12000", "24000", "36000", "48000"});
    expect_colours_of_visits();
    content_.targets.clear();
    expect_colours_of_visits();
}

TEST_F(StretchTest, RecognisesAQuartersTargetGivenWithAYearToDate) {
    set_target(content_, "M1", "2012-13", "48000");
    hand_in_to_date({"12000", "12000", "12000", "12000"});
    expect_colours_of_visits();
    content_.targets.clear(); // then nothing says which stretch it is for
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.computed.status, Status::not_rated);
    EXPECT_EQ(figure.computed.reason, "the target given with the year to date is no more than the one for the period "
                                      "before, so it is not for the year to date");
}

TEST_F(StretchTest, RecognisesTheYearsTargetRepeatedWithEachQuarter) {
    set_target(content_, "M1", "2012-13", "48000");
    hand_in(content_, "M1",
            {with_target(value("2012-13Q1", "12500"), "48000"), with_target(value("2012-13Q2", "12000"), "48000")});
    EXPECT_EQ(judged_in("2012-13Q1"), "12000 green");
    EXPECT_EQ(judged_in("2012-13Q2"), "24000 green, 12000 green");
}

TEST_F(StretchTest, DoesNotRateWhatHasATargetForSomeOfItsQuarters) {
    hand_in(content_, "M1", {value("2012-13Q1", "9000"), with_target(value("2012-13Q2", "13000"), "12000")});
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.computed.reason, "not every period so far has a target, so the year to date has none");
    EXPECT_EQ(figure.beside->status.status, Status::green);
    set_target(content_, "M1", "2012-13", "48000"); // its share is of the same stretch
    EXPECT_EQ(judged_in("2012-13Q2"), "24000 red, 12000 green");
}

TEST_F(StretchTest, JudgesThePeriodsOwnFigureWhereTheMeasureSaysSo) {
    only().judged = Judged::period;
    only().polarity = Polarity::lower;
    hand_in(content_, "M1", {with_target(value("2012-13Q1", "70"), "60"), with_target(value("2012-13Q2", "55"), "60")});
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.stretch, StretchKind::own);
    EXPECT_EQ(figure.actual, Cell(Decimal(55)));
    EXPECT_EQ(figure.status.status, Status::green);
    EXPECT_EQ(figure.goal->aim, Decimal(60));
    EXPECT_EQ(figure.beside->stretch, StretchKind::to_date);
    EXPECT_EQ(figure.beside->actual, Cell(Decimal(125)));
    EXPECT_EQ(figure.beside->goal->aim, Decimal(120));
    EXPECT_EQ(figure.beside->status.status, Status::red);
    EXPECT_EQ(figure.previous.stretch, StretchKind::own);
    EXPECT_EQ(figure.previous.now, Decimal(55));
    content_.returns.clear();
    hand_in(content_, "M1", {value("2012-13Q1", "70"), value("2012-13Q2", "55")});
    set_target(content_, "M1", "2012-13", "240"); // a quarter of the year's
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->aim, Decimal(60));
}

TEST_F(StretchTest, WaitsForTheYearsEndWhereTheMeasureSaysSo) {
    only().judged = Judged::year_end;
    hand_in(content_, "M1",
            {value("2012-13Q1", "9000"), value("2012-13Q2", "13000"), value("2012-13Q3", "12000"),
             value("2012-13Q4", "14500")});
    set_target(content_, "M1", "2012-13", "48000");
    const Figure third = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(third.status.status, Status::not_rated);
    EXPECT_EQ(third.status.reason, "judged at the year’s end");
    EXPECT_EQ(third.goal->aim, Decimal(48000));
    EXPECT_TRUE(is_held_against_year(only(), third));
    EXPECT_EQ(figure_at(content_, "2012-13Q4").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13").status.status, Status::green);
}

TEST_F(StretchTest, AddsUpMonthlyTargetsOverTheQuarterAndTheYear) {
    only().grain = Grain::month;
    only().quantity = Quantity::money;
    hand_in(content_, "M1",
            {with_target(value("2012-04", "100"), "90"), with_target(value("2012-05", "80"), "90"),
             with_target(value("2012-06", "80"), "90"), with_target(value("2012-07", "100"), "100"),
             with_target(value("2012-08", "100"), "100"), with_target(value("2012-09", "100"), "100")});
    EXPECT_EQ(judged_in("2012-05"), "180 green, 90 red");
    EXPECT_EQ(judged_in("2012-13Q2"), "570 red, 300 green");
}

TEST_F(StretchTest, WeighsTheTargetsOfWhatIsDivided) {
    only().roll_up = RollUp::ratio;
    only().quantity = Quantity::rate;
    only().per = 1000;
    only().grain = Grain::half;
    hand_in(content_, "M1",
            {with_target(parts("2012-13H1", "30", "1000"), "20"), with_target(parts("2012-13H2", "60", "3000"), "24")});
    const Figure figure = figure_at(content_, "2012-13H2"); // 90 of 4,000, against 20 of 1,000 and 24 of 3,000
    EXPECT_EQ(figure.actual, Cell(number("22.5")));
    EXPECT_EQ(figure.goal->aim, Decimal(23));
    EXPECT_EQ(figure.status.status, Status::red);
    EXPECT_EQ(figure.beside->goal->aim, Decimal(24));
    only().judged = Judged::period;
    EXPECT_EQ(figure_at(content_, "2012-13H1").status.status, Status::green);
}

TEST_F(StretchTest, ComparesAPercentageByHandWithTheYearsTargetAndSaysSo) {
    only().roll_up = RollUp::by_hand;
    only().quantity = Quantity::percent;
    hand_in(content_, "M1", {reported(value(to_date[1], "56.4"), "2012-13Q2")});
    set_target(content_, "M1", "2012-13", "97");
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.goal->aim, Decimal(97));
    EXPECT_EQ(figure.status.status, Status::red);
    EXPECT_TRUE(is_held_against_year(only(), figure));
    set_target(content_, "M1", "2012-13Q2", "56", TargetRole::profile);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
    EXPECT_FALSE(is_held_against_year(only(), figure_at(content_, "2012-13Q2")));
}

// Counts of a school year, handed in from September on: a third of the year's target by December.
TEST_F(StretchTest, TakesTheShareOfASchoolYearThatBeginsWithTheFigure) {
    only().roll_up = RollUp::by_hand;
    only().grain = Grain::academic_year;
    set_target(content_, "M1", "AY2012-13", "90");
    hand_in(content_, "M1", {reported(value("2012-09-01/2012-12-31", "29"), "2012-13Q3")});
    EXPECT_EQ(figure_at(content_, "2012-13Q3").goal->aim, Decimal(30));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::red);
    hand_in(content_, "M1", {reported(value("2012-11-05/2013-02-10", "29"), "2012-13Q4")});
    const Figure astray = figure_at(content_, "2012-13Q4");
    EXPECT_EQ(astray.status.status, Status::not_rated);
    EXPECT_FALSE(astray.goal && astray.goal->lower);
}

TEST_F(StretchTest, PrintsTheChangeBetweenTwoPrintedFigures) {
    only().roll_up = RollUp::ratio;
    only().quantity = Quantity::percent;
    only().per = 100;
    only().decimals = 1;
    hand_in(content_, "M1", {parts("2012-13Q1", "1000", "1249"), parts("2012-13Q2", "1761", "2000")});
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.previous.stretch, StretchKind::own);
    EXPECT_EQ(figure.previous.now, number("88.05"));
    EXPECT_EQ(show(only(), *figure.previous.now), "88.1%");
    EXPECT_EQ(show(only(), *figure.previous.value), "80.1%"); // 80.064 …, 7.986 points apart
    EXPECT_EQ(printed_change(only(), figure.previous), Decimal(8));
    EXPECT_EQ(figure.last_year.stretch, StretchKind::to_date);
}

TEST_F(StretchTest, KeepsWhatALaterReturnDoesNotMention) {
    only().roll_up = RollUp::last;
    Observation first = with_target(value("2012-13Q3", "410"), "500");
    first.note = "Two libraries were shut.";
    first.published = number("410");
    first.flags = Flags{} | Flag::low_reliability | Flag::provisional;
    hand_in(content_, "M1", {first}, "2013-01-31");
    hand_in(content_, "M1", {value("2012-13Q3", "410")}, "2013-04-30");
    Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.goal->aim, Decimal(500));
    EXPECT_EQ(figure.status.status, Status::red);
    EXPECT_EQ(figure.note, "Two libraries were shut.");
    EXPECT_EQ(figure.published, Decimal(410));
    EXPECT_TRUE(has(figure.flags, Flag::low_reliability));
    EXPECT_FALSE(has(figure.flags, Flag::provisional)); // each return says for itself that it is
    hand_in(content_, "M1", {value("2012-13Q3", "510")}, "2013-05-31");
    figure = figure_at(content_, "2012-13Q3"); // the target stays, what was said of the other figure does not
    EXPECT_EQ(figure.status.status, Status::green);
    EXPECT_TRUE(figure.note.empty());
    EXPECT_FALSE(figure.published);
    hand_in(content_, "M1", {with_target(value("2012-13Q3", "510"), "520")}, "2013-06-30");
    EXPECT_EQ(figure_at(content_, "2012-13Q3").goal->aim, Decimal(520));
}

// A scorecard of September finds what was handed in as April to September, of a measure that is measured by quarters.
TEST_F(StretchTest, FindsAYearToDateByHandInAMonth) {
    set_target(content_, "M1", "2012-13", "48000");
    hand_in_to_date();
    EXPECT_EQ(figure_at(content_, "2012-09").actual, Cell(Decimal(22'000)));
    EXPECT_EQ(figure_at(content_, "2012-10").actual, Cell(Decimal(22'000)));
    EXPECT_EQ(figure_at(content_, "2012-08").actual, Cell(Decimal(9'000)));
    EXPECT_EQ(judged_in("2012-09").substr(0, 9), "24000 red");
}

// Ten each month, 120 in the year: a quarter, a half year and the year so far are compared with their months' combined.
TEST_F(StretchTest, AddsUpAProfileOfWhatEachMonthShouldAdd) {
    only().grain = Grain::month;
    set_target(content_, "M1", "2012-13", "120");
    const auto months = content_.settings.calendar.parts(Period::year(2012), Grain::month);
    for (std::size_t i = 0; i < months.size(); ++i) {
        set_target(content_, "M1", print(months[i]), "10", TargetRole::profile);
        if (i < 6) hand_in(content_, "M1", {value(print(months[i]), "7")});
    }
    EXPECT_EQ(judged_in("2012-05"), "20 red, 10 red");
    EXPECT_EQ(judged_in("2012-13Q1"), "30 red");
    EXPECT_EQ(judged_in("2012-13Q2"), "60 red, 30 red");
    EXPECT_EQ(judged_in("2012-13H1"), "60 red");
}

// Positions of what should be reached by a quarter's end also apply to the half year that ends with it.
TEST_F(StretchTest, FindsAPositionOfAnyPartThatEndsWithTheFigure) {
    only().grain = Grain::month;
    set_target(content_, "M1", "2012-13", "100");
    const char* reached[] = {"20", "45", "70", "100"};
    for (std::size_t i = 0; i < 4; ++i) set_target(content_, "M1", quarters[i], reached[i], TargetRole::profile);
    const auto months = content_.settings.calendar.parts(Period::year(2012), Grain::month);
    for (std::size_t i = 0; i < 6; ++i) hand_in(content_, "M1", {value(print(months[i]), "7")});
    EXPECT_EQ(judged_in("2012-13H1"), "45 red");
    EXPECT_EQ(judged_in("2012-13Q2"), "45 red, 25 red");
}

TEST_F(StretchTest, JudgesEachPeriodByTheToleranceOfItsTime) {
    only().roll_up = RollUp::last;
    only().tolerance = Tolerance::parse("10%").value();
    hand_in(content_, "M1", {value("2012-13Q2", "92"), value("2012-13Q3", "92")});
    set_target(content_, "M1", "2012-13", "100");
    content_.tolerances = {{only().code, day("2012-11-01"), Tolerance::parse("5%").value(), day("2012-10-20"), ""}};
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::amber);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::red);
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2012-10-19").status.status, Status::amber); // not decided yet
    content_.tolerances[0].from = day("2012-07-01"); // in force from another day than it was decided on
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::red);
}

TEST_F(StretchTest, JudgesEachPeriodByTheCouncilsToleranceOfItsTime) {
    only().roll_up = RollUp::last;
    content_.settings.tolerance = Tolerance::parse("5%").value();
    hand_in(content_, "M1", {value("2012-13Q2", "92"), value("2012-13Q3", "92")});
    set_target(content_, "M1", "2012-13", "100");
    content_.tolerances = {{{}, {}, Tolerance::parse("10%").value(), {}, ""},
                           {{}, day("2012-11-15"), Tolerance::parse("5%").value(), {}, ""}};
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::amber);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::red);
    only().tolerance = Tolerance::parse("20%").value(); // its own takes precedence
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::amber);
}

TEST_F(StretchTest, ComparesTheYearEndWithTheTargetInForceNow) {
    only().roll_up = RollUp::last;
    hand_in(content_, "M1", {value("2012-13Q2", "330")});
    set_target(content_, "M1", "2012-13", "300");
    content_.targets[0].set_on = day("2012-03-05");
    set_target(content_, "M1", "2012-13", "360");
    content_.targets[1].set_on = day("2012-11-04");
    content_.targets[1].reason = "Cabinet, 4 November 2012";
    const Figure figure = figure_at(content_, "2012-13Q2", "2012-12-05");
    EXPECT_EQ(figure.goal->aim, Decimal(300));
    EXPECT_EQ(figure.status.status, Status::green);
    EXPECT_EQ(figure.year_end->aim, Decimal(360));
    EXPECT_EQ(figure.year_end->set_on, day("2012-11-04"));
    EXPECT_EQ(figure.year_end->reason, "Cabinet, 4 November 2012");
    ASSERT_TRUE(figure.year_end_was);
    EXPECT_EQ(figure.year_end_was->aim, Decimal(300));
    const Figure before = figure_at(content_, "2012-13Q2", "2012-11-01");
    EXPECT_EQ(before.year_end->aim, Decimal(300));
    EXPECT_FALSE(before.year_end_was);
    content_.targets[1].from = day("2012-07-01"); // decided in November, and it applies to the second quarter too
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2012-12-05").goal->aim, Decimal(360));
    content_.targets[1].from = day("2013-04-01"); // not for this year
    EXPECT_EQ(figure_at(content_, "2012-13Q4", "2013-06-01").year_end->aim, Decimal(300));
}

TEST_F(StretchTest, RaisesTheTargetOfOneAreaAlone) {
    only().roll_up = RollUp::last;
    const AreaCode district("E1");
    content_.areas.push_back({district, "District", AreaKind::district, county, {}, {}});
    hand_in(content_, "M1", {value("2012-13Q2", "330")});
    Observation of_district = value("2012-13Q2", "30");
    of_district.area = district;
    hand_in(content_, "M1", {of_district});
    set_target(content_, "M1", "2012-13", "300");
    set_target(content_, "M1", "2012-13", "25");
    content_.targets.back().area = district;
    set_target(content_, "M1", "2012-13", "35");
    content_.targets.back().area = district;
    content_.targets.back().set_on = day("2012-11-04");
    const Figure of_county = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(of_county.year_end->aim, Decimal(300));
    EXPECT_FALSE(of_county.year_end_was);
    const Figure of_one =
        compute_scorecard(content_, period("2012-13Q2"), district, moment("2013-01-01")).figures.at(0);
    EXPECT_EQ(of_one.status.status, Status::green);
    EXPECT_EQ(of_one.year_end->aim, Decimal(35));
    EXPECT_EQ(of_one.year_end_was->aim, Decimal(25));
}

// What a quarter added to the year to date is its own figure, and is compared as such.
TEST_F(StretchTest, ComparesWhatEachQuarterAdded) {
    hand_in_to_date();
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.beside->actual, Cell(Decimal(12000)));
    EXPECT_EQ(figure.previous.now, Decimal(12000));
    EXPECT_EQ(figure.previous.value, Decimal(13000));
    EXPECT_EQ(figure.previous.direction, Direction::worsened);
    hand_in(content_, "M1", {reported(value(to_date[2], "20000"), "2012-13Q3")}); // less than in September
    EXPECT_FALSE(figure_at(content_, "2012-13Q3").beside->actual.has_value());
}

} // namespace
} // namespace qd
