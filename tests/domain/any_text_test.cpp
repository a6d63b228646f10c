#include "domain/observation.hpp"
#include "domain/period.hpp"
#include "domain/plan.hpp"
#include "domain/status_rules.hpp"
#include "domain/tolerance.hpp"

#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

// Texts put together from `pieces` and, now and then, from any byte: near enough to what is meant to get past the first
// look of a parser. The same on every run.
template <class Look> int understood(const std::vector<std::string>& pieces, Look look) {
    std::mt19937 random(17);
    int count = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string text;
        for (std::size_t left = 1 + random() % 8; left > 0; --left)
            text += random() % 40 == 0 ? std::string(1, static_cast<char>(random())) : pieces[random() % pieces.size()];
        count += look(text) ? 1 : 0;
    }
    return count;
}

TEST(AnyText, AsAPeriodIsRefusedOrPrintsToItself) {
    const std::vector<std::string> pieces{"2012", "2011", "1999", "-", "12", "13", "00",         "Q",
                                          "H",    "AY",   "M",    "1", "4",  "/",  "2012-01-31", "01"};
    EXPECT_GT(understood(pieces,
                         [](const std::string& text) {
                             const auto period = Period::parse(text);
                             if (!period) return false;
                             EXPECT_EQ(Period::parse(print(*period)), period) << text;
                             EXPECT_EQ(Period::parse(print(*period, YearStyle::single)), period) << text;
                             return true;
                         }),
              50);
}

TEST(AnyText, AsAToleranceIsRefusedOrPrintsToItself) {
    const std::vector<std::string> pieces{"green ", "amber", "red",     ">=",     "<=",   ">",  " < ", "≥",
                                          "; ",     ";",     ",",       "55",     "40",   ".5", "-",   " otherwise",
                                          "5",      "%",     " points", " point", "none", " "};
    EXPECT_GT(understood(pieces,
                         [](const std::string& text) {
                             const auto tolerance = Tolerance::parse(text);
                             EXPECT_TRUE(tolerance || !tolerance.error().empty());
                             if (!tolerance) return false;
                             EXPECT_EQ(Tolerance::parse(print(*tolerance)), tolerance)
                                 << text << " → " << print(*tolerance);
                             return true;
                         }),
              50);
}

TEST(AnyText, AsConditionsIsRefusedOrPrintsToItself) {
    const std::vector<std::string> pieces{"meets target",
                                          "within ",
                                          "5%",
                                          "2 points",
                                          " of target",
                                          "beats target by ",
                                          " and ",
                                          "better than previous",
                                          "same or ",
                                          "at year end",
                                          "otherwise",
                                          " ",
                                          "\n"};
    EXPECT_GT(understood(pieces,
                         [](const std::string& text) {
                             const auto conditions = parse_conditions(text);
                             EXPECT_TRUE(conditions || !conditions.error().empty());
                             if (!conditions) return false;
                             EXPECT_EQ(parse_conditions(print(*conditions)), conditions) << text;
                             return true;
                         }),
              50);
}

TEST(AnyText, AsFlagsOrASubjectIsRefusedOrPrintsToItself) {
    const std::vector<std::string> pieces{"provisional", "estimated", "break",   "in",      "series", "_", "-",
                                          " ",           ",",         "measure", "council", ":",      "A1"};
    EXPECT_GT(understood(pieces,
                         [](const std::string& text) {
                             const auto flags = parse_flags(text);
                             EXPECT_TRUE(!flags || parse_flags(print(*flags)) == flags) << text;
                             const auto subject = parse_subject(text);
                             EXPECT_TRUE(!subject || parse_subject(print(*subject)) == subject) << text;
                             return flags || subject;
                         }),
              50);
}

} // namespace
} // namespace qd
