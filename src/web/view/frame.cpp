#include "web/view/frame.hpp"

#include "documents/phrases.hpp"

#include <algorithm>
#include <array>

namespace qd::web {
namespace {

constexpr std::array<std::string_view, 3> frame_parameters{"period", "area", "as_at"};

// How much of the year has passed by its end, in quarters: the mark next to the period.
int quarters_passed(const Calendar& calendar, Period period) {
    if (period.grain() == Grain::span || period.grain() == Grain::academic_year) return 4;
    const int all = calendar.periods_a_year(period.grain());
    return std::clamp(calendar.position_in_year(period) * 4 / all, 1, 4);
}

std::vector<Fields> period_options(const Visit& visit) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::vector<Fields> options;
    const auto offer = [&](Period period) {
        options.push_back(Fields{}
                              .text("value", calendar.text(period))
                              .text("word", calendar.label(period))
                              .flag("chosen", period == visit.view().period));
    };
    const std::vector<Period>& offered = visit.snapshot.periods();
    if (std::ranges::find(offered, visit.view().period) == offered.end()) offer(visit.view().period);
    for (auto period = offered.rbegin(); period != offered.rend(); ++period) offer(*period);
    return options;
}

std::vector<Fields> area_options(const Visit& visit) {
    std::vector<Fields> options;
    for (const Area& area : visit.snapshot.content().areas)
        options.push_back(Fields{}
                              .text("value", area.code.text())
                              .text("word", area.name + " (" + std::string{print(area.kind)} + ")")
                              .flag("chosen", area.code == visit.view().area));
    return options;
}

// What else the page was asked for, so that choosing another period keeps the filters.
std::vector<Fields> kept_parameters(const Visit& visit) {
    std::vector<Fields> kept;
    for (const auto& [name, value] : visit.address.parameters())
        if (!value.empty() && std::ranges::find(frame_parameters, name) == frame_parameters.end())
            kept.push_back(Fields{}.text("name", name).text("value", value));
    return kept;
}

} // namespace

std::vector<Fields> kept_frame(const Visit& visit) {
    std::vector<Fields> kept;
    for (const std::string_view name : frame_parameters)
        if (const std::string_view value = visit.parameter(name); !value.empty())
            kept.push_back(Fields{}.text("name", name).text("value", value));
    return kept;
}

Fields frame(const Visit& visit) {
    const View& view = visit.view();
    const Content& content = visit.snapshot.content();
    const Calendar& calendar = content.settings.calendar;
    Fields fields;
    fields.text("disc", "quarter-" + std::to_string(quarters_passed(calendar, view.period)));
    fields.text("period", calendar.label(view.period)).text("days", calendar.days_label(view.period));
    fields.text("area", area_name(content, view.area)).text("as_at", print_long(view.as_at.date()));
    fields.text("as_at_day", visit.parameter("as_at").empty() ? std::string{} : print(view.as_at.date()));
    fields.text("today", visit.shows_meeting() ? visit.link(visit.address.path(), {{"as_at", print(visit.now.date())}})
                                               : std::string{});
    fields.text("action", visit.address.path());
    fields.list("periods", period_options(visit))
        .list("areas", area_options(visit))
        .list("kept", kept_parameters(visit));
    return fields;
}

} // namespace qd::web
