#include "domain/plan.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Subject, PrintAndParseAreAPair) {
    for (const char* text :
         {"measure:ASC1", "recovery_plan:RP-1.2", "unit:CPE", "council", "council:LCC", "action:a:b"}) {
        const auto subject = parse_subject(text);
        ASSERT_TRUE(subject) << text;
        EXPECT_EQ(print(*subject), text);
    }
    EXPECT_EQ(parse_subject("Recovery plan: RP1"), (Subject{SubjectKind::recovery_plan, "RP1"}));
    EXPECT_EQ(parse_subject("action:a:b"), (Subject{SubjectKind::action, "a:b"}));
}

TEST(Subject, NeedsAKindAndACode) {
    for (const char* text : {"", ":", "ASC1", "measure", "measure:", "measure: ", "indicator:ASC1", "council:"})
        EXPECT_FALSE(parse_subject(text)) << text;
}

} // namespace
} // namespace qd
