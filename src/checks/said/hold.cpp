#include "checks/said/hold.hpp"

#include "checks/phrases.hpp"

#include <algorithm>
#include <array>

namespace qd::inline checks {
namespace {

void add(std::vector<Change>& changes, const std::vector<Change>& more) {
    changes.insert(changes.end(), more.begin(), more.end());
}

// Judged figures with one another, and the others of the same two periods.
void add_points(std::vector<Change>& changes, const KnownPoint& from, const KnownPoint& to) {
    if (from.stretch == StretchKind::to_date && to.stretch == StretchKind::to_date && to.last - from.last < 300) {
        changes.push_back({own_of(from), own_of(to), ""}); // of one year: what has built up can only be more
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

std::size_t periods_in_a_row(const Sentence& sentence, const Clause& clause) {
    static const Lexicon<std::size_t> lexicon({
        {"for|the? second quarter|month|year|time running", 2},
        {"the? second successive|consecutive quarter|month|year", 2},
        {"second quarter|month|year in a row", 2},
        {"two consecutive|successive quarters|months|years", 2},
        {"two quarters|months|years running", 2},
        {"two quarters|months|years in a row", 2},
        {"second quarter|month|year in succession", 2},
        {"third quarter|month|year in succession", 3},
        {"two quarters|months|years in succession", 2},
        {"three quarters|months|years in succession", 3},
        {"for the second quarter|month|year", 2},
        {"the? third quarter|month|year running", 3},
        {"the? third successive|consecutive quarter|month|year", 3},
        {"third quarter|month|year in a row", 3},
        {"three consecutive|successive quarters|months|years", 3},
        {"three quarters|months|years running", 3},
        {"three quarters|months|years in a row", 3},
        {"for the third quarter|month|year", 3},
        {"the? fourth successive|consecutive quarter|month|year", 4},
        {"fourth quarter|month|year in a row", 4},
        {"four consecutive|successive quarters|months|years", 4},
    });
    for (const auto& found : lexicon.found_in(sentence.words))
        if (found.first >= clause.first && found.first < clause.last) return found.meaning;
    return 0;
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
