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

const std::string& title_on(const Risk& risk, Date day) {
    return risk.renamed_on && day < *risk.renamed_on ? risk.renamed_from : risk.title;
}

std::vector<RowProblem> Shape<Risk>::problems(const Risk& row) {
    if (row.raised_on && row.closed_on && *row.closed_on < *row.raised_on)
        return {{"closed_on", "is before raised_on.", "Put the later day here."}};
    if (row.renamed_on && row.renamed_from.empty())
        return {{"renamed_from", "is missing, but renamed_on is given.", "Put the previous title here."}};
    if (row.review_every == Grain::span)
        return {{"review_every", "is not a rhythm.", "Write month, quarter, half or year."}};
    if (row.appetite && !row.appetite_band.empty())
        return {{"appetite_band", "is given as well as a score in appetite.", "Give one of the two."}};
    return {};
}

std::vector<RowProblem> Shape<RiskReview>::problems(const RiskReview& row) {
    std::vector<RowProblem> found;
    const auto pair = [&](std::string_view column, const std::optional<ImpactLevel>& impact,
                          const std::optional<LikelihoodLevel>& likelihood) {
        if (impact.has_value() != likelihood.has_value())
            found.push_back({column, "is given alone.", "Give both impact and likelihood, or neither."});
        if ((impact && impact->number < 0) || (likelihood && likelihood->number < 0))
            found.push_back({column, "is less than 0.", "Write a level of the matrix."});
    };
    pair("inherent_impact", row.inherent_impact, row.inherent_likelihood);
    pair("impact", row.impact, row.likelihood);
    pair("target_impact", row.target_impact, row.target_likelihood);
    return found;
}

} // namespace qd
