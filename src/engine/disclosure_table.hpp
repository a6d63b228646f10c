#pragma once

#include "engine/sheet.hpp"
#include "statistics/suppression.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace qd::inline engine {

// A number as a count, which is whole; none: it cannot reveal single people.
std::optional<std::int64_t> count_in(const std::optional<Decimal>& number);

// Whether a longer stretch is the sum of the shorter ones in it.
bool adds_up_over_time(const Measure& measure);

// One figure that is published, by the position of its measure in the family.
struct PublishedCell {
    std::size_t measure = 0;
    AreaCode area;
    Stretch stretch;
    friend auto operator<=>(const PublishedCell&, const PublishedCell&) = default;
};

// All that is published of a measure and its breakdowns, as the tables that statistics protects: their numerators (or counts),
// and their denominators, with every line by which one figure follows from others: areas within areas, breakdowns of a whole,
// periods within a year to date, and what a period adds to a year to date that is handed in as such. If parts of a line are
// missing, the others represent the whole; one that does not add up is not used.
class DisclosureTable {
public:
    // The first of the family is the whole; the others are its breakdowns.
    DisclosureTable(const Known& known, const std::vector<const Measure*>& family);

    // The cells that are not published; `given_away` are those that must not be for another reason.
    std::vector<PublishedCell> hidden(const SuppressionRule& rule, const std::vector<PublishedCell>& given_away) const;
    // Those of the same measure and area in the stretch of a cell.
    std::vector<PublishedCell> within(const PublishedCell& cell) const;
    // Only those that are small themselves: enough where all counts are rounded.
    std::vector<PublishedCell> small(const SuppressionRule& rule) const;

private:
    enum class Side { numerator, denominator };

    void add_measure(const Known& known, const Measure& measure, std::size_t number);
    void add_periods(const Sheet& sheet, std::size_t number, const AreaCode& area);
    void add_cell(std::size_t number, const AreaCode& area, const Stretch& stretch, const Amount& amount);
    void add_line(const PublishedCell& total, const std::vector<PublishedCell>& parts);
    void add_difference(const Sheet& sheet, std::size_t number, const AreaCode& area, const Stretch& to_date);
    void add_area_lines(const Known& known);
    void add_breakdown_lines(std::size_t measures);
    std::vector<PublishedCell> cells_where(const Hidden& hidden) const;
    CountTable table_of(Side side, std::vector<std::size_t>& places) const;

    struct Counts {
        std::optional<std::int64_t> numerator, denominator;
    };
    std::vector<bool> measure_is_count_; // so that a value without parts is a count
    std::map<PublishedCell, std::size_t> places_;
    std::vector<Counts> counts_;
    std::vector<TotalLine> lines_;
};

} // namespace qd::inline engine
