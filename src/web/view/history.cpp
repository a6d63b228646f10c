#include "web/view/history.hpp"

#include "base/text.hpp"
#include "views/hand_ins.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include <algorithm>

namespace qd::web {
namespace {

// The returns that carry a figure for this stretch of time, by when they became known, oldest first; each once.
std::vector<HandIn> hand_ins_by_time(const Visit& visit, const Figure& figure) {
    std::vector<HandIn> result;
    for (HandIn& each : hand_ins(visit.snapshot, figure, visit.view().as_at))
        if (result.empty() || result.back().from != each.from) result.push_back(std::move(each));
    std::ranges::stable_sort(result, {},
                             [](const HandIn& each) { return each.from->known_at.value_or(Instant{INT64_MAX}); });
    return result;
}

std::string known_words(const HandIn& each) {
    return each.from->known_at ? print_long(each.from->known_at->date()) : "on import";
}

// "15 January 2013: counted twice", "3 May 2013, withdrawn: another measure's"
std::string restated_words(const HandIn& each) {
    return known_words(each) + (each.is_withdrawn ? ", withdrawn" : "") +
           (each.from->reason.empty() ? "" : ": " + each.from->reason);
}

// "47db7062 6e495399 …": in groups that can be compared by eye.
std::string in_groups(std::string_view digits) {
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 8 == 0) grouped += ' ';
        grouped += digits[i];
    }
    return grouped;
}

const Definition* definition_at(const Measure& measure, Date day) {
    const Definition* in_force = nullptr;
    for (const Definition& definition : measure.definitions)
        if (!definition.from || *definition.from <= day) in_force = &definition;
    return in_force;
}

} // namespace

std::vector<Fields> history_rows(const Visit& visit, const Measure& measure, const Series& series) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::vector<Fields> rows;
    for (auto figure = series.points.rbegin(); figure != series.points.rend(); ++figure) {
        Fields row;
        row.text("period", calendar.label(figure->period)).flag("now", figure->period == visit.view().period);
        row.text("described",
                 figure->described == figure->period ? std::string{} : calendar.days_label(figure->described));
        const bool has_side = figure->beside && figure->beside->actual.has_value();
        row.text("in_period", has_side ? name_of(figure->beside->stretch, figure->beside->described) + ": " +
                                             show(measure, figure->beside->actual.value())
                                       : std::string{});
        row.text("value", value_words(measure, figure->actual)).flag("has_value", figure->actual.has_value());
        const auto part = [](const std::optional<Decimal>& value) {
            return value ? print_grouped(*value, *value == value->rounded(0) ? 0 : 1) : std::string{};
        };
        row.text("numerator", part(figure->numerator)).text("denominator", part(figure->denominator));
        std::vector<Fields> flags;
        for (const std::string& flag : split(print(figure->flags), ' '))
            flags.push_back(Fields{}.text("flag", replace_all(flag, "_", " ")));
        row.list("flags", std::move(flags));
        row.text("target", goal_words(measure, figure->goal)).flag("has_target", figure->goal && figure->goal->aim);
        row.object("status", status_tag(figure->status));
        const std::vector<HandIn> returns = hand_ins_by_time(visit, *figure);
        row.text("first", returns.empty() ? std::string{} : known_words(returns.front()));
        const std::string restated = returns.size() > 1 ? restated_words(returns.back()) : std::string{};
        row.text("restated", restated).text("row_note", figure->note);
        rows.push_back(std::move(row));
    }
    return rows;
}

Fields lineage_fields(const Visit& visit, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    Fields fields;
    fields.text("value", value_words(measure, figure.actual)).text("parts", parts_words(figure));
    std::string sum;
    if (figure.numerator && figure.denominator && figure.actual.has_value())
        sum = print_grouped(*figure.numerator, *figure.numerator == figure.numerator->rounded(0) ? 0 : 1) + " ÷ " +
              print_grouped(*figure.denominator, *figure.denominator == figure.denominator->rounded(0) ? 0 : 1) +
              " = " + print_fixed(figure.actual.value(), 4) + (measure.quantity == Quantity::percent ? "%" : "") +
              ", rounded once";
    fields.text("sum", sum).text("described", calendar.days_label(figure.described));
    const bool whole = figure.parts_present == figure.parts_expected;
    fields.text("coverage", whole ? std::string{}
                                  : std::to_string(figure.parts_present) + " of " +
                                        std::to_string(figure.parts_expected) + " parts are there");
    const Definition* definition = definition_at(measure, calendar.last_day(figure.period));
    fields.text("definition_since",
                definition != nullptr && definition->from ? print_long(*definition->from) : std::string{});
    fields.text("definition_source", definition == nullptr ? std::string{} : definition->source);
    const bool traced = figure.lineage.has_value();
    const Lineage lineage = figure.lineage.value_or(Lineage{});
    fields.flag("traced", traced).text("by", lineage.handed_in_by).text("signed", lineage.signed_off_by);
    fields.text("known", traced ? print_long(lineage.known_at.date()) : std::string{}).text("source", lineage.source);
    fields.text("hash", in_groups(lineage.source_sha256));
    fields.text("published", figure.published ? show(measure, *figure.published) : std::string{});
    fields.flag("published_differs", figure.published && figure.actual.has_value() &&
                                         show(measure, *figure.published) != show(measure, figure.actual.value()));
    return fields;
}

} // namespace qd::web
