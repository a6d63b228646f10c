#pragma once

#include "domain/period.hpp"

#include <string>
#include <vector>

namespace qd {

// Lays periods on days: in which month the year starts (April for councils, configuration), September for academic years.
// "Not for spans" means Error(request): a span has no place in a year.
class Calendar {
public:
    explicit Calendar(int year_start_month = 4); // Error(request) if it is not 1..12

    int start_month() const { return start_month_; }
    YearStyle year_style() const { return start_month_ == 1 ? YearStyle::single : YearStyle::split; }

    Date first_day(Period period) const;
    Date last_day(Period period) const;
    Period containing(Grain grain, Date date) const; // not for spans
    Period year_of(Period period) const;             // the reporting year in which it ends; a school year is its own
    // The period before; absent for a span: how far apart the spans of a series are is not known here.
    std::optional<Period> previous(Period period) const;
    std::optional<Period> next(Period period) const;
    Period year_before(Period period) const; // the same stretch one year earlier (spans too)
    // 2012-13 by quarter → its four quarters; empty where no whole number of such periods makes it up.
    std::vector<Period> parts(Period whole, Grain grain) const;
    Period year_to_date(Period period) const;  // span from the year's first day to the period's last
    int position_in_year(Period period) const; // 1.. ; Q3 → 3, the third of 4; not for spans
    int periods_a_year(Grain grain) const;     // 12, 4, 2, 1; not for spans
    bool ends_year(Period period) const;       // Q4, H2, month 12, a year
    std::string label(Period period) const;    // "2012/13 quarter 3", "school year 2011/12", "year to 31 December 2010"
    std::string days_label(Period period) const; // "October to December 2012"
    // As print(period), in this calendar's style.
    std::string text(Period period) const { return print(period, year_style()); }

    friend bool operator==(const Calendar&, const Calendar&) = default;

private:
    int start_month_;
};

} // namespace qd
