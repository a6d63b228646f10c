#include "checks/phrases.hpp"
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
        : sentence_(sentence), s_(sentence.said), facts_(*sentence.said.facts), findings_(findings) {}

    void hold() {
        for (const auto& [from, to] : sentence_.as_pair) pair(from, to);
        for (const Amount& amount : s_.amounts)
            if (!sentence_.is_bound(amount) && is_in_unit(facts_, amount) && is_about(amount)) one(amount);
    }

private:
    bool is_at(std::size_t at, std::string_view phrase) const { return is_phrase_at(s_.words, at, phrase); }
    bool is_before(const Amount& amount, std::string_view phrase) const {
        return amount.hedge_word > 0 && is_at(amount.hedge_word - 1, phrase);
    }
    std::string written(const Amount& amount) const { return as_written(sentence_.words, s_.words, amount); }

    // Up to a mark, a time, another amount or a word for a movement: what an amount is followed by.
    std::size_t end_behind(std::size_t at) const {
        while (at < s_.words.size() && s_.words[at].kind == WordKind::letters && !s_.has_time_at(at) &&
               !s_.has_amount_at(at) && !is_at(at, "and|but|which|against|compared|while|up|down|from|than"))
            ++at;
        return at;
    }

    // Whether the amount is a figure of the subject itself, and not of a part of it or of something else.
    bool is_about(const Amount& amount) const {
        if (amount.is_negative && !facts_.is_change) return false;
        if (is_before(amount, "within|every|per|next|last|past|between|top|bottom|x|plus") ||
            (is_before(amount, "by") && !is_target(amount)))
            return false;
        if (is_elsewhere(amount)) return false;
        if (is_difference(amount)) return false;
        if (is_target(amount)) return true;
        const std::size_t behind = behind_bracket(amount), end = end_behind(behind);
        if (is_part(amount)) return false;
        const bool strict = amount.unit == AmountUnit::none; // a bare number may count anything
        Whose of = Whose::nobody;
        if (is_at(behind, "of") && !s_.has_time_at(behind)) {
            of = whose(s_, behind + 1, end_of_whole(behind + 1));
            if (of != Whose::subject || is_at(behind + 1, "them|these|those|which|whom") ||
                has_another_predicate(behind + 1))
                return false;
        } else if (end > behind) {
            of = whose(s_, behind, end);
            if (of == Whose::other || is_of_subset(behind, end)) return false;
        }
        const Clause& clause = s_.clause_of(amount.first_word);
        const Whose before = subject_of(clause, amount);
        if (before == Whose::other) return of == Whose::subject && is_received(clause, amount);
        if (amount.in_words && !amount.is_fraction && of != Whose::subject) return false;
        if (strict && of != Whose::subject && before != Whose::subject) {
            const bool alone = of == Whose::nobody && (end == behind || (end < s_.words.size() && s_.has_time_at(end)));
            const bool of_nothing_else =
                whose(s_, 0, s_.words.size()) == Whose::nobody; // "31 in quarter 2, 20 in quarter 3"
            return facts_.has_value() &&
                   (opens_with(amount) || (alone && (s_.is_expected(amount.first_word) || of_nothing_else)));
        }
        return true;
    }

    // Behind "(25%)", or behind the bracket that the amount itself stands in.
    std::size_t behind_bracket(const Amount& amount) const {
        std::size_t behind = amount.behind_word;
        if (is_at(behind, ")")) return behind + 1;
        if (!is_at(behind, "(")) return behind;
        while (behind < s_.words.size() && s_.words[behind].text != ")") ++behind;
        return std::min(behind + 1, s_.words.size());
    }

    // "of the 93 pupils": the noun may have a number of its own.
    std::size_t end_of_whole(std::size_t at) const {
        std::size_t first = at;
        while (is_at(first, "the|these|those|all|our")) ++first;
        for (const Amount& amount : s_.amounts)
            if (amount.hedge_word == first) return end_behind(amount.behind_word);
        return end_behind(at);
    }

    // "80% of residents feel safe": the noun is the subject's, and what is said of it is something else.
    bool has_another_predicate(std::size_t at) const {
        std::size_t named = 0;
        bool unknown = false;
        for (std::size_t i = at; i < s_.words.size(); ++i) {
            if ((s_.words[i].text == "," || s_.words[i].text == "(") &&
                s_.has_amount_at(i + 1)) { // "the 550 letters, 130, were late"
                ++i;
                while (i < s_.words.size() && s_.words[i].text != "," && s_.words[i].text != ")") ++i;
                continue;
            }
            if (s_.words[i].kind == WordKind::mark || (i > at + 2 && (s_.has_time_at(i) || s_.has_amount_at(i))) ||
                is_at(i, "against|compared|up|down|which|but"))
                break;
            const Whose of = whose(s_, i, i + 1);
            if (of == Whose::subject) ++named;
            if (of == Whose::other) unknown = true;
        }
        return unknown && named < 2;
    }

    Whose subject_of(const Clause& clause, const Amount& amount) const {
        std::size_t first = clause.first;
        for (const Amount& other : s_.amounts) // behind the amount before it
            if (other.behind_word <= amount.hedge_word && other.behind_word > first) first = other.behind_word;
        const Whose near = whose(s_, first, amount.hedge_word);
        return near == Whose::nobody ? s_.subject_before(amount.hedge_word) : near;
    }

    // "We answered 412 letters", "residents made 52 complaints": the noun behind decides.
    bool is_received(const Clause& clause, const Amount& amount) const {
        for (std::size_t i = clause.first; i < amount.hedge_word; ++i)
            if (is_at(i, "in|at|for|from|of|alone|among|within|ward|wards|area|areas|town|towns|village|estate|north|"
                         "south|east|west|northern|southern|"
                         "eastern|western|school|schools|site|sites|office|branch|street|road|team|that|who|whose|"
                         "where|city|centre|rural|urban"))
                return false;
        return amount.hedge_word - clause.first <= 5 && !speaks_of_elsewhere(s_.words, clause.first, clause.last);
    }

    bool opens_with(const Amount& amount) const { return amount.hedge_word <= 1; }

    // "12 were upheld", "20% had moved": what was done to some of them.
    bool is_of_subset(std::size_t first, std::size_t end) const {
        for (std::size_t i = first; i + 1 < end; ++i) {
            if (!is_at(i, "were|was|are|is|had|have|has|been")) continue;
            if (whose(s_, i + 1, end) == Whose::other) return true;
        }
        return false;
    }

    bool is_part(const Amount& amount) const { // of a count and its whole, or "of which 12"
        if (is_before(amount, "which|whom|them|these|those|only")) return !is_before(amount, "only");
        for (const Amount& other : s_.amounts) {
            if (&other == &amount || other.unit != AmountUnit::none || amount.unit != AmountUnit::none) continue;
            if (other.first_word > amount.behind_word && other.first_word <= amount.behind_word + 6 &&
                of_between(amount.behind_word, other.first_word))
                return true;
            if (amount.first_word > other.behind_word && amount.first_word <= other.behind_word + 6 &&
                of_between(other.behind_word, amount.first_word))
                return true;
        }
        return false;
    }

    bool of_between(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (is_at(i, "of|/")) return true;
        return false;
    }

    bool is_elsewhere(const Amount& amount) const {
        std::size_t first = s_.clause_of(amount.first_word).first;
        for (const Amount& other : s_.amounts)
            if (other.behind_word <= amount.hedge_word && other.behind_word > first) first = other.behind_word;
        if (speaks_of_elsewhere(s_.words, first, amount.hedge_word)) return true;
        if (!is_at(amount.behind_word, "in|for|across|nationally|regionally|elsewhere|among|(|nationwide|england") &&
            !speaks_of_elsewhere(s_.words, amount.behind_word, amount.behind_word + 1))
            return false;
        return speaks_of_elsewhere(s_.words, amount.behind_word,
                                   std::min(amount.behind_word + 5, end_behind(amount.behind_word + 1)));
    }

    bool is_difference(const Amount& amount) const {
        if (is_at(amount.behind_word,
                  "above|below|ahead|behind|short|over|under|within|inside|off|away|adrift|shy|clear"))
            return is_target_term(amount.behind_word) && !may_be_value(amount);
        if (is_at(amount.behind_word,
                  "more|fewer|less|higher|lower|longer|shorter|quicker|faster|slower|better|worse|increase|rise|fall|"
                  "drop|decrease|reduction|improvement|point|late|early|old|down|up"))
            return !is_at(amount.behind_word, "down|up") || !may_be_value(amount);
        return is_before(amount, "of") && amount.hedge_word >= 2 &&
               is_at(amount.hedge_word - 2,
                     "increase|rise|fall|drop|decrease|reduction|improvement|gap|difference|change|shortfall|growth|"
                     "variance|saving|deterioration|total|margin|some") &&
               !is_at(amount.hedge_word - 2, "total");
    }

    // "76.3%, below the target": the value; "9% below the target": a distance.
    bool may_be_value(const Amount& amount) const {
        return facts_.has_value() && !facts_.value().is_zero() &&
               Decimal::ratio(amount.value, facts_.value().abs(), 100) > Decimal(50);
    }

    bool is_target_term(std::size_t at) const {
        return s_.term_between(at, std::min(at + 6, s_.words.size()), {Sense::target}) != nullptr;
    }

    bool is_target(const Amount& amount) const {
        for (const Term& term : s_.terms) {
            if (term.sense != Sense::target) continue;
            if (term.first == amount.behind_word ||
                (term.first == amount.behind_word + 1 &&
                 !is_at(amount.behind_word,
                        ",|above|below|on|over|under|behind|against|and|meets|met|missed|beat|exceeds")))
                return true;
            if (amount.hedge_word < term.last || amount.hedge_word > term.last + 4) continue;
            bool led = true;
            for (std::size_t i = term.last; i < amount.hedge_word; ++i)
                led = led && (is_at(i, "of|is|was|being|remains|at|set|:|(|the|for|to|that|quarter|year|end|stands|"
                                       "which|by|-|this|we") ||
                              s_.has_time_at(i));
            if (led) return true;
        }
        if (is_at(amount.behind_word, "that|which? we|it|the|they|members council|committee|panel|contract? "
                                      "set|aim|aimed|ask|asked|want|wanted|need|needed|hoped|planned|agreed|aspire|"
                                      "promised|require|requires|expect"))
            return true;
        return is_at(amount.behind_word, "required|wanted|sought|aimed|profiled|hoped|planned|budgeted") ||
               is_before(amount, "profiled|planned|required|budgeted");
    }

    std::optional<TimeSaid> time_of(const Amount& amount) const {
        const Amount* next = nullptr;
        for (const Amount& other : s_.amounts)
            if (other.first_word >= amount.behind_word && (!next || other.first_word < next->first_word)) next = &other;
        const std::size_t limit = next ? next->hedge_word : s_.words.size();
        for (const TimeSaid& time : s_.times)
            if (time.first_word >= amount.behind_word && time.first_word < limit &&
                is_near(amount.behind_word, time.first_word))
                return time;
        const TimeSaid* before = nullptr;
        for (const TimeSaid& time : s_.times)
            if (time.behind_word <= amount.hedge_word && !s_.amount_between(time.behind_word, amount.hedge_word) &&
                &s_.clause_of(time.first_word) == &s_.clause_of(amount.first_word) && !is_compared(time.first_word))
                before = &time;
        if (before) return *before;
        const Clause& clause = s_.clause_of(amount.first_word); // "a year ago, when it was 83%"
        const std::size_t opens = is_at(clause.first, ",") ? clause.first + 1 : clause.first;
        if (is_at(opens, "when|where"))
            for (const TimeSaid& time : s_.times)
                if (time.behind_word <= opens && time.behind_word + 2 >= opens) return time;
        return {};
    }

    bool is_compared(std::size_t at) const { return at > 0 && is_at(at - 1, "than|since|on|to"); }

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

    bool any(const std::vector<Decimal>& values, const Amount& amount) const {
        return std::ranges::any_of(values, [&](Decimal value) {
            return tells(amount, value) || tells(amount, value.rounded(facts_.shown.decimals)) ||
                   (facts_.is_change && (tells(amount, value.abs()) || tells(amount, -value)));
        });
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
        if (is_target(amount)) return target(amount, time);
        if (is_ahead(amount, time)) return expected(amount);
        if (time && time->when != When::now && time->when != When::year_end) return at_time(amount, *time);
        if (has_past_word(amount)) {
            if (is_known_at_all(amount)) return sentence_.bind(amount);
            return;
        }
        actual(amount, time.has_value());
    }

    bool is_ahead(const Amount& amount, const std::optional<TimeSaid>& time) const {
        if (s_.is_expected(amount.first_word) && !s_.words.empty()) return true;
        if (time && (time->when == When::future || time->when == When::year_end)) return true;
        return is_at(amount.behind_word, "is|are|was? expected|forecast|projected|predicted|likely");
    }

    void target(const Amount& amount, const std::optional<TimeSaid>& time) {
        sentence_.bind(amount);
        if (any(facts_.targets, amount)) return;
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
        if (!facts_.has_value()) return;
        sentence_.bind(amount);
        if (any(facts_.forecasts, amount) || any(facts_.targets, amount)) return;
        if (facts_.forecasts.empty())
            warn(amount,
                 "no forecast of " + facts_.name + " was handed in; the figure is " + show(facts_, facts_.value()));
        else
            warn(amount, "the forecast of " + facts_.name + " is " + show(facts_, facts_.forecasts.front()));
    }

    void at_time(const Amount& amount, const TimeSaid& time) {
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
        if (any(then, amount)) return;
        if (time.when == When::named && points_in(facts_, time).size() > 1 && is_known_at_all(amount)) return;
        tell(Severity::error, amount,
             facts_.name + " was " + show(facts_, then.front()) + (label.empty() ? "" : " (" + label + ")"));
    }

    void actual(const Amount& amount, bool of_now) {
        if (!facts_.has_value()) return;
        sentence_.bind(amount);
        if (any(facts_.now.values, amount)) return;
        const bool parts = amount.unit == AmountUnit::none || amount.unit == AmountUnit::pounds;
        if (parts && amount.closeness == Closeness::plain && any(facts_.others, amount)) return; // a part of it
        if (is_before(amount, "against|to|from|vs|versus") && is_known_at_all(amount)) return;
        tell(of_now && amount.closeness == Closeness::plain ? Severity::error : Severity::warning, amount,
             facts_.name + " is " + show(facts_, facts_.value()));
    }

    void warn(const Amount& amount, const std::string& found) { tell(Severity::warning, amount, found); }

    void tell(Severity severity, const Amount& amount, const std::string& found) {
        findings_.push_back(sentence_.finding("published-differs", Severity::warning,
                                              written(amount) + " said, but " + found + ".",
                                              "Correct the text, or hand in what it rests on."));
        findings_.back().severity = severity;
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
        const Whose of = whose_of_pair(*from, *to);
        if (of == Whose::other) return;
        if (to_now && !from_known)
            return tell(time_from ? Severity::error : Severity::warning, *from,
                        "no figure of " + facts_.name + " is that; now it is " + show(facts_, facts_.value()));
        if (from_known) return tell(Severity::error, *to, facts_.name + " is " + show(facts_, facts_.value()));
        if (of == Whose::subject) tell(Severity::warning, *to, facts_.name + " is " + show(facts_, facts_.value()));
    }

    Whose whose_of_pair(const Amount& from, const Amount& to) const {
        const std::size_t first = std::min(from.hedge_word, to.hedge_word);
        const std::size_t end = end_behind(to.behind_word);
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
    Findings& findings_;
};

} // namespace

void hold_values(ClaimSentence& sentence, Findings& findings) {
    if (sentence.said.facts) Values(sentence, findings).hold();
}

} // namespace qd::inline checks
