#include "domain/themes.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Themes, CountPrioritiesAcrossGroups) {
    Partnership partnership;
    const auto add = [&](const char* theme, std::optional<Status> status, std::size_t group) {
        partnership.groups.resize(std::max(partnership.groups.size(), group + 1));
        PriorityLine line;
        line.priority.theme = theme;
        if (status) {
            line.update = Update();
            if (*status != Status::not_rated) line.update->status = status;
        }
        partnership.groups[group].lines.push_back(line);
    };
    add("Health", Status::green, 0);
    add("", Status::red, 0);
    add("Safety", Status::amber, 0);
    add("Health", Status::not_started, 1);
    add("Health", Status::not_rated, 1); // a row left blank
    add("Safety", std::nullopt, 1);      // no row
    const std::vector<ThemeTally> themes = by_theme(partnership);
    ASSERT_EQ(themes.size(), 2U);
    EXPECT_EQ(themes[0].theme, "Health");
    EXPECT_EQ(themes[0].priorities, 3U);
    EXPECT_EQ(words_of(themes[0].tally, "left blank"),
              (std::vector<std::string>{"1 green", "1 not started", "1 left blank"}));
    EXPECT_EQ(themes[1].priorities, 2U);
    EXPECT_EQ(themes[1].tally.total(), 1U);
}

} // namespace
} // namespace qd
