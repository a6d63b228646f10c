#include "engine/published_figures.hpp"

#include "domain/formula.hpp"
#include "engine/disclosure.hpp"
#include "engine/disclosure_table.hpp"
#include "engine/known.hpp"
#include "engine/readable.hpp"
#include "engine/related_measures.hpp"
#include "engine/share_out.hpp"
#include "engine/sheet.hpp"
#include "statistics/suppression.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace qd::inline engine {
namespace {

// When all was known that ever became known.
Instant last_moment(const MeasuredContent& content) {
    Instant last;
    for (const Return& each : content.returns)
        if (each.known_at && counts(each.state)) last = std::max(last, *each.known_at);
    return last;
}

Decimal rounded_to(Decimal count, int base) {
    return Decimal::whole(rounded_to_base(count.rounded(0).millionths() / Decimal::scale, base));
}

bool holds_small(const Observations& rows, const Measure& measure, const SuppressionRule& rule) {
    const auto is_small = [&](const std::optional<Decimal>& number) {
        const auto count = count_in(number);
        return count && rule.hides(*count);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Observation row = rows.at(i);
        if (is_small(row.numerator) || is_small(row.denominator) ||
            (measure.quantity == Quantity::count && is_small(row.value)))
            return true;
    }
    return false;
}

// One measure with figures hidden, now or before, cell by cell.
class PublishedMeasure {
public:
    PublishedMeasure(const Known& known, const Measure& measure, const Disclosure& disclosure)
        : known_(known), measure_(measure), disclosure_(disclosure), areas_(all_areas(known)),
          sheet_(known, measure, areas_) {}

