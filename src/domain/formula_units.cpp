#include "domain/formula_units.hpp"

#include "domain/grain_months.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd {
namespace {

// What a part of a formula counts, as far as it is known. A number times something may make anything of it, so it must still
// be added like with like, but is not compared with the unit of the whole.
struct Kind {
    std::optional<Quantity> quantity;
    bool is_scaled = false;
};

class Units {
public:
    using Find = std::function<const Measure*(const MeasureCode&)>;
    Units(const Formula& formula, const Find& find) : formula_(formula), find_(find) {}

    Kind of(std::size_t index) {
        const Formula::Node& node = formula_.node(index);
        switch (node.kind) {
        case Formula::Kind::measure: {
            const Measure* measure = find_(node.measure);
            return {measure ? std::optional(measure->quantity) : std::nullopt};
        }
        case Formula::Kind::negate: return of(node.operands[0]);
        case Formula::Kind::add:
        case Formula::Kind::subtract: return alike(node);
        case Formula::Kind::multiply:
        case Formula::Kind::divide: {
            const Kind a = of(node.operands[0]), b = of(node.operands[1]);
            if (a.quantity && !b.quantity && is_number(node.operands[1])) return {a.quantity, true};
            if (b.quantity && !a.quantity && is_number(node.operands[0]) && node.kind == Formula::Kind::multiply)
                return {b.quantity, true};
            return {};
        }
        case Formula::Kind::call: return of_call(node);
        default: return {};
        }
    }
    const std::optional<Formula::Problem>& problem() const { return problem_; }

private:
    bool is_number(std::size_t index) const { return formula_.node(index).kind == Formula::Kind::number; }

    Kind of_call(const Formula::Node& node) {
        switch (node.function) {
        case FormulaFunction::sum:
        case FormulaFunction::least:
        case FormulaFunction::greatest:
        case FormulaFunction::abs: return alike(node);
        case FormulaFunction::sampled: return of(node.operands[0]);
        default:
            for (const std::size_t operand : node.operands) of(operand); // for what is wrong inside
            return {};
        }
    }

    Kind alike(const Formula::Node& node) {
        Kind whole;
        for (const std::size_t operand : node.operands) {
            const Kind part = of(operand);
            if (part.quantity && whole.quantity && *part.quantity != *whole.quantity && !problem_)
                problem_ = {fmt::format("combines {} and {}.", print(*whole.quantity), print(*part.quantity)),
                            "Combine like with like; convert others first, by index() or a rate."};
            if (part.quantity)
                whole = {part.quantity, whole.is_scaled || part.is_scaled};
            else if (!is_number(operand))
                whole.is_scaled = true;
        }
        return whole;
    }

    const Formula& formula_;
    const Find& find_;
    std::optional<Formula::Problem> problem_;
};

std::optional<Formula::Problem> check_grains(const Formula& formula, const Measure& measure, const Units::Find& find) {
    const int own = months_in(measure.grain);
    if (own == 0 || formula.inputs().empty()) return {};
    const auto is_rarer = [&](const MeasureCode& code) {
        const Measure* input = find(code);
        return input && months_in(input->grain) > own;
    };
    if (!std::ranges::all_of(formula.inputs(), is_rarer)) return {};
    return Formula::Problem{
        fmt::format("uses only measures that are known less often than every {}.", print(measure.grain)),
        "Give the measure the grain of what it is computed from."};
}

bool is_general(Quantity quantity) {
    return quantity == Quantity::number || quantity == Quantity::score || quantity == Quantity::rate;
}

} // namespace

std::optional<Formula::Problem> check_units(const Formula& formula, const Measure& measure,
                                            const std::function<const Measure*(const MeasureCode&)>& find) {
    Units units(formula, find);
    const Kind whole = units.of(formula.size() - 1);
    if (units.problem()) return units.problem();
    const Formula::Node& top = formula.root();
    if (measure.quantity == Quantity::percent && top.kind == Formula::Kind::divide) {
        const Kind numerator = units.of(top.operands[0]), denominator = units.of(top.operands[1]);
        if (numerator.quantity && numerator.quantity == denominator.quantity && !numerator.is_scaled)
            return Formula::Problem{"gives a share of 1, but the measure is a percentage.",
                                    "Write ratio(…, …), or multiply by 100."};
    }
    const bool is_other = whole.quantity && !whole.is_scaled && *whole.quantity != measure.quantity;
    if (is_other && !is_general(*whole.quantity) && !is_general(measure.quantity))
        return Formula::Problem{
            fmt::format("gives {}, but the measure is counted in {}.", print(*whole.quantity), print(measure.quantity)),
            "Correct the unit, or the formula."};
    return check_grains(formula, measure, find);
}

} // namespace qd
