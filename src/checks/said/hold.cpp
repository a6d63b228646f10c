#include "checks/said/hold.hpp"

#include "checks/phrases.hpp"

#include <algorithm>
#include <array>

namespace qd::inline checks {
namespace {

void add(std::vector<Change>& changes, const std::vector<Change>& more) {
    changes.insert(changes.end(), more.begin(), more.end());
}

// As far into their years: 30 September and 30 September.
bool is_same_stage(const KnownPoint& one, const KnownPoint& other) {
    return one.last.plus_days(1).month() == other.last.plus_days(1).month();
}

// Judged figures with one another, and the others of the same two periods.
void add_points(std::vector<Change>& changes, const KnownPoint& from, const KnownPoint& to) {
    const bool builds_up = from.stretch == StretchKind::to_date || to.stretch == StretchKind::to_date;
    if (builds_up && !is_same_stage(from, to)) {
        changes.push_back({own_of(from), own_of(to), ""}); // what has built up in two quarters is more than in one
        return;
    }
    changes.push_back({from.values.front(), to.values.front(), ""});
    if (from.beside && to.beside) changes.push_back({*from.beside, *to.beside, ""});
}

// The points of a named time; of a whole year only the one as far into it as now, and its last.
std::vector<const KnownPoint*> points_as_now(const Facts& facts, const TimeSaid& time) {
    std::vector<const KnownPoint*> points = points_in(facts, time);
    if (points.size() < 3 || *time.last - *time.first < 300) return points;
    std::erase_if(points, [&](const KnownPoint* point) {
        const bool as_now = point->last.plus_days(1).month() == facts.now.last.plus_days(1).month();
        return !as_now && (facts.now.stretch == StretchKind::to_date || point != points_in(facts, time).back());
    });
    return points;
}

} // namespace

std::vector<Change> changes_since(const Facts& facts, const TimeSaid* time) {
    std::vector<Change> changes;
    if (!facts.has_value()) return changes;
    if (!time || time->when == When::previous) add(changes, facts.since_before);
    if (!time || time->when == When::year_ago) add(changes, facts.since_a_year_ago);
    if (time && time->when == When::year_ago && facts.now.period.grain() == Grain::year)
        add(changes, facts.since_before);
    if (time && time->when == When::named)
        for (const KnownPoint* point : points_as_now(facts, *time))
            if (point->last < facts.now.last) add_points(changes, *point, facts.now);
    return changes;
}

std::string moved(const Facts& facts, const Change& change) {
    return facts.name + " went from " + show(facts, change.from) +
           (change.from_label.empty() ? "" : " (" + change.from_label + ")") + " to " + show(facts, change.to);
}

int judged(const Facts& facts, Decimal from, Decimal to) {
    if (from == to) return 0;
    if (facts.shown.polarity == Polarity::higher) return to > from ? 1 : -1;
    if (facts.shown.polarity == Polarity::lower) return to < from ? 1 : -1;
    return 0;
}

bool looks_same(const Facts& facts, Decimal one, Decimal other) {
    return one.rounded(facts.shown.decimals) == other.rounded(facts.shown.decimals);
}

Decimal own_of(const KnownPoint& point) {
    return point.stretch == StretchKind::to_date && point.beside ? *point.beside : point.values.front();
}

bool is_in_unit(const Facts& facts, const Amount& amount) {
    const bool weeks = facts.name_words.contains("weeks"), months = facts.name_words.contains("months");
    if (facts.shown.quantity == Quantity::number && (weeks || months) && amount.unit != AmountUnit::none)
        return amount.unit == (weeks ? AmountUnit::weeks : AmountUnit::months); // "Weeks to wait for …"
    switch (facts.shown.quantity) {
    case Quantity::percent: return amount.unit == AmountUnit::percent;
    case Quantity::days:
        return amount.unit == AmountUnit::days || (amount.unit == AmountUnit::none && !amount.in_words);
    case Quantity::money: return amount.unit == AmountUnit::pounds;
    default: return amount.unit == AmountUnit::none;
    }
}

namespace {

// "three", "third", "3": 2 to 10; 0 = none there.
std::size_t number_of_periods(const Words& words, std::size_t at) {
    static constexpr std::array cardinals =
        std::to_array<std::string_view>({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    static constexpr std::array ordinals = std::to_array<std::string_view>(
        {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"});
    if (at >= words.size()) return 0;
    for (std::size_t i = 0; i < cardinals.size(); ++i)
        if (words[at].text == cardinals[i] || words[at].text == ordinals[i] || words[at].text == std::to_string(i + 2))
            return i + 2;
    return 0;
}

} // namespace

std::size_t periods_in_a_row(const Sentence& sentence, const Clause& clause) {
    static constexpr std::string_view unit = "quarter|quarters|month|months|year|years|time|times|period|periods";
    const Words& words = sentence.words;
    for (std::size_t at = clause.first; at < clause.last; ++at) {
        const std::size_t number = number_of_periods(words, at);
        if (number == 0) continue;
        std::size_t next = at + 1;
        const bool told = is_phrase_at(words, next, "successive|consecutive|straight");
        if (told) ++next;
        if (!is_phrase_at(words, next, unit)) continue;
        if (told || is_phrase_at(words, next + 1, "running|straight") ||
            is_phrase_at(words, next + 1, "in a row|succession") || is_phrase_at(words, next + 1, "on the? trot|end"))
            return number;
        const bool for_it = at >= 2 && is_phrase_at(words, at - 2, "for the|a") &&
                            (words[at].text.ends_with("d") || words[at].text.ends_with("th"));
        if (for_it && is_phrase_at(words, next, "quarter|month|year") && !is_phrase_at(words, next + 1, "of|in"))
            return number;
    }
    return 0;
}

bool tells_of_record(const Sentence& sentence, const Term& term) {
    if (!term.denied || (term.sense != Sense::higher && term.sense != Sense::lower && term.sense != Sense::better &&
                         term.sense != Sense::worse))
        return false;
    const Clause& clause = sentence.clause_of(term.first);
    bool perfect = false; // "has not been", "have not had a", "never"
    for (std::size_t i = clause.first; i < term.first; ++i)
        perfect = perfect || is_phrase_at(sentence.words, i, "been|had|seen|recorded|known|never|achieved|reported");
    if (!perfect) return false;
    for (std::size_t i = clause.first; i < term.first; ++i)
        if (sentence.words[i].text == "never") return true;
    for (std::size_t i = term.last; i < clause.last; ++i)
        if (sentence.words[i].text == "than") return false;
    for (std::size_t i = term.last; i < clause.last; ++i)
        if (is_phrase_at(sentence.words, i, "since|for|ever|before|in over|more|years|living|two|three|four|five"))
            return true;
    return false;
}

std::vector<const KnownPoint*> points_of_year(const Facts& facts, const CheckInput& input,
                                              const std::optional<TimeSaid>& named) {
    const Calendar& calendar = input.content.settings.calendar;
    Period year = calendar.year_of(input.period);
    if (named && named->when == When::year_ago) year = calendar.previous(year).value_or(year);
    if (named && named->when == When::named && named->last) year = calendar.containing(Grain::year, *named->last);
    const auto of_grain = [&](Grain grain) {
        std::vector<const KnownPoint*> found;
        for (const KnownPoint& point : facts.points)
            if (point.period.grain() == grain && calendar.year_of(point.period) == year) found.push_back(&point);
        return found;
    };
    const auto found = of_grain(input.period.grain());
    return found.empty() && !facts.points.empty() ? of_grain(facts.points.back().period.grain())
                                                  : found; // months of a quarter's text
}

std::optional<EveryPeriod> every_period(const Sentence& sentence, const Clause& clause) {
    static const Lexicon<int> lexicon({
        {"every|each quarter|month", 1},
        {"all two|three|four? of? the? quarters|months", 1},
        {"throughout the year", 1},
        {"all year", 1},
        {"all three|four quarters", 1},
    });
    static const Lexicon<int> exceptions({{"except|excepting|bar|barring|excluding|save", 1},
                                          {"apart|aside from", 1},
                                          {"other than", 1},
                                          {"with the exception of", 1}});
    for (const auto& found : lexicon.found_in(sentence.words)) {
        if (found.first < clause.first || found.first >= clause.last) continue;
        EveryPeriod every;
        for (const auto& exception : exceptions.found_in(sentence.words))
            for (const TimeSaid& time : sentence.times)
                if (time.first_word >= exception.last && exception.first >= found.first) every.except.push_back(time);
        for (const TimeSaid& time : sentence.times)
            if (time.first_word >= found.last && time.first_word <= found.last + 1 &&
                (time.when == When::year_ago ||
                 (time.when == When::named && time.last && *time.last - *time.first > 300)))
                every.year = time;
        return every;
    }
    return {};
}

} // namespace qd::inline checks
