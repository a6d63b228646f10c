#include "exchange/formulas.hpp"

#include "domain/formula_units.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_steps = 32; // from a measure to those that are handed in

// Which measures are computed from which, the store's included. Each is walked once and without recursion, whatever follows from
// what: Tarjan's strongly connected components, where a ring of measures is one component.
class Derivations {
public:
    explicit Derivations(const Intake& intake) {
        for (const auto& [code, measure] : intake.measures_by_code()) {
            if (measure->formula.empty()) continue;
            const auto formula = Formula::parse(measure->formula);
            if (formula) nodes_[code].inputs = formula->inputs();
        }
        for (auto& [code, node] : nodes_)
            if (node.number == 0) walk(node);
    }

    // The input by which a measure comes back to itself; empty = it does not.
    MeasureCode back_by(const MeasureCode& measure) const {
        const Node& node = nodes_.at(measure.text());
        for (const MeasureCode& input : node.inputs) {
            const auto found = nodes_.find(input.text());
            if (input == measure || (found != nodes_.end() && found->second.ring == node.ring)) return input;
        }
        return {};
    }

    // How many formulas are computed in a chain; not given for measures in a circle.
    std::size_t steps(const MeasureCode& measure) const { return nodes_.at(measure.text()).steps; }

private:
    struct Node {
        std::vector<MeasureCode> inputs;
        std::size_t number = 0, lowest = 0, ring = 0, next = 0, steps = 1; // number and ring from 1, 0 = not yet
    };

    void walk(Node& start) {
        std::vector<Node*> path;
        enter(start, path);
        while (!path.empty()) {
            Node& at = *path.back();
            if (at.next < at.inputs.size()) {
                const auto input = nodes_.find(at.inputs[at.next++].text());
                if (input == nodes_.end()) continue;
                if (input->second.number == 0)
                    enter(input->second, path);
                else
                    take_over(at, input->second);
                continue;
            }
            if (at.lowest == at.number) close(at);
            path.pop_back();
            if (!path.empty()) take_over(*path.back(), at);
        }
    }
    void enter(Node& node, std::vector<Node*>& path) {
        node.number = node.lowest = ++count_;
        open_.push_back(&node);
        path.push_back(&node);
    }
    void take_over(Node& at, const Node& input) const {
        if (input.ring == 0) at.lowest = std::min(at.lowest, input.lowest);
        at.steps = std::max(at.steps, input.steps + 1);
    }
    // All that were entered since are in a ring with it.
    void close(const Node& node) {
        ++rings_;
        for (bool more = true; more; open_.pop_back()) {
            open_.back()->ring = rings_;
            more = open_.back() != &node;
        }
    }

    std::unordered_map<std::string, Node> nodes_;
    std::vector<Node*> open_;
    std::size_t count_ = 0, rings_ = 0;
};

} // namespace

void check_formulas(const std::vector<FormulaLine>& lines, Intake& intake, const Complaining& complain) {
    if (lines.empty()) return;
    const Derivations derivations(intake);
    for (const FormulaLine& line : lines) {
        const Measure* measure = intake.measure(line.measure.text());
        const auto say = [&](const Problem& problem) { complain(line.row, "formula", measure->formula, problem); };
        const auto formula = Formula::parse(measure->formula);
        if (!formula) {
            say({formula.error().message, formula.error().remedy});
            continue;
        }
        if (formula->inputs().empty()) say({"uses no measure.", "Name the measures that it is computed from."});
        bool is_known = true;
        for (const MeasureCode& input : formula->inputs()) {
            if (intake.measures.has(input.text())) continue;
            is_known = false;
            complain(line.row, "formula", input.text(),
                     unknown_code("a measure", input.text(), intake.measures, "measures"));
        }
        if (!is_known) continue;
        if (const MeasureCode by = derivations.back_by(measure->code); !by.empty()) {
            say({by == measure->code ? "uses its own measure."
                                     : "leads back to its own measure through " + by.text() + ".",
                 "Compute it from measures that do not follow from it."});
            continue;
        }
        if (const std::size_t steps = derivations.steps(measure->code); steps > most_steps) {
            say({"is the last of a chain of " + std::to_string(steps) + " formulas; there may be at most " +
                     std::to_string(most_steps) + ".",
                 "Compute it from measures that are closer to what is handed in."});
            continue;
        }
        const auto find = [&](const MeasureCode& code) { return intake.measure(code.text()); };
        if (const auto problem = check_units(*formula, *measure, find)) say({problem->message, problem->remedy});
    }
}

} // namespace qd::inline exchange
