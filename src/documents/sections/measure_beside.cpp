#include "documents/sections/measure_beside.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/measure_trend.hpp"
#include "domain/coverage.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

std::string title_of(const Content& content, const Measure& measure, const Beside& beside) {
    return short_name(measure) + " in " + beside_words(content, beside);
}

std::string subject_of(const Content& content, const Measure& measure, const Beside& beside) {
    const bool lower = measure.polarity == Polarity::lower;
    const Date on = content.settings.calendar.last_day(beside.period);
    return measured_words(measure, on) + ", " + described_words(content, beside) + (lower ? "; smaller is better" : "");
}

FunnelArea::Beyond beyond_of(FunnelClass found) {
    switch (found) {
    case FunnelClass::low_001:
    case FunnelClass::high_001: return FunnelArea::Beyond::outer;
    case FunnelClass::low_025:
    case FunnelClass::high_025: return FunnelArea::Beyond::inner;
    case FunnelClass::not_significant: break;
    }
    return FunnelArea::Beyond::neither;
}

} // namespace

std::string kind_words(AreaKind kind) {
    switch (kind) {
    case AreaKind::nation: return "nations";
    case AreaKind::region: return "regions";
    case AreaKind::county: return "counties";
    case AreaKind::unitary: return "unitary areas";
    case AreaKind::district: return "districts";
    case AreaKind::ward: return "wards";
    case AreaKind::local: break;
    }
    return "local areas";
}

std::string beside_words(const Content& content, const Beside& beside) {
    return "the " + kind_words(beside.kind) + " of " + area_name(content, beside.whole);
}

std::string described_words(const Content& content, const Beside& beside) {
    const Calendar& calendar = content.settings.calendar;
    const Figure* shown =
        beside.whole_figure && beside.whole_figure->actual.has_value() ? &*beside.whole_figure : nullptr;
    for (const BesideArea& area : beside.areas)
        if (!shown && area.figure.actual.has_value()) shown = &area.figure;
    if (!shown || shown->described == beside.period) return calendar.label(beside.period);
    const bool is_built_up = shown->stretch == StretchKind::to_date || shown->stretch == StretchKind::rolling;
    return (is_built_up ? name_of(shown->stretch, shown->described) + ", " : "") + calendar.label(shown->described);
}

Tone tone_of(Comparison comparison) {
    switch (comparison) {
    case Comparison::better:
    case Comparison::much_better: return Tone::better;
    case Comparison::worse:
    case Comparison::much_worse: return Tone::worse;
    case Comparison::lower:
    case Comparison::higher:
    case Comparison::much_lower:
    case Comparison::much_higher: return Tone::apart;
    case Comparison::similar:
    case Comparison::not_compared: break;
    }
    return Tone::usual;
}

ComparisonInput measure_comparison(const Content& content, const Measure& measure, const Beside& beside,
                                   const std::string& prefix) {
    ComparisonInput input;
    input.prefix = prefix;
    input.title = title_of(content, measure, beside);
    input.subject = subject_of(content, measure, beside);
    input.polarity = measure.polarity;
    if (measure.quantity == Quantity::percent) input.ceiling = Decimal(100);
    input.show = [measure](Decimal value) { return show(measure, value); };
    input.show_tick = [measure](Decimal value) { return tick_words(measure, value); };
    input.reference_name = area_name(content, beside.whole);
    // For a count the whole is the sum of its parts: no line to compare them with.
    const bool alike = measure.quantity != Quantity::count && measure.quantity != Quantity::money;
    if (alike && beside.whole_figure && beside.whole_figure->actual.has_value())
        input.reference = beside.whole_figure->actual.value();
    for (const BesideArea& area : beside.areas) {
        ComparedArea drawn{area_name(content, area.figure.area),
                           area.figure.actual,
                           area.lower,
                           area.upper,
                           {},
                           area.figure.area == beside.own ? ComparedArea::Kind::own : ComparedArea::Kind::other};
        if (area.comparison != Comparison::not_compared) drawn.tone = documents::tone_of(area.comparison);
        input.areas.push_back(std::move(drawn));
    }
    return input;
}

std::optional<FunnelInput> measure_funnel(const Content& content, const Measure& measure, const Beside& beside,
                                          const std::string& prefix) {
    if (beside.funnel.empty()) return {};
    FunnelInput input;
    input.prefix = prefix;
    input.title = title_of(content, measure, beside);
    const Date on = content.settings.calendar.last_day(beside.period);
    const Definition* definition = definition_at(measure, on);
    input.size_words =
        !definition || definition->denominator_label.empty() ? "denominator" : definition->denominator_label;
    input.subject = measured_words(measure, on) + ", by number of " + input.size_words + ", " +
                    described_words(content, beside) +
                    (measure.polarity == Polarity::lower ? "; smaller is better" : "");
    input.polarity = measure.polarity;
    if (measure.quantity == Quantity::percent) input.ceiling = Decimal(100);
    input.show = [measure](Decimal value) { return show(measure, value); };
    input.show_tick = [measure](Decimal value) { return tick_words(measure, value); };
    input.show_size = [](Decimal value) { return print_grouped(value, value == value.rounded(0) ? 0 : 1); };
    input.reference = beside.whole_figure->actual.value();
    input.reference_name = area_name(content, beside.whole);
    for (const BesideArea& area : beside.areas) {
        // for different days from the whole, or by a formula: next to it, but not against these limits
        if (area.comparison == Comparison::not_compared || !area.figure.denominator) continue;
        FunnelArea drawn;
        drawn.name = area_name(content, area.figure.area);
        drawn.size = *area.figure.denominator;
        drawn.value = area.figure.actual.value();
        drawn.beyond = beyond_of(area.funnel);
        drawn.tone = documents::tone_of(area.comparison);
        if (area.figure.area == beside.own) drawn.kind = FunnelArea::Kind::own;
        input.areas.push_back(std::move(drawn));
    }
    for (const FunnelLine& line : beside.funnel)
        input.limits.push_back({line.size, line.lower, line.upper, line.far_lower, line.far_upper});
    return input;
}

std::optional<RankInput> measure_rank(const Content& content, const Measure& measure, const Beside& beside,
                                      const std::string& prefix) {
    const auto own = std::ranges::find_if(
        beside.areas, [&](const BesideArea& area) { return area.figure.area == beside.own && area.place; });
    if (own == beside.areas.end() || beside.given < 2) return {};
    RankInput input;
    input.prefix = prefix;
    input.title = title_of(content, measure, beside);
    input.subject = subject_of(content, measure, beside);
    input.name = area_name(content, beside.own);
    input.value = show(measure, own->figure.actual.value());
    input.place = *own->place;
    input.of = beside.given;
    input.sharing = own->sharing;
    input.missing = beside.areas.size() - beside.given;
    input.quarter = static_cast<int>(own->quarter.value_or(0));
    input.polarity = measure.polarity;
    return input;
}

} // namespace qd::inline documents
