#include "domain/observation.hpp"

#include "base/error.hpp"

#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

Observation with_value(int value) {
    Observation row;
    row.area = AreaCode("E10000017");
    row.period = Period::quarter(2012, 3);
    row.value = Decimal{value};
    return row;
}

// Any mixture of what an observation can contain.
Observation any_row(std::mt19937& random) {
    const auto chance = [&](unsigned of) { return random() % of == 0; };
    const auto number = [&] { return Decimal::from_millionths(static_cast<std::int64_t>(random()) - INT32_MAX); };
    Observation row;
    row.area = AreaCode(chance(5) ? "" : "E0700011" + std::to_string(random() % 9));
    row.period = chance(2) ? Period::quarter(2000 + static_cast<int>(random() % 30), 1 + static_cast<int>(random() % 4))
                           : Period::year(2012);
    if (chance(10)) row.reported_in = Period::quarter(2012, 3);
    if (chance(3)) row.numerator = number();
    if (chance(3)) row.denominator = number();
    if (chance(3)) row.value = number();
    if (chance(4)) row.target = number();
    if (!row.numerator && !row.denominator && !row.value) row.gap = static_cast<GapReason>(random() % 6);
    if (chance(10)) row.flags = static_cast<Flags>(random() % 64);
    if (chance(10)) row.published = number();
    if (chance(10)) row.note = "note " + std::to_string(random() % 100);
    return row;
}

TEST(Observations, GiveEveryRowBack) {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        std::vector<Observation> rows;
        Observations columns;
        if (round % 2 == 0) columns.reserve(100);
        for (int i = 0; i < 100; ++i) {
            rows.push_back(any_row(random));
            columns.add(rows.back());
        }
        ASSERT_EQ(columns.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ASSERT_EQ(columns.at(i), rows[i]) << i;
            ASSERT_EQ(columns.area_codes()[columns.areas()[i]], rows[i].area);
            ASSERT_EQ(columns.period(i), rows[i].period);
        }
    }
}

TEST(Observations, AreEqualIfTheirRowsAre) {
    std::mt19937 random(5);
    Observations some, same;
    for (int i = 0; i < 200; ++i) {
        const Observation row = any_row(random);
        some.add(row);
        same.add(row);
    }
    EXPECT_EQ(some, same);
    same.add(with_value(1));
    EXPECT_FALSE(some == same);
    some.add(with_value(1));
    EXPECT_EQ(some, same);
}

TEST(Observations, ShareTheirColumnsUntilOneIsAddedTo) {
    Observations some;
    some.add(with_value(1));
    Observations copy = some;
    EXPECT_EQ(&copy.columns(), &some.columns());
    copy.add(with_value(2));
    EXPECT_EQ(some.size(), 1u);
    EXPECT_EQ(copy.size(), 2u);
    some.add(with_value(3));
    EXPECT_EQ(some.at(1), with_value(3));
    EXPECT_EQ(copy.at(1), with_value(2));
    EXPECT_EQ(copy.columns().area_codes.size(), 1u) << "what is known already is found in the copy too";
    const Observations moved = std::move(copy);
    EXPECT_EQ(moved.size(), 2u);
}

TEST(Observations, DifferInAnyPart) {
    const auto single = [](const Observation& row) {
        Observations columns;
        columns.add(row);
        return columns;
    };
    const Observations plain = single(with_value(1));
    std::vector<Observation> others(10, with_value(1));
    others[0].area = AreaCode("E07000118");
    others[1].period = Period::quarter(2012, 2);
    others[2].reported_in = Period::quarter(2012, 3);
    others[3].numerator = Decimal{1};
    others[4].denominator = Decimal{0};
    others[5].value = Decimal{0};
    others[6].flags = static_cast<Flags>(Flag::provisional);
    others[7].published = Decimal{0};
    others[8].note = "n";
    others[9].target = Decimal{0};
    for (std::size_t i = 0; i < others.size(); ++i) EXPECT_FALSE(single(others[i]) == plain) << i;
    Observation gap = with_value(1), other_gap = with_value(1);
    gap.value = other_gap.value = std::nullopt;
    gap.gap = GapReason::not_due;
    other_gap.gap = GapReason::overdue;
    EXPECT_FALSE(single(gap) == single(other_gap));
}

TEST(Observations, DistinguishZeroFromNothing) {
    Observations columns;
    columns.add(with_value(0));
    Observation gap = with_value(0);
    gap.value.reset();
    gap.gap = GapReason::suppressed;
    columns.add(gap);
    EXPECT_EQ(columns.at(0).value, Decimal{});
    EXPECT_EQ(columns.at(0).gap, std::nullopt);
    EXPECT_EQ(columns.at(1).value, std::nullopt);
    EXPECT_EQ(columns.at(1).gap, GapReason::suppressed);
}

TEST(Observations, RefuseNeitherAndBoth) {
    Observations columns;
    Observation neither = with_value(1), both = with_value(1);
    neither.value.reset();
    both.gap = GapReason::not_due;
    EXPECT_THROW(columns.add(neither), Error);
    EXPECT_THROW(columns.add(both), Error);
    Observation unreadable = with_value(1);
    unreadable.published = Decimal::from_millionths(INT64_MIN);
    EXPECT_THROW(columns.add(unreadable), Error);
    EXPECT_EQ(columns, Observations{}) << "what is refused leaves nothing behind";
}

TEST(Observations, AreMadeOfColumns) {
    std::mt19937 random(7);
    Observations rows;
    for (int i = 0; i < 300; ++i) rows.add(any_row(random));
    Observations same(rows.columns());
    EXPECT_EQ(same, rows);
    const Observation more = any_row(random); // goes on where the columns ended
    rows.add(more);
    same.add(more);
    EXPECT_EQ(same, rows);
}

TEST(Observations, RefuseColumnsThatMakeNoRows) {
    Observations one;
    one.add(with_value(1));
    ObservationColumns shorter = one.columns(), nothing = one.columns(), both = one.columns();
    shorter.targets = {};
    nothing.values = {};
    nothing.values.add_absent(1);
    both.gaps = {};
    both.gaps.add(1);
    EXPECT_THROW(Observations{shorter}, Error);
    EXPECT_THROW(Observations{nothing}, Error);
    EXPECT_THROW(Observations{both}, Error);
}

TEST(Flags, PrintAndParseAreAPair) {
    for (int i = 0; i < 64; ++i) EXPECT_EQ(parse_flags(print(static_cast<Flags>(i))), static_cast<Flags>(i));
    EXPECT_EQ(print(Flags{0}), "");
    EXPECT_EQ(print(Flag::provisional | Flag::estimated), "provisional estimated");
    EXPECT_TRUE(has(Flag::revised | Flag::forecast, Flag::forecast));
    EXPECT_FALSE(has(Flag::revised | Flag::forecast, Flag::estimated));
}

TEST(Flags, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(parse_flags("Estimated, provisional"), Flag::provisional | Flag::estimated);
    EXPECT_EQ(parse_flags("break in series;low-reliability"), Flag::break_in_series | Flag::low_reliability);
    EXPECT_EQ(parse_flags("revised revised"), static_cast<Flags>(Flag::revised));
    EXPECT_EQ(parse_flags("  "), Flags{0});
    EXPECT_FALSE(parse_flags("provisionally"));
    EXPECT_FALSE(parse_flags("provisionalestimated"));
    EXPECT_FALSE(parse_flags("provisional, guessed"));
    EXPECT_FALSE(parse_flags("low"));
}

} // namespace
} // namespace qd
