#include "exchange/formulas.hpp"

#include "domain/formula_units.hpp"

#include <set>

namespace qd::inline exchange {
namespace {

// The measure by which a formula comes back to where it began; empty = it does not.
class Rounds {
public:
    Rounds(const Intake& intake, const MeasureCode& start) : intake_(intake), start_(start) {}

    MeasureCode back_by(const Formula& formula) {
        for (const MeasureCode& input : formula.inputs()) {
            if (input == start_) return start_;
            if (!seen_.insert(input).second) continue;
            const Measure* measure = intake_.measure(input.text());
            if (!measure || measure->formula.empty()) continue;
            const auto next = Formula::parse(measure->formula);
            if (next && !back_by(*next).empty()) return input;
        }
        return {};
    }

private:
    const Intake& intake_;
    MeasureCode start_;
    std::set<MeasureCode> seen_;
};

} // namespace

void check_formulas(const std::vector<FormulaLine>& lines, Intake& intake, const Complaining& complain) {
    for (const FormulaLine& line : lines) {
        const Measure* measure = intake.measure(line.measure.text());
        const auto say = [&](const Problem& problem) { complain(line.row, "formula", measure->formula, problem); };
        const auto formula = Formula::parse(measure->formula);
        if (!formula) {
            say({formula.error().message, formula.error().remedy});
            continue;
        }
        if (formula->inputs().empty()) say({"asks for no measure.", "Name the measures that it is computed from."});
        bool is_known = true;
        for (const MeasureCode& input : formula->inputs()) {
            if (intake.measures.has(input.text())) continue;
            is_known = false;
            complain(line.row, "formula", input.text(),
                     unknown_code("a measure", input.text(), intake.measures, "measures"));
        }
        if (!is_known) continue;
        if (const MeasureCode by = Rounds(intake, measure->code).back_by(*formula); !by.empty()) {
            say({by == measure->code ? "asks for its own measure."
                                     : "comes back to its own measure by " + by.text() + ".",
                 "Compute it from measures that do not follow from it."});
            continue;
        }
        const auto find = [&](const MeasureCode& code) { return intake.measure(code.text()); };
        if (const auto problem = check_units(*formula, *measure, find)) say({problem->message, problem->remedy});
    }
}

} // namespace qd::inline exchange
