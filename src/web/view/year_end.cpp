#include "web/view/year_end.hpp"

#include "documents/sections/measure_fan.hpp"
#include "documents/sections/reading_facts.hpp"
#include "web/view/tags.hpp"
#include "web/view/trend.hpp"
#include "web/view/wording.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::web {
namespace {

Fields computed_fields(const Measure& measure, const OutturnReading& outturn) {
    Fields fields;
    fields.text("outturn", show(measure, outturn.outturn));
    fields.text("interval", outturn.lower && outturn.upper
                                ? show(measure, *outturn.lower) + " to " + show(measure, *outturn.upper)
                                : std::string{});
    fields.text("chance", chance_of_target(outturn));
    fields.text("required", required_words(measure, outturn));
    return fields.text("made_from", made_from_words(outturn)).text("note", outturn.note);
}

} // namespace

void add_year_end(Fields& fields, const Visit& visit, const Measure& measure, const Series& series,
                  const Figure& figure) {
    const auto has_number = [](const Figure& point) { return point.actual.has_value(); };
    const auto reading = visit.snapshot.reading(measure.code, visit.view());
    const bool silent = !reading->forecast && reading->forecast.why().empty();
    if (std::ranges::none_of(series.points, has_number) || silent) {
        fields.none("year_ends");
        return;
    }
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    Fields section;
    section.text("day", print_long(calendar.last_day(calendar.year_of(figure.period))));
    section.text("target", figure.year_end && figure.year_end->aim ? goal_words(measure, figure.year_end) : "");
    section.text("officer", figure.forecast ? show_set(measure, *figure.forecast) : "");
    section.object("officer_outlook", web::outlook_tag(figure.outlook));
    section.text("officer_by", figure.forecast_by).text("why_not", reading->forecast.why());
    section.none("computed").none("fan");
    if (reading->forecast) {
        section.object("computed", computed_fields(measure, *reading->forecast));
        if (!reading->forecast->path.empty())
            section.object("fan", Fields{}.object("chart", chart_fields(forecast_fan(
                                                               measure_fan(visit.snapshot.content(), measure, series,
                                                                           figure, *reading->forecast, "fan")))));
    }
    fields.object("year_ends", std::move(section));
}

} // namespace qd::web
