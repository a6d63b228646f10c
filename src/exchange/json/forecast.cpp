#include "exchange/json/forecast.hpp"

#include <cmath>

namespace qd::inline exchange {
namespace {

// To four decimals: more is not known of a probability.
std::optional<Decimal> shown(const std::optional<double>& probability) {
    if (!probability) return {};
    return Decimal::from_millionths(std::llround(*probability * 10'000) * 100);
}

void write_numbers(JsonWriter& json, const OutturnReading& outturn) {
    json.text("method", outturn.method)
        .number("outturn", outturn.outturn)
        .number("lower", outturn.lower)
        .number("upper", outturn.upper)
        .number("probability", shown(outturn.probability))
        .number("required", outturn.required);
}

} // namespace

void write_forecast(JsonWriter& json, const Calendar& calendar, const OutturnReading& outturn) {
    write_numbers(json.open_object("forecast").text("year", calendar.text(outturn.year)), outturn);
    json.count("points", outturn.points)
        .count("trials", outturn.trials)
        .text_or_null("note", outturn.note)
        .open_array("path");
    for (const OutturnStep& step : outturn.path)
        json.open_object()
            .text("period", calendar.text(step.period))
            .number("expected", step.expected)
            .number("lower", step.lower)
            .number("upper", step.upper)
            .close_object();
    json.close_array().close_object();
}

void write_outturn(JsonWriter& json, std::string_view key, const std::optional<OutturnReading>& outturn) {
    if (!outturn) {
        json.null(key);
        return;
    }
    json.open_object(key);
    write_numbers(json, *outturn);
    json.close_object();
}

} // namespace qd::inline exchange
