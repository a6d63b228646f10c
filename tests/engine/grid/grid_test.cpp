#include "engine/grid/grid.hpp"

#include "engine/grid/areas.hpp"
#include "engine/grid/outline.hpp"
#include "engine/plain_council.hpp"
#include "engine/reading.hpp"
#include "engine/scorecard.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using test::PlainCouncil;

const Instant much_later = Instant::parse("2030-01-01T00:00:00Z").value();

Status status_of(Rating rating) {
    switch (rating) {
    case Rating::green: return Status::green;
    case Rating::amber: return Status::amber;
    case Rating::red: return Status::red;
    case Rating::none: break;
    }
    return Status::not_rated;
}

// The shown figure of a cell, as parts in millionths.
std::optional<std::pair<std::int64_t, std::int64_t>> shown(const GridBlock& block, std::size_t cell) {
    return std::visit(
        [&](const auto& parts) -> std::optional<std::pair<std::int64_t, std::int64_t>> {
            const auto [numerators, denominators] =
                block.rule.figure == GridRule::Figure::own
                    ? std::pair(parts.numerators.data(), parts.denominators.data())
                : block.rule.figure == GridRule::Figure::year_to_date
                    ? std::pair(parts.year_numerators.data(), parts.year_denominators.data())
                    : std::pair(parts.rolling_numerators.data(), parts.rolling_denominators.data());
            if (denominators[cell] == 0) return {};
            return std::pair(numerators[cell] * block.unit, denominators[cell] * block.unit);
        },
        block.parts);
}

void expect_as_the_scorecard(const GridBlock& block, std::size_t cell, const Figure& figure, const std::string& place) {
    const auto parts = shown(block, cell);
    ASSERT_EQ(parts.has_value(), figure.actual.has_value()) << place;
    if (!parts) return;
    EXPECT_EQ(parts->first, figure.numerator->millionths()) << place;
    EXPECT_EQ(parts->second, figure.denominator->millionths()) << place;
    EXPECT_EQ(status_of(block.ratings[cell]), figure.computed.status) << place;
}

// How many cells of the grid were compared with the scorecards of an area.
std::size_t compare_area(const Content& content, const Grid& grid, std::uint32_t place, const std::string& seed) {
    const GridBlock* first = nullptr;
    for (std::size_t m = 0; m < content.measures.size() && !first; ++m) first = grid.block(m);
    std::size_t compared = 0;
    for (int ordinal = first ? first->first - 2 : 0; first && ordinal < first->first + 30; ++ordinal) {
        const Period reporting = period_at(first->grain, ordinal);
        const Scorecard scorecard = compute_scorecard(content, reporting, content.areas[place].code, much_later);
        for (std::size_t m = 0; m < content.measures.size(); ++m) {
            const GridBlock* block = grid.block(m);
            const auto figure = std::ranges::find(scorecard.figures, content.measures[m].code, &Figure::measure);
            if (!block || figure == scorecard.figures.end()) continue; // not plain, or not active then
            const int period = ordinal - block->first;
            if (period < 0 || period >= static_cast<int>(block->periods.size())) continue;
            expect_as_the_scorecard(*block, block->cell(place, static_cast<std::size_t>(period)), *figure,
                                    seed + " " + block->measure.text() + " " + print(reporting) + " " +
                                        figure->area.text());
            ++compared;
        }
    }
    return compared;
}

TEST(Grid, GivesTheFiguresAndStatusesOfTheScorecard) {
    std::size_t compared = 0;
    for (unsigned seed = 0; seed < 20 && !testing::Test::HasFailure(); ++seed) {
        const Content content = PlainCouncil(seed).make();
        const Grid grid(content, much_later);
        for (std::uint32_t place = 0; place < content.areas.size(); ++place)
            compared += compare_area(content, grid, place, "seed " + std::to_string(seed));
    }
    EXPECT_GT(compared, 5'000u);
}

TEST(Grid, GivesTheSignalsOfTheScorecard) {
    Content empty;
    std::size_t drawn = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Content content = PlainCouncil(seed).make();
        const Grid grid(content, much_later), nothing(empty, much_later);
        for (const Area& place : content.areas) {
            const Scorecard card = compute_scorecard(content, Period::quarter(2014, 1), place.code, much_later);
            const std::vector<Signal> signals = compute_signals(content, card, grid);
            EXPECT_EQ(signals, compute_signals(content, card, nothing)) << seed << " " << place.code;
            drawn += static_cast<std::size_t>(
                std::ranges::count_if(signals, [](const Signal& signal) { return signal != Signal{}; }));
        }
    }
    EXPECT_GT(drawn, 100u);
}

