#include "exchange/return_reading.hpp"

#include "exchange/csv.hpp"

#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

class ReturnReading : public testing::Test {
protected:
    ReturnReading() {
        known_.settings.area = AreaCode("E1");
        for (const char* code : {"E1", "E2", "E07000001", "E07000002", "E07000003"})
            known_.areas.push_back({AreaCode(code), code, {}, {}, {}, {}});
        for (const char* code : {"M1", "M2", "ASC1"}) {
            Measure measure;
            measure.code = MeasureCode(code);
            measure.quantity = code == std::string("M2") ? Quantity::percent : Quantity::count;
            known_.measures.push_back(measure);
        }
    }

    struct Read {
        std::vector<Return> returns;
        std::string complaints;
        std::size_t left_out = 0, excused = 0;

        bool operator==(const Read&) const = default;
    };
    // In pieces of some size, or row by row (0).
    Read read(const std::string& text, std::size_t piece_bytes) {
        Intake intake(known_);
        intake.settings = known_.settings;
        Table table("returns", "returns.csv",
                    [&](const OnRow& on_row) { return read_csv(text, "returns.csv", intake.complaints, on_row); });
        if (piece_bytes > 0) table.with_csv(text);
        Content content;
        read_returns(table, content, intake, piece_bytes);
        Read read{std::move(content.returns), "", intake.left_out.rows, intake.left_out.complaints};
        for (const Complaint& complaint : intake.complaints.take()) read.complaints += print(complaint) + "\n";
        return read;
    }

    Content known_;
    std::mt19937 random_{17};

    template <std::size_t n> std::string one_of(const char* const (&words)[n]) { return words[random_() % n]; }
    bool chance(unsigned of) { return random_() % of == 0; }

    std::string cell(const std::string& column, bool odd) {
        if (column == "measure") return odd ? one_of({"", " M1", "M3", "\"M1\"", "m1"}) : one_of({"M1", "M2", "ASC1"});
        if (column == "area")
            return odd ? one_of({"E9", "E07000001 ", "\"E2\"", "E1"}) : one_of({"", "E2", "E07000001", "E07000002"});
        if (column == "period")
            return odd ? one_of({"2012", "2012-13q3", "Q3", "\"2012-13\nQ3\"", "2199-00", "12/13", "AY2012-13"})
                       : std::to_string(2000 + random_() % 60) + "-" + one_of({"12", "M12", "10"});
        if (column == "note") return odd ? one_of({"late", "\"a, \"\"b\"\"\"", "wor\"se", "\"two\r\nlines\""}) : "";
        if (column == "flags") return odd ? one_of({"provisional", "guessed"}) : "";
        if (column == "known_at") return odd ? one_of({"2013-02-15", "then"}) : "";
        if (odd)
            return one_of({"", "5%", "n/a", "1,5", " 7", "-3", "0", "1e5", "12345678901234", "1234567890123.5",
                           "0.1234567", "+4", ".5", "\"1,234\"", "[c]", "3 [p]", "-", "9223372036854"});
        return one_of({"1", "27", "1036", "37.57", "4.5", "0.000001", "2147483648", "123456789012", "-2", "100"});
    }

    std::string table() {
        static const std::vector<std::vector<std::string>> headings = {
            {"measure", "area", "period", "numerator", "denominator", "target"},
            {"measure", "area", "period", "value"},
            {"period", "measure", "value", "area", "note"},
            {"measure", "period", "numerator", "denominator", "value", "flags", "known_at"},
        };
        const std::vector<std::string>& columns = headings[random_() % headings.size()];
        const unsigned oddity = random_() % 3 == 0 ? 1'000'000 : 5 + random_() % 60;
        std::string text = chance(10) ? "\xEF\xBB\xBF" : "";
        for (const std::string& column : columns) text += (column == columns.front() ? "" : ",") + column;
        const std::string end = one_of({"\n", "\n", "\r\n", "\r"});
        text += end;
        for (std::size_t rows = random_() % 60; rows > 0; --rows) {
            for (const std::string& column : columns)
                text += (column == columns.front() ? "" : ",") + cell(column, chance(oddity));
            if (chance(oddity)) text += one_of({",", ",,", ",more", "\n", "\r"});
            text += chance(oddity) ? "\r\n" : end;
        }
        if (chance(4)) text.resize(text.size() - text.size() / 50); // ends somewhere
        return text;
    }
};

TEST_F(ReturnReading, SaysTheSameInPieces) {
    std::size_t cells = 0, complaints = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string text = table();
        const Read expected = read(text, 0);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{100}, std::size_t{1'000'000}}) {
            const Read found = read(text, piece);
            ASSERT_EQ(found.complaints, expected.complaints) << round << "\n" << text;
            ASSERT_TRUE(found.returns == expected.returns) << round << "\n" << text;
            ASSERT_TRUE(found == expected) << round << "\n" << text;
        }
        for (const Return& one : expected.returns) cells += one.observations.size();
        complaints += expected.complaints.empty() ? 0 : 1;
    }
    EXPECT_GT(cells, 2'000U);
    EXPECT_GT(complaints, 60U);
}

TEST_F(ReturnReading, ReadsPlainRows) {
    const Read found = read("measure,area,period,numerator,denominator,target\n"
                            "M1,E07000001,2012-13Q1,1,2,37.57\n"
                            "M1,E1,2012-13Q1,3,4,37.5\n"
                            "M2,E07000001,2012-13Q1,5,4,40\n"
                            "M1,E07000001,2012-13Q2,5,0,40\n"
                            "M1,E07000001,2012-13Q1,5,6,\n",
                            40);
    ASSERT_EQ(found.returns.size(), 1U);
    EXPECT_EQ(found.left_out, 3U);
    EXPECT_EQ(found.excused, 3U);
    const Observations& cells = found.returns[0].observations;
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells.at(0).target, Decimal::parse("37.57"));
    EXPECT_EQ(cells.at(1).area, AreaCode());
    EXPECT_EQ(cells.at(1).numerator, Decimal(3));
    for (const char* row : {"row 4", "row 5", "row 6"})
        EXPECT_NE(found.complaints.find(row), std::string::npos) << found.complaints;
}

} // namespace
} // namespace qd
