#include "statistics/control_chart.hpp"

#include "base/error.hpp"
#include "statistics/chart_icons.hpp"
#include "statistics/chart_rules.hpp"

#include <gmock/gmock.h>

namespace qd {
namespace {

using enum PointRule;
using testing::ElementsAre;

// Known answers of NHSRplotthedots 0.2.2 (its data and results, recomputed), and the first twenty normal numbers of R's
// set.seed(123).
const std::vector<double> one_outlier = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
const std::vector<double> normal = {-0.5604756465522, -0.2301774894833, 1.5587083141491,  0.0705083914246,
                                    0.1292877351609,  1.7150649868833,  0.4609162059892,  -1.2650612346065,
                                    -0.6868528518935, -0.4456619701000, 1.2240817974395,  0.3598138270574,
                                    0.4007714505941,  0.1106827159451,  -0.5558411347541, 1.7869131368031,
                                    0.4978504782292,  -1.9666171566296, 0.7013559015637,  -0.4727914077279};
const std::vector<double> baseline = {10, 12, 11, 9, 10, 11, 10, 12, 9, 11, 10, 12};

// The yearly flow of the Nile at Aswan, 1871 to 1970, in 10^8 cubic metres (Cobb 1978; `Nile` in R).
const std::vector<double> nile = {
    1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994, 1020, 960,  1180,
    799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,  874, 694,  940,  833,
    701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,  1120, 1100, 832, 764,  821,  768,
    845,  864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984, 897,  822,  1010,
    771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,  848,  890,  744,  749, 838,  1050, 918,
    986,  797,  923,  975,  815,  1020, 906,  901,  1170, 912,  746,  919,  718,  714, 740};

std::vector<double> with(std::vector<double> values, const std::vector<double>& more) {
    values.insert(values.end(), more.begin(), more.end());
    return values;
}

// The points that are special, counted from 1 as the sources do, with their rules.
std::vector<std::pair<std::size_t, PointRule>> special(const ControlChart& chart) {
    std::vector<std::pair<std::size_t, PointRule>> found;
    for (std::size_t i = 0; i < chart.rules.size(); ++i)
        if (chart.rules[i] != common_cause) found.emplace_back(i + 1, chart.rules[i]);
    return found;
}

std::pair<std::size_t, PointRule> at(std::size_t point, PointRule rule) { return {point, rule}; }

Limits only_limits(const ControlChart& chart) {
    EXPECT_EQ(chart.segments.size(), 1u);
    return chart.segments.front().limits.value();
}

TEST(ControlChart, LeavesOutOutlyingRanges) {
    const ControlChart chart = control_chart(one_outlier);
    const Limits limits = only_limits(chart);
    EXPECT_NEAR(limits.mean, 1.9444, 5e-5);
    EXPECT_NEAR(limits.mean_range, 1.0, 1e-12);
    EXPECT_NEAR(limits.lower, -0.7156, 5e-5);
    EXPECT_NEAR(limits.upper, 4.6044, 5e-5);
    EXPECT_NEAR(limits.near_lower, 0.1711, 5e-5);
    EXPECT_NEAR(limits.near_upper, 3.7178, 5e-5);
    EXPECT_THAT(special(chart), ElementsAre(at(5, above_limit)));
}

TEST(ControlChart, TakesAllRangesWithoutScreening) {
    const ControlChart chart = control_chart(one_outlier, {Screening::off});
    const Limits limits = only_limits(chart);
    EXPECT_NEAR(limits.mean_range, 1.88235, 5e-6);
    EXPECT_NEAR(limits.lower, -3.0626, 5e-5);
    EXPECT_NEAR(limits.upper, 6.9515, 5e-5);
    EXPECT_THAT(special(chart), ElementsAre(at(5, above_limit)));
}

TEST(ControlChart, FindsNothingInNormalNumbers) {
    const ControlChart chart = control_chart(normal);
    const Limits limits = only_limits(chart);
    EXPECT_NEAR(limits.mean, 0.1416238, 5e-8);
    EXPECT_NEAR(limits.lower, -3.01138, 5e-6);
    EXPECT_NEAR(limits.upper, 3.294627, 5e-7);
    EXPECT_THAT(special(chart), ElementsAre());
}

TEST(ControlChart, FindsOneOutlierInNormalNumbers) {
    std::vector<double> values = normal;
    values[14] = 10;
    const ControlChart screened = control_chart(values), all = control_chart(values, {Screening::off});
    EXPECT_NEAR(only_limits(screened).mean, 0.6694159, 5e-8);
    EXPECT_NEAR(only_limits(screened).lower, -2.383666, 5e-7);
    EXPECT_NEAR(only_limits(screened).upper, 3.722497, 5e-7);
    EXPECT_NEAR(only_limits(all).mean, 0.6694159, 5e-8);
    EXPECT_NEAR(only_limits(all).lower, -4.596625, 5e-7);
    EXPECT_NEAR(only_limits(all).upper, 5.935457, 5e-7);
    EXPECT_THAT(special(screened), ElementsAre(at(15, above_limit)));
    EXPECT_THAT(special(all), ElementsAre(at(15, above_limit)));
}

TEST(ControlChart, FixesItsLimitsOnABaseline) {
    const ControlChart chart = control_chart(with(baseline, {8, 9, 10, 11, 12, 13, 14}), {}, {}, 12);
    const Limits limits = only_limits(chart);
    EXPECT_NEAR(limits.mean, 10.5833, 5e-5);
    EXPECT_NEAR(limits.mean_range, 1.63636, 5e-6);
    EXPECT_NEAR(limits.lower, 6.2306, 5e-5);
    EXPECT_NEAR(limits.upper, 14.9361, 5e-5);
    EXPECT_THAT(special(chart), ElementsAre(at(13, rising), at(14, rising), at(15, rising), at(16, rising),
                                            at(17, rising), at(18, rising), at(19, rising)));
}

TEST(ControlChart, FindsTwoOfThreeNearALimit) {
    const ControlChart chart = control_chart(with(baseline, {14.3, 11.5, 14.2}), {}, {}, 12);
    EXPECT_THAT(special(chart), ElementsAre(at(13, near_upper), at(15, near_upper)));
}

TEST(ControlChart, GivesTheFirstRuleThatApplies) {
    const ControlChart chart = control_chart(with(baseline, {14, 15, 14, 16, 15, 14, 15}), {}, {}, 12);
    EXPECT_THAT(special(chart),
                ElementsAre(at(12, shift_above), at(13, near_upper), at(14, above_limit), at(15, near_upper),
                            at(16, above_limit), at(17, above_limit), at(18, shift_above), at(19, above_limit)));
}

TEST(ControlChart, OfASymmetricSeriesLeavesTwoWildPointsAlone) {
    std::vector<double> values;
    for (int i = 0; i < 14; ++i) values.push_back(i % 2 == 0 ? 1 : -1);
    EXPECT_THAT(special(control_chart(with(values, {5.5, -5.5}))), ElementsAre());
}

TEST(ControlChart, GivesNoLimitsBelowSixPointsAndTrialLimitsBelowTwelve) {
    const auto of = [](std::size_t points) { return control_chart(std::span(normal).first(points)); };
    EXPECT_EQ(of(5).segments.front().standing, Standing::none);
    EXPECT_FALSE(of(5).segments.front().limits);
    EXPECT_EQ(of(5).rules, std::vector(5, not_charted));
    EXPECT_EQ(of(6).segments.front().standing, Standing::trial);
    EXPECT_EQ(of(11).segments.front().standing, Standing::trial);
    EXPECT_EQ(of(12).segments.front().standing, Standing::usable);
    EXPECT_TRUE(control_chart({}).rules.empty());
}

// A limit of no width would make the first point that differs special whatever it is, and all the others with it.
void expect_no_limits(const ControlChart& chart, Standing why) {
    ASSERT_EQ(chart.segments.size(), 1u);
    EXPECT_EQ(chart.segments[0].standing, why);
    EXPECT_FALSE(chart.segments[0].limits);
    EXPECT_THAT(chart.rules, testing::Each(not_charted));
}

TEST(ControlChart, HasNoLimitsOfAFlatLine) {
    expect_no_limits(control_chart(std::vector(30, 0.1)), Standing::flat);
    expect_no_limits(control_chart(std::vector(13, 84.516)), Standing::flat);
    std::vector<double> line(24, 37);
    line[9] = 36; // the ranges to it and back are screened out, and those that are left are all 0
    line[17] = 36;
    expect_no_limits(control_chart(line), Standing::flat);
    EXPECT_EQ(control_chart(line, {Screening::off}).segments[0].standing, Standing::usable);
    EXPECT_NEAR(only_limits(control_chart(line, {Screening::off})).mean_range, 4.0 / 23, 1e-12);
    std::vector<double> sums; // differences that are equal but for the last bit
    for (int i = 0; i < 12; ++i) sums.push_back(0.1 * (i + 3) - 0.1 * i);
    expect_no_limits(control_chart(sums), Standing::flat);
    const std::vector<double> changed = with(std::vector<double>(12, 5), {6, 4, 7, 5});
    expect_no_limits(control_chart(changed, {}, {}, 12), Standing::flat); // nothing to be learned from that baseline
}

// Twenty of 24 months at 37, with two dips whose ranges are small enough to count: the mean is below 37 because of them.
TEST(ControlChart, DoesNotTakeARunOfTheUsualValueForAShift) {
    std::vector<double> line(24, 37);
    line[9] = 36;
    line[17] = 33.5;
    EXPECT_THAT(special(control_chart(line)), ElementsAre(at(10, below_limit), at(18, below_limit)));
    std::vector<double> mostly = {95, 95, 96, 95, 94, 95, 95, 95, 96, 95, 95, 95, 95, 95, 95, 95, 95, 95, 96, 95};
    EXPECT_THAT(special(control_chart(mostly)), ElementsAre());
    mostly.back() = 90;
    EXPECT_EQ(control_chart(mostly).rules.back(), below_limit);
    EXPECT_EQ(control_chart(mostly).rules[18 - 1], common_cause);
}

TEST(ControlChart, HasNoLimitsOfWhatHardlyEverHappens) {
    std::vector<double> accidents(40, 0);
    accidents[6] = accidents[19] = accidents[31] = 1;
    expect_no_limits(control_chart(accidents, {}, {}, {}, {0.0, {}}), Standing::rare);
    for (std::size_t i = 0; i < 40; i += 4) accidents[i] = 1; // steps enough for a mean range, and still mostly none
    expect_no_limits(control_chart(accidents, {}, {}, {}, {0.0, {}}), Standing::rare);
    EXPECT_EQ(control_chart(accidents).segments[0].standing, Standing::usable); // of values without such an end
    const std::vector<double> available = {100, 100, 99.2, 100, 98, 100, 100, 99.6, 100, 100, 97, 100};
    expect_no_limits(control_chart(available, {}, {}, {}, {0.0, 100.0}), Standing::rare);
    const std::vector<double> half = {0, 1, 0, 2, 0, 1, 0, 1, 0, 3, 0, 1}; // as many without as with
    EXPECT_EQ(control_chart(half, {}, {}, {}, {0.0, {}}).segments[0].standing, Standing::usable);
    const ControlChart chart =
        control_chart(with(baseline, accidents), {}, std::vector<Rebase>{{12, "new"}}, {}, {0.0, {}});
    EXPECT_EQ(chart.segments[0].standing, Standing::usable); // each segment by itself
    EXPECT_EQ(chart.segments[1].standing, Standing::rare);
}

// R's UKDriverDeaths: car drivers killed or seriously injured in Great Britain, by month; belts had to be worn from 31
// January 1983.
const std::vector<double> drivers = {1474, 1458, 1542, 1404, 1522, 1385, 1641, 1510, 1681, 1938, 1868, 1726,  // 1981
                                     1456, 1445, 1456, 1365, 1487, 1558, 1488, 1684, 1594, 1850, 1998, 2079,  // 1982
                                     1494, 1057, 1218, 1168, 1236, 1076, 1174, 1139, 1427, 1487, 1483, 1513,  // 1983
                                     1357, 1165, 1282, 1110, 1297, 1185, 1222, 1284, 1444, 1575, 1737, 1763}; // 1984

TEST(ControlChart, RestartsAtARebase) {
    const std::vector<Rebase> belts = {{25, "Seat belts had to be worn."}};
    const auto before = limits_of(std::span(drivers).first(24), Screening::on);
    EXPECT_NEAR(before.mean, 1608.7083, 5e-5);
    EXPECT_NEAR(before.lower, 1269.0379, 5e-5);
    EXPECT_NEAR(before.upper, 1948.3788, 5e-5);
    const ControlChart fixed = control_chart(drivers, {}, {}, 24);
    EXPECT_EQ(fixed.rules[22], above_limit); // November 1982: the season, not the process
    EXPECT_EQ(fixed.rules[23], above_limit);
    EXPECT_EQ(fixed.rules[24], shift_below); // January 1983, in a run of low months
    EXPECT_EQ(fixed.rules[25], below_limit); // February 1983

    const ControlChart chart = control_chart(drivers, {}, belts);
    ASSERT_EQ(chart.segments.size(), 2u);
    EXPECT_EQ(chart.segments[1].first, 25u);
    EXPECT_EQ(chart.segments[1].reason, "Seat belts had to be worn.");
    EXPECT_NEAR(chart.segments[1].limits->mean, 1321.70, 5e-3);
    EXPECT_NEAR(chart.segments[1].limits->lower, 1023.29, 5e-3);
    EXPECT_NEAR(chart.segments[1].limits->upper, 1620.10, 5e-3);
}

TEST(ControlChart, CountsShortSegmentsByThemselves) {
    const ControlChart chart = control_chart(normal, {}, std::vector<Rebase>{{0, "start"}, {16, "new"}, {16, "newer"}});
    ASSERT_EQ(chart.segments.size(), 2u);
    EXPECT_EQ(chart.segments[0].reason, "start");
    EXPECT_EQ(chart.segments[1].reason, "newer");
    EXPECT_EQ(chart.segments[1].standing, Standing::none);
    EXPECT_EQ(chart.rules[15], common_cause);
    EXPECT_EQ(chart.rules[16], not_charted);
}

TEST(ControlChart, RefusesSettingsThatNobodyUses) {
    EXPECT_THROW(control_chart(normal, {Screening::on, 6, 7}), Error);
    EXPECT_THROW(control_chart(normal, {Screening::on, 7, 8}), Error);
    EXPECT_THROW(control_chart(normal, {}, {}, 11), Error);
}

TEST(ControlChart, TakesLongerShiftsAndShorterTrends) {
    const std::vector<double> shifted = with(baseline, {12, 11, 12, 11, 12, 11, 10});
    EXPECT_EQ(control_chart(shifted, {}, {}, 12).rules[17], shift_above);
    EXPECT_EQ(control_chart(shifted, {Screening::on, 8, 7}, {}, 12).rules[17], common_cause);
    const std::vector<double> rise = with(baseline, {9, 10, 10.5, 11, 11.5, 12, 10});
    EXPECT_EQ(control_chart(rise, {}, {}, 12).rules[17], common_cause);
    EXPECT_EQ(control_chart(rise, {Screening::on, 7, 6}, {}, 12).rules[17], rising);
}

TEST(ChartRules, CompletesARunAtItsSeventhPoint) {
    const auto completed = [](std::vector<int> sides) { return completed_runs(sides, 7); };
    EXPECT_THAT(completed({1, 1, 1, 1, 1, 1}), testing::Each(0));
    EXPECT_THAT(completed({1, 1, 1, 1, 1, 1, -1}), testing::Each(0));
    EXPECT_THAT(completed({1, 1, 1, 1, 1, 1, 1, 1, -1}), ElementsAre(0, 0, 0, 0, 0, 0, 1, 1, 0));
    EXPECT_THAT(completed({-1, -1, -1, -1, -1, -1, -1, -1, 1}), ElementsAre(0, 0, 0, 0, 0, 0, -1, -1, 0));
    EXPECT_THAT(completed({1, 1, 1, 1, 0, 1, 1, 1}), testing::Each(0)); // a point on the mean breaks it
    EXPECT_THAT(whole_runs(completed({1, 1, 1, 1, 1, 1, 1, 1, -1}), 7), ElementsAre(1, 1, 1, 1, 1, 1, 1, 1, 0));
}

TEST(ChartRules, CompletesATrendAtItsSeventhPoint) {
    const auto completed = [](std::vector<double> values) { return completed_runs(steps_of(values), 6); };
    EXPECT_THAT(completed({1, 2, 3, 4, 5, 6}), testing::Each(0));
    EXPECT_THAT(completed({1, 2, 3, 3, 4, 5, 6}), testing::Each(0)); // a tie breaks it
    EXPECT_THAT(completed({1, 2, 3, 4, 5, 6, 7}), ElementsAre(0, 0, 0, 0, 0, 0, 1));
    EXPECT_THAT(completed({2, 1, 2, 3, 4, 5, 6, 7, 3}), ElementsAre(0, 0, 0, 0, 0, 0, 0, 1, 0));
    EXPECT_THAT(completed({7, 6, 5, 4, 3, 2, 1}), ElementsAre(0, 0, 0, 0, 0, 0, -1));
    EXPECT_THAT(completed({2, 7, 6, 5, 4, 3, 2, 1, 3}), ElementsAre(0, 0, 0, 0, 0, 0, 0, -1, 0));
}

TEST(ChartRules, TakesTwoOfThreeOnOneSideOnly) {
    const auto caught = [](std::vector<int> outer, std::vector<int> sides) { return two_of_three(outer, sides); };
    EXPECT_THAT(caught({1, 0, 1}, {1, 1, 1}), ElementsAre(1, 0, 1));
    EXPECT_THAT(caught({0, 1, 1}, {1, 1, 1}), ElementsAre(0, 1, 1));
    EXPECT_THAT(caught({0, 0, 1, 0, 1, 0, 0}, {1, 1, 1, 1, 1, 1, 1}), ElementsAre(0, 0, 1, 0, 1, 0, 0));
    EXPECT_THAT(caught({1, 0, 0, 1}, {1, 1, 1, 1}), testing::Each(0));
    EXPECT_THAT(caught({1, 0, 0, 1, 1}, {1, 1, 1, 1, 1}), ElementsAre(0, 0, 0, 1, 1));
    EXPECT_THAT(caught({1, 0, 1}, {1, -1, 1}), testing::Each(0));
    EXPECT_THAT(caught({1, 0, 1}, {1, 0, 1}), testing::Each(0));
}

TEST(ChartIcons, DistinguishImprovementFromConcern) {
    EXPECT_EQ(signal_of(above_limit, Good::higher), (Signal{Variation::improvement, Side::high}));
    EXPECT_EQ(signal_of(falling, Good::higher), (Signal{Variation::concern, Side::low}));
    EXPECT_EQ(signal_of(near_upper, Good::lower), (Signal{Variation::concern, Side::high}));
    EXPECT_EQ(signal_of(shift_below, Good::lower), (Signal{Variation::improvement, Side::low}));
    EXPECT_EQ(signal_of(rising, Good::neither), (Signal{Variation::change, Side::high}));
    EXPECT_EQ(signal_of(common_cause, Good::higher), (Signal{Variation::common_cause, Side::neither}));
    EXPECT_EQ(signal_of(not_charted, Good::higher), (Signal{Variation::none, Side::neither}));
}

TEST(ChartIcons, AssureByTheLimits) {
    const auto of = [](double lower, double upper, Good good) { return assurance_of(lower, upper, 4.0, good); };
    EXPECT_EQ(of(1, 3, Good::higher), Assurance::fail);
    EXPECT_EQ(of(5, 7, Good::higher), Assurance::pass);
    EXPECT_EQ(of(1, 5, Good::higher), Assurance::inconsistent);
    EXPECT_EQ(of(1, 3, Good::lower), Assurance::pass);
    EXPECT_EQ(of(5, 7, Good::lower), Assurance::fail);
    EXPECT_EQ(of(1, 5, Good::lower), Assurance::inconsistent);
    EXPECT_EQ(of(4, 7, Good::higher), Assurance::inconsistent); // on the limit
    EXPECT_EQ(of(1, 3, Good::neither), Assurance::none);
    EXPECT_EQ(assurance_of(1, 3, {}, Good::higher), Assurance::none);
}

TEST(ChartIcons, AssureOnlyWhatIsSettled) {
    const auto of = [](std::vector<PointRule> rules) {
        const Segment segment{0, rules.size(), Standing::usable, Limits{3, 1, 5, 2, 4, 1}, ""};
        return assurance_of(segment, rules, 9.0, Good::lower);
    };
    EXPECT_EQ(of({above_limit, common_cause, common_cause, common_cause}), Assurance::pass);
    EXPECT_EQ(of({common_cause, common_cause, above_limit}), Assurance::unsettled);
    EXPECT_EQ(of({common_cause, below_limit, common_cause}), Assurance::unsettled);
    EXPECT_EQ(of({shift_below, shift_below, shift_below}), Assurance::unsettled);
    EXPECT_EQ(of({shift_below, common_cause, common_cause}), Assurance::pass);
    const std::vector<PointRule> special(3, above_limit);
    const Segment limited{0, 3, Standing::usable, Limits{3, 1, 5, 2, 4, 1}, ""},
        unlimited{0, 3, Standing::flat, {}, ""};
    EXPECT_EQ(assurance_of(limited, special, {}, Good::lower), Assurance::none);
    EXPECT_EQ(assurance_of(unlimited, special, 9.0, Good::lower), Assurance::none);
}

TEST(YearOnYear, TakesAwayTheSeason) {
    const std::vector<std::optional<double>> values = {1, 2, std::nullopt, 4, 3, 5, 7, 6};
    EXPECT_THAT(year_on_year(values, 4),
                ElementsAre(std::nullopt, std::nullopt, std::nullopt, std::nullopt, 2, 3, std::nullopt, 2));
    std::vector<std::optional<double>> months(drivers.begin(), drivers.end());
    std::vector<double> changes;
    for (const auto& change : year_on_year(std::span(months).first(24), 12))
        if (change) changes.push_back(*change);
    EXPECT_EQ(changes.size(), 12u);
    EXPECT_THAT(special(control_chart(changes)), ElementsAre()); // the false alarms of November and December are gone
}

TEST(ControlChart, HasTheLimitsOfTheNile) {
    ChartRules rules;
    rules.screening = Screening::off;
    const Limits limits = only_limits(control_chart(nile, rules));
    EXPECT_NEAR(limits.mean, 919.35, 1e-9);
    EXPECT_NEAR((limits.upper - limits.mean) / 2.66, 133.2525, 1e-4); // the mean moving range
    EXPECT_NEAR(limits.lower, 564.898, 1e-3);
    EXPECT_NEAR(limits.upper, 1273.802, 1e-3);
}

} // namespace
} // namespace qd
