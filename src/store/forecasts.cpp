#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"

#include <tuple>

namespace qd::inline store {
namespace {

std::string written(const std::optional<Decimal>& value) { return value ? print(*value) : std::string(); }

std::string digest(const OfficerForecast& forecast) {
    return CanonicalText()
        .add(forecast.measure.text())
        .add(forecast.area.text())
        .add(print(forecast.period))
        .add(print(forecast.made_in))
        .add(written(forecast.value))
        .add(written(forecast.lower))
        .add(written(forecast.upper))
        .add(print(forecast.outlook))
        .add(forecast.by)
        .add(forecast.reason)
        .add(forecast.known_at ? print(*forecast.known_at) : "")
        .sha256();
}

OfficerForecast read_forecast(FieldReader& read) {
    OfficerForecast forecast;
    forecast.measure = read.code<MeasureCode>();
    forecast.area = read.code<AreaCode>();
    forecast.period = read.period();
    forecast.made_in = read.period();
    forecast.value = read.decimal();
    forecast.lower = read.decimal();
    forecast.upper = read.decimal();
    forecast.outlook = read.word(parse_outlook);
    forecast.by = read.text();
    forecast.reason = read.text();
    forecast.known_at = Instant(read.integer());
    return forecast;
}

Row row_of(std::int64_t id, const OfficerForecast& forecast, const std::string& sha256) {
    const std::optional<std::int64_t> unknown;
    const db::Value known_at = forecast.known_at ? db::Value(forecast.known_at->seconds()) : db::Value(unknown);
    return Row::of("forecasts", id, forecast.measure.text(), given(forecast.area), print(forecast.period),
                   print(forecast.made_in), given(forecast.value), given(forecast.lower), given(forecast.upper),
                   print(forecast.outlook), given(forecast.by), given(forecast.reason), known_at, sha256);
}

using Place = std::tuple<MeasureCode, AreaCode, Period, Period>;
Place place_of(const OfficerForecast& forecast) {
    return {forecast.measure, forecast.area, forecast.period, forecast.made_in};
}

const LedgerRules<OfficerForecast, Instant, Place> rules{
    "forecasts",
    place_of,
    &OfficerForecast::known_at,
    digest,
    Precedence::by_moment,
    "measure, area, period, made_in, value, lower, upper, outlook, made_by, reason, known_at",
    read_forecast,
    row_of};

} // namespace

std::vector<OfficerForecast> read_forecasts(db::Connection& store) { return read_ledger(store, rules); }

Line bring_forecasts(Writer& writer, const std::vector<OfficerForecast>& given_forecasts) {
    return bring_into_ledger(writer, rules, given_forecasts, writer.now());
}

std::vector<std::string> verify_forecasts(db::Connection& store, From from) {
    return verify_ledger(store, rules, from);
}

} // namespace qd::inline store
