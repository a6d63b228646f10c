#include "statistics/confidence.hpp"

#include "base/error.hpp"
#include "statistics/distribution.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// To ten significant digits or better, as the answers are given.
void expect_near(double value, double expected) {
    EXPECT_NEAR(value, expected, std::abs(expected) * 5e-10) << "expected " << expected;
}

// Known answers: test data of PHEindicatormethods 2.1.0, each computed again by other means.
struct Known {
    double events, of, value, lower, upper, far_lower, far_upper;
    IntervalMethod method;
};

TEST(Confidence, OfProportionsIsWilsons) {
    for (const Known& known :
         std::vector<Known>{{1, 100, 0.01, 0.0017674320641406511, 0.054486196178705294, 0.000873065697299977,
                             0.1045544528370582, IntervalMethod::wilson},
                            {5, 100, 0.05, 0.02154367915436798, 0.11175046923191911, 0.013865320725997183,
                             0.16458852282596442, IntervalMethod::wilson},
                            {20, 100, 0.2, 0.1333669333310325, 0.28882916559315885, 0.10519162066711432,
                             0.3471109417008601, IntervalMethod::wilson},
                            {65, 100, 0.65, 0.5525444329688797, 0.7363575175690247, 0.4954946574070431,
                             0.7783540614089697, IntervalMethod::wilson},
                            {9856, 12345, 0.7983799108950992, 0.7912101752909069, 0.8053640073614909,
                             0.7869924108419063, 0.8093061412589626, IntervalMethod::wilson},
                            {7776456, 7564336677, 0.0010280420256339154, 0.0010273201001641094, 0.0010287644578977231,
                             0.0010269040118442213, 0.0010291812992698397, IntervalMethod::wilson},
                            {222, 3215, 0.06905132192846034, 0.060791690363636595, 0.07833956681383633,
                             0.05647101964624248, 0.08418414185270134, IntervalMethod::wilson},
                            {999, 3456, 0.2890625, 0.27418951080009873, 0.30440389662818057, 0.26583995768074953,
                             0.3134475449279985, IntervalMethod::wilson}}) {
        const Estimate near = estimate_proportion(known.events, known.of, ninety_five);
        const Estimate far = estimate_proportion(known.events, known.of, ninety_nine_eight);
        expect_near(near.value, known.value);
        expect_near(near.interval.lower, known.lower);
        expect_near(near.interval.upper, known.upper);
        expect_near(far.interval.lower, known.far_lower);
        expect_near(far.interval.upper, known.far_upper);
    }
}

TEST(Confidence, OfProportionsAtTheirEnds) {
    EXPECT_DOUBLE_EQ(estimate_proportion(0, 10, ninety_five).interval.lower, 0);
    EXPECT_DOUBLE_EQ(estimate_proportion(10, 10, ninety_five).interval.upper, 1);
    expect_near(estimate_proportion(1045, 5000, ninety_five).interval.lower, 0.19795549880);
    expect_near(estimate_proportion(1045, 5000, ninety_five).interval.upper, 0.22049130370);
    EXPECT_THROW(estimate_proportion(250, 220, ninety_five), Error);
    EXPECT_THROW(estimate_proportion(-1, 220, ninety_five), Error);
    EXPECT_THROW(estimate_proportion(0, 0, ninety_five), Error);
}

TEST(Confidence, OfRatesIsExactBelowTenEventsAndByarsAbove) {
    for (const Known& known :
         std::vector<Known>{{1, 100, 1000, 25.317807984289896, 5571.643390938898, 1.0005003335835343, 9233.413476451586,
                             IntervalMethod::exact},
                            {5, 100, 5000, 1623.4863901184199, 11668.332079322669, 739.3717319178389,
                             16454.745203680104, IntervalMethod::exact},
                            {20, 100, 20000, 12211.428834875936, 30889.880369197064, 8922.802365144193,
                             38085.03562504191, IntervalMethod::byar},
                            {65, 100, 65000, 50163.18771045945, 82849.13854593984, 42880.261471480204, 94000.290844318,
                             IntervalMethod::byar},
                            {9856, 12345, 79837.99108950992, 78269.49058976758, 81430.01654272141, 77375.90543271053,
                             82354.47277095431, IntervalMethod::byar},
                            {7776456, 7564336677, 102.80420256339154, 102.73196005302074, 102.87648334092832,
                             102.690317308454, 102.91817639509068, IntervalMethod::byar},
                            {222, 3215, 6905.132192846034, 6026.574877652674, 7875.729370871851, 5560.737695259853,
                             8461.04668173341, IntervalMethod::byar},
                            {999, 3456, 28906.25, 27141.30493609052, 30755.833237378414, 26162.147596445768,
                             31845.604819822653, IntervalMethod::byar},
                            {250, 220, 113636.36363636365, 99984.94738532876, 128631.14487455782, 92710.00554438953,
                             137651.23772147458, IntervalMethod::byar}}) {
        const Estimate near = estimate_rate(known.events, known.of, 100000, ninety_five);
        const Estimate far = estimate_rate(known.events, known.of, 100000, ninety_nine_eight);
        EXPECT_EQ(near.method, known.method);
        expect_near(near.value, known.value);
        expect_near(near.interval.lower, known.lower);
        expect_near(near.interval.upper, known.upper);
        expect_near(far.interval.lower, known.far_lower);
        expect_near(far.interval.upper, known.far_upper);
    }
    EXPECT_THROW(estimate_rate(1, 0, 100000, ninety_five), Error);
    EXPECT_THROW(estimate_rate(-1, 10, 100000, ninety_five), Error);
}

