#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// One thing that was promised, and what came of it by now.
struct PromiseBar {
    std::string label;            // "Young people from a vulnerable group"
    Decimal promised, actual;     // promised is more than nothing
    std::optional<Decimal> eased; // what can be expected by now after a lag
};

struct PromiseBarsInput {
    std::string prefix;  // of ids; unique in the document
    std::string title;   // "European Social Fund"
    std::string subject; // "Delivered from the start to 20 March 2012, in per cent of the profile"
    std::vector<PromiseBar> bars;
    ShowValue show;
};

// A bar each, as long as what came is of what was promised: bars of different things end at the same line when they are as
// promised. A mark where the lag lets one expect it to end. Throws Error(request) without bars.
Chart promise_bars(const PromiseBarsInput& input);

} // namespace qd::inline charts
