#include "engine/formula_value.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "engine/rate.hpp"
#include "engine/roll_up.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace qd::inline engine {
namespace {

struct TooLarge {}; // for the number type at hand

// What a formula is computed in.
Ratio number_as(const Ratio& value, const Ratio*) { return value; }
double number_as(const Ratio& value, const double*) { return value.to_double(); }
bool is_nothing(const Ratio& value) { return value.is_zero(); }
bool is_nothing(double value) { return value == 0; }
double as_double(const Ratio& value) { return value.to_double(); }
double as_double(double value) { return value; }
// To twelve decimals: finer than a figure can be kept.
Ratio from_double(double value, const Ratio*) {
    constexpr double scale = 1e12;
    if (!(std::abs(value) < 1e6)) throw TooLarge{};
    return Ratio::fraction(std::llround(value * scale), std::llround(scale));
}
double from_double(double value, const double*) { return value; }
Decimal decimal_of(const Ratio& value) { return value.rounded(); }
Decimal decimal_of(double value) {
    const double millionths = value * Decimal::scale;
    if (!(std::abs(millionths) < 9.2e18)) throw TooLarge{};
    return Decimal::from_millionths(std::llround(millionths));
}

// A part of a formula: a number, or why there is none.
template <class Number> struct Part {
    std::optional<Number> number;
    GapReason gap = GapReason::not_available;
    bool is_said = true; // no: nothing was said of it yet
};

template <class Number> class Computation {
public:
    Computation(const Formula& formula, MissingParts missing, const InputLookup& lookup)
        : formula_(formula), missing_(missing), lookup_(lookup) {}

    Part<Number> of(std::size_t index, const std::optional<Period>& base = {}) {
        const Formula::Node& node = formula_.node(index);
        using Kind = Formula::Kind;
        switch (node.kind) {
        case Kind::number: return {number_as(Ratio(node.number), tag)};
        case Kind::measure: return input(node.measure, base);
        case Kind::negate: return with(of(node.operands[0], base), [](const Number& a) { return -a; });
        case Kind::call: return call(node, base);
        default: return arithmetic(node, base);
        }
    }
    Flags flags() const { return flags_; }
    const std::vector<std::string>& left_out() const { return left_out_; }
    const std::string& why_none() const { return why_none_; }

private:
    static constexpr const Number* tag = nullptr;
    using Parts = std::vector<Part<Number>>;

    Part<Number> input(const MeasureCode& measure, const std::optional<Period>& base) {
        const std::optional<Amount> amount = lookup_(measure, base);
        if (!amount) return {{}, GapReason::not_available, false};
        flags_ = static_cast<Flags>(flags_ | amount->flags);
        if (!amount->number) return {{}, amount->gap};
        return {number_as(*amount->number, tag)};
    }

    template <class Make> static Part<Number> with(Part<Number> part, Make make) {
        if (part.number) part.number = make(*part.number);
        return part;
    }

    static Part<Number> graver(const Part<Number>& a, const Part<Number>& b) {
        if (a.number || b.number) return a.number ? b : a;
        if (!a.is_said || !b.is_said) return a.is_said ? b : a;
        return gravity(b.gap) > gravity(a.gap) ? b : a;
    }

    static Part<Number> divided(const Number& a, const Number& b) {
        if (is_nothing(b)) return {{}, GapReason::nothing_to_divide_by};
        return {a / b};
    }

    Part<Number> arithmetic(const Formula::Node& node, const std::optional<Period>& base) {
        const Part<Number> a = of(node.operands[0], base), b = of(node.operands[1], base);
        if (!a.number || !b.number) return graver(a, b);
        using Kind = Formula::Kind;
        if (node.kind == Kind::add) return {*a.number + *b.number};
        if (node.kind == Kind::subtract) return {*a.number + -*b.number};
        if (node.kind == Kind::multiply) return {*a.number * *b.number};
        return divided(*a.number, *b.number);
    }

    Part<Number> call(const Formula::Node& node, const std::optional<Period>& base) {
        const auto operand = [&](std::size_t i) { return of(node.operands[i], base); };
        switch (node.function) {
        case FormulaFunction::ratio:
        case FormulaFunction::per_head: return quotient(operand(0), operand(1));
        case FormulaFunction::index: {
            const Part<Number> share = quotient(operand(0), of(node.operands[0], node.period));
            return with(share, [](const Number& a) { return a * number_as(Ratio(Decimal(100)), tag); });
        }
        case FormulaFunction::abs: return with(operand(0), [](const Number& a) { return a < Number{} ? -a : a; });
        case FormulaFunction::sqrt: {
            const Part<Number> part = operand(0);
            if (part.number && *part.number < Number{}) return {{}, GapReason::not_available};
            return with(part, [](const Number& a) { return from_double(std::sqrt(as_double(a)), tag); });
        }
        case FormulaFunction::wmean: return weighted_mean(node, base);
        case FormulaFunction::dsr: return standardised(node, base);
        case FormulaFunction::sampled: return operand(0);
        default: break;
        }
        Parts parts, missing;
        for (std::size_t i = 0; i < node.operands.size(); ++i) {
            const Part<Number> part = operand(i);
            (part.number ? parts : missing).push_back(part);
            if (!part.number) note_missing(node.operands[i]);
        }
        if (parts.empty() || (!missing.empty() && missing_ == MissingParts::withhold)) return gravest(missing);
        return of_all(node.function, parts);
    }

    Part<Number> quotient(const Part<Number>& a, const Part<Number>& b) {
        return a.number && b.number ? divided(*a.number, *b.number) : graver(a, b);
    }

    void note_missing(std::size_t index) {
        if (missing_ == MissingParts::withhold) return;
        const Formula::Node& node = formula_.node(index);
        const std::string name = node.kind == Formula::Kind::measure ? node.measure.text() : std::string("a part");
        if (std::ranges::find(left_out_, name) == left_out_.end()) left_out_.push_back(name);
    }

    static Part<Number> gravest(const Parts& parts) {
        Part<Number> worst = parts.front();
        for (const Part<Number>& part : parts) worst = graver(worst, part);
        return worst;
    }

    Part<Number> weighted_mean(const Formula::Node& node, const std::optional<Period>& base) {
        Number sum{}, weights{};
        Parts missing;
        for (std::size_t i = 0; i + 1 < node.operands.size(); i += 2) {
            const Part<Number> part = of(node.operands[i], base), weight = of(node.operands[i + 1], base);
            if (part.number && weight.number) {
                sum = sum + *part.number * *weight.number;
                weights = weights + *weight.number;
            } else {
                missing.push_back(graver(part, weight));
                note_missing(node.operands[i]);
            }
        }
        const bool is_none_there = missing.size() * 2 == node.operands.size();
        if (is_none_there || (!missing.empty() && missing_ == MissingParts::withhold)) return gravest(missing);
        if (is_nothing(weights) && !missing.empty()) return gravest(missing); // who knows what they weigh
        return divided(sum, weights);
    }

    // Σ weight × events ÷ population, over Σ weight: all age groups or none, and from ten events on.
    Part<Number> standardised(const Formula::Node& node, const std::optional<Period>& base) {
        constexpr int fewest = 10; // below, the figure says more of chance than of the area
        Number sum{}, weights{}, all{};
        Parts missing;
        bool is_empty = false; // an age group without anybody in it
        for (std::size_t i = 0; i + 2 < node.operands.size(); i += 3) {
            const Part<Number> events = of(node.operands[i], base), people = of(node.operands[i + 1], base),
                               weight = of(node.operands[i + 2], base);
            if (!events.number || !people.number || !weight.number) {
                missing.push_back(graver(graver(events, people), weight));
                continue;
            }
            if (is_nothing(*people.number)) {
                is_empty = true;
                continue;
            }
            if (*events.number < Number{} || *people.number < Number{} || *weight.number < Number{})
                return {{}, GapReason::not_available};
            sum = sum + *weight.number * *events.number / *people.number;
            weights = weights + *weight.number;
            all = all + *events.number;
        }
        if (!missing.empty()) return gravest(missing);
        if (is_empty) return {{}, GapReason::nothing_to_divide_by};
        if (all < number_as(Ratio(Decimal(fewest)), tag)) {
            why_none_ = "Fewer than ten events: no standardised rate is given.";
            return {{}, GapReason::not_available};
        }
        return divided(sum, weights);
    }

    static Part<Number> of_all(FormulaFunction function, const Parts& parts) {
        const auto count = number_as(Ratio(Decimal(static_cast<int>(parts.size()))), tag);
        Number total = *parts.front().number;
        bool is_negative = total < Number{};
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const Number& each = *parts[i].number;
            is_negative = is_negative || each < Number{};
            switch (function) {
            case FormulaFunction::least: total = std::min(total, each); break;
            case FormulaFunction::greatest: total = std::max(total, each); break;
            case FormulaFunction::geomean: total = total * each; break;
            default: total = total + each;
            }
        }
        if (function == FormulaFunction::mean) return divided(total, count);
        if (function != FormulaFunction::geomean) return {total};
        if (is_negative) return {{}, GapReason::not_available};
        return {from_double(std::pow(as_double(total), 1.0 / as_double(count)), tag)};
    }

