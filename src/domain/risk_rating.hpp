#pragma once

#include "domain/risk.hpp"
#include "domain/risk_matrix.hpp"

namespace qd {

// What is known of an entry without controls, with them, or as aimed at: whole, or in part.
struct RiskRating {
    std::optional<ImpactLevel> impact;
    std::optional<LikelihoodLevel> likelihood;
    std::optional<int> score; // as computed, or where nothing can be computed as published
    std::optional<int> least; // it is at least this
    std::string band;         // as published, else as computed; "" = not known
    std::optional<Status> status;
    bool off_matrix = false; // a level is none of the matrix: nothing is computed of it

    bool is_known() const { return impact || score || least || !band.empty(); }
    friend bool operator==(const RiskRating&, const RiskRating&) = default;
};

// What a paper gives of a rating.
struct GivenRating {
    std::optional<ImpactLevel> impact;
    std::optional<LikelihoodLevel> likelihood;
    std::optional<int> score, least;
    BandName band;
};
GivenRating inherent_of(const RiskReview& review);
GivenRating residual_of(const RiskReview& review);
GivenRating target_of(const RiskReview& review);

bool is_on(const RiskMatrix& matrix, ImpactLevel level);
bool is_on(const RiskMatrix& matrix, LikelihoodLevel level);

// What counts for a matrix without a given rule: the product, unless most of the published scores are different. Then no
// rule is known, and the published score is used. A single different one is a slip, unless another usual rule gives it.
ScoreRule score_rule_of(const RiskMatrix& matrix, const std::vector<const RiskReview*>& reviews);

// By the rule; none for levels off the matrix, and where the rule makes no score.
std::optional<int> computed_score(const RiskMatrix& matrix, ScoreRule rule, ImpactLevel impact,
                                  LikelihoodLevel likelihood);
// By the cell or the score; null = not known.
const RiskBand* band_at(const RiskMatrix& matrix, ImpactLevel impact, LikelihoodLevel likelihood);
const RiskBand* band_of(const RiskMatrix& matrix, int score);
const RiskBand* band_named(const RiskMatrix& matrix, std::string_view name); // of that label, in any case of letters
// As the band counts: the other way round for an opportunity.
Status status_of(const RiskBand& band, RiskKind kind);
// Of a published name: that of its band, or the colour that it is; none for another word.
std::optional<Status> status_named(const RiskMatrix& matrix, RiskKind kind, const BandName& name);

RiskRating rating_of(const RiskMatrix& matrix, ScoreRule rule, RiskKind kind, const GivenRating& given);
// The band that follows from levels and score, whatever was published; null = not known.
const RiskBand* computed_band(const RiskMatrix& matrix, const RiskRating& rating);

// Below, at or above: by score, else by band. None where the two cannot be compared. Of an opportunity too, more is above.
std::optional<int> compare(const RiskMatrix& matrix, RiskKind kind, const RiskRating& a, const RiskRating& b);
// The same by band alone, however they were scored.
std::optional<int> compare_bands(const RiskMatrix& matrix, RiskKind kind, std::string_view a, std::string_view b);

// "4 × 3 = 12", "45 (impact 3, likelihood 5)", "12 or above", "major, likely", "amber"; "" for nothing.
std::string show(const RiskMatrix& matrix, ScoreRule rule, const RiskRating& rating);
std::string show_short(const RiskRating& rating); // "12", "12 or above", "amber"; "" for nothing

} // namespace qd
