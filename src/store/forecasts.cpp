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

constexpr auto select_forecasts = "SELECT id, sha256, measure, area, period, made_in, value, lower, upper, outlook, "
                                  "made_by, reason, known_at FROM forecasts ORDER BY id";

std::vector<Stored<OfficerForecast>> read_stored(db::Connection& store) {
    std::vector<Stored<OfficerForecast>> stored;
    for (auto row : store.query(select_forecasts)) {
        FieldReader read(row);
        Stored<OfficerForecast> one{.id = read.integer(), .sha256 = read.text(), .item = {}};
        OfficerForecast& forecast = one.item;
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
        stored.push_back(std::move(one));
    }
    return stored;
}

using Place = std::tuple<MeasureCode, AreaCode, Period, Period>;
Place place_of(const OfficerForecast& forecast) {
    return {forecast.measure, forecast.area, forecast.period, forecast.made_in};
}

void insert_forecast(db::Connection& store, std::int64_t id, const OfficerForecast& forecast) {
    constexpr auto insert = "INSERT INTO forecasts (id, sha256, measure, area, period, made_in, value, lower, upper, "
                            "outlook, made_by, reason, known_at) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    store.execute(insert, id, digest(forecast), forecast.measure.text(), given(forecast.area), print(forecast.period),
                  print(forecast.made_in), given(forecast.value), given(forecast.lower), given(forecast.upper),
                  print(forecast.outlook), given(forecast.by), given(forecast.reason), forecast.known_at->seconds());
}

const LedgerRules<OfficerForecast, Instant, Place> rules{"forecasts", place_of, &OfficerForecast::known_at, digest,
                                                         Precedence::by_moment};

} // namespace

std::vector<OfficerForecast> read_forecasts(db::Connection& store) { return read_ledger(rules, read_stored(store)); }

Line bring_forecasts(db::Connection& store, const std::vector<OfficerForecast>& given_forecasts, Instant now) {
    return bring_into_ledger(
        rules, read_stored(store), given_forecasts, now,
        [&](std::int64_t id, const OfficerForecast& forecast) { insert_forecast(store, id, forecast); });
}

std::vector<std::string> verify_forecasts(db::Connection& store) { return verify_ledger(rules, read_stored(store)); }

} // namespace qd::inline store
