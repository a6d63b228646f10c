#include "charts/scale.hpp"

#include "charts/drawing.hpp"
#include "charts/labels.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Scale scale(std::initializer_list<const char*> values, std::optional<Decimal> ceiling = {}) {
    std::vector<Decimal> numbers;
    for (const char* value : values) numbers.push_back(Decimal::parse(value).value());
    return scale_for(numbers, ceiling);
}

std::string ticks(const Scale& scale) {
    std::string out;
    for (const Decimal tick : scale.ticks) out += (out.empty() ? "" : " ") + print(tick);
    return out;
}

TEST(Scale, HasRoundTicks) {
    EXPECT_EQ(ticks(scale({"59.1", "95"}, Decimal(100))), "50 60 70 80 90 100");
    EXPECT_EQ(ticks(scale({"0.2", "2.41"})), "0 0.5 1 1.5 2 2.5");
    EXPECT_EQ(ticks(scale({"38.9", "41.2"})), "38.5 39 39.5 40 40.5 41 41.5");
    EXPECT_EQ(ticks(scale({"-3", "4"})), "-4 -2 0 2 4");
    EXPECT_EQ(ticks(scale({"19252", "22779"})), "18000 19000 20000 21000 22000 23000");
}

TEST(Scale, StartsAtZeroUnlessThatWouldPressTheValuesTogether) {
    EXPECT_TRUE(scale({"20", "100"}).starts_at_zero());
    EXPECT_FALSE(scale({"80", "100"}).starts_at_zero());
}

TEST(Scale, HoldsASingleValueAndNothingButZero) {
    EXPECT_EQ(ticks(scale({"84.5"}, Decimal(100))), "70 75 80 85 90 95");
    const Scale zero = scale({"0"});
    EXPECT_EQ(ticks(zero), "0 0.2 0.4 0.6 0.8 1");
}

TEST(Scale, NeverPassesTheCeilingThatTheValuesKeep) {
    EXPECT_EQ(print(scale({"91", "99.9"}, Decimal(100)).most), "100");
    EXPECT_EQ(print(scale({"91", "104"}, Decimal(100)).most), "105");
}

TEST(Scale, AlwaysHoldsEveryValue) {
    for (std::int64_t low = -7'000'000; low <= 7'000'000; low += 333'333)
        for (std::int64_t span : {0LL, 1LL, 999LL, 123'456LL, 5'000'000LL, 987'654'321LL}) {
            const Decimal a = Decimal::from_millionths(low), b = Decimal::from_millionths(low + span);
            const Scale s = scale_for({a, b}, {});
            EXPECT_LE(s.least, a);
            EXPECT_GE(s.most, b);
            EXPECT_GE(s.ticks.size(), 2U);
            EXPECT_LE(s.ticks.size(), 9U);
        }
}

TEST(Labels, AreSpreadApartWithinTheirRoom) {
    std::vector<EndLabel> labels{{100, "a", "", Weight::bold, 0},
                                 {103, "b", "", Weight::bold, 0},
                                 {101, "c", "", Weight::bold, 0},
                                 {200, "d", "", Weight::bold, 0}};
    spread(labels, 18, 10, 205);
    EXPECT_EQ(labels[1].words, "c");
    for (std::size_t i = 1; i < labels.size(); ++i) EXPECT_GE(labels[i].placed - labels[i - 1].placed, 17.999);
    EXPECT_DOUBLE_EQ(labels[3].placed, 200);
    std::vector<EndLabel> crowded(20);
    spread(crowded, 18, 0, 100);
    EXPECT_DOUBLE_EQ(crowded.front().placed, 0);
    EXPECT_DOUBLE_EQ(crowded.back().placed, 100);
}

TEST(Drawing, PrintsCoordinatesToATenth) {
    EXPECT_EQ(print_coordinate(12), "12");
    EXPECT_EQ(print_coordinate(12.34), "12.3");
    EXPECT_EQ(print_coordinate(-0.04), "0");
    EXPECT_EQ(print_coordinate(-1.25), "-1.3");
}

TEST(Drawing, ForbiddenCharactersAreReplaced) {
    EXPECT_EQ(escape_markup(std::string("a\x01<b>&\"'\n")), "a\xEF\xBF\xBD&lt;b&gt;&amp;&quot;&#39;\n");
}

} // namespace
} // namespace qd
