#pragma once

#include "domain/period.hpp"

#include <string>
#include <vector>

namespace qd {

// Lays periods on days: in which month the year starts (April for councils, configuration), September for academic years.
class Calendar {
public:
    explicit Calendar(int year_start_month = 4) : start_month_(year_start_month) {}

    int start_month() const { return start_month_; }
    YearStyle year_style() const { return start_month_ == 1 ? YearStyle::single : YearStyle::split; }

    Date first_day(Period period) const;
    Date last_day(Period period) const;
    Period containing(Grain grain, Date date) const;       // not for spans
    Period year_of(Period period) const;                   // the reporting year in which it ends
    // The period before: for a span the one of equal length in months a step back is not known here, so absent.
    std::optional<Period> previous(Period period) const;
    std::optional<Period> next(Period period) const;
    Period year_before(Period period) const;               // the same stretch one year earlier (spans too)
    std::vector<Period> parts(Period whole, Grain grain) const; // 2012-13 by quarter → its four quarters
    Period year_to_date(Period period) const;              // span from the year's first day to the period's last
    int position_in_year(Period period) const;             // 1.. ; Q3 → 3, the third of 4
    int periods_a_year(Grain grain) const;                 // 12, 4, 2, 1
    bool ends_year(Period period) const;                   // Q4, H2, month 12, a year
    std::string label(Period period) const;                // "2012/13 quarter 3", "school year 2011/12", "year to 31 December 2010"
    std::string days_label(Period period) const;           // "October to December 2012"
    // As print(period), in this calendar's style.
    std::string text(Period period) const { return print(period, year_style()); }

private:
    int start_month_;
};

} // namespace qd
