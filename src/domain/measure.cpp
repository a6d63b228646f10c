#include "domain/measure.hpp"

#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

constexpr Word<Polarity> polarities[] = {
    {Polarity::higher, "higher"}, {Polarity::lower, "lower"}, {Polarity::range, "range"},
    {Polarity::middle, "middle"}, {Polarity::none, "none"},
};

constexpr Word<Quantity> quantities[] = {
    {Quantity::percent, "percent"}, {Quantity::count, "count"}, {Quantity::rate, "rate"},     {Quantity::days, "days"},
    {Quantity::money, "money"},     {Quantity::score, "score"}, {Quantity::number, "number"},
};

constexpr Word<RollUp> roll_ups[] = {
    {RollUp::last, "last"},   {RollUp::sum, "sum"},         {RollUp::mean, "mean"},
    {RollUp::ratio, "ratio"}, {RollUp::rolling, "rolling"}, {RollUp::by_hand, "by_hand"},
};

constexpr Word<Judged> judgeds[] = {
    {Judged::to_date, "to_date"},
    {Judged::period, "period"},
    {Judged::year_end, "year_end"},
    {Judged::latest, "latest"},
};

constexpr Word<AreaRollUp> area_roll_ups[] = {{AreaRollUp::parts, "parts"}, {AreaRollUp::by_hand, "by_hand"}};
constexpr Word<MissingParts> missing_parts[] = {{MissingParts::withhold, "withhold"},
                                                {MissingParts::leave_out, "leave_out"}};
constexpr Word<TargetRollUp> target_roll_ups[] = {{TargetRollUp::none, "none"},
                                                  {TargetRollUp::denominators, "denominators"}};

constexpr std::string_view minus = "\u2212"; // as wide as a plus, and never broken from its number

std::string digits_of(const Measure& measure, Decimal value) { return print_grouped(value.abs(), measure.decimals); }

bool shows(const Measure& measure, Decimal value, Decimal magnitude) {
    return digits_of(measure, value) == digits_of(measure, magnitude);
}

// The sign comes before the currency sign; a value shown as zero has none.
std::string figure(const Measure& measure, Decimal value, std::string_view plus) {
    std::string out;
    if (!shows(measure, value, Decimal{})) out += value < Decimal{} ? minus : plus;
    if (measure.quantity == Quantity::money) out += "£";
    return out + digits_of(measure, value);
}

// The first version begins nothing: there was none before.
bool begins_in(const Measure& measure, const Definition& version, Date first, Date last) {
    return &version != &measure.definitions.front() && version.from && *version.from >= first && *version.from <= last;
}

} // namespace

std::string_view print(Polarity polarity) { return word_of(polarities, polarity); }
std::string label(Polarity polarity) {
    switch (polarity) {
    case Polarity::higher: return "bigger is better";
    case Polarity::lower: return "smaller is better";
    case Polarity::range: return "within a range is best";
    case Polarity::middle: return "closest to the aim is best";
    case Polarity::none: return "neither way is better";
    }
    return {};
}
std::optional<Polarity> parse_polarity(std::string_view text) { return value_of(polarities, text); }

std::string_view print(Quantity quantity) { return word_of(quantities, quantity); }
std::optional<Quantity> parse_quantity(std::string_view text) { return value_of(quantities, text); }

std::string_view print(RollUp roll_up) { return word_of(roll_ups, roll_up); }
std::optional<RollUp> parse_roll_up(std::string_view text) { return value_of(roll_ups, text); }

std::string_view print(Judged judged) { return word_of(judgeds, judged); }
std::optional<Judged> parse_judged(std::string_view text) { return value_of(judgeds, text); }

std::string_view print(AreaRollUp area_roll_up) { return word_of(area_roll_ups, area_roll_up); }
std::optional<AreaRollUp> parse_area_roll_up(std::string_view text) { return value_of(area_roll_ups, text); }

std::string_view print(MissingParts missing) { return word_of(missing_parts, missing); }
std::optional<MissingParts> parse_missing_parts(std::string_view text) { return value_of(missing_parts, text); }

std::string_view print(TargetRollUp target_roll_up) { return word_of(target_roll_ups, target_roll_up); }
std::optional<TargetRollUp> parse_target_roll_up(std::string_view text) { return value_of(target_roll_ups, text); }

bool is_built_up(const Measure& measure) {
    return measure.roll_up != RollUp::last && measure.roll_up != RollUp::rolling;
}

Judged judged_of(const Measure& measure) {
    return measure.judged.value_or(is_built_up(measure) ? Judged::to_date : Judged::latest);
}

bool adds_up(const Measure& measure) {
    if (measure.roll_up == RollUp::sum) return true;
    const bool counts = measure.quantity == Quantity::count || measure.quantity == Quantity::money;
    return measure.roll_up == RollUp::by_hand && counts;
}

bool breaks_between(const Measure& measure, Date earlier, Date later) {
    return std::ranges::any_of(measure.definitions, [&](const Definition& version) {
        return begins_in(measure, version, earlier.plus_days(1), later) && !version.link;
    });
}

Decimal link_between(const Measure& measure, Date earlier, Date later) {
    Decimal link(1);
    for (const Definition& version : measure.definitions)
        if (version.link && begins_in(measure, version, earlier.plus_days(1), later)) link = link * *version.link;
    return link;
}

const Definition* definition_beginning(const Measure& measure, Date first, Date last) {
    const auto found = std::ranges::find_if(
        measure.definitions, [&](const Definition& version) { return begins_in(measure, version, first, last); });
    return found == measure.definitions.end() ? nullptr : &*found;
}

std::string show(const Measure& measure, Decimal value) {
    std::string out = figure(measure, value, "");
    if (measure.quantity == Quantity::percent) return out + "%";
    if (measure.quantity == Quantity::days) return out + (shows(measure, value, Decimal{1}) ? " day" : " days");
    return out;
}

std::string show_difference(const Measure& measure, Decimal difference) {
    std::string out = figure(measure, difference, "+");
    const bool single = shows(measure, difference, Decimal{1});
    if (measure.quantity == Quantity::percent) return out + (single ? " point" : " points");
    if (measure.quantity == Quantity::days) return out + (single ? " day" : " days");
    return out;
}

} // namespace qd
