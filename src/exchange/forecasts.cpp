#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<OfficerForecast> columns[] = {
    column<&OfficerForecast::measure>("measure", Need::key),
    column<&OfficerForecast::area>("area", Need::key_if),
    column<&OfficerForecast::period>("period", Need::key),
    column<&OfficerForecast::made_in>("made_in", Need::key),
    column<&OfficerForecast::value>("value"),
    column<&OfficerForecast::lower>("lower"),
    column<&OfficerForecast::upper>("upper"),
    column<&OfficerForecast::outlook>("outlook"),
    column<&OfficerForecast::by>("by", Need::version),
    column<&OfficerForecast::reason>("reason", Need::version),
    column<&OfficerForecast::known_at>("known_at", Need::version),
};

void check(const Row<OfficerForecast>& row, const Intake& intake, const Complaining& complain) {
    const OfficerForecast& forecast = row.value;
    if (!forecast.value && forecast.outlook == Outlook::unknown)
        complain(row.number, "value", "",
                 {"The row has neither a figure nor an outlook.", "Fill in value, or outlook, or both."});
    if (forecast.lower && forecast.upper && *forecast.lower > *forecast.upper)
        complain(row.number, "upper", print(*forecast.upper), {"is below lower.", "Put the greater number here."});
    else if (forecast.value && ((forecast.lower && *forecast.value < *forecast.lower) ||
                                (forecast.upper && *forecast.value > *forecast.upper)))
        complain(row.number, "value", print(*forecast.value),
                 {"is not between lower and upper.", "Correct one of the three."});
    const Grain grain = forecast.period.grain();
    if (grain == Grain::quarter || grain == Grain::half || grain == Grain::month)
        complain(row.number, "period", print(forecast.period, intake.years()),
                 {"is not a year, but a forecast is for a year.", "Write the year here, and the quarter in made_in."});
    const Measure* measure = intake.measure(forecast.measure.text());
    if (row.percent[column_named<OfficerForecast>(columns, "value")] && measure != nullptr &&
        measure->quantity != Quantity::percent)
        complain(row.number, "value", print(*forecast.value) + "%",
                 {"is a percentage, but " + forecast.measure.text() + " is not counted in per cent.",
                  "Write the number itself."});
}

void read_forecast_rows(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("made_in", complain);
    RowsBefore<OfficerForecast> before(intake.known.forecasts, columns, intake.settings);
    read_table<OfficerForecast>(table, columns, intake, &before, [&](Row<OfficerForecast> row) {
        if (!row.sound) return;
        OfficerForecast& forecast = row.value;
        drop_own_area(forecast.area, intake.settings);
        check(row, intake, complain);
        const std::string shown = forecast.measure.text() + " " + print(forecast.period, intake.years()) + " in " +
                                  print(forecast.made_in, intake.years());
        // With a moment it is a version, even if two have the same one: a corrected mistake, the later is used.
        if (!forecast.known_at && !keys.take(forecast.area.text() + "|" + shown, shown, row.number)) return;
        before.add(forecast);
        into.forecasts.push_back(std::move(forecast));
    });
}

std::string write_forecast_rows(const Content& content, YearStyle years) {
    return write_table<OfficerForecast>(columns, content.forecasts, years);
}

} // namespace

const TableKind forecasts_table{"forecasts", read_forecast_rows, write_forecast_rows, headings_of<columns>,
                                changes_in<&Content::forecasts, columns>};

} // namespace qd::inline exchange
