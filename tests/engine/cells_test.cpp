#include "engine/cells.hpp"

#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

class CellsTest : public testing::Test {
protected:
    Decimal read(std::string_view of, std::string_view as_at) const {
        const Cells cells = Ledger(content_, moment(as_at)).cells(MeasureCode("M1"), {county});
        const CellPlace* place = cells.find(county, stretch_of(content_.settings.calendar, period(of)));
        return content_.returns.at(place->return_index).observations.at(place->row).value.value();
    }

    Content content_ = council();
};

TEST_F(CellsTest, AreReadAsKnownAtATime) {
    hand_in(content_, "M1", {value("2012-13Q1", "10"), value("2012-13Q2", "20")}, "2012-10-20");
    hand_in(content_, "M1", {value("2012-13Q1", "11")}, "2013-01-20");
    EXPECT_EQ(read("2012-13Q1", "2013-01-19"), Decimal(10));
    EXPECT_EQ(read("2012-13Q1", "2013-01-20"), Decimal(11));
    EXPECT_EQ(read("2012-13Q2", "2013-01-20"), Decimal(20));
}

TEST_F(CellsTest, GiveTheLaterOfTheLedgerWhenBothWereKnownTogether) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")}, "2012-10-20");
    hand_in(content_, "M1", {value("2012-13Q1", "11")}, "2012-10-20");
    EXPECT_EQ(read("2012-13Q1", "2013-01-01"), Decimal(11));
}

TEST_F(CellsTest, GiveTheNewestHoweverTheLedgerIsOrdered) {
    hand_in(content_, "M1", {value("2012-13Q1", "12")}, "2013-01-20");
    hand_in(content_, "M1", {value("2012-13Q1", "10")}, "2012-10-20");
    hand_in(content_, "M1", {value("2012-13Q1", "9")}); // always known
    EXPECT_EQ(read("2012-13Q1", "2013-02-01"), Decimal(12));
    EXPECT_EQ(read("2012-13Q1", "2012-12-01"), Decimal(10));
    EXPECT_EQ(read("2012-13Q1", "2012-01-01"), Decimal(9));
}

TEST_F(CellsTest, CountOnlyWhatWasSignedOff) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    for (const ReturnState state : {ReturnState::draft, ReturnState::submitted, ReturnState::returned}) {
        hand_in(content_, "M1", {value("2012-13Q1", "99")});
        content_.returns.back().state = state;
    }
    EXPECT_EQ(read("2012-13Q1", "2013-01-01"), Decimal(10));
    hand_in(content_, "M1", {value("2012-13Q1", "12")});
    content_.returns.back().state = ReturnState::certified;
    EXPECT_EQ(read("2012-13Q1", "2013-01-01"), Decimal(12));
}

TEST_F(CellsTest, AreTheSameHoweverTheirDaysAreWritten) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    hand_in(content_, "M1", {value("2012-04-01/2012-06-30", "11")});
    EXPECT_EQ(read("2012-13Q1", "2013-01-01"), Decimal(11));
}

TEST_F(CellsTest, TakeAnEmptyAreaForTheCouncilsOwn) {
    Observation unnamed = value("2012-13Q1", "10");
    unnamed.area = {};
    hand_in(content_, "M1", {unnamed});
    EXPECT_EQ(read("2012-13Q1", "2013-01-01"), Decimal(10));
}

TEST_F(CellsTest, KeepTheirHistory) {
    hand_in(content_, "M1", {value("2012-13Q1", "12")}, "2013-01-20");
    hand_in(content_, "M1", {value("2012-13Q2", "5")}, "2012-11-20");
    hand_in(content_, "M2", {value("2012-13Q1", "5")}, "2012-11-20");
    hand_in(content_, "M1", {value("2012-13Q1", "10")}, "2012-10-20");
    const auto history = [&](std::string_view as_at) {
        return Ledger(content_, moment(as_at)).history(MeasureCode("M1"), county, period("2012-13Q1"));
    };
    EXPECT_EQ(history("2013-02-01"), (std::vector<std::size_t>{3, 0}));
    EXPECT_EQ(history("2012-12-01"), (std::vector<std::size_t>{3}));
}

} // namespace
} // namespace qd
