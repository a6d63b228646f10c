#include "charts/control_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace qd::inline charts {
namespace {

std::string number_word(std::size_t n) {
    static constexpr std::array words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return n < words.size() ? words[n] : std::to_string(n);
}

// The values of the last segment, oldest first, without gaps.
std::vector<Decimal> last_values(const ControlInput& input) {
    std::vector<Decimal> values;
    for (std::size_t i = input.segments.back().first; i < input.points.size(); ++i)
        if (input.points[i].value.has_value()) values.push_back(input.points[i].value.value());
    return values;
}

bool is_high(Decimal value, Decimal mean) { return value > mean; }

// How many of the last values are on the same side of the mean.
std::size_t shift_length(const std::vector<Decimal>& values, Decimal mean) {
    std::size_t length = 0;
    for (auto value = values.rbegin(); value != values.rend(); ++value, ++length)
        if (*value == mean || is_high(*value, mean) != is_high(values.back(), mean)) break;
    return length;
}

// How many of the last values go the same way, step by step.
std::size_t trend_length(const std::vector<Decimal>& values) {
    std::size_t length = 1;
    for (std::size_t i = values.size() - 1; i > 0; --i, ++length) {
        const bool up = values[values.size() - 1] > values[values.size() - 2];
        if (values[i] == values[i - 1] || (values[i] > values[i - 1]) != up) break;
    }
    return length;
}

std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

// Whether there is a trend that the limits do not show.
bool is_turning(const ControlInput& input) {
    return input.points[last_control_point(input)].cause == Cause::none && way_of(input.bearing) != 0;
}

std::string cause_words(const ControlInput& input) {
    if (const std::string& why = input.segments.back().why_no_lines; !why.empty())
        return "There are no new limits. " + without_stop(why);
    if (!input.segments.back().lines)
        return "There are too few figures for new limits (" + number_word(last_values(input).size()) + ")";
    const ControlPoint& last = input.points[last_control_point(input)];
    const std::vector<Decimal> values = last_values(input);
    const std::string one = input.period_word, many = one + "s";
    const bool high = lean_of(input) == Lean::high;
    switch (last.cause) {
    case Cause::beyond_limit:
        return "The last " + one + " is " + (high ? "above the upper limit" : "below the lower limit");
    case Cause::trend:
        return "The last " + number_word(trend_length(values)) + " " + many + (high ? " rise" : " fall") +
               " in succession";
    case Cause::near_limit:
        return "Two of the last three " + many + " are close to the " + (high ? "upper" : "lower") + " limit";
    case Cause::shift:
        return "The last " + number_word(shift_length(values, input.segments.back().lines->mean)) + " " + many +
               " are " + (high ? "above" : "below") + " the mean";
    case Cause::none: break;
    }
    if (is_turning(input))
        return "The last " + one + " is within the limits, which have few points so far; the last five " + many +
               (way_of(input.bearing) > 0 ? " rise" : " fall") + " by more than chance explains";
    return "The last " + one + " is within the limits, and no run or trend stands out";
}

std::string prospect_words(const ControlInput& input) {
    if (!input.target || !input.segments.back().lines) return "";
    const std::string target = "the target of " + input.show_set(*input.target);
    const bool above = input.segments.back().lines->lower > *input.target;
    switch (input.prospect) {
    case Prospect::by_chance: return "; " + target + " is within the limits, so it will be hit or missed by chance";
    case Prospect::met:
    case Prospect::missed:
        return std::string("; the limits are wholly ") + (above ? "above " : "below ") + target + ", so it will be " +
               (input.prospect == Prospect::met ? "met" : "missed") + " unless something changes";
    case Prospect::unsettled: return "; " + input.unsettled;
    case Prospect::none: break;
    }
    return "";
}

std::string limits_words(const ControlInput& input) {
    std::string out;
    if (const auto& last = input.segments.back().lines) {
        out = " Mean " + input.show(last->mean) + ", limits " + input.show(last->lower) + " to " +
              input.show(last->upper);
        if (input.baseline > 0)
            out += ", from the first " + number_word(input.baseline) + " " + input.period_word + "s";
        out += ".";
    }
    if (has_trial_limits(input))
        out += " These are trial limits, based on only " + number_word(last_values(input).size()) + " figures.";
    for (std::size_t i = 1; i < input.segments.size(); ++i) out += " " + rebase_words(input, i) + ".";
    return out;
}

std::string signal_words(const ControlPoint& point) {
    switch (point.cause) {
    case Cause::beyond_limit: return "outside the limits";
    case Cause::trend: return "part of a trend";
    case Cause::near_limit: return "two of three close to a limit";
    case Cause::shift: return "part of a run on one side of the mean";
    case Cause::none: break;
    }
    return "none";
}

} // namespace

