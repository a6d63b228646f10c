#include "statistics/ranking.hpp"

#include "statistics/known_areas.hpp"
#include "statistics/neighbours.hpp"

#include <gmock/gmock.h>

namespace qd {
namespace {

using test::none;
using testing::ElementsAre;
using Column = std::vector<std::optional<double>>;

TEST(Ranking, AgreesWithScotland) {
    for (const test::CouncilRanks& table : test::council_ranks) {
        Column column;
        for (const auto& council : table.councils) column.push_back(council.share);
        const auto found = ranks(column, Good::higher);
        for (std::size_t i = 0; i < column.size(); ++i)
            EXPECT_EQ(found[i].value_or(0), table.councils[i].rank) << table.of << ", council " << i;
    }
    EXPECT_EQ(test::council_ranks.size(), 6u);
}

TEST(Ranking, LeavesOutWhatHasNoFigure) {
    EXPECT_THAT(ranks(Column{3, none, 3, 1}, Good::higher), ElementsAre(1, std::nullopt, 1, 3));
    EXPECT_THAT(ranks(Column{3, none, 3, 1}, Good::lower), ElementsAre(2, std::nullopt, 2, 1));
    EXPECT_THAT(ranks(Column{none}, Good::lower), ElementsAre(std::nullopt));
}

TEST(Ranking, ByDistanceFromTheBestValue) {
    EXPECT_THAT(ranks(distances(Column{0.9, 1.05, 1.02, 0.97}, 1), Good::lower), ElementsAre(4, 3, 1, 2));
    EXPECT_THAT(ranks(distances(Column{0.45, 0.55, none}, 0.5), Good::lower), ElementsAre(1, 1, std::nullopt));
    EXPECT_THAT(ranks(distances(Column{-0.03, 0.02}, 0), Good::lower), ElementsAre(2, 1));
}

TEST(Ranking, PutsTheFirstFiveOfTwentyIntoTheTopQuartile) {
    Column authorities; // 23 were asked, 3 had no figure
    for (int i = 0; i < 23; ++i) authorities.push_back(i % 8 == 7 || i == 22 ? none : std::optional<double>(i));
    const auto found = ranks(authorities, Good::lower);
    std::size_t ranked = 0;
    for (const auto& rank : found) ranked += rank.has_value();
    ASSERT_EQ(ranked, 20u);
    for (std::size_t rank = 1; rank <= 20; ++rank) EXPECT_EQ(part_of_rank(rank, 20, 4) == 1u, rank <= 5) << rank;
    EXPECT_EQ(part_of_rank(20, 20, 4), 4u);
    EXPECT_EQ(part_of_rank(1, 3, 4), std::nullopt);
}

TEST(Quantiles, AgreeWithEngland) {
    std::map<std::size_t, std::vector<std::size_t>> regions;
    for (std::size_t i = 0; i < test::local_authorities.size(); ++i)
        regions[test::local_authorities[i].region].push_back(i);
    ASSERT_EQ(test::local_authorities.size(), 152u);
    for (const auto& [region, places] : regions) {
        Column cancer, life;
        for (const std::size_t place : places) {
            cancer.push_back(test::local_authorities[place].cancer);
            life.push_back(test::local_authorities[place].life);
        }
        const auto of_cancer = quantiles(cancer, Good::lower, 10), of_life = quantiles(life, Good::higher, 10);
        for (std::size_t i = 0; i < places.size(); ++i) {
            EXPECT_EQ(of_cancer[i].value_or(0), test::local_authorities[places[i]].cancer_decile) << places[i];
            EXPECT_EQ(of_life[i].value_or(0), test::local_authorities[places[i]].life_decile) << places[i];
        }
    }
    Column all;
    for (const auto& authority : test::local_authorities) all.push_back(authority.life);
    const auto septiles = quantiles(all, Good::higher, 7);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(septiles[i].value_or(0), test::local_authorities[i].life_septile) << i;
}

TEST(Quantiles, NeedAsManyFiguresAsParts) {
    EXPECT_THAT(quantiles(Column{1, 2, 3, none}, Good::higher, 4), testing::Each(std::nullopt));
    EXPECT_THAT(quantiles(Column{1, 2, 3, 4}, Good::higher, 4), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(quantiles(Column{1, 2, 3, 4}, Good::lower, 4), ElementsAre(4, 3, 2, 1));
}

TEST(Percentiles, AreOfTypeSeven) {
    Column numbers;
    for (int i = 50; i >= 1; --i) numbers.push_back(i);
    EXPECT_EQ(percentile(numbers, 0), 1);
    EXPECT_EQ(percentile(numbers, 0.25), 13.25);
    EXPECT_EQ(percentile(numbers, 0.5), 25.5);
    EXPECT_EQ(percentile(numbers, 0.75), 37.75);
    EXPECT_EQ(percentile(numbers, 1), 50);
    EXPECT_EQ(percentile(Column{none}, 0.5), std::nullopt);
    const auto parts = value_parts(numbers, 4);
    EXPECT_EQ(parts[49], 1u); // the 1
    EXPECT_EQ(parts[50 - 13], 1u);
    EXPECT_EQ(parts[50 - 14], 2u);
    EXPECT_EQ(parts[50 - 38], 4u);
    EXPECT_THAT(value_parts(Column{1, 2, 3, 4}, 5), testing::Each(std::nullopt));
    EXPECT_THAT(value_parts(Column{1, 2, 3, 4, 5}, 5), ElementsAre(1, 2, 3, 4, 5));
}

TEST(Neighbours, AreTheNearestInStandardisedVariables) {
    // the first area, one that differs a little in one variable, one a little in both, one in both a lot
    const std::vector<Column> variables = {{0, 1, 1, 10, 5}, {0, 0, 100, 1000, none}};
    const auto found = nearest_neighbours(variables, 0, 15);
    ASSERT_EQ(found.size(), 3u); // the last lacks a variable
    EXPECT_EQ(found[0].area, 1u);
    EXPECT_EQ(found[1].area, 2u);
    EXPECT_EQ(found[2].area, 3u);
    EXPECT_EQ(found[2].distance, 1); // the farthest
    EXPECT_LT(found[0].distance, found[1].distance);
    EXPECT_EQ(nearest_neighbours(variables, 0, 1).size(), 1u);
    EXPECT_TRUE(nearest_neighbours(variables, 4, 15).empty());
}

TEST(Neighbours, MeasureEachVariableByItsOwnSpread) {
    // both variables say the same on other scales: the distance of the middle one is half that of the far one
    const std::vector<Column> variables = {{0, 1, 2}, {0, 1000, 2000}, {7, 7, 7}};
    const auto found = nearest_neighbours(variables, 0, 15);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_DOUBLE_EQ(found[0].distance, 0.5);
}

} // namespace
} // namespace qd
