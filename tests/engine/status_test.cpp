#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure smaller_is_better() {
    Measure made = measure();
    made.polarity = Polarity::lower;
    return made;
}

Measure tolerating(Measure made, std::string_view tolerance) {
    made.tolerance = Tolerance::parse(tolerance).value();
    return made;
}

StatusRules rules(std::initializer_list<std::array<std::string_view, 3>> lines) {
    StatusRules made;
    for (const auto& [status, when, name] : lines)
        made.rules.push_back({parse_status(status).value(), std::string(name), {}, {}, parse_conditions(when).value()});
    return made;
}

// "On or above target", "below target but within the 5% threshold", "below target and outside threshold": Chorley Council's
// performance reports, 2014 to 2023.
TEST(Status, FollowsTheUsualRuleWhereBiggerIsBetter) {
    EXPECT_EQ(status_of(measure(), "20", "20"), Status::green);
    EXPECT_EQ(status_of(measure(), "19", "20"), Status::amber);
    EXPECT_EQ(status_of(measure(), "18.99", "20"), Status::red);
}

// Chorley's sickness absence: 2.41 days against 2.
TEST(Status, FollowsTheUsualRuleWhereSmallerIsBetter) {
    EXPECT_EQ(status_of(smaller_is_better(), "2", "2"), Status::green);
    EXPECT_EQ(status_of(smaller_is_better(), "2.1", "2"), Status::amber);
    EXPECT_EQ(status_of(smaller_is_better(), "2.11", "2"), Status::red);
    EXPECT_EQ(status_of(smaller_is_better(), "2.41", "2"), Status::red);
}

// Lancashire, cabinet committee on performance improvement, 26 February 2013, item 4; immunisations 6 December 2017.
TEST(Status, GivesWhatThePapersGive) {
    EXPECT_EQ(status_of(measure(), "84.516", "90"), Status::red);
    EXPECT_EQ(status_of(measure(), "84.516", "95"), Status::red);
    EXPECT_EQ(status_of(tolerating(measure(), "5 points"), "84.516", "90"), Status::red);
    EXPECT_EQ(status_of(smaller_is_better(), "41.2", "38.6"), Status::red);
    EXPECT_EQ(status_of(measure(), "12.9", "18"), Status::red);
    EXPECT_EQ(status_of(measure(), "87.6", "95"), Status::red);
    EXPECT_EQ(status_of(measure(), "90", "90"), Status::green);
}

TEST(Status, GivesTheBoundaryToTheBetterOne) {
    EXPECT_EQ(status_of(measure(), "17.1", "18"), Status::amber);
    EXPECT_EQ(status_of(measure(), "17.099999", "18"), Status::red);
    EXPECT_EQ(status_of(measure(), "85.5", "90"), Status::amber);
    EXPECT_EQ(status_of(measure(), "90.25", "95"), Status::amber);
    EXPECT_EQ(status_of(smaller_is_better(), "40.53", "38.6"), Status::amber);
    EXPECT_EQ(status_of(smaller_is_better(), "40.530001", "38.6"), Status::red);
    EXPECT_EQ(status_of(tolerating(measure(), "5 points"), "85", "90"), Status::amber);
    EXPECT_EQ(status_of(tolerating(measure(), "5 points"), "84.999999", "90"), Status::red);
}

TEST(Status, TakesToleranceFromTheSizeOfATargetBelowZero) {
    EXPECT_EQ(status_of(measure(), "-20", "-20"), Status::green);
    EXPECT_EQ(status_of(measure(), "-21", "-20"), Status::amber);
    EXPECT_EQ(status_of(measure(), "-21.000001", "-20"), Status::red);
}

TEST(Status, NeedsPointsWhereTheTargetIsZero) {
    EXPECT_EQ(status_of(smaller_is_better(), "1", "0"), Status::red);
    EXPECT_EQ(status_of(tolerating(smaller_is_better(), "2 points"), "2", "0"), Status::amber);
}

TEST(Status, KnowsNoAmberWithoutATolerance) {
    EXPECT_EQ(status_of(tolerating(measure(), "none"), "19.999999", "20"), Status::red);
}

