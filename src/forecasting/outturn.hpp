#pragma once

#include "forecasting/forecast.hpp"

#include <string_view>

namespace qd::inline forecasting {

// How the total of a year follows from its first periods.
enum class OutturnMethod {
    share,     // so far ÷ what share of the year these periods made up in the last three years, on average
    growth,    // last year's total × so far ÷ so far last year
    remainder, // so far + what last year's other periods brought
    series,    // so far + the periods ahead as make_forecast() carries them on
    run_rate,  // so far × periods a year ÷ periods so far: right only where nothing is seasonal
};
std::string_view print(OutturnMethod method); // "share", "growth", "remainder", "series", "run_rate"
std::string_view label(OutturnMethod method); // "share of the year in the last three years", …

// A measure that adds up over the year. `past` contains complete years of `periods` numbers each, oldest first; `so_far` the
// first periods of this year, at least one and not all.
struct PartYear {
    Numbers past, so_far;
    std::size_t periods = 0;

    std::size_t years() const { return past.size() / periods; }
};

// By one method; absent where it has nothing to go by (no last year; so far, or its share, 0 in the years before).
std::optional<double> outturn(OutturnMethod method, const PartYear& year);

struct Outturn {
    OutturnMethod method = OutturnMethod::run_rate;
    double value = 0;
    std::optional<Interval> interval; // 95 %; absent for fewer than eight points in all, and without a spread
    Spread spread = Spread::too_few;  // why, where it is absent
    double deviation = 0;             // that agrees with it; 0 without one
    std::size_t years_tried = 0;
    double error = 0;          // mean absolute error over these years, as a share of their totals
    std::vector<double> ahead; // the periods to come, adding up to what is missing
};

// By the method that was nearest at the same point of the years gone by, each foretold from the years before it. With fewer
// than three years to try, by share if there is a year before, else by run rate. The interval comes from the errors of the method
// in the years tried, as shares of their totals, by Student's t; where too few were tried, or it would have no width, from the
// periods to come as make_forecast() has them.
Outturn make_outturn(const PartYear& year);

// What each remaining period must come to, on average, for the year to end at `target`. Needs a remaining period.
double required_rate(double so_far, double target, std::size_t periods_to_come);

} // namespace qd::inline forecasting
