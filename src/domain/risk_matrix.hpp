#pragma once

#include "domain/status.hpp"

#include <string>
#include <vector>

namespace qd {

// From a score on, a risk is in this band; for an opportunity the status is the other way round.
struct RiskBand {
    int least = 1;
    std::string label;
    Status status = Status::green;

    friend bool operator==(const RiskBand&, const RiskBand&) = default;
};

// How a council scores risks: impact × likelihood, each from 1 to size. The usual 5 × 5 is red from 15, amber from 8.
struct RiskMatrix {
    int size = 5;
    std::vector<std::string> impacts, likelihoods; // words for 1..size; empty = the numbers alone
    std::vector<RiskBand> bands = {{15, "high", Status::red}, {8, "medium", Status::amber}, {1, "low", Status::green}};
    int keep = 12; // an entry stays on the register while its residual score is at least this

    friend bool operator==(const RiskMatrix&, const RiskMatrix&) = default;
};

} // namespace qd
