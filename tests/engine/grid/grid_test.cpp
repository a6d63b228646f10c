#include "engine/grid/grid.hpp"

#include "engine/grid/areas.hpp"
#include "engine/grid/outline.hpp"
#include "engine/reading.hpp"
#include "engine/scorecard.hpp"

#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant much_later = Instant::parse("2030-01-01T00:00:00Z").value();

Area area(const std::string& code, AreaKind kind, const std::string& parent) {
    return {AreaCode(code), code, kind, AreaCode(parent), {}, {}};
}

// Councils of plain measures, everything else left to chance: gaps, restatements, figures handed in for a county, dated districts.
class PlainCouncil {
public:
    explicit PlainCouncil(unsigned seed) : random_(seed) {}

    Content make() {
        Content content;
        content.settings.area = AreaCode("N");
        content.settings.calendar = Calendar(one_of({1, 4}));
        content.areas = {area("N", AreaKind::nation, ""), area("C1", AreaKind::county, "N"),
                         area("C2", AreaKind::county, "N")};
        for (int i = 0; i < 7; ++i)
            content.areas.push_back(area("D" + std::to_string(i), AreaKind::district, i < 4 ? "C1" : "C2"));
        content.areas.push_back(area("W1", AreaKind::ward, "C2")); // another way to divide a county
        if (maybe()) content.areas[5].valid_to = Date::parse("2013-09-30");
        if (maybe()) content.areas[6].valid_from = Date::parse("2013-04-01");
        if (maybe()) follow(content);
        const Grain grain = one_of({Grain::month, Grain::quarter, Grain::half, Grain::year});
        for (int i = 0; i < 4; ++i) add_measure(content, "M" + std::to_string(i), grain);
        if (maybe())
            content.tolerances.push_back({maybe() ? MeasureCode("M0") : MeasureCode(),
                                          maybe() ? std::optional(*Date::parse("2012-10-01")) : std::nullopt,
                                          *Tolerance::parse("10%"),
                                          maybe() ? std::optional(*Date::parse("2012-09-01")) : std::nullopt, ""});
        if (maybe()) content.measures[1].judged = one_of({Judged::period, Judged::year_end, Judged::latest});
        return content;
    }

private:
    // One or two districts of the first county gave way to a third.
    void follow(Content& content) {
        const int before = one_of({1, 2});
        for (int i = 0; i < before; ++i) {
            content.areas[static_cast<std::size_t>(3 + i)].valid_to = Date::parse("2013-03-31");
            content.areas[6].follows.push_back(content.areas[static_cast<std::size_t>(3 + i)].code);
        }
        content.areas[6].valid_from = Date::parse("2013-04-01");
    }

    int below(int most) { return std::uniform_int_distribution(0, most - 1)(random_); }
    bool maybe() { return below(2) == 0; }
    template <class T> T one_of(std::initializer_list<T> items) {
        return items.begin()[below(static_cast<int>(items.size()))];
    }

    void add_measure(Content& content, const std::string& code, Grain grain) {
        Measure measure;
        measure.code = MeasureCode(code);
        measure.quantity = one_of({Quantity::percent, Quantity::rate});
        measure.per = measure.quantity == Quantity::percent ? 100 : 1'000;
        measure.polarity = one_of({Polarity::higher, Polarity::lower});
        measure.grain = grain;
        measure.roll_up = one_of({RollUp::last, RollUp::ratio, RollUp::rolling});
        measure.area_roll_up = one_of({AreaRollUp::parts, AreaRollUp::parts, AreaRollUp::by_hand});
        measure.missing = one_of({MissingParts::withhold, MissingParts::leave_out});
        measure.target_roll_up = one_of({TargetRollUp::none, TargetRollUp::denominators});
        measure.tolerance = *Tolerance::parse(one_of<std::string>({"5%", "2.5%", "2 points", "none"}));
        if (below(4) == 0) measure.active_from = Date::parse("2012-07-01");
        measure.definitions.emplace_back();
        content.measures.push_back(measure);
        for (int i = one_of({1, 2, 3}); i > 0; --i) add_return(content, measure);
    }