TEST(Status, JudgesTheRatioItselfAndNotItsPrintedFigure) {
    Content content = council();
    Measure share = measure();
    share.quantity = Quantity::percent;
    content.measures = {share};
    set_target(content, "M1", "2012-13Q1", "33.333333", TargetRole::profile);
    hand_in(content, "M1", {parts("2012-13Q1", "1", "3")}); // a third is a little more than 33.333333
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::green);
    content.targets[0].value = number("33.333334");
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::amber);
}

// A ratio with 95 % of its target exactly: 19,494 of 22,800 is 85.5 %.
TEST(Status, GivesATieOfARatioToAmber) {
    Content content = council();
    Measure share = measure();
    share.quantity = Quantity::percent;
    content.measures = {share};
    set_target(content, "M1", "2012-13Q1", "90", TargetRole::profile);
    hand_in(content, "M1", {parts("2012-13Q1", "19494", "22800")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::amber);
    hand_in(content, "M1", {parts("2012-13Q1", "19493.999999", "22800")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::red);
}

TEST(Status, JudgesByCutOffsWhereTheMeasureHasThem) {
    const Measure cut = tolerating(measure(), "green >= 55; amber >= 40; red otherwise");
    EXPECT_EQ(status_of(cut, "55", "1000"), Status::green);
    EXPECT_EQ(status_of(cut, "54.999999", "1000"), Status::amber);
    EXPECT_EQ(status_of(cut, "40", "1000"), Status::amber);
    EXPECT_EQ(status_of(cut, "39", "1000"), Status::red);
    const Measure down = tolerating(smaller_is_better(), "green <= 5; amber < 8");
    EXPECT_EQ(status_of(down, "5", "1"), Status::green);
    EXPECT_EQ(status_of(down, "8", "1"), Status::red);
}

// East Riding and Harlow: tolerance on both sides of the target.
TEST(Status, AllowsBothSidesAroundARange) {
    Content content = council();
    Measure occupied = measure();
    occupied.polarity = Polarity::range;
    content.measures = {occupied};
    set_target(content, "M1", "2012-13Q1", "85", TargetRole::profile);
    content.targets[0].kind = TargetKind::range;
    content.targets[0].lower = number("80");
    content.targets[0].upper = number("90");
    const auto judged = [&](std::string_view figure) {
        content.returns.clear();
        hand_in(content, "M1", {value("2012-13Q1", figure)});
        return figure_at(content, "2012-13Q1").status.status;
    };
    EXPECT_EQ(judged("80"), Status::green);
    EXPECT_EQ(judged("90"), Status::green);
    EXPECT_EQ(judged("76"), Status::amber);
    EXPECT_EQ(judged("75.999999"), Status::red);
    EXPECT_EQ(judged("94.5"), Status::amber);
    EXPECT_EQ(judged("94.500001"), Status::red);
}

TEST(Status, AllowsBothSidesAroundTheBestValue) {
    Measure spent = measure();
    spent.polarity = Polarity::middle;
    EXPECT_EQ(status_of(spent, "100", "100"), Status::green);
    EXPECT_EQ(status_of(spent, "95", "100"), Status::amber);
    EXPECT_EQ(status_of(spent, "105", "100"), Status::amber);
    EXPECT_EQ(status_of(spent, "105.000001", "100"), Status::red);
}

TEST(Status, RatesNothingIfNeitherWayIsGood) {
    Measure activity = measure();
    activity.polarity = Polarity::none;
    EXPECT_EQ(status_of(activity, "3", "2"), Status::not_rated);
}

// Havering, 2013 to 2015: green on or within 10 % of target; amber further off but the same as or better than the same
// quarter last year; red further off and worse.
class Havering : public testing::Test {
protected:
    Status judged(std::string_view figure, std::string_view last_year) {
        Content content = council();
        content.settings.status_rules = {rules({{"green", "within 10% of target", ""},
                                                {"amber", "same or better than last year", ""},
                                                {"red", "otherwise", ""}})};
        content.measures = {measure()};
        hand_in(content, "M1", {value("2013-14Q2", figure)});
        if (!last_year.empty()) hand_in(content, "M1", {value("2012-13Q2", last_year)});
        set_target(content, "M1", "2013-14Q2", "100", TargetRole::profile);
        verdict_ = figure_at(content, "2013-14Q2").status;
        return verdict_.status;
    }
    Verdict verdict_;
};

TEST_F(Havering, LooksAtLastYearWhereTheTargetIsFar) {
    EXPECT_EQ(judged("90.1", "99"), Status::green); // 9.9 % off
    EXPECT_EQ(judged("90", "99"), Status::green);
    EXPECT_EQ(judged("85", "84"), Status::amber); // 15 % off and better
    EXPECT_EQ(judged("85", "85"), Status::amber);
    EXPECT_EQ(judged("85", "86"), Status::red); // 15 % off and worse
}

TEST_F(Havering, SaysSoWhereLastYearIsNotKnown) {
    EXPECT_EQ(judged("85", ""), Status::not_rated);
    EXPECT_EQ(verdict_.reason, "no figure of last year to compare with");
    EXPECT_EQ(judged("95", ""), Status::green);
}

TEST(Status, KnowsAFourthColour) {
    Content content = council();
    content.settings.status_rules = {rules({{"green", "beats target by 5%", "blue"},
                                            {"green", "meets target", ""},
                                            {"amber", "within 2 points of target", ""},
                                            {"red", "otherwise", ""}})};
    content.measures = {measure()};
    set_target(content, "M1", "2012-13Q1", "100", TargetRole::profile);
    const auto judged = [&](std::string_view figure) {
        content.returns.clear();
        hand_in(content, "M1", {value("2012-13Q1", figure)});
        const Verdict verdict = figure_at(content, "2012-13Q1").status;
        return verdict.name.empty() ? std::string(print(verdict.status)) : verdict.name;
    };
    EXPECT_EQ(judged("105"), "blue");
    EXPECT_EQ(judged("104.999999"), "green");
    EXPECT_EQ(judged("98"), "amber");
    EXPECT_EQ(judged("97.999999"), "red");
}

TEST(Status, KnowsAnotherRuleAtYearEnd) {
    Content content = council();
    content.settings.status_rules = {rules({{"green", "meets target", ""},
                                            {"amber", "within tolerance and before year end", ""},
                                            {"red", "otherwise", ""}})};
    content.measures = {measure()};
    set_target(content, "M1", "2012-13", "100");
    hand_in(content, "M1", {value("2012-13Q3", "98"), value("2012-13Q4", "98")});
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::amber);
    EXPECT_EQ(figure_at(content, "2012-13Q4").status.status, Status::red);
}

TEST(Status, KnowsARuleOnTheForecast) {
    Content content = council();
    content.settings.status_rules = {
        rules({{"green", "meets target", ""}, {"amber", "forecast meets target", ""}, {"red", "otherwise", ""}})};
    content.measures = {measure()};
    set_target(content, "M1", "2012-13", "100");
    hand_in(content, "M1", {value("2012-13Q3", "98")});
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::not_rated);
    OfficerForecast forecast;
    forecast.measure = MeasureCode("M1");
    forecast.period = period("2012-13");
    forecast.made_in = period("2012-13Q3");
    forecast.value = number("100");
    content.forecasts = {forecast};
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::amber);
    content.forecasts[0].value = number("99.9");
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::red);
}

