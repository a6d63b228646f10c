#include "engine/published.hpp"

#include "engine/disclosure.hpp"
#include "engine/published_registers.hpp"
#include "engine/sheet.hpp"
#include "statistics/suppression.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline engine {
namespace {

// When all was known that ever became known.
Instant last_moment(const Content& content) {
    Instant last;
    for (const Return& each : content.returns)
        if (each.known_at && counts(each.state)) last = std::max(last, *each.known_at);
    return last;
}

Decimal rounded_to(Decimal count, int base) {
    return Decimal::whole(rounded_to_base(count.rounded(0).millionths() / Decimal::scale, base));
}

// One protected measure, cell by cell.
class PublishedMeasure {
public:
    PublishedMeasure(const Known& known, const Measure& measure, const Disclosure& disclosure)
        : known_(known), measure_(measure), disclosure_(disclosure), areas_(all_areas(known)),
          sheet_(known, measure, areas_) {}

    std::vector<Return> returns() {
        std::map<std::size_t, Return> made; // by the return that it was read from
        for (const AreaCode& area : areas_) {
            for (const CellPlace& place : sheet_.cells().of(area)) {
                const Return& given = known_.content.returns[place.return_index];
                const auto [found, is_new] = made.try_emplace(place.return_index);
                if (is_new) found->second = without_rows(given);
                found->second.observations.add(published(given.observations.at(place.row), area));
            }
        }
        std::vector<Return> all;
        for (auto& [index, each] : made) all.push_back(std::move(each));
        for (const auto& [area, stretch] : hidden_) add_totals(area, stretch);
        if (totals_.size() > 0) {
            Return totals;
            totals.measure = measure_.code;
            totals.known_at = known_.as_at;
            totals.source = "published totals";
            totals.observations = std::move(totals_);
            all.push_back(std::move(totals));
        }
        return all;
    }

private:
    static std::vector<AreaCode> all_areas(const Known& known) {
        std::set<AreaCode> areas{known.content.settings.area};
        for (const Area& area : known.content.areas) areas.insert(area.code);
        return {areas.begin(), areas.end()};
    }

    static Return without_rows(const Return& given) {
        Return made;
        made.measure = given.measure;
        made.known_at = given.known_at;
        made.state = given.state;
        made.source = given.source;
        made.source_sha256 = given.source_sha256;
        made.origin = given.origin;
        return made;
    }

    Observation published(Observation row, const AreaCode& area) {
        if (disclosure_.hides(measure_.code, area, row.period)) {
            hidden_.insert({area, sheet_.stretch(row.period)});
            Observation gap;
            gap.area = row.area;
            gap.period = row.period;
            gap.reported_in = row.reported_in;
            gap.target = row.target;
            gap.gap = GapReason::suppressed;
            return gap;
        }
        round(row);
        return row;
    }

    void round(Observation& row) const {
        const int base = known_.content.settings.suppression.rounding;
        if (base <= 1) return;
        for (std::optional<Decimal>* part : {&row.numerator, &row.denominator})
            if (*part) *part = rounded_to(**part, base);
        if (row.value && measure_.quantity == Quantity::count) row.value = rounded_to(*row.value, base);
        row.published.reset();
    }

    // What is shown although a part of it is hidden: of the areas around, and of longer stretches of time.
    void add_totals(const AreaCode& hidden, const Stretch& stretch) {
        for (AreaCode area = hidden; !area.empty(); area = above(area)) {
            if (area != hidden) add_total(area, stretch, sheet_.amount(area, stretch));
            if (measure_.roll_up == RollUp::last || measure_.grain == Grain::span) continue;
            for (const Period period : sheet_.periods(area)) {
                if (period.grain() != measure_.grain) continue;
                const Shown built_up = sheet_.rolled(area, period);
                add_if_around(area, stretch, sheet_.stretch(built_up.described), built_up.actual);
                for (const Grain grain : {Grain::quarter, Grain::half, Grain::year}) {
                    const Period whole = sheet_.calendar().containing(grain, sheet_.calendar().last_day(period));
                    if (sheet_.stretch(whole).holds(sheet_.stretch(period)))
                        add_if_around(area, stretch, sheet_.stretch(whole), sheet_.own_amount(area, whole));
                }
            }
        }
    }
    void add_if_around(const AreaCode& area, const Stretch& part, const Stretch& whole, const Amount& amount) {
        if (whole != part && whole.holds(part)) add_total(area, whole, amount);
    }
    void add_total(const AreaCode& area, const Stretch& stretch, const Amount& amount) {
        const Period period = Period::span(stretch.first, stretch.last);
        if (!amount.number || sheet_.cells().find(area, stretch) || disclosure_.hides(measure_.code, area, period))
            return;
        if (!added_.insert({area, stretch}).second) return;
        Observation row;
        row.area = area;
        row.period = period;
        row.flags = amount.flags;
        row.numerator = amount.numerator;
        row.denominator = amount.denominator;
        if (!row.numerator || !row.denominator) {
            row.numerator = row.denominator = std::nullopt;
            row.value = amount.number->rounded();
        }
        round(row);
        totals_.add(row);
    }
    AreaCode above(const AreaCode& area) const {
        const Area* found = known_.areas.find(area);
        return found ? found->parent : AreaCode();
    }

    const Known& known_;
    const Measure& measure_;
    const Disclosure& disclosure_;
    std::vector<AreaCode> areas_;
    Sheet sheet_;
    std::set<std::pair<AreaCode, Stretch>> hidden_, added_;
    Observations totals_;
};

} // namespace

bool is_protected(const Suppression& rule, const Measure& measure) {
    if (!rule.measures.empty()) return std::ranges::find(rule.measures, measure.code) != rule.measures.end();
    return measure.quantity == Quantity::percent || measure.quantity == Quantity::rate ||
           measure.quantity == Quantity::count;
}

Content published_content(const Content& content) {
    const Known known(content, last_moment(content));
    const Disclosure disclosure(content, known.as_at);
    Content published = content;
    published.statements.clear();
    std::set<MeasureCode> is_about, hidden;
    for (const Measure& measure : content.measures) {
        if (is_protected(content.settings.suppression, measure)) is_about.insert(measure.code);
        if (disclosure.hides_any(measure.code)) hidden.insert(measure.code);
    }
    std::erase_if(published.forecasts, [&](const OfficerForecast& each) { return hidden.contains(each.measure); });
    std::erase_if(published.updates, [&](const Update& each) {
        return each.subject.kind == SubjectKind::measure && hidden.contains(MeasureCode(each.subject.code));
    });
    std::erase_if(published.returns, [&](const Return& each) { return is_about.contains(each.measure); });
    for (Return& each : published.returns) {
        each.handed_in_by.clear();
        each.signed_off_by.clear();
        each.reason.clear();
    }
    for (const Measure& measure : content.measures) {
        if (!is_about.contains(measure.code)) continue;
        std::vector<Return> made = PublishedMeasure(known, measure, disclosure).returns();
        std::ranges::move(made, std::back_inserter(published.returns));
    }
    return published_registers(std::move(published));
}

} // namespace qd::inline engine
