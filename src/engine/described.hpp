#pragma once

#include "domain/content/measured.hpp"
#include "engine/stretch.hpp"

#include <set>
#include <span>

namespace qd::inline engine {

// Which stretch a row of a measure describes. If years to date are handed in as such (roll_up = by_hand), most sheets give
// only the period at whose end they are taken: the row of quarter 2 then describes the year to the end of quarter 2. Not so
// if the council writes years to date as spans as well as the periods' own figures, in that year or anywhere.
class Described {
public:
    Described(const MeasuredContent& content, const Measure* measure, std::span<const std::size_t> returns);

    Stretch stretch(Period period) const { return stretch_of(calendar_, described(period)); }
    Period described(Period period) const; // itself, or its year to date

private:
    const Calendar& calendar_;
    std::optional<Grain> to_date_; // the grain whose periods mean years to date; none = they mean themselves
    std::set<Period> by_spans_;    // years whose years to date are written as spans
};

// Whether a row of a measure may be one of those that carry a figure: it is of the same days, or names the year to date that the
// figure describes.
bool may_describe(const Calendar& calendar, const Measure& measure, Period row, Period figure);

} // namespace qd::inline engine
