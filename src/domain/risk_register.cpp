#include "domain/risk_register.hpp"

#include "domain/words.hpp"

#include <algorithm>
#include <set>

namespace qd {
namespace {

constexpr Word<RiskMovement> movements[] = {
    {RiskMovement::fresh, "new"},     {RiskMovement::up, "up"},           {RiskMovement::same, "same"},
    {RiskMovement::down, "down"},     {RiskMovement::unknown, "unknown"}, {RiskMovement::closed, "closed"},
    {RiskMovement::merged, "merged"}, {RiskMovement::missing, "missing"},
};

std::optional<int> product(const std::optional<int>& impact, const std::optional<int>& likelihood) {
    if (!impact || !likelihood) return std::nullopt;
    return *impact * *likelihood;
}

std::optional<RiskReview> review_of(const std::vector<const RiskReview*>& reviews, const RiskCode& risk,
                                    Period period) {
    const auto found = std::ranges::find_if(
        reviews, [&](const RiskReview* review) { return review->risk == risk && review->period == period; });
    return found == reviews.end() ? std::nullopt : std::optional(**found);
}

RiskMovement movement_of(const RiskLine& line, const RiskRegister& all) {
    if (line.risk.raised_in == all.period) return RiskMovement::fresh;
    if (!line.before) return all.before ? RiskMovement::fresh : RiskMovement::unknown;
    const std::optional<int> then = residual_score(*line.before);
    if (!then || !line.residual) return RiskMovement::unknown;
    return *line.residual > *then ? RiskMovement::up : *line.residual < *then ? RiskMovement::down : RiskMovement::same;
}

bool has_left(const Risk& risk, Period period) {
    return risk.closed_in ? *risk.closed_in <= period : risk.closed_on.has_value();
}

} // namespace

std::string_view print(RiskMovement movement) { return word_of(movements, movement); }

std::string label(RiskMovement movement) {
    switch (movement) {
    case RiskMovement::up: return "higher";
    case RiskMovement::same: return "unchanged";
    case RiskMovement::down: return "lower";
    case RiskMovement::unknown: return "not known";
    case RiskMovement::closed: return "deleted";
    case RiskMovement::missing: return "left out without a reason";
    default: return std::string(print(movement));
    }
}

const RiskBand& band_of(const RiskMatrix& matrix, int score) {
    const auto found = std::ranges::find_if(matrix.bands, [&](const RiskBand& band) { return score >= band.least; });
    return found == matrix.bands.end() ? matrix.bands.back() : *found;
}

Status status_of(const RiskMatrix& matrix, RiskKind kind, int score) {
    const Status status = band_of(matrix, score).status;
    if (kind == RiskKind::risk) return status;
    return status == Status::red ? Status::green : status == Status::green ? Status::red : status;
}

std::optional<int> residual_score(const RiskReview& review) {
    const auto computed = product(review.impact, review.likelihood);
    return computed ? computed : review.score;
}

std::string show_score(const std::optional<RiskReview>& review) {
    if (!review) return "";
    if (const auto score = product(review->impact, review->likelihood))
        return std::to_string(*review->impact) + " × " + std::to_string(*review->likelihood) + " = " +
               std::to_string(*score);
    if (review->score) return std::to_string(*review->score);
    return review->least_score ? std::to_string(*review->least_score) + " or above" : "";
}

std::vector<Period> register_periods(const std::vector<RiskReview>& reviews, Instant as_at) {
    std::set<Period> periods;
    for (const RiskReview* review : in_force(reviews, as_at)) periods.insert(review->period);
    return {periods.begin(), periods.end()};
}

RiskRegister risk_register(const std::vector<Risk>& risks, const std::vector<RiskReview>& reviews,
                           const RiskMatrix& matrix, Period period, Instant as_at) {
    RiskRegister all{period, {}, as_at, matrix, register_periods(reviews, as_at), {}, {}, {}};
    for (const Period other : all.periods)
        if (other < period && other.grain() == period.grain()) all.before = other;
    const std::vector<const RiskReview*> known = in_force(reviews, as_at);
    for (const Risk& risk : risks) {
        RiskLine line{risk, review_of(known, risk.code, period), {}, {}, {}, {}, {}, "", RiskMovement::unknown};
        if (all.before) line.before = review_of(known, risk.code, *all.before);
        if (line.review) {
            line.inherent = product(line.review->inherent_impact, line.review->inherent_likelihood);
            line.residual = residual_score(*line.review);
            line.target = product(line.review->target_impact, line.review->target_likelihood);
            const std::optional<int> judged = line.residual ? line.residual : line.review->least_score;
            if (line.residual) line.status = status_of(matrix, risk.kind, *line.residual);
            if (judged && line.residual) line.band = band_of(matrix, *judged).label;
            line.movement = movement_of(line, all);
            all.lines.push_back(std::move(line));
        } else if (line.before) {
            const bool left = has_left(risk, period);
            line.movement = !left                      ? RiskMovement::missing
                            : risk.merged_into.empty() ? RiskMovement::closed
                                                       : RiskMovement::merged;
            (left ? all.left : all.missing).push_back(std::move(line));
        } else if (risk.closed_in == period) {
            line.movement = risk.merged_into.empty() ? RiskMovement::closed : RiskMovement::merged;
            all.left.push_back(std::move(line));
        }
    }
    return all;
}

} // namespace qd
