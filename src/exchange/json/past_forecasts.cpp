#include "exchange/json/json.hpp"

#include "exchange/json/writer.hpp"

#include <algorithm>
#include <map>

namespace qd::inline exchange {
namespace {

using Forecasts = std::vector<const PastForecast*>;

std::string_view word_of(PastForecast::Maker maker) {
    return maker == PastForecast::Maker::computed ? "computed" : "officer";
}

// In per cent, to hundredths.
std::optional<Decimal> shown(const std::optional<double>& percent) {
    const auto number = percent ? Decimal::nearest(*percent) : std::nullopt;
    return number ? std::optional(number->rounded(2)) : std::nullopt;
}

void write_tally(JsonWriter& json, std::string_view key, const Forecasts& all, PastForecast::Maker maker) {
    Forecasts made;
    std::ranges::copy_if(all, std::back_inserter(made), [&](const PastForecast* each) { return each->maker == maker; });
    const ForecastTally sum = tally(made);
    json.open_object(key)
        .count("forecasts", sum.forecasts)
        .number("error_percent", shown(sum.error_percent))
        .number("optimism_percent", shown(sum.optimism_percent))
        .count("with_interval", sum.with_interval)
        .count("within", sum.within)
        .close_object();
}

void write_tallies(JsonWriter& json, std::string_view name, const std::map<std::string, Forecasts>& groups,
                   std::string_view key) {
    json.open_array(name);
    for (const auto& [code, forecasts] : groups) {
        json.open_object().text_or_null(key, code);
        write_tally(json, "computed", forecasts, PastForecast::Maker::computed);
        write_tally(json, "officer", forecasts, PastForecast::Maker::officer);
        json.close_object();
    }
    json.close_array();
}

} // namespace

std::string past_forecasts_json(const Content& content, const std::vector<PastForecast>& all, const AreaCode& area,
                                Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    std::map<std::string, Forecasts> measures, units;
    for (const PastForecast& each : all) {
        measures[each.measure.text()].push_back(&each);
        units[each.owner.text()].push_back(&each);
    }
    JsonWriter json;
    json.open_object().text("area", area.text()).text("as_at", qd::print(as_at));
    write_tallies(json, "by_unit", units, "unit");
    write_tallies(json, "by_measure", measures, "code");
    json.open_array("forecasts");
    for (const PastForecast& each : all)
        json.open_object()
            .text("maker", word_of(each.maker))
            .text_or_null("by", each.by)
            .text("code", each.measure.text())
            .text("year", calendar.text(each.year))
            .text("made_in", calendar.text(each.made_in))
            .number("forecast", each.forecast)
            .number("actual", each.actual)
            .number("error", each.error())
            .number("optimism", each.optimism)
            .number("lower", each.lower)
            .number("upper", each.upper)
            .close_object();
    json.close_array().close_object();
    return json.finish();
}

} // namespace qd::inline exchange