TEST(Status, KeepsJudgingAPastPeriodByItsOwnRules) {
    Content content = council();
    StatusRules later = rules({{"red", "otherwise", ""}});
    later.from = day("2012-10-01");
    content.settings.status_rules.push_back(later);
    content.measures = {measure()};
    set_target(content, "M1", "2012-13", "100");
    hand_in(content, "M1", {value("2012-13Q2", "100"), value("2012-13Q3", "100")});
    EXPECT_EQ(figure_at(content, "2012-13Q2").status.status, Status::green);
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::red);
}

// In this order: not applicable, not started, not due, no figure, no target, suppressed.
TEST(Status, SaysWhyThereIsNone) {
    Content content = council();
    content.measures = {measure()};
    const auto reason = [&](std::string_view as_at) { return figure_at(content, "2012-13Q3", as_at).status.reason; };
    EXPECT_EQ(figure_at(content, "2012-13Q3", "2012-09-30").status.status, Status::not_started);
    EXPECT_EQ(reason("2012-09-30"), "the period begins on 1 October 2012");
    EXPECT_EQ(reason("2013-01-30"), "not due until 30 January 2013");
    EXPECT_EQ(reason("2013-01-31"), "overdue since 30 January 2013");
    hand_in(content, "M1", {gap("2012-13Q3", GapReason::suppressed)});
    EXPECT_EQ(reason("2013-01-31"), "no target");
    set_target(content, "M1", "2012-13", "100");
    EXPECT_EQ(reason("2013-01-31"), "suppressed");
    hand_in(content, "M1", {gap("2012-13Q3", GapReason::not_applicable)});
    EXPECT_EQ(reason("2012-09-30"), "not applicable");
    hand_in(content, "M1", {gap("2012-13Q3", GapReason::nothing_to_divide_by)});
    EXPECT_EQ(reason("2013-01-31"), "nothing to divide by");
    hand_in(content, "M1", {value("2012-13Q3", "0")});
    EXPECT_EQ(figure_at(content, "2012-13Q3").status.status, Status::red); // 0 is a figure
}

