#include "web/view/figure_row.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "domain/coverage.hpp"
#include "web/view/tags.hpp"
#include "web/view/trend.hpp"
#include "web/view/wording.hpp"

#include <algorithm>

namespace qd::web {
namespace {

constexpr std::size_t longest_target = 40; // characters of a target in words; the measure's page has them all

// How far from its aim, in millionths of the aim; 0 = reached or not to be judged.
Decimal distance(const Figure& figure) {
    if (!figure.actual.has_value() || !figure.goal || !figure.goal->aim) return Decimal{0};
    if (figure.status.status != Status::red && figure.status.status != Status::amber) return Decimal{0};
    return Decimal::ratio_if((figure.actual.value() - *figure.goal->aim).abs(), figure.goal->aim->abs())
        .value_or(Decimal{0});
}

int rank(const Figure& figure) {
    if (!is_off_target(figure)) return 3;
    if (figure.status.status == Status::red || figure.outlook == Outlook::missed) return 0;
    return figure.actual.has_value() ? 1 : 2;
}

std::vector<const Figure*> pointers(const std::vector<Figure>& figures) {
    std::vector<const Figure*> result;
    for (const Figure& figure : figures) result.push_back(&figure);
    return result;
}

void add_actual(Fields& row, const Visit& visit, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    row.text("actual", show(measure, figure.actual)).flag("has_actual", figure.actual.has_value());
    std::string below = parts_words(figure);
    if (figure.beside) below = stretches_words(calendar, measure, figure);
    if (std::string due = due_words(figure); !due.empty()) below = std::move(due);
    const bool tells_stretch =
        figure.actual.has_value() && (calendar.last_day(figure.described) != calendar.last_day(figure.period) ||
                                      calendar.first_day(figure.described) > calendar.first_day(figure.period));
    if (tells_stretch) below += (below.empty() ? "" : ", ") + calendar.label(figure.described);
    if (const auto coverage = coverage_of(calendar, measure, figure))
        below = words_of(*coverage) + (below.empty() ? "" : "; ") + below;
    row.text("actual_below", below);
    std::vector<Fields> flags;
    for (const std::string& flag : flags_in_words(figure.flags)) flags.push_back(Fields{}.text("flag", flag));
    row.list("flags", std::move(flags));
}

void add_target(Fields& row, const Measure& measure, const Figure& figure) {
    row.text("target", shorten(goal_words(measure, figure), longest_target))
        .flag("has_target", figure.goal && figure.goal->aim);
    row.text("year_target",
             figure.year_end && figure.year_end->aim ? goal_words(measure, figure.year_end) : std::string{});
    const bool other =
        figure.year_end && figure.year_end->aim && figure.goal && figure.year_end->aim != figure.goal->aim;
    const bool is_told = other || figure.year_end_was.has_value();
    row.text("target_below", is_told ? "year end: " + year_target_words(measure, figure) : std::string{});
}

void add_ways(Fields& row, const Visit& visit, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::vector<Fields> ways;
    if (auto previous = way(measure, calendar, figure, figure.previous)) ways.push_back(std::move(*previous));
    if (figure.last_year.period != figure.previous.period)
        if (auto last_year = way(measure, calendar, figure, figure.last_year)) ways.push_back(std::move(*last_year));
    row.flag("any_ways", !ways.empty()).list("ways", std::move(ways));
}

// Nothing to say but the outlook: a phone shows such a row in one line.
bool row_is_plain(const Figure& figure) { return !figure.forecast && figure.flags == 0 && figure.note.empty(); }

} // namespace

Fields figure_row(const Visit& visit, const Figure& figure, const Series& series) {
    const Content& content = visit.snapshot.content();
    const Measure& measure = visit.snapshot.measure(figure.measure);
    Fields row;
    row.text("code", measure.code.text()).text("title", measure.title).text("short_title", short_name(measure));
    row.text("href", visit.link("/measures/" + measure.code.text()));
    row.text("kind", measure.polarity == Polarity::none ? quantity_words(measure)
                                                        : quantity_words(measure) + " · " + label(measure.polarity));
    row.text("roll_up", roll_up_words(measure)).text("trend", small_trend(visit, measure, series, figure));
    add_actual(row, visit, measure, figure);
    add_target(row, measure, figure);
    row.object("status", web::status_tag(figure.status)).flag("judged", figure.status.basis == Verdict::Basis::judged);
    row.text("red_in", figure.red_parts.empty() ? std::string{} : area_names(content, figure.red_parts));
    row.object("outlook", web::outlook_tag(figure.outlook));
    row.text("forecast", figure.forecast ? show_set(measure, *figure.forecast) : std::string{});
    add_ways(row, visit, measure, figure);
    const bool bare = !figure.actual.has_value() && !figure.goal && figure.status.status == Status::not_rated;
    row.flag("bare", bare && row_is_plain(figure));
    row.text("owner", owner_words(content, measure.owner)).flag("has_owner", !measure.owner.empty());
    return row;
}

std::vector<const Figure*> exceptions_first(const std::vector<Figure>& figures) {
    std::vector<const Figure*> result = pointers(figures);
    std::ranges::stable_sort(result, [](const Figure* a, const Figure* b) {
        return rank(*a) != rank(*b) ? rank(*a) < rank(*b) : rank(*a) < 3 && distance(*a) > distance(*b);
    });
    return result;
}

std::vector<const Figure*> furthest_first(const std::vector<Figure>& figures) {
    std::vector<const Figure*> result = pointers(figures);
    std::ranges::stable_sort(result, [](const Figure* a, const Figure* b) { return distance(*a) > distance(*b); });
    return result;
}

const Series& series_of(const Courses& all, const MeasureCode& measure) {
    static const Series none;
    const auto found = std::ranges::find(all, measure, [](const auto& each) { return each->measure; });
    return found == all.end() ? none : **found;
}

} // namespace qd::web
