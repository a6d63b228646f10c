#include "engine/derive.hpp"

#include "engine/formula_value.hpp"
#include "engine/input_cells.hpp"
#include "engine/rate.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace qd::inline engine {
namespace {

// The period that covers a stretch, where one does; else a span.
Period named(const Calendar& calendar, const Stretch& stretch) {
    for (const Grain grain : {Grain::year, Grain::academic_year, Grain::half, Grain::quarter, Grain::month}) {
        const Period period = calendar.containing(grain, stretch.last);
        if (stretch_of(calendar, period) == stretch) return period;
    }
    return Period::span(stretch.first, stretch.last);
}

// Where a formula makes a figure.
struct Place {
    AreaCode area;
    Stretch stretch;
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Figures {
    Period period;
    std::optional<Period> reported_in;
    std::optional<Observation> made; // the newest, as it was handed on
    bool is_handed_in = false;
};

using Moment = std::optional<Instant>;

// One measure with a formula, followed through the time in which its inputs became known.
class Derivation {
public:
    Derivation(const MeasuredContent& content, const AreaTree& areas, const Measure& measure, const Formula& formula)
        : content_(content), areas_(areas), measure_(measure), formula_(formula) {
        for (const MeasureCode& input : formula.inputs()) {
            const Measure* found = find_row(content.measures, input);
            if (found == nullptr) continue;
            measures_.emplace(input, found);
            inputs_.emplace(input, InputCells(*found, calendar(), areas));
        }
    }

    std::vector<Return> returns() {
        std::vector<Return> made;
        if (inputs_.size() < formula_.inputs().size()) return made;
        for (const auto& [known_at, indices] : moments()) {
            touched_.clear();
            for (const std::size_t index : indices) take(content_.returns[index]);
            Return step;
            step.measure = measure_.code;
            step.known_at = known_at;
            step.source = "formula: " + measure_.formula;
            step.origin = Origin::computed;
            for (const Place& place : touched_) make(place, step.observations);
            if (step.observations.size() > 0) made.push_back(std::move(step));
        }
        return made;
    }

private:
    const Calendar& calendar() const { return content_.settings.calendar; }

    // The returns of the inputs, and of the measure itself, by when they became known.
    std::map<Moment, std::vector<std::size_t>> moments() const {
        std::map<Moment, std::vector<std::size_t>> found;
        for (std::size_t i = 0; i < content_.returns.size(); ++i) {
            const Return& each = content_.returns[i];
            if (counts(each.state) && (each.measure == measure_.code || measures_.contains(each.measure)))
                found[each.known_at].push_back(i);
        }
        return found;
    }

    void take(const Return& handed_in) {
        const bool is_own = handed_in.measure == measure_.code;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            Observation observation = handed_in.observations.at(row);
            if (observation.area.empty()) observation.area = content_.settings.area;
            const Stretch stretch = stretch_of(calendar(), observation.period);
            if (is_own) {
                cells_[observation.area][stretch].is_handed_in = true;
                continue;
            }
            const Measure& input = *measures_.at(handed_in.measure);
            inputs_.at(input.code).take(observation.area, stretch, amount_of(input, observation, 0));
            touch(observation, stretch);
        }
    }

    // The cells of the area, and of those it is in, that may have changed.
    void touch(const Observation& observation, const Stretch& stretch) {
        const Grain grain = observation.period.grain();
        const bool is_finer = is_rarer(measure_.grain, grain);
        const Period period = is_finer ? calendar().containing(measure_.grain, stretch.last) : observation.period;
        const Stretch own = stretch_of(calendar(), period);
        for (AreaCode area = observation.area; !area.empty(); area = above(area)) {
            if (is_base(stretch)) touch_all(area, {});
            if (grain == Grain::span) touch_all(area, stretch.first); // a snapshot may be used for them
            if (is_rarer(grain, measure_.grain)) {
                touch_all(area, stretch.first);
                continue;
            }
            const auto [place, is_new] = cells_[area].try_emplace(own);
            Figures& cell = place->second;
            if (is_new || grain != Grain::span) cell.period = period; // a span has no better name for the same days
            if (!is_finer && observation.reported_in) cell.reported_in = observation.reported_in;
            touched_.insert({area, own});
        }
    }

    AreaCode above(const AreaCode& area) const {
        const Area* found = areas_.find(area);
        return found ? found->parent : AreaCode();
    }

    bool is_base(const Stretch& stretch) const {
        return std::ranges::any_of(formula_.base_periods(), [&](Period base) {
            return stretch_of(calendar(), base).holds(stretch) || stretch.holds(stretch_of(calendar(), base));
        });
    }

