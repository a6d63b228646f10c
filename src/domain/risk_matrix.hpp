#pragma once

#include "domain/period.hpp"
#include "domain/risk_level.hpp"
#include "domain/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// A risk is in this band from a score up; for an opportunity the status is the other way round. Without `least` the cells
// of the matrix give the band, or it is only published.
struct RiskBand {
    std::optional<int> least;
    std::string label;
    Status status = Status::green;

    friend bool operator==(const RiskBand&, const RiskBand&) = default;
};

// How a score is made of impact and likelihood. Usual: nobody has said; it is their product, unless what was published shows that
// it is not (see score_rule_of).
enum class ScoreRule { usual, formula, cells, published, none };

// How a council scores risks. The usual is 5 × 5, red from 15, amber from 8.
struct RiskMatrix {
    std::vector<int> impact_levels{1, 2, 3, 4, 5}, likelihood_levels{1, 2, 3, 4, 5}; // the least first
    std::vector<std::string> impacts, likelihoods; // words for the levels; empty = the numbers alone
    ScoreRule rule = ScoreRule::usual;
    std::string formula = "impact × likelihood"; // see risk_formula.hpp
    // A row for each impact, in it a cell for each likelihood: the score, and the label of the band. Empty = no such table.
    std::vector<std::vector<int>> score_cells;
    std::vector<std::vector<std::string>> band_cells;
    // The gravest first; empty = none is known.
    std::vector<RiskBand> bands = {{15, "high", Status::red}, {8, "medium", Status::amber}, {1, "low", Status::green}};
    int keep = 12; // an entry stays on the register while its residual score is at least this; 0 = any stays

    friend bool operator==(const RiskMatrix&, const RiskMatrix&) = default;
};

// How often a register is reviewed, and what a council accepts.
struct RegisterRules {
    struct Rhythm {
        std::string name; // of the register, or the code of a unit
        Grain every = Grain::quarter;

        friend bool operator==(const Rhythm&, const Rhythm&) = default;
    };
    struct Appetite {
        std::string category;
        std::optional<int> most; // a score (of an opportunity the least)
        BandName band;           // or a band

        friend bool operator==(const Appetite&, const Appetite&) = default;
    };
    std::optional<Grain> every; // of registers that are not named; none = nobody has said
    std::vector<Rhythm> rhythms;
    std::vector<Appetite> appetites;

    friend bool operator==(const RegisterRules&, const RegisterRules&) = default;
};

} // namespace qd
