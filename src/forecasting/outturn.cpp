#include "forecasting/outturn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace qd::inline forecasting {
namespace {

struct Words {
    OutturnMethod method;
    std::string_view name, label;
};

// In the order of preference where they do equally well.
constexpr std::array words{
    Words{OutturnMethod::share, "share", "share of the year so far in earlier years"},
    Words{OutturnMethod::growth, "growth", "last year, and how this year compares with it so far"},
    Words{OutturnMethod::remainder, "remainder", "so far, and the rest of last year"},
    Words{OutturnMethod::series, "series", "so far, and the periods ahead carried on"},
    Words{OutturnMethod::run_rate, "run_rate", "the year at the rate so far"},
};

const Words& words_of(OutturnMethod method) { return *std::ranges::find(words, method, &Words::method); }

constexpr std::size_t years_for_share = 3, enough_years = 3, most_years = 10;

double sum(Numbers numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0.0); }

// Year 0 is the oldest.
Numbers year_of(const PartYear& year, std::size_t index) {
    return year.past.subspan(index * year.periods, year.periods);
}

std::vector<double> joined(const PartYear& year) {
    std::vector<double> all(year.past.begin(), year.past.end());
    all.insert(all.end(), year.so_far.begin(), year.so_far.end());
    return all;
}

std::optional<double> by_share(const PartYear& year) {
    double shares = 0, count = 0;
    for (std::size_t i = year.years() - std::min(year.years(), years_for_share); i < year.years(); ++i) {
        const Numbers whole = year_of(year, i);
        if (sum(whole) == 0) continue;
        shares += sum(whole.first(year.so_far.size())) / sum(whole);
        count += 1;
    }
    if (count == 0 || shares / count <= 0.001) return {}; // a thousandth of a year says nothing of the rest
    return sum(year.so_far) / (shares / count);
}

std::optional<double> by_series(const PartYear& year) {
    const std::vector<double> all = joined(year);
    const std::size_t ahead = year.periods - year.so_far.size();
    if (!suits(Method::combination, all, year.periods)) return {};
    const Course course = course_of(Method::combination, all, year.periods, ahead);
    return sum(year.so_far) + sum(course.path);
}

// The year `index` after as many periods as this one.
PartYear as_it_stood(const PartYear& year, std::size_t index) {
    return {year.past.first(index * year.periods), year_of(year, index).first(year.so_far.size()), year.periods};
}

// How far a method was off in each of the years gone by that have one before them, as shares of their totals.
std::vector<double> errors_of(OutturnMethod method, const PartYear& year) {
    std::vector<double> errors;
    const std::size_t first = year.years() > most_years ? year.years() - most_years : 1;
    for (std::size_t i = first; i < year.years(); ++i) {
        const double total = sum(year_of(year, i));
        const auto found = outturn(method, as_it_stood(year, i));
        if (found && total != 0) errors.push_back((*found - total) / std::abs(total));
    }
    return errors;
}

double mean_size(Numbers errors) {
    double total = 0;
    for (const double error : errors) total += std::abs(error);
    return total / static_cast<double>(errors.size());
}

struct Tried {
    OutturnMethod method;
    double value;
    std::vector<double> errors;
};

Tried choose(const PartYear& year) {
    std::optional<Tried> best, first;
    for (const Words& each : words) {
        const auto value = outturn(each.method, year);
        if (!value || !std::isfinite(*value)) continue;
        Tried tried{each.method, *value, errors_of(each.method, year)};
        if (!first) first = tried;
        if (tried.errors.size() < enough_years) continue;
        if (!best || mean_size(tried.errors) < mean_size(best->errors)) best = std::move(tried);
    }
    return best ? *best : *first; // the run rate is always there
}

// What is missing, laid over the periods to come as last year's were, or evenly.
std::vector<double> laid_over(const PartYear& year, double missing) {
    const std::size_t so_far = year.so_far.size(), count = year.periods - so_far;
    std::vector<double> ahead(count, missing / static_cast<double>(count));
    if (year.years() == 0) return ahead;
    const Numbers rest = year_of(year, year.years() - 1).subspan(so_far);
    const double total = sum(rest);
    if (std::abs(total) < 1e-9 || std::ranges::any_of(rest, [&](double x) { return x / total < 0; })) return ahead;
    for (std::size_t i = 0; i < count; ++i) ahead[i] = missing * rest[i] / total;
    return ahead;
}

double deviation_of(const Tried& tried) {
    const double times = deviations_for_95(static_cast<double>(tried.errors.size() - 1)) / normal_deviations_for_95;
    return times * root_mean_square(tried.errors) * std::abs(tried.value);
}

// Of the periods to come, carried on as a series. Their errors mostly go one way, so their deviations are added.
double deviation_of_rest(const PartYear& year) {
    double deviation = 0;
    for (const Prediction& each : make_forecast(joined(year), year.periods, year.periods - year.so_far.size()).path)
        deviation += each.deviation;
    return deviation;
}

} // namespace

std::string_view print(OutturnMethod method) { return words_of(method).name; }
std::string_view label(OutturnMethod method) { return words_of(method).label; }

std::optional<double> outturn(OutturnMethod method, const PartYear& year) {
    const double so_far = sum(year.so_far);
    const std::size_t count = year.so_far.size();
    if (method == OutturnMethod::run_rate)
        return so_far * static_cast<double>(year.periods) / static_cast<double>(count);
    if (method == OutturnMethod::series) return by_series(year);
    if (year.years() == 0) return {};
    if (method == OutturnMethod::share) return by_share(year);
    const Numbers last = year_of(year, year.years() - 1);
    if (method == OutturnMethod::remainder) return so_far + sum(last.subspan(count));
    const double then = sum(last.first(count));
    if (then == 0) return {};
    return so_far / then * sum(last);
}

Outturn make_outturn(const PartYear& year) {
    const Tried tried = choose(year);
    Outturn made{.method = tried.method, .value = tried.value, .interval = {}, .spread = Spread::too_few, .ahead = {}};
    made.ahead = laid_over(year, made.value - sum(year.so_far));
    const bool is_tried = tried.errors.size() >= enough_years;
    if (is_tried) {
        made.years_tried = tried.errors.size();
        made.error = mean_size(tried.errors);
    }
    if (year.past.size() + year.so_far.size() < least_for_interval) return made;
    const double rounding = 1e-9 * (std::abs(made.value) + root_mean_square(year.past) + root_mean_square(year.so_far));
    if (is_tried) made.deviation = deviation_of(tried);
    if (made.deviation <= rounding)
        made.deviation = deviation_of_rest(year); // of a year of 0 so far, a share of it is 0
    made.spread = made.deviation <= rounding ? Spread::none : Spread::known;
    if (made.spread == Spread::none) {
        made.deviation = 0;
        return made;
    }
    const double half = normal_deviations_for_95 * made.deviation;
    made.interval = {made.value - half, made.value + half};
    return made;
}

double required_rate(double so_far, double target, std::size_t periods_to_come) {
    return (target - so_far) / static_cast<double>(periods_to_come);
}

} // namespace qd::inline forecasting
