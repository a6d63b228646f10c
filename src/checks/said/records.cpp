#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"

#include "checks/phrases.hpp"

#include <algorithm>

// "The highest since quarter 1", "our best result on record", "the lowest in three years".
namespace qd::inline checks {
namespace {

bool is_never(const Sentence& s, const Term& term) {
    for (std::size_t i = s.clause_of(term.first).first; i < term.first; ++i)
        if (s.words[i].text == "never") return true;
    return false;
}

// From the first day on that a record is said to hold; none = no stretch is said.
std::optional<Date> stretch_of(const Sentence& s, const Term& term, const CheckInput& input, const Facts& facts) {
    const std::size_t end = s.words.size();
    for (std::size_t i = term.last; i < std::min(end, term.last + 10); ++i) {
        if (is_phrase_at(s.words, i, "ever|recorded")) return facts.points.front().first;
        if (is_phrase_at(s.words, i, "on record")) return facts.points.front().first;
        if (is_phrase_at(s.words, i, "since records|recording|measurement|monitoring began|started"))
            return facts.points.front().first;
        if (is_phrase_at(s.words, i, "since we began|started|first|have")) return facts.points.front().first;
        if (is_phrase_at(s.words, i, "of|in any quarter|month|year")) return facts.points.front().first;
        if (is_phrase_at(s.words, i, "to date|yet")) return facts.points.front().first;
        if (s.words[i].text == "since")
            for (const TimeSaid& time : s.times)
                if (time.first_word >= i && time.first_word <= i + 3) {
                    if (time.last && time.when == When::named) return time.last->plus_days(1);
                    if (time.when == When::year_ago) return facts.now.last.plus_days(2).plus_months(-12);
                }
        if (is_phrase_at(s.words, i, "of|this|in the? year") || is_phrase_at(s.words, i, "so far this?") ||
            is_phrase_at(s.words, i, "this year"))
            return input.content.settings.calendar.first_day(input.content.settings.calendar.year_of(input.period));
        if (is_phrase_at(s.words, i, "for|in over|more? than? a|one year"))
            return facts.now.last.plus_days(2).plus_months(-12);
        for (const Amount& amount : s.amounts)
            if (amount.first_word == i && i > 0 && is_phrase_at(s.words, i - 1, "in|for|last|past") &&
                amount.unit == AmountUnit::none && is_phrase_at(s.words, amount.behind_word, "quarters") &&
                amount.value <= Decimal(20))
                return facts.now.last.plus_days(1).plus_months(
                    -3 * static_cast<int>(amount.value.millionths() / Decimal::scale));
            else if (amount.first_word == i && i > 0 && is_phrase_at(s.words, i - 1, "in|for|last|past") &&
                     amount.unit == AmountUnit::years && amount.value <= Decimal(20))
                return facts.now.last.plus_days(1).plus_months(
                    -12 * static_cast<int>(amount.value.millionths() / Decimal::scale));
    }
    if (is_phrase_at(s.words, term.first, "record|all")) return facts.points.front().first; // "all-time low"
    if (is_never(s, term)) return facts.points.front().first;
    return {};
}

Sense record_of(Sense compared) { // "never lower": the lowest
    switch (compared) {
    case Sense::higher: return Sense::highest;
    case Sense::lower: return Sense::lowest;
    case Sense::better: return Sense::best;
    default: return Sense::worst;
    }
}

bool beats(const Facts& facts, Sense sense, Decimal other, Decimal now) {
    if (looks_same(facts, other, now)) return false;
    if (sense == Sense::highest) return other > now;
    if (sense == Sense::lowest) return other < now;
    const int better = judged(facts, now, other);
    return sense == Sense::best ? better > 0 : better < 0;
}

// As far into its year as now the figures are compared as they are; else what each period counted by itself.
std::vector<Change> readings_of(const KnownPoint& then, const KnownPoint& now) {
    if (now.stretch == StretchKind::to_date && then.last.plus_days(1).month() != now.last.plus_days(1).month())
        return {{own_of(then), own_of(now), ""}};
    std::vector<Change> readings;
    for (std::size_t i = 0; i < std::min(then.values.size(), now.values.size()); ++i)
        readings.push_back({then.values[i], now.values[i], ""});
    return readings;
}

void one(ClaimSentence& sentence, const Term& term, Findings& findings) {
    const Sentence& s = sentence.said;
    const Facts& facts = *s.facts;
    if (s.is_expected(term.first) || term.denied) return;
    if (s.subject_before(term.first) == Whose::other) return;
    std::size_t end = term.last;
    while (end < s.words.size() && s.words[end].kind == WordKind::letters && !s.has_time_at(end) &&
           !is_phrase_at(s.words, end, "since|ever|on|in|for|so|to|and|we|it|this|recorded|yet"))
        ++end;
    if (whose(s, term.last, end) == Whose::other) return;
    const std::size_t near = term.first > 8 ? term.first - 8 : 0; // "93% in quarter 2, the best of the year"
    const TimeSaid* past = s.time_between(std::min(near, s.clause_of(term.first).first), term.first);
    if (past && past->when != When::now) return;
    if (s.words[term.first].text == "peak" && !is_phrase_at(s.words, term.first - 1, "a|new|its")) return;
    const auto from = stretch_of(s, term, sentence.input, facts);
    if (!from) return;
    for (const KnownPoint& point : facts.points) {
        if (point.period.grain() != facts.now.period.grain() || point.last >= facts.now.last || point.first < *from)
            continue;
        const std::vector<Change> readings = readings_of(point, facts.now);
        if (readings.empty() || !std::ranges::all_of(readings, [&](const Change& reading) {
                return beats(facts, term.sense, reading.from, reading.to);
            }))
            continue;
        findings.push_back(sentence.finding(error("word-against-figure"),
                                            facts.name + " is " + show(facts, readings.front().to) + ", and was " +
                                                show(facts, readings.front().from) + " in " +
                                                sentence.input.content.settings.calendar.label(point.period) + ".",
                                            "Correct the sentence, or name the figures it rests on."));
        return;
    }
}

} // namespace

void hold_records(ClaimSentence& sentence, Findings& findings) {
    if (!sentence.said.facts || !sentence.said.facts->has_value() || sentence.said.facts->points.size() < 2) return;
    for (const Term& term : sentence.said.terms)
        if (tells_of_record(sentence.said, term))
            one(sentence, {record_of(term.sense), term.first, term.last}, findings);
        else if (term.sense == Sense::highest || term.sense == Sense::lowest || term.sense == Sense::best ||
                 term.sense == Sense::worst)
            one(sentence, term, findings);
}

} // namespace qd::inline checks