TEST(Status, StaysWithTheProvisionalFlag) {
    Content content = council();
    content.measures = {measure()};
    Observation provisional = value("2012-13Q1", "10");
    provisional.flags = static_cast<Flags>(Flag::provisional);
    hand_in(content, "M1", {provisional});
    set_target(content, "M1", "2012-13", "10");
    const Figure figure = figure_at(content, "2012-13Q1");
    EXPECT_EQ(figure.status.status, Status::green);
    EXPECT_TRUE(has(figure.flags, Flag::provisional));
}

// Wiltshire, 2013: a member had a status within 5 % relabelled from amber to red.
TEST(Status, KeepsTheComputedOneWithWhatAPersonJudged) {
    Content content = council();
    content.measures = {measure()};
    hand_in(content, "M1", {value("2012-13Q1", "98")});
    set_target(content, "M1", "2012-13", "100");
    Update update;
    update.subject = {SubjectKind::measure, "M1"};
    update.period = period("2012-13Q1");
    update.status = Status::red;
    update.reason = "asked for by the committee";
    update.known_at = moment("2012-08-01");
    content.updates = {update};
    const Figure before = figure_at(content, "2012-13Q1", "2012-07-31");
    EXPECT_EQ(before.status.status, Status::amber);
    EXPECT_EQ(before.status.basis, Verdict::Basis::computed);
    const Figure after = figure_at(content, "2012-13Q1", "2012-08-01");
    EXPECT_EQ(after.status.status, Status::red);
    EXPECT_EQ(after.status.basis, Verdict::Basis::judged);
    EXPECT_EQ(after.status.reason, "asked for by the committee");
    EXPECT_EQ(after.computed.status, Status::amber);
    content.updates[0].status.reset(); // left blank: says nothing
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::amber);
}

// A council's legend: blue where there is no target, white where there is no figure.
StatusRules legend() {
    return rules({{"not_rated", "no target", "blue"},
                  {"not_rated", "no figure", "white"},
                  {"green", "meets target", ""},
                  {"red", "otherwise", ""}});
}

Content judged_by_legend(StatusRules given) {
    Content content = council();
    content.settings.status_rules = {std::move(given)};
    content.measures = {measure()};
    return content;
}

TEST(Status, NamesWhatHasNoTargetAndNoFigure) {
    Content content = judged_by_legend(legend());
    hand_in(content, "M1", {value("2012-13Q1", "640")});
    Figure figure = figure_at(content, "2012-13Q1");
    EXPECT_EQ(figure.status.status, Status::not_rated);
    EXPECT_EQ(figure.status.name, "blue");
    EXPECT_EQ(figure.status.basis, Verdict::Basis::none);
    EXPECT_EQ(figure.status.reason, "no target");
    set_target(content, "M1", "2012-13", "600");
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::green);
    content.returns.clear();
    figure = figure_at(content, "2012-13Q1");
    EXPECT_EQ(figure.status.name, "white");
    EXPECT_EQ(figure.status.reason, "overdue since 30 July 2012");
}

