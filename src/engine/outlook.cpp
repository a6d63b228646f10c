#include "engine/outlook.hpp"

#include "engine/coverage.hpp"
#include "engine/goal.hpp"

namespace qd::inline engine {
namespace {

bool ends_year(const Sheet& sheet, Period reporting, const Shown& shown) {
    return sheet.stretch(shown.described).last == sheet.stretch(year_at_issue(sheet, reporting)).last;
}

bool is_final(const Sheet& sheet, Period reporting, const Shown& shown) {
    if (!shown.why_unrated.empty() || !shown.actual.number || (shown.actual.flags & unsettled) != 0) return false;
    return !is_partial_sum(sheet.measure(), shown.actual) && ends_year(sheet, reporting, shown);
}

// Where nobody said what is expected: a figure of the whole year that was handed in as a forecast says it.
Truth forecast_figure_meets(const Sheet& sheet, Period reporting, const Shown& shown, const Yardstick& year_end) {
    const bool is_forecast = shown.actual.number && has(shown.actual.flags, Flag::forecast) &&
                             !is_partial_sum(sheet.measure(), shown.actual);
    return is_forecast && ends_year(sheet, reporting, shown) ? meets(year_end, *shown.actual.number) : Truth::unknown;
}

} // namespace

const OfficerForecast* forecast_in_force(const Sheet& sheet, const AreaCode& area, Period reporting) {
    const Known& known = sheet.known();
    const Stretch year = sheet.stretch(sheet.calendar().year_of(reporting)),
                  at_issue = sheet.stretch(year_at_issue(sheet, reporting));
    const Date end = sheet.stretch(reporting).last;
    const OfficerForecast* newest = nullptr;
    for (const OfficerForecast* forecast : known.forecasts_of(sheet.measure().code)) {
        const Stretch about = sheet.stretch(forecast->period);
        const Date made = sheet.stretch(forecast->made_in).last;
        if (known.named(forecast->area) != area || (about != year && about != at_issue) || made > end) continue;
        if (!newest || made >= sheet.stretch(newest->made_in).last) newest = forecast;
    }
    return newest;
}

Truth forecast_meets(const OfficerForecast* forecast, const Yardstick& year_end) {
    if (!forecast) return Truth::unknown;
    if (forecast->outlook != Outlook::unknown)
        return forecast->outlook == Outlook::to_meet || forecast->outlook == Outlook::met ? Truth::yes : Truth::no;
    return forecast->value ? meets(year_end, Ratio(*forecast->value)) : Truth::unknown;
}

Outlook outlook_of(const Sheet& sheet, Period reporting, const Shown& shown, const OfficerForecast* forecast,
                   const Yardstick& year_end) {
    if (forecast && (forecast->outlook == Outlook::met || forecast->outlook == Outlook::missed))
        return forecast->outlook;
    if (is_final(sheet, reporting, shown)) {
        const Truth reached = meets(year_end, *shown.actual.number);
        if (reached != Truth::unknown) return reached == Truth::yes ? Outlook::met : Outlook::missed;
    }
    Truth expected = forecast_meets(forecast, year_end);
    if (expected == Truth::unknown) expected = forecast_figure_meets(sheet, reporting, shown, year_end);
    if (expected == Truth::unknown) return Outlook::unknown;
    return expected == Truth::yes ? Outlook::to_meet : Outlook::to_miss;
}

} // namespace qd::inline engine
