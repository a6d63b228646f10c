#include "cli/past_forecasts.hpp"

#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace qd::cli {
namespace {

using Forecasts = std::vector<const PastForecast*>;
using Maker = PastForecast::Maker;

Forecasts made_by(const Forecasts& all, Maker maker) {
    Forecasts found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const PastForecast* each) { return each->maker == maker; });
    return found;
}

std::string percent(const std::optional<double>& share) { return share ? fmt::format("{:.1f}%", *share) : "-"; }

// "+2.1%": better than it came; "−2.1%": worse.
std::string leaning(const std::optional<double>& share) {
    if (!share) return "-";
    if (std::abs(*share) < 0.05) return "0.0%";
    return fmt::format("{}{:.1f}%", *share > 0 ? "+" : "−", std::abs(*share));
}

std::string within(const ForecastTally& tally) {
    return tally.with_interval == 0 ? "-" : fmt::format("{} of {}", tally.within, tally.with_interval);
}

std::vector<std::string> cells_of(const std::string& name, const Forecasts& all) {
    const ForecastTally computed = tally(made_by(all, Maker::computed)), officers = tally(made_by(all, Maker::officer));
    const auto count = [](std::size_t number) { return number == 0 ? std::string("-") : std::to_string(number); };
    return {name,
            count(computed.forecasts),
            percent(computed.error_percent),
            leaning(computed.optimism_percent),
            within(computed),
            count(officers.forecasts),
            percent(officers.error_percent),
            leaning(officers.optimism_percent)};
}

TextTable table_of(const std::string& first) {
    return TextTable({{first, Align::left, Yield::wraps},
                      {"COMPUTED", Align::right},
                      {"OFF BY", Align::right},
                      {"LEANING", Align::right},
                      {"WITHIN", Align::right},
                      {"OFFICERS", Align::right},
                      {"OFF BY", Align::right},
                      {"LEANING", Align::right}});
}

void print_officers(Call& call, const Snapshot& snapshot, const Forecasts& officers) {
    if (officers.empty()) return;
    const Calendar& calendar = snapshot.content().settings.calendar;
    TextTable table({{"MEASURE"},
                     {"YEAR"},
                     {"MADE IN"},
                     {"FORECAST", Align::right},
                     {"CAME", Align::right},
                     {"OFF BY", Align::right},
                     {"BY", Align::left, Yield::leaves}});
    for (const PastForecast* each : officers) {
        const Measure& measure = snapshot.measure(each->measure);
        table.add({each->measure.text(), calendar.text(each->year), calendar.text(each->made_in),
                   show(measure, each->forecast), show(measure, each->actual), show_difference(measure, each->error()),
                   each->by.empty() ? "-" : each->by});
    }
    call.out << "\n" << bold(call, "What officers expected") << "\n" << table.print(call.width);
}

} // namespace

void print_past_forecasts(Call& call, const Snapshot& snapshot, const View& view,
                          const std::vector<PastForecast>& all) {
    call.out << wrap(bold(call, "How good forecasts were for years that have ended"), call.width, "  ") << "\n"
             << side_by_side({council_and_area(snapshot, view.area), "as at " + short_date(view.as_at.date())},
                             call.width)
             << "\n\n";
    if (all.empty()) {
        call.out << wrap("There are no forecasts to score. Scoring needs a measure whose year has ended, with a figure "
                         "within that year or an officer's forecast for it.",
                         call.width, "")
                 << "\n";
        return;
    }
    Forecasts everything;
    std::map<std::string, Forecasts> units;
    std::vector<std::pair<std::string, Forecasts>> measures;
    for (const PastForecast& each : all) {
        everything.push_back(&each);
        units[each.owner.empty() ? "(no owner given)" : unit_name(snapshot.content(), each.owner)].push_back(&each);
        if (measures.empty() || measures.back().first != each.measure.text())
            measures.emplace_back(each.measure.text(), Forecasts{});
        measures.back().second.push_back(&each);
    }
    TextTable by_unit = table_of("UNIT"), by_measure = table_of("MEASURE");
    for (const auto& [name, forecasts] : units) by_unit.add(cells_of(name, forecasts));
    if (units.size() > 1) by_unit.add(cells_of("All", everything));
    for (const auto& [code, forecasts] : measures)
        by_measure.add(cells_of(code + "  " + snapshot.measure(MeasureCode(code)).title, forecasts));
    call.out << by_unit.print(call.width) << "\n" << by_measure.print(call.width);
    print_officers(call, snapshot, made_by(everything, Maker::officer));
    call.out
        << "\n"
        << wrap("Off by: the mean size of the error, as a percentage of the result. Leaning: the same with its sign, + "
                "where the forecast was better than the result. Within: how often the result was in the interval meant "
                "to contain 95 of 100. Computed forecasts are made again from what is known now about the time before.",
                call.width, "")
        << "\n";
}

} // namespace qd::cli
