#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/measure.hpp"
#include "domain/period.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd {

enum class FormulaFunction {
    ratio,
    per_head,
    index,
    sum,
    mean,
    wmean,
    geomean,
    least,
    greatest,
    abs,
    sqrt,
    dsr,
    sampled
};
std::string_view print(FormulaFunction function);

// How a measure follows from others: numbers, measures, + - * /, brackets and the functions above. A measure is written as its
// code where that is letters, digits, "_" and "." (ASC1), else in braces: {SDS-1}, {2011.a}. What the functions mean is in
// docs/council-folder-figures.md.
class Formula {
public:
    enum class Kind { number, measure, period, negate, add, subtract, multiply, divide, call };
    struct Node {
        Kind kind = Kind::number;
        Decimal number;
        MeasureCode measure;
        Period period; // of a base period, in quotes
        FormulaFunction function = FormulaFunction::sum;
        std::vector<std::size_t> operands; // indices of nodes, always smaller than the node's own
    };
    // What is wrong with a text, and what to do: "is cut short.", "Close what was opened."
    struct Problem {
        std::string message, remedy;
    };
    static tl::expected<Formula, Problem> parse(std::string_view text);

    const Node& root() const { return nodes_.back(); }
    const Node& node(std::size_t index) const { return nodes_[index]; }
    std::size_t size() const { return nodes_.size(); }
    const std::vector<MeasureCode>& inputs() const { return inputs_; } // each once, in order
    const std::vector<Period>& base_periods() const { return base_periods_; }

    // The two sides of a formula that is one ratio: ratio(x, y), per_head(x, y), x / y * times and the like. The figure then
    // keeps them as numerator and denominator, so that it rolls up by parts.
    struct Sides {
        std::size_t numerator = 0, denominator = 0;
    };
    std::optional<Sides> sides(std::int64_t times) const;

private:
    friend class FormulaReader;
    bool has_input(std::size_t index) const;
    bool is_number(std::size_t index, std::int64_t number) const;

    std::vector<Node> nodes_;
    std::vector<MeasureCode> inputs_;
    std::vector<Period> base_periods_;
};

} // namespace qd
