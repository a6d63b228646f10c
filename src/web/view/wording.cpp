#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/words_of.hpp"
#include "domain/told.hpp"

#include <algorithm>

namespace qd::web {

std::string year_target_words(const Measure& measure, const Figure& figure) {
    const std::string change = target_change(measure, figure);
    return goal_words(measure, figure.year_end) + (change.empty() ? "" : ", " + change);
}

std::string quantity_words(const Measure& measure) {
    switch (measure.quantity) {
    case Quantity::percent: return "%";
    case Quantity::rate: return "per " + print_grouped(Decimal::whole(measure.per), 0);
    default: return std::string{print(measure.quantity)};
    }
}

std::string roll_up_words(const Measure& measure) {
    if (measure.grain == Grain::academic_year) return "school year";
    switch (measure.roll_up) {
    case RollUp::last: return measure.grain == Grain::year ? "once a year" : "latest figure";
    case RollUp::rolling: return "rolling year";
    case RollUp::mean: return "mean of the year so far";
    default: return "year so far";
    }
}

std::string owner_words(const Content& content, const UnitCode& code) {
    if (const Unit* unit = find_row(content.units, code)) return unit->post.empty() ? unit->name : unit->post;
    return code.empty() ? "not given" : code.text();
}

std::string period_words(const Calendar& calendar, Period period, Period seen_from) {
    const bool positioned = period.grain() == Grain::quarter || period.grain() == Grain::half;
    if (positioned && period.grain() == seen_from.grain() && period.start_year() == seen_from.start_year())
        return (period.grain() == Grain::quarter ? "quarter " : "half ") + std::to_string(period.number());
    return calendar.label(period);
}

std::string short_label(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return "to meet";
    case Outlook::to_miss: return "to miss";
    case Outlook::met: return "met";
    case Outlook::missed: return "missed";
    case Outlook::unknown: break;
    }
    return "none";
}

std::string tally_words(const StatusTally& tally) { return join(words_of(tally, "left blank"), ", "); }

std::string stretches_words(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    const SideFigure& side = *figure.beside;
    std::string words = name_of(figure.stretch, figure.described) + "; ";
    if (figure.stretch == StretchKind::own)
        words = "in " + period_words(calendar, figure.described, figure.period) + "; ";
    return words +
           (side.stretch == StretchKind::own ? period_words(calendar, side.described, figure.period)
                                             : name_of(side.stretch, side.described)) +
           ": " + words_of(side_words(measure, side));
}

std::optional<Fields> way(const Measure& measure, const Calendar& calendar, const Figure& figure,
                          const Movement& movement) {
    if (movement.direction == Direction::not_comparable) {
        const std::string told = told_words(movement);
        return told.empty() ? std::nullopt : std::optional(way_fields({CourseTag{course_told(movement), told}}));
    }
    Spans words;
    if (figure.beside && movement.now) {
        const Period described = movement.stretch == figure.stretch ? figure.described : figure.beside->described;
        words = plain(show(measure, *movement.now) + " " + words_behind(movement.stretch, described) + ", ");
    }
    words.push_back(course_tag(measure, movement));
    if (movement.period) append(words, plain(" on " + period_words(calendar, *movement.period, figure.period)));
    if (!movement.areas.empty()) append(words, plain(", before it replaced others"));
    if (is_told_otherwise(movement)) append(words, plain("; reported differently: " + told_words(movement)));
    return way_fields(words);
}

Fields way_fields(const Spans& words) {
    Course course = Course::level;
    for (const Span& span : words)
        if (const auto* tag = std::get_if<CourseTag>(&span)) course = tag->course;
    return Fields{}
        .text("arrow", course == Course::up     ? "up"
                       : course == Course::down ? "down"
                                                : "level")
        .text("words", words_of(words));
}

} // namespace qd::web
