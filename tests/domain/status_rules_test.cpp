#include "domain/status_rules.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using Kind = Condition::Kind;
using Measured = Condition::Measured;

std::string refusal(std::string_view text) {
    const auto conditions = parse_conditions(text);
    return conditions ? "understood as " + print(*conditions) : conditions.error();
}

TEST(StatusRules, EveryConditionHasItsWords) {
    const std::vector<std::pair<const char*, Condition>> known = {
        {"meets target", {Kind::meets_target, {}, {}}},
        {"misses target", {Kind::misses_target, {}, {}}},
        {"beats target by 5%", {Kind::beats_target, Decimal{5}, Measured::percent}},
        {"beats target by 2 points", {Kind::beats_target, Decimal{2}, Measured::points}},
        {"within tolerance", {Kind::within_tolerance, {}, {}}},
        {"within 10% of target", {Kind::within, Decimal{10}, Measured::percent}},
        {"within 1 point of target", {Kind::within, Decimal{1}, Measured::points}},
        {"better than previous", {Kind::better_than_previous, {}, {}}},
        {"same or better than previous", {Kind::same_or_better_than_previous, {}, {}}},
        {"better than last year", {Kind::better_than_last_year, {}, {}}},
        {"same or better than last year", {Kind::same_or_better_than_last_year, {}, {}}},
        {"forecast meets target", {Kind::forecast_meets_target, {}, {}}},
        {"at year end", {Kind::at_year_end, {}, {}}},
        {"before year end", {Kind::before_year_end, {}, {}}},
        {"no target", {Kind::no_target, {}, {}}},
        {"no figure", {Kind::no_figure, {}, {}}},
        {"not due", {Kind::not_due, {}, {}}},
        {"otherwise", {Kind::otherwise, {}, {}}},
    };
    std::vector<Condition> all;
    for (const auto& [text, condition] : known) {
        EXPECT_EQ(parse_conditions(text), std::vector{condition}) << text;
        EXPECT_EQ(print(std::vector{condition}), text);
        if (condition.kind != Kind::otherwise) all.push_back(condition);
    }
    EXPECT_EQ(parse_conditions(print(all)), all);
}

TEST(StatusRules, ReadsWhatPeopleWrite) {
    EXPECT_EQ(print(parse_conditions("  Misses  Target\n AND Same or better than  LAST YEAR ").value()),
              "misses target and same or better than last year");
    EXPECT_EQ(print(parse_conditions("within 10 % of target").value()), "within 10% of target");
    EXPECT_EQ(print(parse_conditions("beats target by 1 points").value()), "beats target by 1 point");
}

TEST(StatusRules, SaysWhichWordsAreKnown) {
    EXPECT_EQ(refusal("meet target"), "“meet target” is not a condition. Did you mean “meets target”? Known are: meets "
                                      "target, misses target, beats target by 5%, "
                                      "within tolerance, within 10% of target, better than previous, same or better "
                                      "than previous, better than last year, "
                                      "same or better than last year, forecast meets target, at year end, before year "
                                      "end, no target, no figure, not due, otherwise; join several with “and”.");
    EXPECT_NE(refusal("is purple").find("Known are: meets target"), std::string::npos);
    EXPECT_EQ(refusal("is purple").find("Did you mean"), std::string::npos);
}

TEST(StatusRules, RefusesWhatIsNotClear) {
    EXPECT_NE(refusal("").find("is empty"), std::string::npos);
    EXPECT_NE(refusal("meets target and").find("missing next to “and”"), std::string::npos);
    EXPECT_NE(refusal("and meets target").find("missing next to “and”"), std::string::npos);
    EXPECT_NE(refusal("meets target and and at year end").find("missing next to “and”"), std::string::npos);
    EXPECT_NE(refusal("meets target and otherwise").find("must be on its own"), std::string::npos);
    EXPECT_NE(refusal("within ten % of target").find("Write “5%” or “2 points”"), std::string::npos);
    EXPECT_NE(refusal("beats target by 5").find("Write “5%” or “2 points”"), std::string::npos);
    EXPECT_NE(refusal("beats target by").find("is not a condition"), std::string::npos);
    EXPECT_NE(refusal("within of target").find("is not a condition"), std::string::npos);
    EXPECT_NE(refusal("beats target by -5%").find("below zero"), std::string::npos);
}

TEST(StatusRules, UsualOnesEndInOtherwise) {
    const StatusRules usual = usual_status_rules();
    EXPECT_FALSE(usual.from);
    ASSERT_EQ(usual.rules.size(), 3u);
    EXPECT_EQ(usual.rules[0], (StatusRule{Status::green, "", "", {}, parse_conditions("meets target").value()}));
    EXPECT_EQ(usual.rules[1], (StatusRule{Status::amber, "", "", {}, parse_conditions("within tolerance").value()}));
    EXPECT_EQ(usual.rules[2], (StatusRule{Status::red, "", "", {}, parse_conditions("otherwise").value()}));
}

} // namespace
} // namespace qd
