#include "checks/phrases.hpp"
#include "checks/said/change_size.hpp"
#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"
#include "checks/said/movements.hpp"

#include <algorithm>

// What a sentence says of how a figure moved: "rose", "improved on the quarter before", "fewer than last year".
namespace qd::inline checks {
namespace {

class Directions {
public:
    Directions(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(sentence.said.facts), findings_(findings),
          size_(sentence, findings) {}

    void hold() {
        for (std::size_t i = 0; i < s_.terms.size(); ++i) {
            const auto move = movement_of(s_.terms[i]);
            if (!move || !is_said(s_, s_.terms[i], *move) || is_of_target(s_.terms[i], *move)) continue;
            if (is_move_of_target(s_.terms[i], *move)) continue;
            if (is_part_of_hedge(s_.terms[i]) || is_multiple(s_.terms[i]) || tells_of_record(s_, s_.terms[i])) continue;
            one(s_.terms[i], *move);
        }
    }

private:
    // Also "below the year before", "above that of last summer": compared with a figure of that time.
    std::optional<Move> movement_of(const Term& term) const {
        if (term.sense != Sense::above && term.sense != Sense::below) return move_of(term.sense);
        const std::size_t end = std::min(term.last + 7, s_.clause_of(term.first).last);
        if (s_.term_between(term.last, std::min(term.last + 9, s_.words.size()), {Sense::target})) return {};
        const TimeSaid* time = s_.time_between(term.last, end);
        if (!time || (time->when != When::previous && time->when != When::year_ago && time->when != When::named))
            return {};
        for (std::size_t i = term.last; i < time->first_word; ++i)
            if (!is_phrase_at(s_.words, i, "that|those|of|the|in|where|it|was|we|were|level|figure|for|at|what|stood"))
                return {};
        return Move{term.sense == Sense::above ? +1 : -1, false, Form::compared};
    }

    bool is_part_of_hedge(const Term& term) const {
        return std::ranges::any_of(s_.amounts, [&](const Amount& amount) {
            return amount.hedge_word < amount.first_word && term.first >= amount.hedge_word &&
                   term.first < amount.first_word;
        });
    }

    // "lower than the target", "up against plan": for the family of targets.
    bool is_of_target(const Term& term, const Move& move) const {
        if (move.form != Form::compared && move.form != Form::beside) return false;
        for (const Term& other : s_.terms)
            if (other.sense == Sense::target && other.first >= term.last && other.first <= term.last + 5) return true;
        return false;
    }

    // "The target was raised from 80% to 85%": the target itself moved.
    bool is_move_of_target(const Term& term, const Move& move) const {
        if (move.form != Form::finite) return false;
        const std::size_t first = s_.clause_of(term.first).first;
        return s_.term_between(first, term.first, {Sense::target}) &&
               !s_.term_between(first, term.first,
                                {Sense::met, Sense::missed, Sense::exceeded, Sense::above, Sense::below}) &&
               whose(s_, first, term.first) == Whose::nobody;
    }

    bool is_same_clause(const Term& one, const Term& other) const {
        return &s_.clause_of(one.first) == &s_.clause_of(other.first);
    }

    // "more than twice the reduction", "less than half": so many times something, and no movement.
    bool is_multiple(const Term& term) const {
        return is_phrase_at(s_.words, term.last,
                            "than twice|double|treble|triple|half|once|just|enough|usual|normal|ever|anything");
    }

    // "two days longer" of what is counted, "fell by £300" of what is not money, "90 more" of what is not counted: of
    // something else.
    bool is_in_another_unit(const Term& term, const Move& move) const {
        return std::ranges::any_of(s_.amounts, [&](const Amount& amount) {
            const bool beside = move.form == Form::compared && amount.behind_word == term.first;
            const bool by = amount.hedge_word == term.last + 1 && s_.words[term.last].text == "by";
            if (!beside && !by) return false;
            if (amount.unit == AmountUnit::none && by) return is_no_count() && amount.value >= Decimal(25);
            if (amount.unit == AmountUnit::percent && beside && is_phrase_at(s_.words, term.first, "fewer") &&
                s_.has_time_at(term.last + 1))
                return is_no_count(); // "14% fewer than a year ago" counts something
            if (amount.unit == AmountUnit::none)
                return beside && is_phrase_at(s_.words, term.first, "more|fewer") && is_no_count();
            return amount.unit != AmountUnit::points && amount.unit != AmountUnit::percent &&
                   !is_in_unit(*facts_, amount);
        });
    }

    bool is_no_count() const {
        const Quantity quantity = facts_->shown.quantity;
        return quantity == Quantity::percent || quantity == Quantity::days || quantity == Quantity::money ||
               quantity == Quantity::rate;
    }

    // "fell in quarter 2, but has risen since": how it moved then.
    bool is_told_of_then(const Term& term, const Move& move, std::size_t end) const {
        if (move.form != Form::finite) return false;
        return std::ranges::any_of(s_.times, [&](const TimeSaid& time) {
            return time.when == When::named && time.first_word >= term.last && time.first_word < end &&
                   &s_.clause_of(time.first_word) == &s_.clause_of(term.first) && time.first_word > 0 &&
                   is_phrase_at(s_.words, time.first_word - 1, "in|during|over") &&
                   !has_base(term.last, time.first_word);
        });
    }

    bool has_base(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (is_phrase_at(s_.words, i, "than|from|since|on|compared|against|with|to")) return true;
        return false;
    }

    std::size_t end_of(const Term& term) const { // up to the next word that moves something
        for (const Term& other : s_.terms)
            if (other.first >= term.last && move_of(other.sense) && !is_part_of_hedge(other) &&
                is_said(s_, other, *move_of(other.sense)) &&
                (move_of(other.sense)->form != Form::compared || !is_same_clause(term, other)))
                return other.first;
        for (std::size_t i = term.last; i < s_.words.size(); ++i) // "recovered in the quarter, but trails …"
            if (is_phrase_at(s_.words, i, "but|whereas|although|though")) return i;
        return s_.words.size();
    }

    void one(const Term& term, const Move& move) {
        const std::size_t end = end_of(term);
        const Amount* from = amount_behind("from", term, end);
        if (!from) from = amount_behind("since", term, end);
        const Amount* to = amount_behind("to", term, end);
        if (from && !to) to = amount_before(term, from->unit);
        if (term.denied && from && &s_.clause_of(from->first_word) != &s_.clause_of(term.first)) return;
        if (from && to && (from->unit == to->unit || to->unit == AmountUnit::none) && pair(term, move, *from, *to))
            return;
        if (!facts_ || !facts_->has_value() || is_in_another_unit(term, move)) return;
        const Whose of = mover(s_, term, move);
        if (of == Whose::other) return;
        if (move.form == Form::compared && !is_compared(term, end)) return;
        against_facts(term, move, end);
    }

    // Of a comparison, what it is with has to be a time, or be left out: "higher than in England" is none.
    bool is_compared(const Term& term, std::size_t end) const {
        std::size_t than = term.last;
        while (than < end && s_.words[than].text != "than" && s_.words[than].text != ",") ++than;
        if (than < end && s_.words[than].text == "than") {
            const TimeSaid* time = base_time(term, end);
            if (!time || (time->first_word > than + 9)) return false;
            if (time->first_word < than) return true;
            return whose(s_, than + 1, time->first_word) != Whose::other;
        }
        return base_time(term, end) != nullptr;
    }

    // An amount shortly behind a word: "from 79%", "since the peak of 19.9%", "to the 12.5%".
    const Amount* amount_behind(std::string_view word, const Term& term, std::size_t end) const {
        for (const Amount& amount : s_.amounts) {
            if (amount.hedge_word < term.last || amount.first_word >= end) continue;
            for (std::size_t back = 1; back <= 5 && back <= amount.hedge_word - term.last + 1; ++back) {
                const std::size_t at = amount.hedge_word - back;
                if (s_.has_amount_at(at) || s_.words[at].text == ",") break;
                if (s_.words[at].text == word) return &amount;
                if (s_.has_time_at(at) || s_.words[at].text == "to" || s_.words[at].text == "by" ||
                    s_.words[at].text == "from")
                    break;
            }
        }
        return nullptr;
    }

    // "82.4% (511 of 620), down from 83.7%": the last in the same unit.
    const Amount* amount_before(const Term& term, AmountUnit unit) const {
        const Amount* found = nullptr;
        for (const Amount& amount : s_.amounts)
            if (amount.behind_word <= term.first && amount.unit == unit) found = &amount;
        return found;
    }

    // Two figures said: the word has to fit them. True where it said all that there is to say.
    bool pair(const Term& term, const Move& move, const Amount& from, const Amount& to) {
        const bool known = sentence_.is_stated(from) && sentence_.is_stated(to);
        sentence_.bind(from);
        sentence_.bind(to);
        sentence_.as_pair.push_back({from.first_word, to.first_word});
        if (known) return true;
        const int sign = to.value > from.value ? 1 : to.value < from.value ? -1 : 0;
        const bool judged_here = move.judged && facts_ && mover(s_, term, move) != Whose::other;
        const int wanted = move.judged ? (judged_here ? judged(*facts_, from.value, to.value) : 0) : sign;
        const bool told = move.judged ? wanted != 0 : sign != 0;
        const std::string both = "from " + print_stated(from.value) + " to " + print_stated(to.value);
        if (told && move.sign != 0 && (wanted == move.sign) == term.denied) {
            findings_.push_back(sentence_.finding(
                error("word-against-figure"),
                move.judged
                    ? "A change " + both + " is called the other way: it " + (wanted > 0 ? "improved." : "worsened.")
                    : std::string("A ") + (sign > 0 ? "rise " : "fall ") + both + " is called the other way."));
            return true;
        }
        if (move.sign != 0) size_.hold(term, end_of(term), {{from.value, to.value, ""}}, ChangeSize::Base::said);
        return true;
    }

    // "fell by eleven days, three of them in the last quarter": the time of the part.
    bool is_of_part(const Term& term, const TimeSaid& time) const {
        return std::ranges::any_of(s_.amounts, [&](const Amount& part) {
            return part.hedge_word > term.last && part.behind_word <= time.first_word &&
                   s_.words[part.hedge_word - 1].text == "," &&
                   is_phrase_at(s_.words, part.behind_word, "of them|these|those|which");
        });
    }

    // The time that a movement is counted from; null = none is said.
    const TimeSaid* base_time(const Term& term, std::size_t end) const {
        for (const TimeSaid& time : s_.times)
            if (time.first_word >= term.last && time.first_word < end && time.when != When::now &&
                time.when != When::future && time.when != When::year_end && !is_of_part(term, time))
                return &time;
        for (const TimeSaid& time : s_.times)
            if (time.behind_word <= term.first && time.when != When::now &&
                (time.is_window || is_before(s_, time.first_word, "with|to|against|on|than|since|from", 2)))
                return &time;
        return nullptr;
    }

    bool is_of_past(const Term& term) const { // "In quarter 2 complaints rose"
        return std::ranges::any_of(s_.times, [&](const TimeSaid& time) {
            return !time.is_window && time.behind_word <= term.first &&
                   &s_.clause_of(time.first_word) == &s_.clause_of(term.first) &&
                   (time.when == When::named || time.when == When::previous || time.when == When::year_ago) &&
                   !is_before(s_, time.first_word, "with|to|against|on|than|since|from", 2);
        });
    }

    // "fewer in quarter 1 than now": the other way round.
    bool is_turned_round(const Term& term, const Move& move, const TimeSaid* base) const {
        if (move.form != Form::compared || !base) return false;
        for (std::size_t i = base->behind_word; i < s_.words.size(); ++i)
            if (s_.words[i].text == "than")
                return std::ranges::any_of(
                           s_.times,
                           [&](const TimeSaid& time) { return time.first_word > i && time.when == When::now; }) &&
                       base->first_word > term.last;
        return false;
    }

    bool holds(const Move& move, bool denied, const Change& change) const {
        if (move.sign == 0) return looks_same(*facts_, change.from, change.to) != denied;
        if (looks_same(*facts_, change.from, change.to)) return change.from != change.to || denied;
        const int sign = change.to > change.from ? 1 : -1;
        const int found = move.judged ? judged(*facts_, change.from, change.to) : sign;
        if (found == 0) return true;
        return (found == move.sign) != denied;
    }

    void against_facts(const Term& term, const Move& move, std::size_t end) {
        if (is_of_past(term) || is_told_of_then(term, move, end)) return;
        const TimeSaid* base = base_time(term, end);
        if (facts_->is_change) return of_change(term, move, base, end);
        const Clause& clause = s_.clause_of(term.first);
        if (const auto every = every_period(s_, clause); every && base && base->when == When::year_ago && !every->year)
            return each_year(move, term.denied);
        else if (every)
            return each_step(move, term.denied, points_of_year(*facts_, sentence_.input, every->year), 0);
        if (const std::size_t row = periods_in_a_row(s_, clause))
            return each_step(move, term.denied, like_points(), row);
        const std::vector<Change> changes = changes_since(*facts_, base);
        if (changes.empty()) return;
        const bool denied = term.denied != is_turned_round(term, move, base);
        const bool held =
            std::ranges::any_of(changes, [&](const Change& change) { return holds(move, denied, change); });
        if (held) {
            if (move.sign != 0 && !denied)
                size_.hold(term, end_of(term), changes, base ? ChangeSize::Base::said : ChangeSize::Base::open);
            return;
        }
        bind_change(term, end);
        const Change& change = changes.front();
        const bool rose = change.to > change.from;
        const int better = judged(*facts_, change.from, change.to);
        const std::string found = looks_same(*facts_, change.from, change.to) ? "it stayed the same"
                                  : move.judged && better != 0 ? (better > 0 ? "it improved" : "it worsened")
                                                               : (rose ? "it rose" : "it fell");
        findings_.push_back(
            sentence_.finding(error("word-against-figure"), moved(*facts_, change) + ": " + found + "."));
    }

    std::vector<const KnownPoint*> like_points() const { // as long as the newest of them
        std::vector<const KnownPoint*> points;
        for (const KnownPoint& point : facts_->points)
            if (point.period.grain() == facts_->points.back().period.grain()) points.push_back(&point);
        return points;
    }

    // "Every quarter was better than the same quarter of last year."
    void each_year(const Move& move, bool denied) {
        const auto points = like_points();
        for (const KnownPoint* then : points)
            for (const KnownPoint* now : points_of_year(*facts_, sentence_.input, {})) {
                if (then->last.plus_days(1).plus_months(12) != now->last.plus_days(1)) continue;
                const Change step{own_of(*then), own_of(*now),
                                  sentence_.input.content.settings.calendar.label(then->period)};
                if (holds(move, denied, step)) continue;
                findings_.push_back(
                    sentence_.finding(error("word-against-figure"), moved(*facts_, step) + " a year later."));
                return;
            }
    }

    // "improved every quarter", "for the third quarter running": each of the last steps has to hold; 0 = all of them.
    void each_step(const Move& move, bool denied, const std::vector<const KnownPoint*>& points, std::size_t last) {
        const std::size_t begin = last > 0 && points.size() > last ? points.size() - last : 1;
        for (std::size_t i = begin; i < points.size(); ++i) {
            const Change step{own_of(*points[i - 1]), own_of(*points[i]),
                              sentence_.input.content.settings.calendar.label(points[i - 1]->period)};
            if (holds(move, denied, step)) continue;
            findings_.push_back(
                sentence_.finding(error("word-against-figure"), moved(*facts_, step) + " a period later."));
            return;
        }
    }

    // A measure whose value is a change says by itself which way things went.
    void of_change(const Term& term, const Move& move, const TimeSaid* base, std::size_t end) {
        if (base && base->when == When::previous) return;
        Decimal value = facts_->value();
        if (facts_->falls_count) value = -value;
        if (value.is_zero() || move.sign == 0) return;
        int found = value > Decimal() ? 1 : -1;
        if (move.judged) {
            if (!facts_->before.empty() || !facts_->a_year_ago.empty()) return; // the change itself may be meant
            found = judged(*facts_, Decimal(), facts_->value());
        }
        const Amount* by = size_.amount_of_change(term, end);
        if ((found == move.sign) != term.denied) {
            if (by && is_in_unit(*facts_, *by) && !tells(*by, value.abs())) {
                sentence_.bind(*by);
                findings_.push_back(
                    sentence_.finding(error("published-differs"), written(*by) + " said, but " + facts_->name + " is " +
                                                                      show(*facts_, facts_->value()) + "."));
            }
            return;
        }
        if (by) sentence_.bind(*by);
        findings_.push_back(sentence_.finding(
            error("word-against-figure"),
            facts_->name + " is " + show(*facts_, facts_->value()) + ": it " +
                (move.judged ? (found > 0 ? "improved" : "worsened") : (found > 0 ? "rose" : "fell")) + "."));
    }

    std::string written(const Amount& amount) const { return as_written(sentence_.words, s_.words, amount); }

    void bind_change(const Term& term, std::size_t end) {
        if (const Amount* by = size_.amount_of_change(term, end)) sentence_.bind(*by);
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts* facts_;
    Findings& findings_;
    ChangeSize size_;
};

} // namespace

void hold_directions(ClaimSentence& sentence, Findings& findings) { Directions(sentence, findings).hold(); }

} // namespace qd::inline checks
