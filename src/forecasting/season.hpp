#pragma once

#include "forecasting/numbers.hpp"

namespace qd::inline forecasting {

enum class SeasonForm { none, additive, multiplicative };

// What each position in the year adds to a series, or by how much it multiplies it.
struct Season {
    SeasonForm form = SeasonForm::none;
    std::vector<double> indices; // one a position, of the series' first point first; mean 0, or mean 1

    std::vector<double> without(Numbers series) const;                       // the series seasonally adjusted
    void give_back(std::vector<double>& values, std::size_t position) const; // of points from `position` on
};

double autocorrelation(Numbers series, std::size_t lag); // 0 for a constant series

// The moving average of one year around a point; a year of an even number of points takes half of both ends.
// Wants half a year on both sides of `at`.
double centred_year(Numbers series, std::size_t season, std::size_t at);

// Whether the changes from point to point repeat themselves after a year: their autocorrelation at that lag is more than one
// standard error (Bartlett's formula) above 0. The benchmarks of the M4 competition ask the series itself for 1.645, and then
// overlook the season of a series with a trend. What is adjusted in vain costs less than what is overlooked: of the limits 1 and
// 1.645, of series and changes, these forecast the last two years of the training parts of M3 best.
// False for season < 2 or fewer than three years.
bool is_seasonal(Numbers series, std::size_t season);

// The season by classical decomposition: shares of (or differences from) a centred moving average of one year, averaged by
// position. Wants two years or more; multiplicative only of positive numbers, otherwise additive.
Season classical_season(Numbers series, std::size_t season, SeasonForm form);

// Of the form that suits, or none where the test finds none.
Season season_of(Numbers series, std::size_t season);

} // namespace qd::inline forecasting
