#pragma once

#include "base/date.hpp"
#include "base/wide.hpp"
#include "domain/measure.hpp"
#include "domain/period.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace qd::inline engine {

// So many numbers, not yet set: a block writes every cell itself, and there are millions.
template <class T> class GridColumn {
public:
    GridColumn() = default;
    explicit GridColumn(std::size_t size) : cells_(std::make_unique_for_overwrite<T[]>(size)), size_(size) {}
    GridColumn(const GridColumn& other) : GridColumn(other.size_) {
        std::copy_n(other.cells_.get(), size_, cells_.get());
    }
    GridColumn(GridColumn&&) noexcept = default;
    GridColumn& operator=(GridColumn other) noexcept {
        std::swap(cells_, other.cells_);
        std::swap(size_, other.size_);
        return *this;
    }

    T* data() { return cells_.get(); }
    const T* data() const { return cells_.get(); }
    T& operator[](std::size_t cell) { return cells_[cell]; }
    const T& operator[](std::size_t cell) const { return cells_[cell]; }
    std::size_t size() const { return size_; }

private:
    std::unique_ptr<T[]> cells_;
    std::size_t size_ = 0;
};

// The computed status of a cell; none if it has no figure or nothing to judge it by.
enum class Rating : std::uint8_t { none, red, amber, green };

// What is known of a cell before its figure is computed: one of the kinds, and where it comes from.
using CellState = std::uint8_t;
namespace cell_state {
constexpr CellState missing = 0, number = 1, nothing_to_divide_by = 2, no_part = 3, kinds = 3;
constexpr CellState handed_in = 4; // somebody said so for this very area and period
constexpr CellState rolled_up = 8; // it follows from the areas below
constexpr CellState kind_of(CellState state) { return state & kinds; }
} // namespace cell_state

// Numerators and denominators as multiples of the block's unit, 0 of 0 if there is no figure. `Int` is the
// narrowest integer that fits every sum of them; `Wide` every product that a judgement needs.
template <class IntType, class WideType> struct GridParts {
    using Int = IntType;
    using Wide = WideType;
    GridColumn<Int> numerators, denominators;                 // the period's own
    GridColumn<Int> year_numerators, year_denominators;       // from the year's first day to the period's end
    GridColumn<Int> rolling_numerators, rolling_denominators; // over the twelve months that end with it
    GridColumn<Int> targets;                                  // as handed in, in target units, or no_target
    GridColumn<Wide> target_weights; // Σ target × denominator of the areas below; by whole, then period
    static constexpr Int no_target = std::numeric_limits<Int>::min();
    static constexpr Wide no_weight = -(Wide{1} << (8 * sizeof(Wide) - 2)); // no sum comes near
};
using NarrowParts = GridParts<std::int32_t, std::int64_t>;
using WideParts = GridParts<std::int64_t, qd::Wide>;

// How the cells of a measure are to be judged: the part of its definition and of the council's rules that a block needs.
struct GridRule {
    enum class Figure : std::uint8_t { own, year_to_date, rolling_year };
    Figure figure = Figure::own; // which of its figures is shown, judged and ranked
    bool higher_is_better = true, has_amber = true, rolls_up = true, rolls_targets_up = false;
    MissingParts missing = MissingParts::withhold;
    std::int64_t per = 1;
    // Tolerance: margin_parts ÷ margin_of of the target's size where it is relative; else that much in the measure's own unit.
    bool margin_is_relative = true;
    std::int64_t margin_parts = 0, margin_of = 1;
};

// Period p of a block, laid on days once.
struct GridPeriod {
    Date first, last;
    bool starts_year = false; // of the reporting year
    bool is_active = true;    // the measure has something to say of it
};

// One measure over all areas and over the periods for which something was handed in: as handed in, rolled up, over time, judged,
// ranked. Cell (area, period) is at area × periods + period in every column.
struct GridBlock {
    MeasureCode measure;
    GridRule rule;
    Grain grain = Grain::quarter;
    int first = 0; // ordinal of the first period
    std::vector<GridPeriod> periods;
    std::vector<Date>
        missing_start; // last days of the periods of the first year that come before the first one, and could have
                       // had figures
    std::size_t areas = 0;
    std::int64_t unit = 1, target_unit = 1; // millionths a step
    double room = 0, target_room = 0;       // millionths that may still be handed in before the columns get too narrow

    GridColumn<CellState> states;
    std::variant<NarrowParts, WideParts> parts;
    GridColumn<double> rates; // of the figure that is shown; only where has_figure()
    GridColumn<Rating> ratings;
    GridColumn<std::uint16_t> ranks;        // among the areas of its kind, 1 = best, ties share the best; 0 = none
    GridColumn<std::uint8_t> quarters;      // which quarter of its peers it is in, 1 = best; 0 = none
    std::vector<std::uint32_t> whole_slots; // by area: its row in target_weights, or no_slot
    static constexpr std::uint32_t no_slot = UINT32_MAX;

    std::size_t cell(std::size_t area, std::size_t period) const { return area * periods.size() + period; }
};

// The place of a period on the axis of its grain, and back: quarters of the calendar are adjacent.
int ordinal_of(Period period); // not for spans and school years
Period period_at(Grain grain, int ordinal);
constexpr std::size_t periods_a_year(Grain grain) {
    switch (grain) {
    case Grain::month: return 12;
    case Grain::quarter: return 4;
    case Grain::half: return 2;
    default: return 1;
    }
}

// Σ target × denominator over what the shown figures of one area are made of, by period: over the period, over the year so far, or
// over the twelve months. Parts::no_weight where one of its periods has a figure and no target.
template <class Parts>
void weights_of_shown_targets(const GridBlock& block, const Parts& parts, std::size_t area,
                              std::vector<typename Parts::Wide>& weights);

// From the cells that were handed in to all else.
class GridAreas;
void compute(GridBlock& block, const GridAreas& areas);

} // namespace qd::inline engine
