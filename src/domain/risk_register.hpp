#pragma once

#include "domain/risk.hpp"
#include "domain/risk_matrix.hpp"

namespace qd {

// What became of an entry since the register before.
enum class RiskMovement { fresh, up, same, down, unknown, closed, merged, missing };
std::string_view print(RiskMovement movement);
std::string label(RiskMovement movement); // "higher", "not known", "left out without a reason"

// The band of a score, and how it counts: the other way round for an opportunity.
const RiskBand& band_of(const RiskMatrix& matrix, int score);
Status status_of(const RiskMatrix& matrix, RiskKind kind, int score);

std::optional<int> residual_score(const RiskReview& review);     // impact × likelihood, else as published
std::string show_score(const std::optional<RiskReview>& review); // "4 × 3 = 12", "12", "12 or above"; "" for none

struct RiskLine {
    Risk risk;
    std::optional<RiskReview> review; // of the period
    std::optional<RiskReview> before; // of the register before
    std::optional<int> inherent, residual, target;
    std::optional<Status> status; // by the band of the residual score
    std::string band;
    RiskMovement movement = RiskMovement::unknown;

    friend bool operator==(const RiskLine&, const RiskLine&) = default;
};

// The register of a period, by what was known at a time.
struct RiskRegister {
    Period period;
    std::optional<Period> before; // the register before; none = this is the first
    Instant as_at;
    RiskMatrix matrix;
    std::vector<Period> periods;   // those of which there is a register, oldest first
    std::vector<RiskLine> lines;   // on the register
    std::vector<RiskLine> left;    // closed or merged in this period
    std::vector<RiskLine> missing; // on the register before, neither here nor closed

    friend bool operator==(const RiskRegister&, const RiskRegister&) = default;
};

// The periods of which anybody reviewed a risk, oldest first.
std::vector<Period> register_periods(const std::vector<RiskReview>& reviews, Instant as_at);
RiskRegister risk_register(const std::vector<Risk>& risks, const std::vector<RiskReview>& reviews,
                           const RiskMatrix& matrix, Period period, Instant as_at);

} // namespace qd