    std::vector<Return> returns() {
        std::map<std::size_t, Return> made; // by the return that it was read from
        for (const AreaCode& area : areas_) {
            for (const CellPlace& place : sheet_.cells().of(area)) {
                for (const EarlierWord& word : sheet_.cells().before(place))
                    if (Return* into = return_of(word.return_index, made))
                        into->observations.add(suppressed(row_of(word.return_index, word.row)));
                if (Return* into = return_of(place.return_index, made))
                    into->observations.add(published(row_of(place.return_index, place.row), area));
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

    // What is to contain the published rows of a return; null = a formula made it, and will again.
    Return* return_of(std::size_t index, std::map<std::size_t, Return>& made) const {
        const Return& given = known_.content.returns[index];
        if (given.origin == Origin::computed) return nullptr;
        const auto [found, is_new] = made.try_emplace(index);
        if (is_new) found->second = open_members(given);
        return &found->second;
    }
    Observation row_of(std::size_t index, std::size_t row) const {
        return known_.content.returns[index].observations.at(row);
    }

    static Observation suppressed(const Observation& row) {
        Observation gap;
        gap.area = row.area;
        gap.period = row.period;
        gap.reported_in = row.reported_in;
        gap.target = row.target;
        gap.denied = row.denied;
        gap.gap = GapReason::suppressed;
        return gap;
    }

    Observation published(Observation row, const AreaCode& area) {
        if (disclosure_.hides(measure_.code, area, row.period)) {
            hidden_.insert({area, sheet_.stretch(row.period)});
            return suppressed(row);
        }
        round(row);
        return row;
    }

    void round(Observation& row) const {
        const int base = known_.content.settings.suppression.rounding;
        if (base <= 1 || !is_protected(known_.content.settings.suppression, measure_)) return;
        for (std::optional<Decimal>* part : {&row.numerator, &row.denominator})
            if (*part) *part = rounded_to(**part, base);
        if (row.value && measure_.quantity == Quantity::count) row.value = rounded_to(*row.value, base);
        row.published.reset();
    }

    // What is shown although a part of it is hidden: of the areas around, and of longer stretches of time.
    void add_totals(const AreaCode& hidden, const Stretch& stretch) {
        for (AreaCode area = hidden; !area.empty(); area = above(area)) {
            if (area != hidden) add_total(area, stretch, sheet_.amount(area, stretch));
            // a figure that is not the sum of its parts would reveal the hidden one
            if (!adds_up_over_time(measure_) || measure_.grain == Grain::span) continue;
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

// The returns of a group of measures, which is all that `content` has.
class GroupFigures {
public:
    explicit GroupFigures(const MeasuredContent& content)
        : content_(content), known_(content, last_moment(content)), disclosure_(content, known_.as_at) {
        find_withheld();
        find_one_word();
    }

    const std::set<MeasureCode>& withheld() const { return withheld_; }
    std::vector<Return> returns() const;

private:
    void find_withheld();
    void find_one_word();
    void add_what_formulas_join(std::set<MeasureCode>& measures, bool inputs_too) const;
    std::vector<Return> all_words() const;

    const MeasuredContent& content_;
    Known known_;
    Disclosure disclosure_;
    std::set<MeasureCode> withheld_;
    std::set<MeasureCode> one_word_; // with only the newest version of each cell published
};

void GroupFigures::find_withheld() {
    for (const Measure& measure : content_.measures)
        if (disclosure_.hides_any(measure.code)) withheld_.insert(measure.code);
    add_what_formulas_join(withheld_, false);
}

// Those with a small count, now or before: with its earlier versions, a cell that is shown would reveal a hidden one.
void GroupFigures::find_one_word() {
    one_word_ = withheld_;
    std::map<MeasureCode, const Measure*> protected_measures;
    for (const Measure& measure : content_.measures)
        if (is_protected(content_.settings.suppression, measure)) protected_measures.emplace(measure.code, &measure);
    for (const Return& each : content_.returns) {
        const auto found = protected_measures.find(each.measure);
        if (found == protected_measures.end() || !counts(each.state) || one_word_.contains(each.measure)) continue;
        if (holds_small(each.observations, *found->second, content_.settings.suppression.rule()))
            one_word_.insert(each.measure);
    }
    std::size_t before = 0;
    do {
        before = one_word_.size();
        add_what_formulas_join(one_word_, true);
        std::set<MeasureCode> wholes;
        for (const auto& [code, measure] : protected_measures)
            if (one_word_.contains(code) && !measure->parent.empty()) wholes.insert(measure->parent);
        for (const Measure& measure : content_.measures)
            if (wholes.contains(measure.code) || wholes.contains(measure.parent)) one_word_.insert(measure.code);
    } while (one_word_.size() != before);
}

// A measure with a formula joins what it is computed from, and with `inputs_too` the other way round as well.
void GroupFigures::add_what_formulas_join(std::set<MeasureCode>& measures, bool inputs_too) const {
    std::size_t before = 0;
    do {
        before = measures.size();
        for (const Measure& measure : content_.measures) {
            const auto formula = Formula::parse(measure.formula);
            if (!formula) continue;
            const auto& inputs = formula->inputs();
            if (std::ranges::any_of(inputs, [&](const MeasureCode& input) { return measures.contains(input); }))
                measures.insert(measure.code);
            if (inputs_too && measures.contains(measure.code)) measures.insert(inputs.begin(), inputs.end());
        }
    } while (measures.size() != before);
}

std::vector<Return> GroupFigures::all_words() const {
    std::vector<Return> made;
    for (const Return& given : content_.returns) {
        if (!counts(given.state) || given.origin == Origin::computed || one_word_.contains(given.measure)) continue;
        made.push_back(open_members(given));
        made.back().observations = given.observations;
    }
    return made;
}

std::vector<Return> GroupFigures::returns() const {
    std::vector<Return> all = all_words();
    for (const Measure& measure : content_.measures) {
        if (!one_word_.contains(measure.code)) continue;
        std::vector<Return> made = PublishedMeasure(known_, measure, disclosure_).returns();
        std::ranges::move(made, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, &Return::measure);
    return all;
}

using Group = std::vector<const Measure*>;
using ByMeasure = std::unordered_map<MeasureCode, std::vector<const Return*>>;

std::set<MeasureCode> codes_of(const Group& group) {
    std::set<MeasureCode> codes;
    for (const Measure* measure : group) codes.insert(measure->code);
    return codes;
}

// It is given nothing but its own part of the content, so it cannot follow from anything else.
std::shared_ptr<const PublishedGroup> published_group(const MeasuredContent& content, const Group& group,
                                                      const ByMeasure& returns) {
    MeasuredContent part;
    static_cast<OrganisationContent&>(part) = content;
    for (const Measure* measure : group) {
        part.measures.push_back(*measure);
        if (const auto found = returns.find(measure->code); found != returns.end())
            for (const Return* each : found->second) part.returns.push_back(*each);
    }
    const GroupFigures figures(part);
    return std::make_shared<const PublishedGroup>(
        PublishedGroup{codes_of(group), figures.withheld(), figures.returns()});
}

using ByFirst = std::map<MeasureCode, std::shared_ptr<const PublishedGroup>>; // by the first of its measures

ByFirst by_first(const PublishedFigures& figures) {
    ByFirst found;
    for (const auto& group : figures) found.emplace(*group->measures.begin(), group);
    return found;
}

// A group as it was; null where something in it changed.
std::shared_ptr<const PublishedGroup> kept(const std::set<MeasureCode>& codes, const ByFirst& before,
                                           const Changed& changed) {
    const auto has_changed = [&](const MeasureCode& each) { return changed.measures.contains(each); };
    if (changed.rules || std::ranges::any_of(codes, has_changed)) return nullptr;
    const auto found = before.find(*codes.begin());
    return found != before.end() && found->second->measures == codes ? found->second : nullptr;
}

} // namespace

bool is_protected(const Suppression& rule, const Measure& measure) {
    if (!rule.measures.empty()) return std::ranges::find(rule.measures, measure.code) != rule.measures.end();
    return measure.quantity == Quantity::percent || measure.quantity == Quantity::rate ||
           measure.quantity == Quantity::count;
}

PublishedFigures published_figures(const MeasuredContent& content) {
    return published_figures(content, {}, {.rules = true, .measures = {}});
}

PublishedFigures published_figures(const MeasuredContent& content, const PublishedFigures& before,
                                   const Changed& changed) {
    const std::vector<Group> groups = related_measures(content.measures);
    const ByFirst there = by_first(before);
    PublishedFigures figures;
    std::vector<std::size_t> anew;
    std::set<MeasureCode> wanted;
    for (const Group& group : groups) {
        std::set<MeasureCode> codes = codes_of(group);
        figures.push_back(kept(codes, there, changed));
        if (figures.back()) continue;
        anew.push_back(figures.size() - 1);
        wanted.merge(codes);
    }
    ByMeasure returns;
    for (const Return& each : content.returns)
        if (wanted.contains(each.measure)) returns[each.measure].push_back(&each);
    share_out(content, anew.size(),
              [&](std::size_t i) { figures[anew[i]] = published_group(content, groups[anew[i]], returns); });
    return figures;
}

} // namespace qd::inline engine
