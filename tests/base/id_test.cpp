#include "base/id.hpp"

#include <sstream>
#include <type_traits>
#include <unordered_map>

#include <gtest/gtest.h>

namespace qd {
namespace {

static_assert(!std::is_convertible_v<MeasureCode, AreaCode> && !std::is_constructible_v<MeasureCode, AreaCode>,
              "codes of different things do not convert");
static_assert(!std::is_convertible_v<std::string, MeasureCode>, "a text is a code only where somebody says so");

TEST(Code, IsTheTextThatPeopleKnow) {
    std::ostringstream out;
    out << MeasureCode("ASC1");
    EXPECT_EQ(out.str(), "ASC1");
    EXPECT_TRUE(MeasureCode().empty());
    EXPECT_LT(MeasureCode("A1"), MeasureCode("A2"));
    const std::unordered_map<AreaCode, int> seen{{AreaCode("E10000017"), 1}};
    EXPECT_TRUE(seen.contains(AreaCode("E10000017")));
    EXPECT_FALSE(seen.contains(AreaCode("E07000118")));
}

} // namespace
} // namespace qd
