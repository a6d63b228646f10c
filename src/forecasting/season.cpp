#include "forecasting/season.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace qd::inline forecasting {
namespace {

double mean(Numbers series) {
    return std::accumulate(series.begin(), series.end(), 0.0) / static_cast<double>(series.size());
}

bool is_positive(Numbers series) {
    return std::ranges::all_of(series, [](double x) { return x > 0; });
}

} // namespace

std::vector<double> Season::without(Numbers series) const {
    std::vector<double> adjusted(series.begin(), series.end());
    if (form == SeasonForm::none) return adjusted;
    for (std::size_t i = 0; i < adjusted.size(); ++i) {
        const double index = indices[i % indices.size()];
        adjusted[i] = form == SeasonForm::additive ? adjusted[i] - index : adjusted[i] / index;
    }
    return adjusted;
}

void Season::give_back(std::vector<double>& values, std::size_t position) const {
    if (form == SeasonForm::none) return;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double index = indices[(position + i) % indices.size()];
        values[i] = form == SeasonForm::additive ? values[i] + index : values[i] * index;
    }
}

double autocorrelation(Numbers series, std::size_t lag) {
    if (lag >= series.size()) return 0;
    const double centre = mean(series);
    double together = 0, alone = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        alone += (series[i] - centre) * (series[i] - centre);
        if (i >= lag) together += (series[i] - centre) * (series[i - lag] - centre);
    }
    return alone > 0 ? together / alone : 0;
}

double centred_year(Numbers series, std::size_t season, std::size_t at) {
    const std::size_t half = season / 2;
    double sum = 0;
    for (std::size_t i = at - half; i <= at + half; ++i) sum += series[i];
    if (season % 2 == 0) sum -= (series[at - half] + series[at + half]) / 2;
    return sum / static_cast<double>(season);
}

bool is_seasonal(Numbers series, std::size_t season) {
    if (season < 2 || series.size() < 3 * season) return false;
    std::vector<double> changes(series.begin() + 1, series.end());
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i] -= series[i];
    double squares = 0;
    for (std::size_t lag = 1; lag < season; ++lag) squares += std::pow(autocorrelation(changes, lag), 2);
    const double limit = std::sqrt((1 + 2 * squares) / static_cast<double>(changes.size()));
    return autocorrelation(changes, season) > limit;
}

Season classical_season(Numbers series, std::size_t season, SeasonForm form) {
    if (form == SeasonForm::none || season < 2 || series.size() < 2 * season) return {};
    if (!is_positive(series)) form = SeasonForm::additive;
    std::vector<double> sums(season, 0), counts(season, 0);
    for (std::size_t i = season / 2; i + season / 2 < series.size(); ++i) {
        const double trend = centred_year(series, season, i);
        sums[i % season] += form == SeasonForm::additive ? series[i] - trend : series[i] / trend;
        counts[i % season] += 1;
    }
    for (std::size_t i = 0; i < season; ++i) sums[i] /= counts[i];
    const double centre = mean(sums);
    for (double& index : sums) index = form == SeasonForm::additive ? index - centre : index / centre;
    return {form, std::move(sums)};
}

Season season_of(Numbers series, std::size_t season) {
    return is_seasonal(series, season) ? classical_season(series, season, SeasonForm::multiplicative) : Season();
}

} // namespace qd::inline forecasting
