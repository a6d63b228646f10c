#include "engine/disclosure.hpp"

#include "domain/formula.hpp"
#include "engine/disclosure_table.hpp"
#include "engine/find_measure.hpp"
#include "engine/published_figures.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

const Stretch earliest{*Date::from_ymd(1, 1, 1), *Date::from_ymd(1, 1, 1)};

} // namespace

// A measure with its breakdowns, and the table that they stand in.
struct Disclosure::Family {
    std::vector<const Measure*> measures;
    DisclosureTable table;
};

Disclosure::Disclosure(const Content& content, Instant as_at) : content_(content) {
    const Known known(content, as_at);
    std::vector<Family> families;
    for (const Measure& whole : content.measures) {
        std::vector<const Measure*> measures{&whole};
        for (const Measure& part : content.measures)
            if (part.parent == whole.code && is_about(part)) measures.push_back(&part);
        // A breakdown stands in the table of its whole, and in one of its own if it has breakdowns.
        const Measure* parent = measure_if(content, whole.parent);
        if (!is_about(whole) || (measures.size() == 1 && parent && is_about(*parent))) continue;
        families.push_back({measures, DisclosureTable(known, measures)});
    }
    std::size_t before = 0;
    do { // what is hidden in one table may be told by another: a formula by its inputs, a part by the table of its parts
        before = hidden_.size();
        for (const Family& family : families) hide_in(family);
        hide_by_formula();
    } while (hidden_.size() != before);
}

void Disclosure::hide_in(const Family& family) {
    const Suppression& rule = content_.settings.suppression;
    std::vector<PublishedCell> given_away;
    for (std::size_t i = 0; i < family.measures.size(); ++i) {
        const MeasureCode& code = family.measures[i]->code;
        for (auto cell = hidden_.lower_bound({code, AreaCode(), earliest});
             cell != hidden_.end() && std::get<0>(*cell) == code; ++cell)
            given_away.push_back({i, std::get<1>(*cell), std::get<2>(*cell)});
    }
    const auto cells =
        rule.rounding > 0 ? family.table.small(rule.rule()) : family.table.hidden(rule.rule(), given_away);
    for (const PublishedCell& cell : cells)
        hidden_.emplace(family.measures[cell.measure]->code, cell.area, cell.stretch);
}

// A measure with a formula and what it is computed from are hidden together, where they stand for the same days: with all but
// one of them the formula tells the last. All that are protected go with it, since none of them says which one keeps it safe;
// where none is, all of them.
void Disclosure::hide_by_formula() {
    const auto hidden = hidden_;
    for (const Measure& measure : content_.measures) {
        const auto formula = Formula::parse(measure.formula);
        if (!formula) continue;
        std::vector<MeasureCode> goes_with;
        for (const MeasureCode& each : formula->inputs())
            if (const Measure* input = measure_if(content_, each); input && is_about(*input)) goes_with.push_back(each);
        if (goes_with.empty()) goes_with.assign(formula->inputs().begin(), formula->inputs().end());
        for (const auto& [code, area, stretch] : hidden) {
            if (std::ranges::find(formula->inputs(), code) != formula->inputs().end())
                hidden_.emplace(measure.code, area, stretch);
            if (code != measure.code) continue;
            for (const MeasureCode& each : goes_with) hidden_.emplace(each, area, stretch);
        }
    }
}

bool Disclosure::is_about(const Measure& measure) const { return is_protected(content_.settings.suppression, measure); }

bool Disclosure::hides(const MeasureCode& measure, const AreaCode& area, Period described) const {
    const Calendar& calendar = content_.settings.calendar;
    if (hidden_.contains({measure, area, stretch_of(calendar, described)})) return true;
    // a row under a period's name may be the year to date at its end
    const Measure* found = measure_if(content_, measure);
    if (!found || found->roll_up != RollUp::by_hand || described.grain() == Grain::span) return false;
    return hidden_.contains({measure, area, stretch_of(calendar, calendar.year_to_date(described))});
}

bool Disclosure::hides_any(const MeasureCode& measure) const {
    const Measure* found = measure_if(content_, measure);
    const bool is_rounded = content_.settings.suppression.rounding > 1 && found && is_about(*found);
    return is_rounded || std::ranges::any_of(hidden_, [&](const auto& cell) { return std::get<0>(cell) == measure; });
}

} // namespace qd::inline engine
