#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/past_forecasts.hpp"
#include "cli/table.hpp"
#include "exchange/complaint_count.hpp"
#include "exchange/json/json.hpp"
#include "exchange/json/writer.hpp"
#include "exchange/number_series.hpp"
#include "forecasting/forecast.hpp"

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace qd::cli {
namespace {

constexpr std::size_t most_season = 1'000, most_horizon = 1'000, most_bytes = std::size_t{64} << 20;

struct ForecastOptions {
    std::string csv, format = "table", method = "auto";
    std::size_t season = 1, horizon = 0; // 0 = one year, or four steps
    bool backtest = false;
    ViewOptions view; // of the store, for the back-test
};

struct Told {
    std::string file;
    std::size_t points, season, horizon;
    Forecast forecast;
};

// Why there is no interval, or none.
std::string note(const Told& told) {
    return why_no_interval(told.forecast.spread, told.points, plural(told.points, "point", "points"));
}

// As many decimals as three digits of the interval need, or of the values.
int decimals_of(const Forecast& forecast) {
    double size = 0;
    for (const Prediction& each : forecast.path)
        size = std::max(size, each.deviation > 0 ? each.deviation : std::abs(each.value) / 100);
    if (size <= 0) return 0;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
}

void print_json(Call& call, const Told& told) {
    JsonWriter json;
    json.open_object()
        .text("method", print(told.forecast.method))
        .count("points", told.points)
        .count("season", told.season)
        .count("trials", told.forecast.trials);
    if (told.forecast.trials > 0)
        json.estimate("error", told.forecast.error);
    else
        json.null("error");
    json.text_or_null("note", note(told)).open_array("forecast");
    for (const Prediction& each : told.forecast.path) {
        json.open_object().estimate("value", each.value);
        if (each.interval)
            json.estimate("lower", each.interval->lower).estimate("upper", each.interval->upper);
        else
            json.null("lower").null("upper");
        json.close_object();
    }
    call.out << json.close_array().close_object().finish();
}

void print_table(Call& call, const Told& told) {
    const int decimals = decimals_of(told.forecast);
    const auto show = [&](double value) { return fmt::format("{:.{}f}", value, decimals); };
    call.out << bold(call, told.file) << ", " << plural(told.points, "point", "points")
             << (told.season > 1 ? fmt::format(", {} to the year", told.season) : ", no season") << "\n"
             << wrap("Method: " + std::string(label(told.forecast.method)), call.width, "  ") << "\n";
    if (told.forecast.trials > 0)
        call.out << wrap(fmt::format("Tested on {} of its own past: off by {} on average",
                                     plural(told.forecast.trials, "point", "points"), show(told.forecast.error)),
                         call.width, "  ")
                 << "\n";
    if (const std::string why = note(told); !why.empty()) call.out << wrap(why, call.width, "  ") << "\n";
    call.out << "\n";
    TextTable table(
        {{"STEP", Align::right}, {"VALUE", Align::right}, {"LOWER", Align::right}, {"UPPER", Align::right}});
    for (std::size_t step = 0; step < told.forecast.path.size(); ++step) {
        const Prediction& each = told.forecast.path[step];
        table.add({std::to_string(step + 1), show(each.value), each.interval ? show(each.interval->lower) : "-",
                   each.interval ? show(each.interval->upper) : "-"});
    }
    call.out << table.print(call.width);
    if (told.forecast.spread == Spread::known)
        call.out << wrap("In 95 of 100 cases the result is between lower and upper.", call.width, "") << "\n";
}

std::optional<Method> method_for(const ForecastOptions& options, const std::vector<double>& series) {
    if (options.method == "auto") return {};
    const Method method = parse_method(options.method).value();
    if (!suits(method, series, options.season))
        throw Error(Fault::request,
                    fmt::format("--method {} does not suit {} with --season {}: it needs more of them, a season, or "
                                "only positive figures. Leave out --method to have one chosen.",
                                options.method, plural(series.size(), "point", "points"), options.season));
    return method;
}

void tell(Call& call, const Complaints& complaints, const std::string& file) {
    call.err << file << ": " << plural(count_of(complaints), "complaint", "complaints") << ", nothing was forecast.\n";
    for (const GroupedComplaint& complaint : print_grouped(complaints))
        call.err << wrap("  " + complaint.text, call.width, "    ") << "\n";
    call.exit_code = 1;
}

void run_backtest(Call& call, const ForecastOptions& options) {
    const auto whole = read_snapshot(call.store, call.clock);
    const View view = whole->view(options.view.question(), call.clock.now());
    const auto snapshot = whole->known_by(view.as_at);
    const std::vector<PastForecast> all = snapshot->past_forecasts(view);
    if (options.format == "json")
        call.out << past_forecasts_json(snapshot->content(), all, view.area, view.as_at);
    else
        print_past_forecasts(call, *snapshot, view, all);
}

void run_series(Call& call, const ForecastOptions& options) {
    const std::string file = std::filesystem::path(options.csv).filename().string();
    const auto series = read_number_series(read_file(options.csv, most_bytes), file);
    if (!series) return tell(call, series.error(), file);
    const std::size_t horizon = options.horizon > 0 ? options.horizon : options.season > 1 ? options.season : 4;
    const auto method = method_for(options, *series);
    const Told told{file, series->size(), options.season, horizon,
                    make_forecast(*series, options.season, horizon, method)};
    if (options.format == "json")
        print_json(call, told);
    else
        print_table(call, told);
}

void run_forecast(Call& call, const ForecastOptions& options) {
    if (options.backtest) return run_backtest(call, options);
    if (options.csv.empty())
        throw Error(Fault::request,
                    "Say what to forecast: --csv FILE, or --backtest for the measures of the store. See "
                    "quarterday forecast --help.");
    run_series(call, options);
}

std::vector<std::string> method_words() {
    std::vector<std::string> words{"auto"};
    for (const Method method : all_methods) words.emplace_back(print(method));
    return words;
}

} // namespace

const Command forecast_command = {
    "forecast", "Forecast a series of figures, with an interval; or score forecasts for years that have ended",
    "  quarterday forecast --csv visits.csv --season 4 --horizon 8\n"
    "  quarterday forecast --csv visits.csv --season 12 --format json\n"
    "  quarterday forecast --backtest",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ForecastOptions>();
        app.add_option("--csv", options->csv, "A CSV file with the series in its column “value”, oldest first")
            ->option_text("FILE");
        app.add_option("--season", options->season,
                       "How many points make a year: 4 for quarters, 12 for months, 1 for none")
            ->option_text("N")
            ->check(CLI::Range(std::size_t{1}, most_season))
            ->capture_default_str();
        app.add_option("--horizon", options->horizon, "How many points to forecast; a year if left out, or 4")
            ->option_text("H")
            ->check(CLI::Range(std::size_t{1}, most_horizon));
        app.add_option("--method", options->method,
                       "auto, which chooses the method that was closest on the series' own past, or one of "
                       "combination, damped, theta, ses, "
                       "holt, holt_winters_additive, holt_winters_multiplicative, seasonal_naive, naive, drift")
            ->option_text("METHOD")
            ->check(one_of(method_words()))
            ->capture_default_str();
        app.add_flag("--backtest", options->backtest,
                     "Score forecasts for years that have ended instead: computed ones, and officers' own")
            ->excludes("--csv");
        app.add_option("--area", options->view.area,
                       "With --backtest: the code of an area; the council's own if left out")
            ->option_text("AREA");
        app.add_option("--as-at", options->view.as_at, "With --backtest: as at the end of a day, or as at a moment")
            ->option_text("TIME");
        add_format(app, options->format, {"table", "json"});
        app.callback([&call, options] { run_forecast(call, *options); });
    }};

} // namespace qd::cli
