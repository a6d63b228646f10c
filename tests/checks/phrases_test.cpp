#include "checks/phrases.hpp"

#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

TEST(Phrases, CountMonthsToTheNearest) {
    EXPECT_EQ(months_between(day("2010-12-31"), day("2013-02-26")), 26);
    EXPECT_EQ(months_between(day("2010-12-31"), day("2013-01-31")), 25);
    EXPECT_EQ(months_between(day("2012-12-31"), day("2012-12-31")), 0);
    EXPECT_EQ(months_between(day("2013-01-01"), day("2013-01-16")), 0);
    EXPECT_EQ(months_between(day("2013-04-01"), day("2013-04-16")), 1); // 15 of 30 days
    EXPECT_EQ(months_between(day("2012-03-31"), day("2013-03-30")), 12);
}

TEST(Phrases, RoundAsPrinted) {
    EXPECT_TRUE(rounds_to(number("84.516441"), number("84.5")));
    EXPECT_FALSE(rounds_to(number("84.55"), number("84.5")));
    EXPECT_TRUE(rounds_to(number("84.55"), number("84.6")));
    EXPECT_TRUE(rounds_to(number("-12.05"), number("-12.1")));
    EXPECT_TRUE(rounds_to(number("89.5"), Decimal(90)));
}

TEST(Phrases, NameThings) {
    EXPECT_EQ(print_stated(number("38000")), "38,000");
    EXPECT_EQ(print_stated(number("-12.5")), "-12.5");
    EXPECT_EQ(print_tally({2, 1, 0, 0, 3, 1}), "2 green, 1 amber, 3 not started and 1 without a status");
    Measure share = measure();
    share.quantity = Quantity::percent;
    share.decimals = 1;
    EXPECT_EQ(show_stated(share, Decimal(90)), "90%");
}

TEST(Phrases, FindTheNewestUpdateKnownByThen) {
    Content content = council();
    const Subject subject{SubjectKind::priority, "P1"};
    content.updates = {update(subject, "2012-13Q1", Status::green), update(subject, "2012-13Q1", Status::amber),
                       update(subject, "2012-13Q1", Status::red)};
    content.updates[1].known_at = moment("2012-08-01");
    content.updates[2].known_at = moment("2012-09-01");
    const Scorecard scorecard;
    const Partnership partnership;
    const auto at = [&](std::string_view as_at) {
        const CheckInput input{content, period("2012-13Q1"), moment(as_at), scorecard, {}, partnership, {}, {}};
        return update_of(input, subject, period("2012-13Q1"))->status;
    };
    EXPECT_EQ(at("2012-07-31"), Status::green);
    EXPECT_EQ(at("2012-08-31"), Status::amber);
    EXPECT_EQ(at("2012-09-01"), Status::red);
}

} // namespace
} // namespace qd::test
