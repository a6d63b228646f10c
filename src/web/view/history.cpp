#include "web/view/history.hpp"

#include "base/text.hpp"
#include "domain/coverage.hpp"
#include "views/hand_ins.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace qd::web {
namespace {

// The moments at which returns that carry a figure for this stretch of time became known, oldest first.
std::vector<const Return*> returns_with(const Visit& visit, const Figure& figure) {
    std::vector<const Return*> result;
    for (const HandIn& each : hand_ins(visit.snapshot, figure, visit.view().as_at))
        if (result.empty() || result.back() != each.from) result.push_back(each.from);
    std::ranges::stable_sort(result, {}, [](const Return* r) { return r->known_at.value_or(Instant{INT64_MAX}); });
    return result;
}

bool lies_in(const Content& content, AreaCode area, const AreaCode& whole) {
    for (std::size_t up = 0; up <= content.areas.size() && !area.empty(); ++up) { // a tree has no rings
        if (area == whole) return true;
        const Area* found = find_row(content.areas, area);
        area = found ? found->parent : AreaCode();
    }
    return false;
}

// What a figure was put together from: when each of its cells first became known, and the newest return that carries one.
struct PutTogether {
    std::optional<Instant> whole_since; // when the last of them was there
    const Return* newest = nullptr;
};

// The cells of one measure in an area and below it, period by period. They are read once for all figures of a page: a nation has
// thousands.
class CellsByPeriod {
public:
    CellsByPeriod(const Visit& visit, const Measure& measure, const AreaCode& whole)
        : content_(visit.snapshot.content()), whole_(whole) {
        for (const Return& handed_in : content_.returns) {
            const bool is_known = !handed_in.known_at || *handed_in.known_at <= visit.view().as_at;
            if (handed_in.measure == measure.code && counts(handed_in.state) && is_known) read(handed_in);
        }
    }

    // Of the periods within a stretch of time.
    PutTogether within(Period described) const {
        const Calendar& calendar = content_.settings.calendar;
        PutTogether found;
        for (const auto& [period, cells] : periods_) {
            if (calendar.first_day(period) < calendar.first_day(described) ||
                calendar.last_day(period) > calendar.last_day(described))
                continue;
            for (const auto& [area, known] : cells.first)
                if (!found.whole_since || known > *found.whole_since) found.whole_since = known;
            if (!found.newest || comes_after(*cells.newest, *found.newest)) found.newest = cells.newest;
        }
        return found;
    }

private:
    struct OfPeriod {
        std::unordered_map<AreaCode, Instant> first; // when something was first known of each area
        const Return* newest = nullptr;
    };

    static Instant known(const Return& handed_in) { return handed_in.known_at.value_or(Instant{INT64_MAX}); }
    static bool comes_after(const Return& one, const Return& other) { // of the same moment, the later in the list
        return known(one) != known(other) ? known(one) > known(other) : &one > &other;
    }

    void read(const Return& handed_in) {
        const ObservationColumns& columns = handed_in.observations.columns();
        std::vector<std::uint8_t> is_part;
        for (const AreaCode& area : columns.area_codes)
            is_part.push_back(lies_in(content_, area.empty() ? content_.settings.area : area, whole_));
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            if (columns.gaps[row] != 0 || is_part[columns.areas[row]] == 0) continue;
            const AreaCode& area = columns.area_codes[columns.areas[row]];
            OfPeriod& cells = periods_[columns.period_list[columns.periods[row]]];
            const auto [cell, is_new] =
                cells.first.try_emplace(area.empty() ? content_.settings.area : area, known(handed_in));
            if (!is_new) cell->second = std::min(cell->second, known(handed_in));
            if (!cells.newest || !comes_after(*cells.newest, handed_in)) cells.newest = &handed_in;
        }
    }

    const Content& content_;
    AreaCode whole_;
    std::map<Period, OfPeriod> periods_;
};

