#include "domain/risk_rating.hpp"

#include "base/text.hpp"
#include "domain/risk_formula.hpp"

#include <algorithm>

namespace qd {
namespace {

constexpr std::string_view product = "impact × likelihood", sum = "impact + likelihood";
// Other usual rules, so that a single score can show that it is not a slip.
constexpr std::string_view other_rules[] = {sum, "impact^2 × likelihood", "impact × likelihood^2"};

std::optional<std::size_t> place_of(const std::vector<int>& levels, int level) {
    const auto found = std::ranges::find(levels, level);
    if (found == levels.end()) return std::nullopt;
    return static_cast<std::size_t>(found - levels.begin());
}

// Of a table with a row for each impact; none for a cell that it does not have.
template <class Cell>
std::optional<Cell> cell_at(const RiskMatrix& matrix, const std::vector<std::vector<Cell>>& cells, ImpactLevel impact,
                            LikelihoodLevel likelihood) {
    const auto row = place_of(matrix.impact_levels, impact.number);
    const auto column = place_of(matrix.likelihood_levels, likelihood.number);
    if (!row || !column || *row >= cells.size() || *column >= cells[*row].size()) return std::nullopt;
    return cells[*row][*column];
}

std::string level_word(const std::vector<int>& levels, const std::vector<std::string>& words, int level) {
    const auto place = place_of(levels, level);
    return place && *place < words.size() ? words[*place] : std::to_string(level);
}

// How severe a colour is, so that colours without a place among the bands can be compared: for an opportunity green is most.
std::optional<int> gravity(RiskKind kind, std::optional<Status> status) {
    if (!status) return std::nullopt;
    const int most = kind == RiskKind::risk ? 2 : 0;
    switch (*status) {
    case Status::red: return most;
    case Status::amber: return 1;
    case Status::green: return 2 - most;
    default: return std::nullopt;
    }
}

std::string levels_words(const RiskMatrix& matrix, const RiskRating& rating) {
    const std::string impact = level_word(matrix.impact_levels, matrix.impacts, rating.impact->number);
    const std::string likelihood = level_word(matrix.likelihood_levels, matrix.likelihoods, rating.likelihood->number);
    return (matrix.impacts.empty() ? "impact " : "") + impact + ", " +
           (matrix.likelihoods.empty() ? "likelihood " : "") + likelihood;
}

int sign(long difference) { return difference > 0 ? 1 : difference < 0 ? -1 : 0; }

} // namespace

GivenRating inherent_of(const RiskReview& review) {
    return {review.inherent_impact, review.inherent_likelihood, review.inherent_score, {}, review.inherent_band};
}
GivenRating residual_of(const RiskReview& review) {
    return {review.impact, review.likelihood, review.score, review.least_score, review.band};
}
GivenRating target_of(const RiskReview& review) {
    return {review.target_impact, review.target_likelihood, review.target_score, {}, review.target_band};
}

bool is_on(const RiskMatrix& matrix, ImpactLevel level) {
    return place_of(matrix.impact_levels, level.number).has_value();
}
bool is_on(const RiskMatrix& matrix, LikelihoodLevel level) {
    return place_of(matrix.likelihood_levels, level.number).has_value();
}

ScoreRule score_rule_of(const RiskMatrix& matrix, const std::vector<const RiskReview*>& reviews) {
    if (matrix.rule != ScoreRule::usual) return matrix.rule;
    int compared = 0, differing = 0, otherwise = 0;
    for (const RiskReview* review : reviews)
        for (const GivenRating& given : {inherent_of(*review), residual_of(*review), target_of(*review)}) {
            if (!given.impact || !given.likelihood || !given.score) continue;
            ++compared;
            const auto made_by = [&](std::string_view formula) {
                return risk_score_by(formula, given.impact->number, given.likelihood->number) == given.score;
            };
            if (made_by(product)) continue;
            ++differing;
            if (std::ranges::any_of(other_rules, made_by)) ++otherwise;
        }
    const bool one_slip = differing == 1 && otherwise == 0;
    return differing * 2 > compared && !one_slip ? ScoreRule::published : ScoreRule::usual;
}

std::optional<int> computed_score(const RiskMatrix& matrix, ScoreRule rule, ImpactLevel impact,
                                  LikelihoodLevel likelihood) {
    if (!is_on(matrix, impact) || !is_on(matrix, likelihood)) return std::nullopt;
    switch (rule) {
    case ScoreRule::usual: return risk_score_by(product, impact.number, likelihood.number);
    case ScoreRule::formula: return risk_score_by(matrix.formula, impact.number, likelihood.number);
    case ScoreRule::cells: return cell_at(matrix, matrix.score_cells, impact, likelihood);
    default: return std::nullopt;
    }
}

const RiskBand* band_at(const RiskMatrix& matrix, ImpactLevel impact, LikelihoodLevel likelihood) {
    const auto label = cell_at(matrix, matrix.band_cells, impact, likelihood);
    return label ? band_named(matrix, *label) : nullptr;
}

const RiskBand* band_of(const RiskMatrix& matrix, int score) {
    const auto found =
        std::ranges::find_if(matrix.bands, [&](const RiskBand& band) { return band.least && score >= *band.least; });
    return found == matrix.bands.end() ? nullptr : &*found;
}

const RiskBand* band_named(const RiskMatrix& matrix, std::string_view name) {
    const auto found = std::ranges::find_if(
        matrix.bands, [&](const RiskBand& band) { return lower(band.label) == lower(trim(name)); });
    return found == matrix.bands.end() ? nullptr : &*found;
}

Status status_of(const RiskBand& band, RiskKind kind) {
    if (kind == RiskKind::risk) return band.status;
    return band.status == Status::red ? Status::green : band.status == Status::green ? Status::red : band.status;
}

std::optional<Status> status_named(const RiskMatrix& matrix, RiskKind kind, const BandName& name) {
    if (name.empty()) return std::nullopt;
    if (const auto colour = parse_status(name.text)) return colour; // a colour is meant as it is
    const RiskBand* band = band_named(matrix, name.text);
    return band ? std::optional(status_of(*band, kind)) : std::nullopt;
}

const RiskBand* computed_band(const RiskMatrix& matrix, const RiskRating& rating) {
    if (rating.off_matrix) return nullptr;
    if (rating.impact && rating.likelihood && !matrix.band_cells.empty())
        return band_at(matrix, *rating.impact, *rating.likelihood);
    return rating.score ? band_of(matrix, *rating.score) : nullptr;
}

RiskRating rating_of(const RiskMatrix& matrix, ScoreRule rule, RiskKind kind, const GivenRating& given) {
    RiskRating rating;
    rating.impact = given.impact;
    rating.likelihood = given.likelihood;
    rating.least = given.least;
    if (given.impact && given.likelihood) {
        rating.off_matrix = !is_on(matrix, *given.impact) || !is_on(matrix, *given.likelihood);
        rating.score = computed_score(matrix, rule, *given.impact, *given.likelihood);
    }
    if (!rating.score) rating.score = given.score;
    if (!given.band.empty()) {
        const RiskBand* named = band_named(matrix, given.band.text);
        rating.band = named ? named->label : given.band.text;
        rating.status = status_named(matrix, kind, given.band);
    } else if (const RiskBand* band = computed_band(matrix, rating)) {
        rating.status = status_of(*band, kind);
        // A band that is called by a colour has another one for an opportunity.
        rating.band = parse_status(band->label) ? std::string(print(*rating.status)) : band->label;
    }
    return rating;
}

std::optional<int> compare_bands(const RiskMatrix& matrix, RiskKind kind, std::string_view a, std::string_view b) {
    const RiskBand* first = band_named(matrix, a);
    const RiskBand* second = band_named(matrix, b);
    const bool turned = kind == RiskKind::opportunity && parse_status(a) && parse_status(b);
    if (first && second && !turned) return sign(second - first); // the most severe comes first
    const auto one = gravity(kind, status_named(matrix, kind, {std::string(a)}));
    const auto other = gravity(kind, status_named(matrix, kind, {std::string(b)}));
    if (!one || !other) return std::nullopt;
    return sign(*one - *other);
}

std::optional<int> compare(const RiskMatrix& matrix, RiskKind kind, const RiskRating& a, const RiskRating& b) {
    if (a.score && b.score) return sign(*a.score - *b.score);
    if (a.band.empty() || b.band.empty()) return std::nullopt;
    return compare_bands(matrix, kind, a.band, b.band);
}

std::string show(const RiskMatrix& matrix, ScoreRule rule, const RiskRating& rating) {
    if (!rating.impact || !rating.likelihood) return show_short(rating);
    const std::string impact = std::to_string(rating.impact->number);
    const std::string likelihood = std::to_string(rating.likelihood->number);
    if (rating.off_matrix) return impact + " × " + likelihood + ", off the matrix";
    if (!rating.score) return levels_words(matrix, rating);
    const std::string score = std::to_string(*rating.score);
    if (rule == ScoreRule::usual || (rule == ScoreRule::formula && matrix.formula == product))
        return impact + " × " + likelihood + " = " + score;
    if (rule == ScoreRule::formula && matrix.formula == sum) return impact + " + " + likelihood + " = " + score;
    return score + " (" + levels_words(matrix, rating) + ")";
}

std::string show_short(const RiskRating& rating) {
    if (rating.score) return std::to_string(*rating.score);
    if (rating.least) return std::to_string(*rating.least) + " or above";
    return rating.band;
}

} // namespace qd