    void add_return(Content& content, const Measure& measure) {
        Return handed_in;
        handed_in.measure = measure.code;
        if (maybe()) handed_in.known_at = Instant::parse("2015-01-01T00:00:00Z");
        if (below(5) == 0) handed_in.known_at = Instant::parse("2031-01-01T00:00:00Z"); // not yet
        const int positions = measure.grain == Grain::month     ? 12
                              : measure.grain == Grain::quarter ? 4
                              : measure.grain == Grain::half    ? 2
                                                                : 1;
        const int start = 2012 * positions + below(3), length = positions * 2 + 1 + below(3);
        for (const Area& place : content.areas) {
            if (place.kind != AreaKind::district && below(8) != 0) continue; // handed in for the whole, here and there
            for (int i = start; i < start + length; ++i)
                if (below(12) != 0) handed_in.observations.add(observation(place, period_at(measure.grain, i)));
        }
        content.returns.push_back(handed_in);
    }

    Observation observation(const Area& place, Period period) {
        Observation cell;
        cell.area = place.code;
        cell.period = period;
        if (maybe())
            cell.target =
                Decimal::from_millionths(one_of<std::int64_t>({50'000'000, 52'500'000, 49'990'000, 500'000'000}));
        if (below(15) == 0) {
            cell.gap = one_of({GapReason::not_available, GapReason::not_applicable, GapReason::nothing_to_divide_by});
            return cell;
        }
        cell.denominator = Decimal(1 + below(40));
        cell.numerator = Decimal(below(41));
        return cell;
    }

    std::mt19937 random_;
};

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

// The values of a series that a small chart shows.
std::vector<std::pair<Period, std::optional<Decimal>>> course(const Series& series) {
    std::vector<std::pair<Period, std::optional<Decimal>>> points;
    for (const Figure& point : series.points)
        points.emplace_back(point.period,
                            point.actual.has_value() ? std::optional(point.actual.value()) : std::nullopt);
    const auto empty = [](const auto& point) { return !point.second; };
    std::erase_if(points, empty);
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
            const auto outlines = compute_outlines(content, grid, AreaCode(area), much_later);
            ASSERT_EQ(outlines.size(), series.size());
            for (std::size_t i = 0; i < series.size(); ++i) {
                EXPECT_EQ(outlines[i].measure, series[i].measure);
                EXPECT_EQ(outlines[i].area, series[i].area);
                EXPECT_EQ(course(outlines[i]), course(series[i])) << seed << " " << area << " " << i;
                values += course(outlines[i]).size();
            }
        }
    }
    EXPECT_GT(values, 2000u);
}

TEST(Grid, AfterOneMoreReturnIsTheGridOfAllReturns) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Content all = PlainCouncil(seed).make();
        Content before = all;
        before.returns.pop_back();
        const Grid once(all, much_later), step_by_step = Grid(before, much_later).with_last_return(all);
        for (std::size_t m = 0; m < all.measures.size(); ++m) {
            const GridBlock *a = once.block(m), *b = step_by_step.block(m);
            ASSERT_EQ(a == nullptr, b == nullptr) << seed;
            if (!a) continue;
            ASSERT_EQ(a->first, b->first);
            ASSERT_EQ(a->periods.size(), b->periods.size());
            for (std::size_t cell = 0; cell < a->states.size(); ++cell) {
                ASSERT_EQ(shown(*a, cell), shown(*b, cell)) << seed;
                ASSERT_EQ(a->ratings[cell], b->ratings[cell]) << seed;
                ASSERT_EQ(a->ranks[cell], b->ranks[cell]) << seed;
            }
        }
        for (std::size_t m = 0; m < all.measures.size(); ++m) {
            const GridBlock* a = once.block(m);
            if (!a) continue;
            for (std::uint32_t place = 0; place < all.areas.size(); ++place)
                for (std::size_t period = 0; period < a->periods.size(); ++period) {
                    const Period at = period_at(a->grain, a->first + static_cast<int>(period));
                    ASSERT_EQ(once.counts(place, at), step_by_step.counts(place, at)) << seed;
                }
        }
    }
}

} // namespace
} // namespace qd
