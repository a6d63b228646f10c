#pragma once

#include "domain/period.hpp"
#include "domain/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd {

enum class Severity { error, warning, note };
std::string_view print(Severity severity);

// What the checker says.
struct Finding {
    std::string code; // stable: "parts-of-count"
    Severity severity = Severity::warning;
    Subject subject;     // for links
    std::string place;   // for people: "Appendix A, children looked after, (g)"
    std::string message; // what is wrong, with the figures
    std::string remedy;  // what to do

    friend bool operator==(const Finding&, const Finding&) = default;
};
using Findings = std::vector<Finding>;

} // namespace qd
