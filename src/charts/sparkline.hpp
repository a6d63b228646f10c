#pragma once

#include "domain/cell.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

struct SparklineInput {
    std::string prefix;       // of ids; unique in the document
    std::string subject;      // "Self directed support"
    std::vector<Cell> values; // oldest first
    std::optional<Decimal> target;
    std::function<std::string(Decimal)> show; // a value as people read it
};

// Direction and gap only, 104 × 30, on its own scale: line, last point, dotted target. Its accessible name gives first,
// last and target. Empty if there is no number at all.
std::string sparkline(const SparklineInput& input);

} // namespace qd::inline charts