TEST(Confidence, OfCounts) {
    expect_near(estimate_count(65, ninety_five).interval.lower, 50.16318771);
    expect_near(estimate_count(65, ninety_nine_eight).interval.upper, 94.00029084);
    expect_near(estimate_count(1045, ninety_five).interval.lower, 982.5932018);
    expect_near(estimate_count(1045, ninety_five).interval.upper, 1110.331213);
    EXPECT_NEAR(estimate_count(10, ninety_nine_eight).interval.lower, 2.916318, 5e-7);
    EXPECT_NEAR(estimate_count(10, ninety_nine_eight).interval.upper, 24.193725, 5e-7);
    EXPECT_EQ(estimate_count(0, ninety_five).interval.lower, 0);
    expect_near(estimate_count(0, ninety_five).interval.upper, 3.688879454);
    EXPECT_EQ(estimate_count(9, ninety_five).method, IntervalMethod::exact);
    EXPECT_EQ(estimate_count(10, ninety_five).method, IntervalMethod::byar);
}

const std::vector<double> events = {127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91};
const std::vector<double> people = {636, 558, 609, 543, 384, 594, 669, 843, 660, 576,
                                    606, 522, 426, 273, 300, 288, 153, 123, 207};

std::vector<AgeGroup> age_groups(const std::vector<double>& of) {
    std::vector<AgeGroup> groups;
    for (std::size_t i = 0; i < of.size(); ++i) groups.push_back({of[i], people[i]});
    return groups;
}

TEST(Confidence, OfDirectlyStandardisedRates) {
    const auto standard = european_standard_population();
    EXPECT_EQ(standard.size(), 19u);
    const auto rate = estimate_standardised_rate(age_groups(events), standard, 100000, ninety_five);
    ASSERT_TRUE(rate);
    EXPECT_EQ(rate->method, IntervalMethod::dobson);
    EXPECT_NEAR(rate->value, 10430.247991, 5e-7);
    EXPECT_NEAR(rate->interval.lower, 9717.709068, 5e-7);
    EXPECT_NEAR(rate->interval.upper, 11178.940915, 5e-7);
}

TEST(Confidence, OfDirectlyStandardisedRatesNeedsTenEvents) {
    std::vector<double> few(19, 0);
    few[3] = 9;
    EXPECT_FALSE(estimate_standardised_rate(age_groups(few), european_standard_population(), 100000, ninety_five));
    few[3] = 10;
    EXPECT_TRUE(estimate_standardised_rate(age_groups(few), european_standard_population(), 100000, ninety_five));
    EXPECT_THROW(estimate_standardised_rate(age_groups({1, 2}), european_standard_population(), 1, ninety_five), Error);
    const std::vector<AgeGroup> nobody = {{5, 0}, {20, 10}};
    EXPECT_THROW(estimate_standardised_rate(nobody, std::vector<double>{1, 1}, 1, ninety_five), Error);
}

TEST(Confidence, OfMeansIsByStudentsT) {
    const std::vector<double> few = {33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927};
    const std::vector<double> more = {5555.66666, 6666.77777, 4444.88888, 2222.99999, 3333.88888, 5555.44444,
                                      6666.33333, 7777.44444, 5555.99999, 8888.33333, 2222.55555, 4444.33333,
                                      6666.22222, 4444.11111, 4444.22222, 5555.11111, 7777.22222, 9999.77777};
    const auto check = [](const std::vector<double>& values, double mean, double lower, double upper, double far_lower,
                          double far_upper) {
        const auto near = estimate_mean(values, ninety_five), far = estimate_mean(values, ninety_nine_eight);
        expect_near(near->value, mean);
        expect_near(near->interval.lower, lower);
        expect_near(near->interval.upper, upper);
        expect_near(far->interval.lower, far_lower);
        expect_near(far->interval.upper, far_upper);
    };
    check(few, 53.70434500000001, 36.168325241336504, 71.24036475866352, 18.216705294788838, 89.19198470521118);
    check(more, 5678.962957777778, 4625.790022452972, 6732.135893102583, 3859.0770997295967, 7498.848815825959);
    EXPECT_FALSE(estimate_mean(std::vector<double>{1}, ninety_five));
}

TEST(Confidence, CountsDeviationsOnBothSides) {
    EXPECT_NEAR(deviations_of(ninety_five), 1.959963985, 5e-10);
    EXPECT_NEAR(deviations_of(ninety_nine_eight), 3.090232306, 5e-10);
    EXPECT_NEAR(chi_squared_quantile(0.998, 1), 9.549535706, 5e-10);
}

} // namespace
} // namespace qd
