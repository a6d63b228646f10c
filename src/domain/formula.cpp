#include "domain/formula.hpp"

#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

constexpr Word<FormulaFunction> functions[] = {
    {FormulaFunction::ratio, "ratio"},       {FormulaFunction::per_head, "per_head"},
    {FormulaFunction::index, "index"},       {FormulaFunction::sum, "sum"},
    {FormulaFunction::mean, "mean"},         {FormulaFunction::wmean, "wmean"},
    {FormulaFunction::geomean, "geomean"},   {FormulaFunction::least, "least"},
    {FormulaFunction::greatest, "greatest"}, {FormulaFunction::abs, "abs"},
    {FormulaFunction::sqrt, "sqrt"},         {FormulaFunction::dsr, "dsr"},
    {FormulaFunction::sampled, "sampled"},
};

} // namespace

std::string_view print(FormulaFunction function) { return word_of(functions, function); }

bool Formula::has_input(std::size_t index) const {
    const Node& at = nodes_[index];
    return at.kind == Kind::measure ||
           std::ranges::any_of(at.operands, [this](std::size_t operand) { return has_input(operand); });
}

bool Formula::is_number(std::size_t index, std::int64_t number) const {
    return nodes_[index].kind == Kind::number && nodes_[index].number == Decimal::whole(number);
}

std::optional<Formula::Sides> Formula::sides(std::int64_t times) const {
    const auto divided = [this](std::size_t numerator, std::size_t denominator) -> std::optional<Sides> {
        if (!has_input(numerator) || !has_input(denominator)) return {};
        return Sides{numerator, denominator};
    };
    // The other factor of a product with a factor `times`.
    const auto without_times = [&](const Node& product) -> std::optional<std::size_t> {
        if (product.kind != Kind::multiply) return {};
        if (is_number(product.operands[1], times)) return product.operands[0];
        if (is_number(product.operands[0], times)) return product.operands[1];
        return {};
    };
    const Node& top = root();
    const bool is_ratio =
        top.kind == Kind::call && (top.function == FormulaFunction::ratio || top.function == FormulaFunction::per_head);
    if (is_ratio) return Sides{top.operands[0], top.operands[1]};
    if (top.kind == Kind::divide) {
        if (times == 1) return divided(top.operands[0], top.operands[1]);
        const auto numerator = without_times(node(top.operands[0]));
        return numerator ? divided(*numerator, top.operands[1]) : std::nullopt;
    }
    const auto quotient = without_times(top);
    if (!quotient || node(*quotient).kind != Kind::divide) return {};
    return divided(node(*quotient).operands[0], node(*quotient).operands[1]);
}

} // namespace qd