TEST(Status, DistinguishesWhatIsNotDueIfARuleNeedsIt) {
    Content content = judged_by_legend(rules({{"green", "meets target", ""},
                                              {"not_started", "not due", "grey"},
                                              {"not_rated", "no figure", "white"},
                                              {"red", "otherwise", ""}}));
    set_target(content, "M1", "2012-13", "600");
    Figure figure = figure_at(content, "2012-13Q1", "2012-07-10");
    EXPECT_EQ(figure.status.name, "grey");
    EXPECT_EQ(figure.status.status, Status::not_started); // where the rule puts it
    EXPECT_EQ(figure_at(content, "2012-13Q1", "2012-09-01").status.name, "white");
    hand_in(content, "M1", {gap("2012-13Q1", GapReason::suppressed)});
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.name, ""); // it has a figure, which is not published
    hand_in(content, "M1", {gap("2012-13Q1", GapReason::not_applicable)}, "2012-12-01");
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.name, "");
}

// Where a last rule counts as not rated it is the council's word for what could not be judged; a red is never reached so.
TEST(Status, ReachesALastRuleThatJudgesNothing) {
    Content content = judged_by_legend(
        rules({{"green", "meets target", ""}, {"red", "misses target", ""}, {"not_rated", "otherwise", "grey"}}));
    hand_in(content, "M1", {value("2012-13Q1", "640")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.name, "grey");
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.reason, "no target");
    EXPECT_EQ(figure_at(content, "2012-13Q2").status.name, ""); // without a figure it is overdue, not without a target
    content.settings.status_rules = {rules({{"green", "meets target", ""}, {"red", "otherwise", "crimson"}})};
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::not_rated);
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.name, "");
}

TEST(Status, FindsARuleAboutMissingFiguresWhereverItIs) {
    Content content = judged_by_legend(rules({{"green", "meets target", ""},
                                              {"amber", "no target and better than last year", ""},
                                              {"not_rated", "no target", "grey"},
                                              {"red", "otherwise", ""}}));
    hand_in(content, "M1", {value("2011-12Q1", "600"), value("2012-13Q1", "640")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::amber);
    EXPECT_EQ(figure_at(content, "2011-12Q1").status.name, "grey");
    set_target(content, "M1", "2012-13", "700");
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.status, Status::red);
    content.targets[0].kind = TargetKind::words; // there is one, and a person has to judge it
    content.targets[0].value.reset();
    content.targets[0].words = "Fewer complaints";
    EXPECT_EQ(figure_at(content, "2012-13Q1").status.name, "");
}

TEST(Status, AcceptsTheCouncilsOwnWord) {
    Content content = judged_by_legend(usual_status_rules());
    content.settings.own_statuses = {{"star", "exceptional", Status::green, {StatusShape::star, StatusColour::purple}}};
    content.updates = {{}};
    content.updates[0].subject = {SubjectKind::measure, "M1"};
    content.updates[0].period = period("2012-13Q1");
    content.updates[0].status = StatusWord(Status::green, "star");
    const Scorecard scorecard = compute_scorecard(content, period("2012-13Q1"), county, moment("2013-01-01"));
    const Verdict& status = scorecard.figures.at(0).status;
    EXPECT_EQ(status.status, Status::green);
    EXPECT_EQ(status.name, "star");
    EXPECT_EQ(status.label, "exceptional");
    EXPECT_EQ(status.look, (StatusLook{StatusShape::star, StatusColour::purple}));
    EXPECT_EQ(scorecard.counts.green, 1u);
    ASSERT_EQ(scorecard.counts.own.size(), 1u);
    EXPECT_EQ(scorecard.counts.own[0].count, 1u);
    EXPECT_EQ(scorecard.counts.own[0].status.name, "star");
}

} // namespace
} // namespace qd
