#include "domain/risk.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<RiskKind> kinds[] = {
    {RiskKind::risk, "risk"},
    {RiskKind::opportunity, "opportunity"},
};

} // namespace

std::string_view print(RiskKind kind) { return word_of(kinds, kind); }

std::vector<RowProblem> Shape<Risk>::problems(const Risk& row) {
    if (row.raised_on && row.closed_on && *row.closed_on < *row.raised_on)
        return {{"closed_on", "is before raised_on.", "Put the later day here."}};
    return {};
}

std::vector<RowProblem> Shape<RiskReview>::problems(const RiskReview& row) {
    std::vector<RowProblem> found;
    const auto pair = [&](std::string_view column, const std::optional<int>& impact,
                          const std::optional<int>& likelihood) {
        if (impact.has_value() != likelihood.has_value())
            found.push_back({column, "stands alone.", "Give both impact and likelihood, or neither."});
        for (const auto& level : {impact, likelihood})
            if (level && *level < 1)
                found.push_back({column, "is less than 1.", "Count impact and likelihood from 1."});
    };
    pair("inherent_impact", row.inherent_impact, row.inherent_likelihood);
    pair("impact", row.impact, row.likelihood);
    pair("target_impact", row.target_impact, row.target_likelihood);
    return found;
}

} // namespace qd
