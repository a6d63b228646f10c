#include "forecasting/forecast.hpp"

#include "exchange/number_series.hpp"
#include "fuzz/family.hpp"
#include "fuzz/mutate.hpp"

#include <charconv>
#include <cmath>

namespace qd::fuzz {
namespace {

// A season on a trend with some noise; now and then short, constant, or of figures far apart.
std::string make_csv(Random& random) {
    const std::size_t count = random.once_in(4) ? random.between(1, 12) : random.between(12, 80);
    const std::size_t step = random.once_in(6) ? 0 : random.between(1, 100'000);
    std::string csv = random.once_in(2) ? "value\n" : "period,value\n";
    const bool has_period = csv.starts_with('p');
    for (std::size_t i = 0; i < count; ++i) {
        if (has_period) csv += std::to_string(i) + ",";
        const bool is_far = random.once_in(40);
        csv += std::to_string(step * (i + i % 4) + random.below(step + 1)) + (is_far ? "000000" : "") +
               (random.once_in(3) ? ".25" : "") + "\n";
    }
    return csv;
}

std::size_t number_of(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void check(const std::vector<double>& series, const Forecast& forecast) {
    for (const Prediction& each : forecast.path) {
        must(std::isfinite(each.value), "A forecast is not a number.");
        if (!each.interval) continue; // too few figures, or no spread to take one from
        must(series.size() >= least_for_interval, "The interval is there where it should not be.");
        must(each.interval->lower < each.interval->upper, "An interval has no width.");
        must(std::isfinite(each.interval->lower) && std::isfinite(each.interval->upper),
             "An interval is not of numbers.");
        must(each.interval->lower <= each.value && each.value <= each.interval->upper,
             "A forecast lies outside of its interval.");
    }
}

} // namespace

Input make_series(Random& random) {
    std::string csv = make_csv(random);
    if (!random.once_in(3)) csv = random.once_in(2) ? mutate_figures(random, csv) : mutate_table(random, csv);
    if (random.once_in(20)) csv = mutate_encoding(random, csv);
    const std::size_t seasons[] = {1, 2, 3, 4, 7, 12, 52};
    return {std::to_string(random.pick(seasons)), {{"series.csv", std::move(csv)}}};
}

Ending run_series(const Input& input) {
    const auto series = read_number_series(input.files[0].bytes, "series.csv");
    if (!series) {
        must(!series.error().empty(), "A series was refused without a complaint.");
        for (const Complaint& complaint : series.error())
            must(!complaint.message.empty() && !complaint.remedy.empty(), "A complaint says nothing.");
        return Ending::refused;
    }
    must(!series->empty(), "A series without figures was taken.");
    const std::size_t season = number_of(input.about);
    if (series->size() > 200) return Ending::understood; // mutations may repeat lines; these are only slower
    check(*series, make_forecast(*series, season, 6));
    for (const Method method : all_methods)
        if (suits(method, *series, season)) check(*series, make_forecast(*series, season, 6, method));
    return Ending::understood;
}

} // namespace qd::fuzz
