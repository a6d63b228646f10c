#include "charts/statistical_samples.hpp"

#include "charts/samples.hpp"

#include <cmath>

namespace qd::test {
namespace {

const char* const months[] = {"Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"};

std::string percent(Decimal value) { return print_fixed(value, 1) + "%"; }
std::string tenth(Decimal value) { return print_fixed(value, 1); }

Decimal about(double value) { return Decimal::from_millionths(std::llround(value * 1e6)); }

ControlPoint month(std::size_t i, const char* value, Cause cause = Cause::none, Tone tone = Tone::usual) {
    const std::string year = std::to_string(2011 + (i + 3) / 12);
    return {std::string(months[i % 12]) + " " + year, {months[i % 12], year}, dec(value), cause, tone};
}

} // namespace

ControlInput rising_months() {
    ControlInput input;
    input.prefix = "control";
    input.title = "Repairs finished in a day";
    input.subject = "Repairs finished within a day of the call, each month";
    const char* values[] = {"10", "12", "11", "9", "10", "11", "10", "12", "9", "11", "10", "12"};
    std::size_t i = 0;
    for (const char* value : values) input.points.push_back(month(i++, value));
    input.points.back().cause = Cause::shift;
    input.points.back().tone = Tone::better;
    for (const auto& [value, cause] : {std::pair{"14", Cause::near_limit},
                                       {"15", Cause::beyond_limit},
                                       {"14", Cause::near_limit},
                                       {"16", Cause::beyond_limit},
                                       {"15", Cause::beyond_limit},
                                       {"14", Cause::shift},
                                       {"15", Cause::beyond_limit},
                                       {"14.5", Cause::shift}})
        input.points.push_back(month(i++, value, cause, Tone::better));
    const ControlLines lines{dec("10.583333"), dec("6.230606"), dec("14.936061"), dec("7.681515"), dec("13.485152")};
    input.segments = {{0, lines, ControlSegment::Standing::usable, ""}};
    input.baseline = 12;
    input.target = Decimal(13);
    input.prospect = Prospect::by_chance;
    input.period_word = "month";
    input.floor = Decimal(0);
    input.show = tenth;
    input.show_set = [](Decimal value) { return print(value); };
    input.show_tick = input.show_set;
    return input;
}

ControlInput rebased_months() {
    ControlInput input = rising_months();
    input.prefix = "rebased";
    input.polarity = Polarity::lower;
    input.points[11].cause = Cause::none;
    input.points[11].tone = Tone::usual;
    for (std::size_t i = 12; i < input.points.size(); ++i) {
        input.points[i].cause = Cause::none;
        input.points[i].tone = Tone::usual;
    }
    input.points[4].value = GapReason::not_available;
    input.points.back().value = dec("19");
    input.points.back().cause = Cause::beyond_limit;
    input.points.back().tone = Tone::worse;
    const ControlLines lines{dec("15.1875"), dec("12.1"), dec("18.2"), dec("13.1"), dec("17.2")};
    input.segments.push_back(
        {12, lines, ControlSegment::Standing::trial, "a second contractor took over the north of the borough"});
    input.segments.front().lines->lower = dec("-0.4");
    input.baseline = 0;
    input.prospect = Prospect::missed;
    input.target = Decimal(11);
    return input;
}

FanInput short_of_target() {
    FanInput input;
    input.prefix = "fan";
    input.title = "Self directed support";
    input.subject = "Percentage with a personal budget, rolling year";
    const char* values[] = {"59.1", "62", "67.6", "70.3", "75", "77.2", "82", "84.5"};
    int quarter = 3;
    for (const char* value : values) {
        const int year = 2010 + quarter / 4;
        const std::string group = std::to_string(year) + "/" + std::to_string((year + 1) % 100);
        const std::string tick = "Q" + std::to_string(quarter % 4 + 1);
        input.points.push_back({group + " " + tick, {tick, group}, dec(value), {}, {}, {}});
        ++quarter;
    }
    input.points.push_back(
        {"2012/13 Q4", {"Q4", "2012/13"}, GapReason::not_due, dec("88.3"), dec("86.3"), dec("90.4")});
    input.target = Decimal(95);
    input.officer = Decimal(90);
    input.probability = 0.004;
    input.method = "damped trend";
    input.ceiling = Decimal(100);
    input.show = percent;
    input.show_set = [](Decimal value) { return print(value) + "%"; };
    input.show_tick = input.show_set;
    return input;
}

ComparisonInput districts() {
    ComparisonInput input;
    input.prefix = "districts";
    input.title = "Repairs in time";
    input.subject = "Percentage of repairs finished in time, 2012/13";
    input.reference = dec("78.4");
    input.reference_name = "Whole county";
    input.ceiling = Decimal(100);
    input.show = percent;
    input.show_tick = [](Decimal value) { return print(value) + "%"; };
    const struct {
        const char *name, *value, *lower, *upper;
        Tone tone;
    } rows[] = {{"Ashcombe", "84.1", "82.0", "86.0", Tone::better},
                {"Barrowdean", "77.9", "74.2", "81.2", Tone::usual},
                {"Coldharbour and Fenwick", "71.2", "68.9", "73.4", Tone::worse},
                {"Dunmere", "79.3", "76.6", "81.8", Tone::usual},
                {"Eastwold", "80.0", "75.1", "84.1", Tone::usual},
                {"Farleigh", "74.4", "71.9", "76.8", Tone::worse},
                {"Gorsebrook", "82.6", "80.4", "84.6", Tone::better},
                {"Hartsmoor", "78.0", "75.0", "80.7", Tone::usual}};
    for (const auto& row : rows)
        input.areas.push_back(
            {row.name, dec(row.value), dec(row.lower), dec(row.upper), row.tone,
             std::string_view(row.name) == "Dunmere" ? ComparedArea::Kind::own : ComparedArea::Kind::other});
    input.areas.push_back({"Isleham", GapReason::overdue, {}, {}, {}, ComparedArea::Kind::other});
    return input;
}

FunnelInput funnel_of(std::size_t areas) {
    FunnelInput input;
    input.prefix = "funnel-" + std::to_string(areas);
    input.title = "Repairs in time";
    input.subject = "Percentage of repairs finished in time by number of repairs, 2012/13";
    input.reference = Decimal(80);
    input.reference_name = "All areas";
    input.size_words = "repairs";
    input.ceiling = Decimal(100);
    input.show = percent;
    input.show_tick = [](Decimal value) { return print(value) + "%"; };
    input.show_size = [](Decimal value) { return print_grouped(value, 0); };
    const double p = 0.8, largest = 4000;
    // A fixed walk over sizes and deviations, so that the drawing is the same each time.
    unsigned state = 12345;
    const auto next = [&] {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8U) / static_cast<double>(1U << 24U);
    };
    for (std::size_t i = 0; i < areas; ++i) {
        const double size = 60 + std::floor(next() * next() * (largest - 60));
        const double z = (next() + next() + next() + next() - 2) * 2.6;
        const double value = std::min(1.0, p + z * std::sqrt(p * (1 - p) / size));
        FunnelArea area;
        area.name = "Area " + std::to_string(i + 1);
        area.size = about(size);
        area.value = about(value * 100);
        area.beyond = std::abs(z) > 3.09   ? FunnelArea::Beyond::outer
                      : std::abs(z) > 1.96 ? FunnelArea::Beyond::inner
                                           : FunnelArea::Beyond::neither;
        if (area.beyond != FunnelArea::Beyond::neither) area.tone = z > 0 ? Tone::better : Tone::worse;
        if (i == 3) area.kind = FunnelArea::Kind::own;
        input.areas.push_back(area);
    }
    for (double size = 20; size <= 6000; size *= 1.15) {
        const double error = std::sqrt(p * (1 - p) / size);
        input.limits.push_back({about(size), about((p - 1.96 * error) * 100), about((p + 1.96 * error) * 100),
                                about((p - 3.09 * error) * 100), about((p + 3.09 * error) * 100)});
    }
    return input;
}

RankInput third_of_twelve() {
    return {
        "rank", "Repairs in time", "Percentage of repairs finished in time, 2012/13", "Dunmere", "82.0%", 3, 12, 0, 1,
        1,      Polarity::higher};
}

} // namespace qd::test