std::size_t last_control_point(const ControlInput& input) {
    for (std::size_t i = input.points.size(); i-- > 0;)
        if (input.points[i].value.has_value()) return i;
    return input.points.size();
}

Lean lean_of(const ControlInput& input) {
    const std::size_t last = last_control_point(input);
    if (last == input.points.size() || input.points[last].cause == Cause::none || !input.segments.back().lines)
        return Lean::none;
    const std::vector<Decimal> values = last_values(input);
    if (input.points[last].cause == Cause::trend && values.size() > 1)
        return values.back() > values[values.size() - 2] ? Lean::high : Lean::low;
    return is_high(input.points[last].value.value(), input.segments.back().lines->mean) ? Lean::high : Lean::low;
}

bool has_trial_limits(const ControlInput& input) {
    return input.segments.back().lines && input.segments.back().standing == ControlSegment::Standing::trial;
}

std::string rebase_words(const ControlInput& input, std::size_t segment) {
    const ControlSegment& from = input.segments[segment];
    return "Limits restart at " + input.points[from.first].label + (from.reason.empty() ? "" : ": " + from.reason);
}

std::string variation_words(const ControlInput& input) {
    if (!input.segments.back().why_no_lines.empty()) return "No signal: there are no limits now";
    if (!input.segments.back().lines) return "No signal yet: the limits were restarted";
    if (is_turning(input))
        return way_of(input.bearing) > 0 ? "Rising, though not beyond the limits yet"
                                         : "Falling, though not beyond the limits yet";
    switch (input.points[last_control_point(input)].tone) {
    case Tone::better: return "Special cause: improving";
    case Tone::worse: return "Special cause: getting worse";
    case Tone::apart:
        return lean_of(input) == Lean::high ? "Special cause: higher than before" : "Special cause: lower than before";
    case Tone::usual: break;
    }
    return "Common cause: no signal";
}

std::string control_reason(const ControlInput& input) {
    return cause_words(input) + prospect_words(input) + "." + (input.caution.empty() ? "" : " " + input.caution);
}

std::string control_sentence(const ControlInput& input) {
    return variation_words(input) + ". " + control_reason(input);
}

std::string control_summary(const ControlInput& input) { return control_sentence(input) + limits_words(input); }

ChartTable control_table(const ControlInput& input) {
    ChartTable table;
    table.headings = {"Period", "Value", "Mean", "Limits", "Signal"};
    std::size_t segment = 0;
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        while (segment + 1 < input.segments.size() && input.segments[segment + 1].first <= i) ++segment;
        const ControlPoint& point = input.points[i];
        const ControlSegment& limits = input.segments[segment];
        table.rows.push_back(
            {point.label, point.value.has_value() ? input.show(point.value.value()) : label(point.value.gap()),
             limits.lines ? input.show(limits.lines->mean) : "none",
             limits.lines ? input.show(limits.lines->lower) + " to " + input.show(limits.lines->upper) : "none",
             signal_words(point)});
    }
    return table;
}

} // namespace qd::inline charts
