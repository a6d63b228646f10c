#include "checks/said/belonging.hpp"
#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"

#include "base/text.hpp"

#include <algorithm>

// Amounts in the unit of what the text is about: each has to be one of its figures.
namespace qd::inline checks {
namespace {

// What an amount is said to be.
enum class Role { actual, then, earlier, target, expected, unclear };

class Values {
public:
    Values(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(*sentence.said.facts),
          belonging_(sentence.said, *sentence.said.facts), findings_(findings) {}

    void hold() {
        for (const auto& [from, to] : sentence_.as_pair) pair(from, to);
        for (const Amount& amount : s_.amounts)
            if (!sentence_.is_bound(amount) && is_in_unit(facts_, amount) && belonging_.is_about(amount)) one(amount);
    }

private:
    bool is_at(std::size_t at, std::string_view phrase) const { return belonging_.is_at(at, phrase); }
    bool is_before(const Amount& amount, std::string_view phrase) const { return belonging_.is_before(amount, phrase); }
    bool any(const std::vector<Decimal>& values, const Amount& amount) const { return belonging_.any(values, amount); }
    std::string written(const Amount& amount) const { return as_written(sentence_.words, s_.words, amount); }

    // "2023/24: 58%", "quarter 1: £1.22m": a time that labels what follows.
    bool labels_next(const TimeSaid& time) const {
        return is_at(time.behind_word, ":|=") && s_.has_amount_at(time.behind_word + 1);
    }

    // "lower than in quarter 2", "above the level of last year"
    bool is_base_of_comparison(const TimeSaid& time) const {
        for (std::size_t back = 1; back <= 4 && back <= time.first_word; ++back)
            if (is_at(time.first_word - back,
                      "than|since|on|to|with|against|from|compared|as|below|above|over|under|like"))
                return true;
        return false;
    }

    // "Quarter 3 was better, at 92.4%": the clause of the amount says no more than how much.
    const TimeSaid* time_of_clause_before(const Amount& amount) const {
        const std::size_t first = s_.clause_of(amount.first_word).first;
        if (first == 0 || amount.hedge_word > first + 2 || !is_at(first, ", at|with|on") ||
            s_.time_between(first, s_.clause_of(amount.first_word).last))
            return nullptr;
        const Clause& before = s_.clause_of(first - 1);
        const TimeSaid* found = nullptr;
        for (const TimeSaid& time : s_.times)
            if (time.first_word >= before.first && time.behind_word <= before.last) found = &time;
        return found && !is_base_of_comparison(*found) ? found : nullptr;
    }

    std::optional<TimeSaid> time_of(const Amount& amount) const {
        for (const TimeSaid& time : s_.times)
            if (labels_next(time) && time.behind_word + 1 == amount.hedge_word) return time;
        if (amount.hedge_word > 0 && is_at(amount.hedge_word - 1, "(")) // "than a year ago (43.2)"
            for (const TimeSaid& time : s_.times)
                if (time.behind_word == amount.hedge_word - 1) return time;
        for (const TimeSaid& time : s_.times) // "than last quarter's 79%"
            if (time.behind_word == amount.first_word && time.when != When::now && time.first_word > 0 &&
                is_at(time.first_word - 1, "than|against|to|with"))
                return time;
        const Amount* next = nullptr;
        for (const Amount& other : s_.amounts)
            if (other.first_word >= amount.behind_word && (!next || other.first_word < next->first_word)) next = &other;
        const std::size_t limit = next ? next->hedge_word : s_.words.size();
        for (const TimeSaid& time : s_.times)
            if (time.first_word >= amount.behind_word && time.first_word < limit && !labels_next(time) &&
                is_near(amount.behind_word, time.first_word))
                return time;
        const TimeSaid* before = nullptr;
        for (const TimeSaid& time : s_.times)
            if (time.behind_word <= amount.hedge_word && !s_.amount_between(time.behind_word, amount.hedge_word) &&
                &s_.clause_of(time.first_word) == &s_.clause_of(amount.first_word) && !is_compared(time.first_word))
                before = &time;
        if (before) return *before;
        if (const TimeSaid* told = time_of_clause_before(amount)) return *told;
        const Clause& clause = s_.clause_of(amount.first_word); // "a year ago, when it was 83%"
        const std::size_t opens = is_at(clause.first, ",") ? clause.first + 1 : clause.first;
        if (is_at(opens, "when|where"))
            for (const TimeSaid& time : s_.times)
                if (time.behind_word <= opens && time.behind_word + 2 >= opens) return time;
        return {};
    }

    bool is_compared(std::size_t at) const { return at > 0 && is_at(at - 1, "than|since|on|to|with|against|from"); }

    // A time behind an amount belongs to it where no comparison and no comma with a verb stand between.
    bool is_near(std::size_t from, std::size_t to) const {
        if (to > from + 7) return false;
        for (std::size_t i = from; i < to; ++i)
            if (is_at(i, "than|on|since|compared|against|like|,|;|from|but|and|with|versus|by") ||
                s_.words[i].text == ")") {
                if (is_at(i, "by") || (is_at(i, "on") && !s_.has_time_at(i))) continue;
                return false;
            }
        return true;
    }

    bool is_known_at_all(const Amount& amount) const {
        if (any(facts_.now.values, amount) || any(facts_.before, amount) || any(facts_.a_year_ago, amount) ||
            any(facts_.targets, amount) || any(facts_.forecasts, amount) || any(facts_.others, amount))
            return true;
        return is_of_any_point(amount);
    }

    bool is_of_any_point(const Amount& amount) const {
        return std::ranges::any_of(facts_.points, [&](const KnownPoint& point) {
            return any(point.values, amount) || (point.numerator && any({*point.numerator}, amount)) ||
                   (point.denominator && any({*point.denominator}, amount));
        });
    }

    bool has_past_word(const Amount& amount) const {
        const Clause& clause = s_.clause_of(amount.first_word);
        if (is_at(clause.first, "when|where") || is_at(clause.first, ", when|where"))
            return true; // "last summer, when …"
        for (std::size_t i = clause.first; i < amount.hedge_word; ++i)
            if (is_at(i, "previously|earlier|before|peak|baseline|initially|started|begun|historically|average|"
                         "averaged|from|compared|against|than|versus|since|between|high|low|originally|formerly|had "
                         "been|after|ranging|ranged|until|range"))
                return true;
        return is_at(amount.behind_word, "before|previously|earlier|then|at the start|in the past");
    }

    void one(const Amount& amount) {
        if (sentence_.is_stated(amount)) return;
        const std::optional<TimeSaid> time = time_of(amount);
        if (belonging_.is_target(amount)) return target(amount, time);
        if (is_ahead(amount, time)) return expected(amount);
        if (time && time->when != When::now && time->when != When::year_end) return at_time(amount, *time);
        if (has_past_word(amount)) {
            if (is_known_at_all(amount)) return sentence_.bind(amount);
            return;
        }
        actual(amount, time.has_value());
    }

    bool is_ahead(const Amount& amount, const std::optional<TimeSaid>& time) const {
        const bool was =
            is_before(amount, "is|was") && amount.hedge_word >= 2 && is_at(amount.hedge_word - 2, "and|but");
        if (was) return false; // "needed to be 75 and was 78"
        if (s_.is_expected(amount.first_word) && !s_.words.empty()) return true;
        if (time && (time->when == When::future || time->when == When::year_end)) return true;
        return is_at(amount.behind_word, "is|are|was? expected|forecast|projected|predicted|likely");
    }

    // "to be under 4.5%" where 4.5% is the target: a bound is told as it is set.
    static Amount plainly(Amount amount) {
        amount.closeness = Closeness::plain;
        return amount;
    }

    void target(const Amount& amount, const std::optional<TimeSaid>& time) {
        sentence_.bind(amount);
        if (any(facts_.targets, plainly(amount))) return;
        const Clause& clause = s_.clause_of(amount.first_word);
        for (std::size_t i = clause.first; i < clause.last; ++i)
            if (is_at(i, "national|government|statutory|stretch|regional|new|revised|previous|old|original|contract|"
                         "local|interim|longer|next"))
                return;
        if (time && time->when != When::now && time->when != When::year_end) return;
        if (!facts_.now.goal && !facts_.now.year_end && facts_.targets.empty()) {
            if (facts_.has_value()) warn(amount, "no target of " + facts_.name + " is known");
            return;
        }
        std::optional<Decimal> aim;
        if (facts_.now.goal) aim = facts_.now.goal->aim ? facts_.now.goal->aim : facts_.now.goal->lower;
        if (!aim && !facts_.targets.empty()) aim = facts_.targets.front();
        if (aim) warn(amount, "the target of " + facts_.name + " is " + show(facts_, *aim));
    }

    void expected(const Amount& amount) {
        if (!facts_.has_value() || is_conditional(s_, amount.first_word)) return;
        if (amount.closeness == Closeness::under || amount.closeness == Closeness::over)
            return; // "may act where fewer than 70% …": a bound, and no forecast
        sentence_.bind(amount);
        if (any(facts_.forecasts, amount) || any(facts_.targets, plainly(amount))) return;
        if (facts_.forecasts.empty())
            warn(amount,
                 "no forecast of " + facts_.name + " was handed in; the figure is " + show(facts_, facts_.value()));
        else
            warn(amount, "the forecast of " + facts_.name + " is " + show(facts_, facts_.forecasts.front()));
    }

    void at_time(const Amount& amount, const TimeSaid& time) {
        if (time.is_window) return; // a sum of it is not known
        std::vector<Decimal> then;
        std::string label;
        if (time.when == When::previous) then = facts_.before, label = facts_.before_label;
        if (time.when == When::year_ago) {
            then = facts_.a_year_ago, label = facts_.a_year_ago_label;
            for (const KnownPoint& point : facts_.points) { // "last year": any figure of it
                const Calendar& calendar = sentence_.input.content.settings.calendar;
                const Period year = calendar.year_of(sentence_.input.period);
                if (const auto before = calendar.previous(year);
                    before && calendar.year_of(point.period) == *before && any(point.values, amount))
                    return sentence_.bind(amount);
            }
        }
        if (time.when == When::named)
            for (const KnownPoint* point : points_in(facts_, time)) {
                for (const Decimal value : point->values) then.push_back(value);
                label = sentence_.input.content.settings.calendar.label(point->period);
            }
        if (then.empty()) return;
        sentence_.bind(amount);
        if (!stands_beside(amount, time) && is_of_another_time(amount, time)) return;
        if (any(then, amount)) return;
        if (time.when == When::previous && is_at(time.first_word, "the last") && any(facts_.now.values, amount))
            return; // "the last quarter" of a year that has ended
        if (time.when == When::named && points_in(facts_, time).size() > 1 && is_known_at_all(amount)) return;
        tell(error("published-differs"), amount,
             facts_.name + " was " + show(facts_, then.front()) + (label.empty() ? "" : " (" + label + ")"));
    }

    bool stands_beside(const Amount& amount, const TimeSaid& time) const { // "63% in 2023/24", "2023/24: 63%"
        if (time.first_word >= amount.behind_word) return time.first_word <= amount.behind_word + 1;
        return time.behind_word + 1 >= amount.hedge_word;
    }

    // Of two times in a sentence either may be meant.
    bool is_of_another_time(const Amount& amount, const TimeSaid& time) const {
        return std::ranges::any_of(s_.times, [&](const TimeSaid& other) {
            if (other.first_word == time.first_word) return false;
            if (other.when == When::previous) return any(facts_.before, amount);
            if (other.when == When::year_ago) return any(facts_.a_year_ago, amount);
            if (other.when != When::named) return false;
            return std::ranges::any_of(points_in(facts_, other),
                                       [&](const KnownPoint* point) { return any(point->values, amount); });
        });
    }

    bool speaks_of_past() const {
        return std::ranges::any_of(s_.times, [](const TimeSaid& time) {
            return time.when == When::previous || time.when == When::year_ago || time.when == When::named;
        });
    }

    // Whether it could be a figure of the subject at all: a count far from all that are known counts something else.
    bool is_of_size(const Amount& amount) const {
        if (amount.unit == AmountUnit::percent || facts_.value().is_zero()) return true;
        std::vector<Decimal> known = facts_.now.values;
        known.insert(known.end(), facts_.before.begin(), facts_.before.end());
        return std::ranges::any_of(known, [&](Decimal value) {
            return amount.value * Decimal(4) >= value.abs() && amount.value <= value.abs() * Decimal(4);
        });
    }

    // "97.9%, 97.4% and now 96.9%": one of several, the last of which is the figure.
    bool is_in_series(const Amount& amount) const {
        return is_known_at_all(amount) && std::ranges::any_of(s_.amounts, [&](const Amount& last) {
                   return last.first_word > amount.first_word && last.unit == amount.unit &&
                          any(facts_.now.values, last);
               });
    }

    void actual(const Amount& amount, bool of_now) {
        if (!facts_.has_value()) return;
        sentence_.bind(amount);
        if (any(facts_.now.values, amount) || is_in_series(amount)) return;
        if (!is_of_size(amount)) return;
        if (!of_now && speaks_of_past() && is_known_at_all(amount)) return;
        const bool parts = amount.unit == AmountUnit::none || amount.unit == AmountUnit::pounds;
        if (parts && amount.closeness == Closeness::plain && any(facts_.others, amount)) return; // a part of it
        if (is_before(amount, "against|to|from|vs|versus") && is_known_at_all(amount)) return;
        tell(of_now && amount.closeness == Closeness::plain ? error("published-differs") : warning("published-differs"),
             amount, facts_.name + " is " + show(facts_, facts_.value()));
    }

    void warn(const Amount& amount, const std::string& found) { tell(warning("published-differs"), amount, found); }

    void tell(FindingKind kind, const Amount& amount, const std::string& found) {
        findings_.push_back(sentence_.finding(kind, written(amount) + " said, but " + found + "."));
    }

    // "rose from 93% to 95.5%": where one of the two is a figure of the subject, the other has to be one.
    void pair(std::size_t from_word, std::size_t to_word) {
        const Amount *from = nullptr, *to = nullptr;
        for (const Amount& amount : s_.amounts) {
            if (amount.first_word == from_word) from = &amount;
            if (amount.first_word == to_word) to = &amount;
        }
        if (!from || !to || !is_in_unit(facts_, *from) || !is_in_unit(facts_, *to) || !facts_.has_value()) return;
        if (s_.is_expected(from->first_word) || sentence_.is_stated(*from)) return;
        const bool from_known = is_known_at_all(*from), to_now = any(facts_.now.values, *to);
        const auto time_to = time_of(*to), time_from = time_of(*from);
        const bool past = time_to && time_to->when != When::now;
        if (from_known && (to_now || past)) {
            if (time_from && time_from->when != When::now) at_time(*from, *time_from);
            if (past) at_time(*to, *time_to);
            return;
        }
        if (from_known && is_known_at_all(*to) && goes_on(*to)) return;
        const Whose of = whose_of_pair(*from, *to);
        if (of == Whose::other) return;
        if (to_now && !from_known)
            return tell(time_from ? error("published-differs") : warning("published-differs"), *from,
                        "no figure of " + facts_.name + " is that; now it is " + show(facts_, facts_.value()));
        if (from_known)
            return tell(error("published-differs"), *to, facts_.name + " is " + show(facts_, facts_.value()));
        if (of == Whose::subject && is_of_size(*to))
            tell(warning("published-differs"), *to, facts_.name + " is " + show(facts_, facts_.value()));
    }

    // "from 91% to 93% and now 94%": the second is not the last.
    bool goes_on(const Amount& to) const {
        return std::ranges::any_of(s_.amounts, [&](const Amount& next) {
            return next.first_word > to.behind_word && next.first_word <= to.behind_word + 6 && next.unit == to.unit &&
                   is_at(to.behind_word, "and|,|then|to|in");
        });
    }

    Whose whose_of_pair(const Amount& from, const Amount& to) const {
        const std::size_t first = std::min(from.hedge_word, to.hedge_word);
        const std::size_t end = belonging_.end_behind(to.behind_word);
        if (is_at(to.behind_word, "of") && whose(s_, to.behind_word + 1, end) != Whose::subject &&
            !s_.has_time_at(to.behind_word + 2))
            return Whose::other;
        if (to.hedge_word < from.hedge_word && end > to.behind_word) {
            const Whose of = whose(s_, to.behind_word, end);
            if (of != Whose::nobody) return of;
        }
        const Clause& clause = s_.clause_of(first);
        for (const Term& term : s_.terms)
            if (term.first >= clause.first && term.first < first && term.sense != Sense::no)
                return s_.subject_before(term.first);
        return s_.subject_before(first);
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts& facts_;
    Belonging belonging_;
    Findings& findings_;
};

} // namespace

void hold_values(ClaimSentence& sentence, Findings& findings) {
    if (sentence.said.facts) Values(sentence, findings).hold();
}

} // namespace qd::inline checks