std::string known_words(const Return& handed_in) {
    return handed_in.known_at ? print_long(handed_in.known_at->date()) : "on import";
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

// When a figure was first known, and whether it was restated since. What is put together was known when the last of its parts was.
void add_knowledge(Fields& row, const Visit& visit, const CellsByPeriod& cells, const Figure& figure) {
    const auto returns = returns_with(visit, figure);
    const Return* newest = returns.size() > 1 ? returns.back() : nullptr;
    std::string first = returns.empty() ? std::string{} : known_words(*returns.front());
    if (returns.empty()) {
        const PutTogether parts = cells.within(figure.described);
        const bool is_whole = parts.whole_since && figure.actual.has_value();
        if (is_whole)
            first = "by its parts, " +
                    (parts.whole_since->seconds() == INT64_MAX ? "on import" : print_long(parts.whole_since->date()));
        else if (parts.whole_since)
            first = "in part only";
        if (is_whole && parts.newest->known_at > parts.whole_since) newest = parts.newest;
    }
    std::string restated;
    if (newest) restated = known_words(*newest) + (newest->reason.empty() ? "" : ": " + newest->reason);
    row.text("first", first).text("restated", restated);
}

} // namespace

std::vector<Fields> history_rows(const Visit& visit, const Measure& measure, const Series& series) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    const CellsByPeriod cells(visit, measure, series.area);
    std::vector<Fields> rows;
    for (auto figure = series.points.rbegin(); figure != series.points.rend(); ++figure) {
        Fields row;
        row.text("period", calendar.label(figure->period)).flag("now", figure->period == visit.view().period);
        row.text("described",
                 figure->described == figure->period ? std::string{} : calendar.days_label(figure->described));
        const bool has_side = figure->beside && figure->beside->actual.has_value();
        const auto coverage = coverage_of(calendar, measure, *figure);
        row.text("covers", coverage ? words_of(*coverage) : std::string{});
        row.text("in_period", has_side ? name_of(figure->beside->stretch, figure->beside->described) + ": " +
                                             show(measure, figure->beside->actual.value())
                                       : std::string{});
        row.text("value", show(measure, figure->actual)).flag("has_value", figure->actual.has_value());
        const auto part = [](const std::optional<Decimal>& value) {
            return value ? part_words(*value) : std::string{};
        };
        row.text("numerator", part(figure->numerator)).text("denominator", part(figure->denominator));
        std::vector<Fields> flags;
        for (const std::string& flag : flags_in_words(figure->flags)) flags.push_back(Fields{}.text("flag", flag));
        row.list("flags", std::move(flags));
        row.text("target", goal_words(measure, figure->goal)).flag("has_target", figure->goal && figure->goal->aim);
        row.object("status", web::status_tag(figure->status));
        add_knowledge(row, visit, cells, *figure);
        row.text("row_note", figure->note);
        rows.push_back(std::move(row));
    }
    return rows;
}

Fields lineage_fields(const Visit& visit, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    Fields fields;
    fields.text("value", show(measure, figure.actual)).text("parts", parts_words(figure));
    std::string sum;
    if (figure.numerator && figure.denominator && figure.actual.has_value())
        sum = part_words(*figure.numerator) + " ÷ " + part_words(*figure.denominator) + " = " +
              print_fixed(figure.actual.value(), 4) + (measure.quantity == Quantity::percent ? "%" : "") +
              ", rounded once";
    fields.text("sum", sum).text("described", calendar.days_label(figure.described));
    const bool whole = figure.parts_present == figure.parts_expected;
    const auto coverage = coverage_of(calendar, measure, figure);
    fields.text("coverage", coverage ? words_of(*coverage) + " are there"
                            : whole  ? std::string{}
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
    fields.text("cell", lineage.cell);
    fields.text("hash", in_groups(lineage.source_sha256));
    fields.text("published", figure.published ? show(measure, *figure.published) : std::string{});
    fields.flag("published_differs", figure.published && figure.actual.has_value() &&
                                         show(measure, *figure.published) != show(measure, figure.actual.value()));
    return fields;
}

} // namespace qd::web