    void touch_all(const AreaCode& area, std::optional<Date> from) {
        for (const auto& [stretch, figures] : cells_[area])
            if ((!from || stretch.last >= *from) && !figures.is_handed_in) touched_.insert({area, stretch});
    }

    void make(const Place& place, Observations& into) {
        Figures& cell = cells_.at(place.area).at(place.stretch);
        if (cell.is_handed_in) return;
        std::map<MeasureCode, Period> snapshots; // of another stretch than the figure
        const auto lookup = [&](const MeasureCode& input, const std::optional<Period>& base) -> std::optional<Amount> {
            auto found = inputs_.at(input).standing_for(place.area, base.value_or(cell.period));
            if (!found) return {};
            if (found->described && measures_.at(input)->roll_up == RollUp::last && found->amount.number)
                snapshots.emplace(input, named(calendar(), *found->described));
            return std::move(found->amount);
        };
        std::optional<Observation> made = value_of(formula_, measure_, lookup);
        // a span is computed where all is known of it: a snapshot's own span is not a place for what is computed with it
        if (!made || (cell.period.grain() == Grain::span && !snapshots.empty())) return;
        for (const auto& [input, period] : snapshots)
            made->note += (made->note.empty() ? "" : " ") + input.text() + " of " + calendar().label(period) + ".";
        if (made == cell.made) return;
        cell.made = made;
        made->area = place.area;
        made->period = cell.period;
        made->reported_in = cell.reported_in;
        into.add(*made);
    }

    const MeasuredContent& content_;
    const AreaTree& areas_;
    const Measure& measure_;
    const Formula& formula_;
    std::map<MeasureCode, const Measure*> measures_;
    std::map<MeasureCode, InputCells> inputs_;
    std::map<AreaCode, std::map<Stretch, Figures>> cells_;
    std::set<Place> touched_;
};

// The formulas in an order in which each comes after those it uses.
class InOrder {
public:
    explicit InOrder(const std::vector<Measure>& measures) {
        for (const Measure& measure : measures)
            if (!measure.formula.empty())
                if (auto formula = Formula::parse(measure.formula))
                    formulas_.emplace(measure.code, *std::move(formula));
        for (const Measure& measure : measures) visit(measure.code);
    }
    const std::vector<MeasureCode>& codes() const { return codes_; }
    const Formula& formula(const MeasureCode& code) const { return formulas_.at(code); }

private:
    enum class Walk { under_way, done, circular };

    Walk visit(const MeasureCode& code) {
        const auto formula = formulas_.find(code);
        if (formula == formulas_.end()) return Walk::done;
        const auto [found, is_new] = walks_.emplace(code, Walk::under_way);
        if (!is_new) return found->second == Walk::under_way ? Walk::circular : found->second;
        Walk walk = Walk::done;
        for (const MeasureCode& input : formula->second.inputs())
            if (visit(input) == Walk::circular) walk = Walk::circular;
        walks_[code] = walk;
        if (walk == Walk::done) codes_.push_back(code);
        return walk;
    }

    std::map<MeasureCode, Formula> formulas_;
    std::map<MeasureCode, Walk> walks_;
    std::vector<MeasureCode> codes_;
};

} // namespace

namespace {

// What a measure comes to already, or none.
using Kept = std::function<std::optional<std::vector<Return>>(const MeasureCode&)>;

Content derived(Content content, const Kept& kept) {
    const auto is_derived = [](const Measure& measure) { return !measure.formula.empty(); };
    if (std::ranges::none_of(content.measures, is_derived)) return content;
    const AreaTree areas(content.areas);
    const InOrder order(content.measures);
    for (const MeasureCode& code : order.codes()) {
        const Measure& measure = *find_row(content.measures, code);
        std::optional<std::vector<Return>> made = kept(code);
        if (!made) made = Derivation(content, areas, measure, order.formula(code)).returns();
        std::ranges::move(*made, std::back_inserter(content.returns));
    }
    return content;
}

} // namespace

Content with_derived(Content content) {
    return derived(std::move(content), [](const MeasureCode&) { return std::nullopt; });
}

Content with_derived(Content content, const MeasuredContent& before, const Changed& changed) {
    if (changed.rules) return with_derived(std::move(content));
    std::map<MeasureCode, std::vector<Return>> computed;
    for (const Return& each : before.returns)
        if (each.origin == Origin::computed && !changed.measures.contains(each.measure))
            computed[each.measure].push_back(each);
    return derived(std::move(content), [&](const MeasureCode& code) {
        return changed.measures.contains(code) ? std::nullopt : std::optional(std::move(computed[code]));
    });
}

} // namespace qd::inline engine
