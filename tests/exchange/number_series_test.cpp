#include "exchange/number_series.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qd {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> complaints_of(std::string_view csv) {
    const auto series = read_number_series(csv, "series.csv");
    std::vector<std::string> texts;
    if (series) return texts;
    for (const Complaint& complaint : series.error()) texts.push_back(print(complaint));
    return texts;
}

TEST(NumberSeries, is_the_column_value) {
    EXPECT_THAT(read_number_series("value\n1\n2.5\n-3\n", "series.csv").value(), ElementsAre(1, 2.5, -3));
    EXPECT_THAT(read_number_series("t,Value,note\r\n2012Q1,\"1,234\",\"a\nb\"\r\n2012Q2,7,\r\n", "series.csv").value(),
                ElementsAre(1234, 7));
}

TEST(NumberSeries, keeps_the_digits_of_a_machine) {
    EXPECT_THAT(read_number_series("value\n1e+05\n1.23456789012e-8\n", "series.csv").value(),
                ElementsAre(100000, 1.23456789012e-8));
}

TEST(NumberSeries, complains_of_everything_at_once) {
    EXPECT_THAT(complaints_of("value\n1\nx\n\n4\n#DIV/0!\nnan\ninf\n1e300\n"),
                ElementsAre(HasSubstr("row 3, column value, value “x”: is not a number"),
                            HasSubstr("row 4, column value: is empty"), HasSubstr("row 6"), HasSubstr("row 7"),
                            HasSubstr("row 8"), HasSubstr("row 9")));
}

TEST(NumberSeries, complains_of_a_row_that_is_too_short) {
    EXPECT_THAT(complaints_of("t,value\n1,2\n3\n"), ElementsAre(HasSubstr("row 3, column value: is empty")));
}

TEST(NumberSeries, complains_of_the_table) {
    EXPECT_THAT(complaints_of("t,v\n1,2\n"), ElementsAre(HasSubstr("There is no column “value”, but t, v.")));
    EXPECT_THAT(complaints_of("value,value\n1,2\n"), ElementsAre(HasSubstr("appears twice")));
    EXPECT_THAT(complaints_of("value\n"), ElementsAre(HasSubstr("has no figure")));
    EXPECT_THAT(complaints_of(""), ElementsAre(HasSubstr("is empty")));
    EXPECT_THAT(complaints_of("value\n\"1\n2\n"), ElementsAre(HasSubstr("not closed")));
    EXPECT_THAT(complaints_of("value\n1\n\xFF\n"), ElementsAre(HasSubstr("UTF-8")));
}

} // namespace
} // namespace qd
