#include "engine/outlook.hpp"

#include "engine/goal.hpp"

namespace qd::inline engine {
namespace {

bool is_final(const Sheet& sheet, Period reporting, const Shown& shown) {
    const Flags open = Flag::provisional | Flag::estimated;
    if (!shown.why_unrated.empty()) return false;
    if (!shown.actual.number || (shown.actual.flags & (open | static_cast<Flags>(Flag::forecast))) != 0) return false;
    return sheet.stretch(shown.described).last == sheet.stretch(year_at_issue(sheet, reporting)).last;
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
    const Truth expected = forecast_meets(forecast, year_end);
    if (expected == Truth::unknown) return Outlook::unknown;
    return expected == Truth::yes ? Outlook::to_meet : Outlook::to_miss;
}

} // namespace qd::inline engine
