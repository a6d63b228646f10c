#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"
#include "checks/said/target_words.hpp"

#include "base/text.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

// What a sentence says of a figure and its target: "met", "just below target", "1 point short of it".
namespace qd::inline checks {
namespace {

// at_least: met, on target. beyond: exceeded, ahead. short_of: missed, behind. more, less: above and below, as numbers.
enum class Stand { at_least, beyond, short_of, more, less };

std::optional<Stand> stand_of(Sense sense) {
    switch (sense) {
    case Sense::met:
    case Sense::within:
    case Sense::on_target: return Stand::at_least;
    case Sense::exceeded:
    case Sense::better:
    case Sense::ahead: return Stand::beyond;
    case Sense::missed:
    case Sense::worse:
    case Sense::behind:
    case Sense::outside:
    case Sense::off_target: return Stand::short_of;
    case Sense::above:
    case Sense::higher: return Stand::more;
    case Sense::below:
    case Sense::lower: return Stand::less;
    default: return {};
    }
}

// A figure and what it is held against, of the same stretch.
struct Aim {
    Goal goal;
    Decimal value;
    Decimal actual;
    StretchKind stretch;
};

class Targets {
public:
    Targets(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(sentence.said.facts), findings_(findings) {}

    void hold() {
        if (!facts_) return;
        words_.emplace(s_, *facts_);
        all_planned();
        std::vector<const Term*> done;
        for (const Term& term : s_.terms) {
            if (term.sense == Sense::on_track || term.sense == Sense::off_track) {
                track(term);
                continue;
            }
            const auto stand = stand_of(term.sense);
            if (!stand) continue;
            const Term* target = words_->target_of(term);
            if (target && facts_->name_words.contains(s_.words[term.first].text) && target->first > term.last + 3)
                continue; // "Savings of £640,000 were achieved against a target of …"
            const bool by_itself = term.sense == Sense::on_target || term.sense == Sense::off_target;
            if (!target && !by_itself) continue;
            if (target && std::ranges::find(done, target) != done.end() && term.first < target->first) continue;
            if (target) done.push_back(target);
            one(term, *stand, target ? *target : term);
        }
    }

private:
    void one(const Term& term, Stand stand, const Term& target) {
        const std::size_t begin = std::min(term.first, target.first);
        loosely_ = false;
        if (words_->is_share_within(term) || words_->is_left_behind(term)) return;
        if (words_->is_another(target)) return;
        const bool judged = is_phrase_at(s_.words, term.first,
                                         "beat|beats|beaten|beating|bettered|outperformed|"
                                         "outperforms|outperforming");
        if (term.sense == Sense::exceeded && !judged && words_->is_bound_above(term, target)) stand = Stand::more;
        const bool passive = target.first < term.first;
        const Whose of = passive ? whose(s_, target.last, term.first) : s_.subject_before(begin);
        if (of == Whose::other) return;
        if (term.denied && (stand == Stand::at_least || stand == Stand::beyond || stand == Stand::short_of)) {
            if (stand == Stand::beyond) return; // "did not exceed" may be met
            stand = stand == Stand::short_of ? Stand::at_least : Stand::short_of;
        } else if (term.denied)
            stand = stand == Stand::more ? Stand::less : Stand::more, loosely_ = true;
        if (s_.is_expected(term.first)) return is_conditional(s_, term.first) ? void() : outlook(stand);
        if (is_of_other_periods(begin)) return;
        const Clause& clause = s_.clause_of(term.first);
        if (const auto every = every_period(s_, clause)) return in_every(stand, *every);
        if (const std::size_t row = periods_in_a_row(s_, clause)) return in_a_row(stand, row);
        const TimeSaid* past = past_time(begin, std::max(term.last, target.last));
        if (past) return then(stand, *past);
        if (!facts_->has_value()) return;
        std::vector<Aim> aims = aims_of(facts_->now, words_->is_year_end(target), target);
        keep_stretch_said(aims, clause);
        if (aims.empty()) return;
        distance(term, aims);
        const bool held = std::ranges::any_of(
            aims, [&](const Aim& aim) { return holds(stand, facts_->now, aim.actual, aim, term, target); });
        if (!held) contradict(stand, aims.front(), "");
    }

    // "All 100 inspections planned for the year were carried out": what was planned was reached.
    void all_planned() {
        for (const Clause& clause : s_.clauses) {
            if (!is_phrase_at(s_.words, clause.first, "all|every") || !facts_->has_value()) continue;
            std::size_t planned = clause.first;
            while (planned < clause.last &&
                   !is_phrase_at(s_.words, planned, "planned|scheduled|profiled|budgeted|targeted|promised"))
                ++planned;
            if (planned >= clause.last || whose(s_, clause.first + 1, planned) != Whose::subject) continue;
            for (std::size_t i = planned + 1; i < clause.last; ++i) {
                if (!is_phrase_at(s_.words, i,
                                  "were|was|have|has been? carried|completed|done|delivered|made|finished|"
                                  "undertaken|built|achieved|held"))
                    continue;
                if (s_.is_expected(i) || past_time(clause.first, i)) break;
                const Term target{Sense::target, planned, planned + 1};
                const std::vector<Aim> aims = aims_of(facts_->now, words_->is_year_end(target), target);
                const bool held = std::ranges::any_of(aims, [&](const Aim& aim) {
                    return holds(Stand::at_least, facts_->now, aim.actual, aim, target, target);
                });
                if (!aims.empty() && !held) contradict(Stand::at_least, aims.front(), "");
                break;
            }
        }
    }

    bool speaks_of_period() const { // of the quarter by itself, rather than of the year so far
        for (std::size_t i = 0; i < s_.words.size(); ++i)
            if (is_phrase_at(s_.words, i, "quarter|month|q|half|period|quarterly|monthly|spring|summer|autumn|winter"))
                return true;
        return std::ranges::any_of(
            s_.amounts, [&](const Amount& amount) { return facts_->now.beside && tells(amount, *facts_->now.beside); });
    }

    // The goal judged now and the year's own: either may be meant where nothing says which.
    std::vector<Aim> aims_of(const KnownPoint& point, bool year_end, const Term& target) const {
        std::vector<Aim> aims;
        const auto add = [&](const std::optional<Goal>& goal, Decimal actual, StretchKind stretch) {
            if (!goal || goal->state != TargetState::in_force) return;
            if (const auto value = goal->aim ? goal->aim : goal->lower ? goal->lower : goal->upper)
                aims.push_back({*goal, *value, actual, stretch});
        };
        const Decimal actual = point.values.front();
        if (!year_end) add(point.goal, actual, point.stretch);
        if (!year_end && point.beside && speaks_of_period())
            add(point.beside_goal, *point.beside, point.beside_stretch);
        const bool builds_up = point.stretch == StretchKind::to_date || facts_->shown.roll_up == RollUp::sum;
        if (year_end || !point.goal || !builds_up || words_->names_aim(point.year_end, target))
            add(point.year_end ? point.year_end : point.goal, actual, point.stretch);
        return aims;
    }

    // "so far this year" is of the year to date, "in the quarter" of the quarter itself, where both are known.
    void keep_stretch_said(std::vector<Aim>& aims, const Clause& clause) const {
        for (const TimeSaid& time : s_.times) {
            if (time.when != When::now || time.first_word < clause.first || time.first_word >= clause.last) continue;
            const StretchKind other = time.to_date ? StretchKind::own : StretchKind::to_date;
            std::vector<Aim> kept;
            std::ranges::copy_if(aims, std::back_inserter(kept), [&](const Aim& aim) { return aim.stretch != other; });
            if (!kept.empty()) aims = std::move(kept);
        }
    }

    bool is_met(Decimal value, const Goal& goal) const {
        if (goal.lower && goal.upper) return value >= *goal.lower && value <= *goal.upper;
        if (goal.lower) return goal.strict ? value > *goal.lower : value >= *goal.lower;
        if (goal.upper) return goal.strict ? value < *goal.upper : value <= *goal.upper;
        return true;
    }

    bool is_beyond(Decimal value, const Aim& aim) const {
        if (aim.goal.lower && aim.goal.upper) return is_met(value, aim.goal);
        return is_met(value, aim.goal) && value != aim.value;
    }

    bool holds(Stand stand, const KnownPoint& point, Decimal value, const Aim& aim, const Term& term,
               const Term& target) const {
        const bool same = looks_same(*facts_, value, aim.value);
        const bool near =
            point.status == Status::green || point.status == Status::complete; // within what the council tolerates
        switch (stand) {
        case Stand::at_least: return is_met(value, aim.goal) || same || near;
        case Stand::beyond: return is_beyond(value, aim);
        case Stand::short_of:
            return !is_met(value, aim.goal) || point.status == Status::red || point.status == Status::amber;
        default: break;
        }
        const bool above = stand == Stand::more;
        if (loosely_ && same) return true; // "no longer below"
        const bool as_number = above ? value > aim.value : value < aim.value;
        if (as_number || facts_->shown.polarity != Polarity::lower) return as_number;
        if (words_->says_number(term, target) || is_phrase_at(s_.words, target.first, "limit|ceiling|cap"))
            return false;
        return above ? is_met(value, aim.goal)
                     : !is_met(value, aim.goal); // "below target" of what should be small: worse
    }

    // "1 point below", "12 short of": the distance said.
    void distance(const Term& term, const std::vector<Aim>& aims) {
        for (const Amount& amount : s_.amounts) {
            if (amount.behind_word != term.first &&
                !(amount.behind_word + 1 == term.first &&
                  is_phrase_at(
                      s_.words, amount.behind_word,
                      "just|percentage|visits|complaints|short|cases|higher|lower|ahead|better|worse|fewer|more")))
                continue;
            const Decimal value = facts_->value();
            if (amount.unit == AmountUnit::percent && is_in_unit(*facts_, amount) && tells(amount, value))
                return; // "76.3%, below …"
            if (amount.unit == AmountUnit::none && tells(amount, value)) return;
            if (facts_->shown.quantity == Quantity::percent && amount.unit == AmountUnit::none) return;
            if (amount.unit == AmountUnit::days && tells(amount, value)) return;
            if (is_in_unit(*facts_, amount) && s_.words[amount.behind_word].text != "point" &&
                amount.unit == AmountUnit::percent && amount.value > Decimal(25))
                return;
            sentence_.bind(amount);
            const bool fits = std::ranges::any_of(aims, [&](const Aim& aim) {
                const Decimal off = (value - aim.value).abs();
                if (amount.unit == AmountUnit::percent && !aim.value.is_zero())
                    if (const auto share = Decimal::ratio_if(off, aim.value, 100); share && tells(amount, *share))
                        return true;
                return tells(amount, off) || tells(amount, (value.rounded(facts_->shown.decimals) - aim.value).abs());
            });
            if (fits || sentence_.is_stated(amount)) return;
            findings_.push_back(
                sentence_.finding(warning("change-of-figures"),
                                  as_written(sentence_.words, s_.words, amount) + " from the target said, but from " +
                                      show(*facts_, value) + " to " + show(*facts_, aims.front().value) + " it is " +
                                      print_stated((value - aims.front().value).abs().rounded(2)) + "."));
        }
    }

    const TimeSaid* past_time(std::size_t first, std::size_t last) const {
        const TimeSaid* found = nullptr;
        for (const TimeSaid& time : s_.times) {
            if (&s_.clause_of(time.first_word) != &s_.clause_of(first) &&
                &s_.clause_of(time.first_word) != &s_.clause_of(last - 1))
                continue;
            if (time.when == When::named || time.when == When::previous || time.when == When::year_ago) {
                if (time.first_word > 0 && is_phrase_at(s_.words, time.first_word - 1, "than|from|since|on|like|as"))
                    continue;
                if (is_of_compared(time) || time.is_window) continue;
                found = &time;
            }
        }
        return found;
    }

    // "two good quarters in which the target was met", "had been above target until the autumn".
    bool is_of_other_periods(std::size_t at) const {
        const Clause& clause = s_.clause_of(at);
        bool had = false;
        for (std::size_t i = clause.first; i < at; ++i) had = had || s_.words[i].text == "had";
        for (std::size_t i = at; i < clause.last && had; ++i)
            if (is_phrase_at(s_.words, i, "until|before|earlier|previously")) return true;
        for (std::size_t i = 0; i < at; ++i)
            if (is_phrase_at(s_.words, i, "quarters|months|years|quarter|month|year in|when|where which?") &&
                !is_phrase_at(s_.words, i + 1, "in succession|a"))
                return i + 8 >= at;
        return false;
    }

    // "up from 750 in quarter 2 and above the target": the time of the figure compared with.
    bool is_of_compared(const TimeSaid& time) const {
        return std::ranges::any_of(s_.amounts, [&](const Amount& amount) {
            return amount.behind_word <= time.first_word && time.first_word <= amount.behind_word + 2 &&
                   amount.hedge_word > 0 &&
                   is_phrase_at(s_.words, amount.hedge_word - 1, "from|than|with|to|the|against|on|of");
        });
    }

    void then(Stand stand, const TimeSaid& time) {
        if (time.when != When::named) {
            const bool before = time.when == When::previous;
            const KnownPoint* point = nullptr;
            for (const KnownPoint& one : facts_->points) {
                const bool wanted = before ? one.last < facts_->now.first || one.last.plus_days(1) == facts_->now.first
                                           : one.last == facts_->now.last.plus_days(1).plus_months(-12).plus_days(-1);
                if (wanted && one.last < facts_->now.last) point = &one;
            }
            if (point) in_point(stand, *point);
            return;
        }
        const auto points = points_in(*facts_, time);
        if (points.size() == 1) in_point(stand, *points.front());
    }

    bool holds_in(Stand stand, const KnownPoint& point) const {
        if (!point.is_known()) return true;
        const Term none{Sense::target, 0, 0};
        const std::vector<Aim> aims = aims_of(point, false, none);
        if (aims.empty()) return true;
        return std::ranges::any_of(aims,
                                   [&](const Aim& aim) { return holds(stand, point, aim.actual, aim, none, none); });
    }

    void in_point(Stand stand, const KnownPoint& point) {
        if (holds_in(stand, point)) return;
        const Term none{Sense::target, 0, 0};
        contradict(stand, aims_of(point, false, none).front(),
                   " in " + sentence_.input.content.settings.calendar.label(point.period));
    }

    void in_every(Stand stand, const EveryPeriod& every) {
        for (const KnownPoint* point : points_of_year(*facts_, sentence_.input, every.year)) {
            const bool left_out = std::ranges::any_of(every.except, [&](const TimeSaid& time) {
                if (time.when == When::now) return point->last == facts_->now.last;
                const auto points = points_in(*facts_, time);
                return std::ranges::find(points, point) != points.end();
            });
            if (!left_out && !holds_in(stand, *point)) return in_point(stand, *point);
        }
    }

    void in_a_row(Stand stand, std::size_t row) {
        std::vector<const KnownPoint*> points;
        for (const KnownPoint& point : facts_->points)
            if (point.period.grain() == facts_->points.back().period.grain()) points.push_back(&point);
        for (std::size_t i = points.size() > row ? points.size() - row : 0; i < points.size(); ++i)
            if (!holds_in(stand, *points[i])) return in_point(stand, *points[i]);
        if (points.size() == row || points.empty()) return;
    }

    // "on track", "back on track": against the outlook, else against the status.
    void track(const Term& term) {
        const Clause& clause = s_.clause_of(term.first);
        if (s_.is_expected(term.first) || s_.subject_before(term.first) == Whose::other) return;
        for (const TimeSaid& time : s_.times)
            if (time.when != When::now && time.when != When::year_end && time.first_word >= clause.first &&
                time.first_word < clause.last)
                return;
        const bool good = (term.sense == Sense::on_track) != term.denied;
        if (facts_->outlook == Outlook::to_meet || facts_->outlook == Outlook::to_miss)
            return outlook(good ? Stand::at_least : Stand::short_of);
        const auto& status = facts_->now.status;
        if (!status || (good ? *status != Status::red : *status != Status::green)) return;
        findings_.push_back(sentence_.finding(error("word-against-figure"),
                                              "The status of " + facts_->name + " is " + label(*status) + "."));
    }

    // "expected to meet the year-end target": against the outlook that was handed in.
    void outlook(Stand stand) {
        const bool meets = facts_->outlook == Outlook::to_meet, misses = facts_->outlook == Outlook::to_miss;
        const bool says_met = stand == Stand::at_least || stand == Stand::beyond;
        if (stand == Stand::more || stand == Stand::less || (!meets && !misses) || says_met == meets) return;
        findings_.push_back(
            sentence_.finding(error("word-against-figure"), facts_->name + " is " + label(facts_->outlook) +
                                                                " its target, by the forecast handed in."));
    }

    void contradict(Stand stand, const Aim& aim, const std::string& when) {
        const Decimal value = aim.actual;
        const bool met = is_met(value, aim.goal);
        const std::string target = " the target of " + show(*facts_, aim.value);
        std::string is = met ? value == aim.value ? ": that just meets" : ": that meets" : ": that misses";
        if (stand == Stand::more || stand == Stand::less)
            is = value > aim.value ? ", above" : value < aim.value ? ", below" : ", the same as";
        findings_.push_back(
            sentence_.finding(error("word-against-figure"), facts_->name + (when.empty() ? " is " : " was ") +
                                                                show(*facts_, value) + when + is + target + "."));
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts* facts_;
    std::optional<TargetWords> words_; // where there are facts
    Findings& findings_;
    bool loosely_ = false;
};

} // namespace

void hold_targets(ClaimSentence& sentence, Findings& findings) { Targets(sentence, findings).hold(); }

} // namespace qd::inline checks
