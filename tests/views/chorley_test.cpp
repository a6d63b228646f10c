#include "engine/partnership.hpp"
#include "exchange/folder.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// Chorley's partnership, quarter 1 of 2013/14, as its Executive Cabinet had it on 15 August 2013: the paper says 19
// priorities, 17 green and 2 not started; its tables have 18 rows.
TEST(Chorley, HasFifteenGreenOfEighteenRows) {
    const auto reading = read_source("examples/chorley", Content());
    ASSERT_TRUE(reading.has_value());
    const Content& content = reading->content;
    const Partnership partnership =
        compute_partnership(content, Period::parse("2013-14Q1").value(), Instant::parse("2013-08-15").value());
    EXPECT_EQ(partnership.priorities, 19u);
    EXPECT_EQ(partnership.rows, 18u);
    EXPECT_EQ(partnership.tally, (StatusTally{15, 0, 0, 0, 2, 1}));
    EXPECT_EQ(partnership.actions, 19u);
    for (const GroupLines& group : partnership.groups)
        for (const PriorityLine& line : group.lines) {
            if (line.update && line.update->status && line.from_actions) {
                EXPECT_EQ(line.from_actions, line.update->status) << line.priority.code;
            }
            if (line.priority.code != PriorityCode("CT4")) continue;
            ASSERT_EQ(line.figures.size(), 1u); // the paper says that numbers have reduced
            EXPECT_EQ(line.figures[0].last_year.direction, Direction::worsened);
            EXPECT_EQ(line.figures[0].last_year.difference, Decimal::parse("0.9"));
            EXPECT_EQ(line.figures[0].described, Period::month(2013, 6));
        }
}

} // namespace
} // namespace qd
