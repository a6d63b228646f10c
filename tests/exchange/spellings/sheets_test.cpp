#include "exchange/sample.hpp"
#include "exchange/workbook/sheet.hpp"

#include <gtest/gtest.h>

namespace qd::testing {
namespace {

TEST(SpeltSheets, ATimeIsNotAFractionOfADay) {
    EXPECT_EQ(number_text(0.25, number_format_of("hh:mm:ss")), "06:00:00");
    EXPECT_EQ(number_text(1.5, number_format_of("[h]:mm")), "36:00:00");
    EXPECT_EQ(number_text(0.5, number_format_of("dd/mm/yyyy hh:mm")), "12:00:00");
    EXPECT_EQ(number_text(90.0 / 86'400, number_format_of(std::size_t{45})), "00:01:30");
    EXPECT_EQ(number_format_of("mmm-yy"), NumberFormat::date);
    EXPECT_EQ(number_format_of("0.0 \"hours\""), NumberFormat::plain);
}

TEST(SpeltSheets, RowsAboveTheHeadingsAreNamed) {
    const Content known = content_of(sample());
    const auto of = [&](const std::string& rows) { return complaints_of({{"returns.csv", rows}}, known); };
    EXPECT_EQ(of("Library visits\nAs at 3 May,,\nmeasure,period,value\nSDS,2012-13Q3,5\n"),
              (std::vector<std::string>{
                  "returns.csv row 1, value “Library visits”: is above the table: row 3 looks like its headings. "
                  "Delete the 2 rows above the headings."}));
    EXPECT_EQ(
        of("Library visits\nSDS,2012-13Q3\n").front(),
        "returns.csv row 1, value “Library visits”: is not a column of this table. Remove it, or name it as one of "
        "measure, area, period, reported_in, numerator, denominator, value, target, gap, flags, published, note, "
        "known_at, state, handed_in_by, signed_off_by, source, source_sha256, cell, reason, hand_in.");
}

TEST(SpeltSheets, ACodeIsKnownByItsLettersAndDigits) {
    CodeSet codes;
    for (const char* code : {"HSG-1", "ENV03a", "PL10", "PL-10", "X0"}) codes.add(code);
    EXPECT_EQ(codes.meant("hsg 01"), "HSG-1");
    EXPECT_EQ(codes.meant("ENV 3(a)"), "ENV03a");
    EXPECT_EQ(codes.meant("PL 10"), std::nullopt); // of two
    EXPECT_EQ(codes.meant("HSG11"), std::nullopt);
    EXPECT_EQ(codes.meant(" - "), std::nullopt);
    codes.add("HSG1");
    EXPECT_EQ(codes.meant("hsg 01"), std::nullopt);
}

} // namespace
} // namespace qd::testing
