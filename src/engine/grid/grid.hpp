#pragma once

#include "domain/content/measured.hpp"
#include "engine/grid/block.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {

class GridAreas;

// All plain measures of a council over all areas and periods, computed, judged and ranked at once (see make_block.hpp for what
// is plain, and docs/order-of-calculation.md for how). Immutable; safe to read from many threads.
class Grid {
public:
    // A figure as a list of many shows it. Rates in the measure's unit; absent if there is no figure.
    struct Line {
        std::uint32_t measure = 0; // in Content::measures
        Period period;
        double rate = 0;
        std::optional<double> target, year_to_date, rolling_year, against_last_year; // the last: this − that
        Rating rating = Rating::none;
        std::uint16_t rank = 0; // among areas of its kind
        std::uint8_t quarter = 0;
    };
    struct Counts {
        std::uint32_t green = 0, amber = 0, red = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };

    // From what is known at that time, on all cores.
    Grid(const MeasuredContent& content, Instant as_at);
    // The same after another return, the last of `content`, came in: only its own measure is computed again.
    Grid with_last_return(const MeasuredContent& content) const;
    // The same of another content, in which no more than the returns of these measures are others: their blocks alone are made
    // anew, all others are shared.
    Grid with_returns_of(const std::set<MeasureCode>& measures, const MeasuredContent& content) const;

    const GridAreas& areas() const { return *areas_; }
    // By number in Content::measures; null for a measure that is not plain, or for which nothing was handed in.
    const GridBlock* block(std::size_t measure) const { return blocks_[measure].get(); }
    std::size_t measures() const { return blocks_.size(); }
    // The block of a measure and the number of an area; no block if it has none or the area is not known.
    struct Found {
        const GridBlock* block = nullptr;
        std::uint32_t area = 0;
    };
    Found find(const MeasureCode& measure, const AreaCode& area) const;

    // The figures of an area, measure by measure and oldest first, of measures [first, first + count) and of periods from
    // `since` on; of those measured in the grain of `since`.
    std::vector<Line> lines(std::uint32_t area, std::size_t first, std::size_t count, Period since) const;
    // How many measures have which status in an area and period.
    Counts counts(std::uint32_t area, Period period) const;

private:
    using Block = std::shared_ptr<const GridBlock>;
    // Counts of one grain, by area and period.
    struct Tally {
        int first = 0, last = -1; // ordinals
        std::vector<Counts> cells;
    };
    void replace(std::size_t measure, std::optional<GridBlock> made);
    void tally(const GridBlock& block, std::size_t area, std::uint32_t by);
    void make_tallies();

    std::shared_ptr<const GridAreas> areas_;
    std::unordered_map<MeasureCode, std::uint32_t> numbers_;
    Instant as_at_;
    std::vector<Block> blocks_;
    std::map<Grain, Tally> tallies_;
};

} // namespace qd::inline engine
