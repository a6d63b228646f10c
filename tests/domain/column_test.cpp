#include "domain/column.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

using Numbers = std::vector<std::optional<Decimal>>;

NumberColumn column_of(const Numbers& numbers) {
    NumberColumn column;
    for (const auto& number : numbers) column.add(number);
    return column;
}

// Of one scale, so that it decides how the column is stored.
Numbers some_numbers(std::mt19937& random) {
    static constexpr std::int64_t scales[] = {1, 10, 10'000, 1'000'000, 100'000'000, 1'000'000'000'000};
    Numbers numbers;
    const std::int64_t scale = scales[random() % 6], other = random() % 3 == 0 ? scales[random() % 6] : scale;
    for (std::size_t i = 0, rows = random() % 40; i < rows; ++i) {
        if (random() % 4 == 0)
            numbers.emplace_back();
        else
            numbers.emplace_back(Decimal::from_millionths((static_cast<std::int64_t>(random() % 4001) - 2000) *
                                                          (random() % 8 == 0 ? other : scale)));
    }
    return numbers;
}

TEST(NumberColumn, GivesEveryNumberBack) {
    std::mt19937 random(11);
    for (int round = 0; round < 2'000; ++round) {
        const Numbers numbers = some_numbers(random);
        const NumberColumn column = column_of(numbers);
        ASSERT_EQ(column.size(), numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(column[i], numbers[i]) << round << " " << i;
        ASSERT_TRUE(column.narrow().empty() || column.wide().empty());
    }
}

TEST(NumberColumn, IsStoredTheSameWayHoweverItCame) {
    std::mt19937 random(13);
    for (int round = 0; round < 2'000; ++round) {
        const NumberColumn column = column_of(some_numbers(random));
        if (!column.wide().empty()) continue;
        std::vector<std::int32_t> finer(column.narrow().begin(), column.narrow().end());
        if (column.is_empty()) finer.assign(column.size(), NumberColumn::narrow_absent);
        const bool can_be_finer = column.step() > 1 && std::ranges::all_of(finer, [](std::int32_t row) {
                                      return row == NumberColumn::narrow_absent || std::abs(row) < INT32_MAX / 10;
                                  });
        if (can_be_finer)
            for (std::int32_t& row : finer)
                if (row != NumberColumn::narrow_absent) row *= 10;
        const std::int64_t step = can_be_finer ? column.step() / 10 : column.step();
        ASSERT_TRUE(NumberColumn::of_steps(finer, step) == column) << round;
    }
}

TEST(NumberColumn, TakesTheRoomThatItNeeds) {
    NumberColumn column;
    column.add({});
    EXPECT_TRUE(column.is_empty());
    column.add(Decimal{INT32_MAX});
    EXPECT_EQ(column.step(), Decimal::scale);
    EXPECT_EQ(column.narrow().size(), 2U);
    column.add(Decimal::from_millionths(500'000)); // two thousand million tenths are too many
    EXPECT_EQ(column.wide().size(), 3U);
    EXPECT_EQ(column[0], std::nullopt);
    EXPECT_EQ(column[1], Decimal{INT32_MAX});

    const NumberColumn hundredths = column_of({*Decimal::parse("37.57"), Decimal{40}, *Decimal::parse("-0.5")});
    EXPECT_EQ(hundredths.step(), 10'000);
    EXPECT_EQ(hundredths.narrow()[2], -50);
    EXPECT_EQ(column_of({Decimal{0}, Decimal{0}}).step(), Decimal::scale);
    EXPECT_THROW(column.add(Decimal::from_millionths(INT64_MIN)), Error);
}

TEST(IndexColumn, WidensWhereItMust) {
    IndexColumn column, same;
    for (const std::uint32_t place : {7U, 65'535U}) column.add(place);
    EXPECT_EQ(column.visit([](auto rows) { return sizeof rows[0]; }), 2U);
    column.add(65'536);
    EXPECT_EQ(column.visit([](auto rows) { return sizeof rows[0]; }), 4U);
    column.add(1);
    ASSERT_EQ(column.size(), 4U);
    EXPECT_EQ(column[0], 7U);
    EXPECT_EQ(column[1], 65'535U);
    EXPECT_EQ(column[2], 65'536U);
    EXPECT_EQ(column[3], 1U);
    EXPECT_FALSE(column == same);
}

TEST(ByteColumn, TakesNoRoomForNothing) {
    ByteColumn column;
    column.add_zeros(2);
    column.add(0);
    EXPECT_TRUE(column.is_empty());
    column.add(9);
    column.add(0);
    ASSERT_EQ(column.rows().size(), 5U);
    EXPECT_EQ(column[2], 0);
    EXPECT_EQ(column[3], 9);
    EXPECT_EQ(column[4], 0);
}

} // namespace
} // namespace qd