// The values of a series that a small chart shows, with those that step from period to period.
using Course = std::vector<std::tuple<Period, std::optional<Decimal>, std::optional<Decimal>>>;
Course course(const Series& series, const Measure& measure) {
    const auto value = [](const Cell& cell) { return cell.has_value() ? std::optional(cell.value()) : std::nullopt; };
    Course points;
    for (const Figure& point : series.points) {
        const bool is_own = !is_built_up(measure) || point.stretch == StretchKind::own;
        if (point.actual.has_value())
            points.emplace_back(point.period, value(point.actual), value(is_own ? point.actual : point.in_period));
    }
    return points;
}

TEST(Grid, OutlinesAreTheSeriesDrawnSmall) {
    std::size_t values = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Content content = PlainCouncil(seed).make();
        content.measures.push_back(content.measures.front()); // one that is not plain
        content.measures.back().code = MeasureCode("S");
        content.measures.back().roll_up = RollUp::sum;
        Return sums = content.returns.front();
        sums.measure = MeasureCode("S");
        content.returns.push_back(sums);
        const Grid grid(content, much_later);
        for (const char* area : {"N", "C1", "D3", "W1"}) {
            const auto series = compute_all_series(content, AreaCode(area), much_later);
            const auto courses = compute_courses(content, grid, AreaCode(area), much_later);
            ASSERT_EQ(courses.size(), series.size());
            for (std::size_t i = 0; i < series.size(); ++i) {
                const Measure& measure = content.measures[i];
                EXPECT_EQ(courses[i]->measure, series[i].measure);
                EXPECT_EQ(courses[i]->area, series[i].area);
                EXPECT_EQ(courses[i]->is_outline, grid.block(i) != nullptr);
                EXPECT_EQ(course(*courses[i], measure), course(series[i], measure)) << seed << " " << area << " " << i;
                values += course(*courses[i], measure).size();
            }
        }
    }
    EXPECT_GT(values, 2000u);
}

void expect_same(const Grid& once, const Grid& step_by_step, const Content& all) {
    for (std::size_t m = 0; m < all.measures.size(); ++m) {
        const GridBlock *a = once.block(m), *b = step_by_step.block(m);
        ASSERT_EQ(a == nullptr, b == nullptr);
        if (!a) continue;
        ASSERT_EQ(a->first, b->first);
        ASSERT_EQ(a->periods.size(), b->periods.size());
        for (std::size_t cell = 0; cell < a->states.size(); ++cell) {
            ASSERT_EQ(shown(*a, cell), shown(*b, cell));
            ASSERT_EQ(a->ratings[cell], b->ratings[cell]);
            ASSERT_EQ(a->ranks[cell], b->ranks[cell]);
        }
        for (std::uint32_t place = 0; place < all.areas.size(); ++place)
            for (std::size_t period = 0; period < a->periods.size(); ++period) {
                const Period at = period_at(a->grain, a->first + static_cast<int>(period));
                ASSERT_EQ(once.counts(place, at), step_by_step.counts(place, at));
            }
    }
}

TEST(Grid, AfterOneMoreReturnIsTheGridOfAllReturns) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const Content all = PlainCouncil(seed).make();
        Content before = all;
        before.returns.pop_back();
        expect_same(Grid(all, much_later), Grid(before, much_later).with_last_return(all), all);
    }
}

TEST(Grid, WithReturnsOfSomeMeasuresIsTheGridOfAllReturns) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const Content all = PlainCouncil(seed).make();
        const MeasureCode first = all.measures.front().code, last = all.measures.back().code;
        Content before = all; // nothing was handed in for the first one, and one return less for the last
        before.returns.pop_back();
        std::erase_if(before.returns, [&](const Return& each) { return each.measure == first; });
        const Grid then(before, much_later), now = then.with_returns_of({first, last}, all);
        expect_same(Grid(all, much_later), now, all);
        EXPECT_EQ(now.block(1), then.block(1)) << "a block that stays is shared";
        expect_same(then, now.with_returns_of({first, last}, before), before);
    }
}

} // namespace
} // namespace qd