    const Formula& formula_;
    MissingParts missing_;
    const InputLookup& lookup_;
    Flags flags_ = 0;
    std::vector<std::string> left_out_;
    std::string why_none_;
};

// Exactly as it is, where it has no more than six decimals.
std::optional<Decimal> exact_decimal(const Ratio& value) {
    const Decimal rounded = value.rounded();
    return Ratio(rounded) == value ? std::optional(rounded) : std::nullopt;
}
std::optional<Decimal> exact_decimal(double) { return {}; }

template <class Number>
std::optional<Observation> compute(const Formula& formula, const Measure& measure, const InputLookup& lookup) {
    Computation<Number> computation(formula, measure.missing, lookup);
    Observation found;
    Part<Number> whole;
    const auto sides = formula.sides(multiplier(measure));
    if (sides) {
        const Part<Number> numerator = computation.of(sides->numerator),
                           denominator = computation.of(sides->denominator);
        if (!numerator.is_said || !denominator.is_said) return {};
        if (numerator.number && denominator.number && !is_nothing(*denominator.number)) {
            found.numerator = exact_decimal(*numerator.number);
            found.denominator = exact_decimal(*denominator.number);
        }
    }
    if (!found.numerator || !found.denominator) {
        found.numerator = found.denominator = std::nullopt;
        whole = computation.of(formula.size() - 1);
        if (!whole.is_said) return {};
        const auto times = number_as(Ratio(Decimal::whole(multiplier(measure))), static_cast<const Number*>(nullptr));
        const bool is_ratio =
            formula.root().kind == Formula::Kind::call && (sides || formula.root().function == FormulaFunction::dsr);
        if (whole.number)
            found.value = decimal_of(is_ratio ? *whole.number * times : *whole.number);
        else
            found.gap = whole.gap;
        if (found.gap) found.note = computation.why_none();
    }
    found.flags = computation.flags();
    if (!computation.left_out().empty() && !found.gap)
        found.note = "Left out: " + join(computation.left_out(), ", ") + ".";
    return found;
}

Observation too_large() {
    Observation observation;
    observation.gap = GapReason::not_available;
    observation.note = "The formula's result is too large to be stored.";
    return observation;
}

} // namespace

std::vector<std::optional<double>> operands_of(const Formula& formula, const InputLookup& lookup) {
    Computation<double> computation(formula, MissingParts::withhold, lookup);
    std::vector<std::optional<double>> values;
    for (const std::size_t operand : formula.root().operands) values.push_back(computation.of(operand).number);
    return values;
}

std::optional<Observation> value_of(const Formula& formula, const Measure& measure, const InputLookup& lookup) {
    try {
        return compute<Ratio>(formula, measure, lookup);
    } catch (const Error&) { // a fraction of more than 128 bits
    } catch (const TooLarge&) {}
    try {
        return compute<double>(formula, measure, lookup);
    } catch (const TooLarge&) {
        return too_large();
    }
}

} // namespace qd::inline engine
