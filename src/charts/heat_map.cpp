#include "charts/heat_map.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/framed.hpp"
#include "charts/marks.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace qd::inline charts {
namespace {

using Codes = std::map<std::pair<int, int>, std::vector<std::string>>; // by impact and likelihood

Codes codes_in(const RiskRegister& all, RiskKind kind) {
    Codes codes;
    for (const RiskLine& line : all.lines)
        if (line.risk.kind == kind && line.residual.impact && line.residual.likelihood && !line.residual.off_matrix)
            codes[{line.residual.impact->number, line.residual.likelihood->number}].push_back(line.risk.code.text());
    return codes;
}

std::string level_word(const std::vector<int>& levels, const std::vector<std::string>& words, int level) {
    const auto place = static_cast<std::size_t>(std::ranges::find(levels, level) - levels.begin());
    return std::to_string(level) + (place < words.size() ? " " + words[place] : "");
}

// What a cell of the matrix shows: its score, if the rule gives one, and its band, if one is known.
struct Spot {
    std::optional<int> score;
    const RiskBand* band = nullptr;
};
Spot spot_at(const RiskRegister& all, int impact, int likelihood) {
    RiskRating rating;
    rating.impact = impact;
    rating.likelihood = likelihood;
    rating.score = computed_score(all.matrix, all.rule, impact, likelihood);
    return {rating.score, computed_band(all.matrix, rating)};
}

std::string_view impact_word(RiskKind kind) { return kind == RiskKind::risk ? "Impact" : "Benefit"; }

// The codes of a cell in lines of two, as many as fit.
void write_codes(Drawing& drawing, Point corner, double side, const std::vector<std::string>& codes, double size) {
    std::vector<std::string> lines;
    const std::size_t each = side > 90 ? 2 : 1;
    for (std::size_t i = 0; i < codes.size(); i += each)
        lines.push_back(codes[i] + (each == 2 && i + 1 < codes.size() ? ", " + codes[i + 1] : ""));
    const std::size_t most = static_cast<std::size_t>((side - 22) / (size + 3));
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = plural(codes.size(), "entry", "entries");
    }
    double y = corner.y + 22 + size;
    for (const std::string& line : lines) {
        drawing.text({corner.x + side / 2, y}, line, {palette::ink, size, Weight::bold, Anchor::middle});
        y += size + 3;
    }
}

Drawing draw(const HeatMapInput& input, const Codes& codes, double width) {
    const RiskMatrix& matrix = input.all.matrix;
    const std::size_t across = matrix.impact_levels.size(), up = matrix.likelihood_levels.size();
    const double left = 46, bottom = 58, size = width > 500 ? 14 : 11;
    const double side = std::min(104.0, (width - left - 4) / static_cast<double>(across));
    const double foot = side * static_cast<double>(up);
    Drawing drawing(width, foot + bottom + 30);
    for (std::size_t row = up; row-- > 0;)
        for (std::size_t column = 0; column < across; ++column) {
            const int impact = matrix.impact_levels[column], likelihood = matrix.likelihood_levels[row];
            const Point corner{left + side * static_cast<double>(column), side * static_cast<double>(up - row - 1)};
            const Spot spot = spot_at(input.all, impact, likelihood);
            drawing.rectangle({corner.x + 1, corner.y + 1}, side - 2, side - 2, palette::wash);
            if (spot.band) {
                const Status status = status_of(*spot.band, input.kind);
                drawing.rectangle({corner.x + 1, corner.y + 1}, side - 2, 4, colour_of(status));
                drawing.raw(status_shape(status, corner.x + 5, corner.y + 9, 9) + "\n");
            }
            if (spot.score)
                drawing.text({corner.x + side - 6, corner.y + 18}, std::to_string(*spot.score),
                             {palette::quiet, size - 2, Weight::normal, Anchor::end});
            if (const auto found = codes.find({impact, likelihood}); found != codes.end())
                write_codes(drawing, corner, side, found->second, size);
        }
    for (std::size_t level = 0; level < std::max(up, across); ++level) {
        const double middle = side * (static_cast<double>(level) + 0.5);
        if (level < up)
            drawing.text({left - 8, foot - middle + 5}, std::to_string(matrix.likelihood_levels[level]),
                         {palette::ink, size, Weight::normal, Anchor::end});
        if (level < across)
            drawing.text({left + middle, foot + 18}, std::to_string(matrix.impact_levels[level]),
                         {palette::ink, size, Weight::normal, Anchor::middle});
    }
    drawing.text({left, foot + 38}, std::string(impact_word(input.kind)) + " to the right, likelihood upwards",
                 {palette::quiet, size});
    double x = left;
    for (const RiskBand& band : matrix.bands) {
        drawing.raw(status_shape(status_of(band, input.kind), x, foot + bottom - 4, 13) + "\n");
        const std::string words = band.label + (band.least ? ", from " + std::to_string(*band.least) : "");
        drawing.text({x + 18, foot + bottom + 8}, words, {palette::ink, size});
        x += 18 + text_width(words, size) + 18;
    }
    return drawing;
}

} // namespace

bool has_heat_map(const RiskRegister& all, RiskKind kind) { return !codes_in(all, kind).empty(); }

Chart heat_map(const HeatMapInput& input) {
    const Codes codes = codes_in(input.all, input.kind);
    if (codes.empty()) throw Error(Fault::request, "No entry has an impact and a likelihood; leave the heat map out.");
    const RiskMatrix& matrix = input.all.matrix;
    Chart chart;
    std::size_t entries = 0, keep = 0;
    chart.table.headings = {std::string(impact_word(input.kind)), "Likelihood", "Score", "Band", "Entries"};
    for (const auto& [levels, held] : codes) {
        const Spot spot = spot_at(input.all, levels.first, levels.second);
        entries += held.size();
        if (spot.score && *spot.score >= matrix.keep) keep += held.size();
        chart.table.rows.push_back({level_word(matrix.impact_levels, matrix.impacts, levels.first),
                                    level_word(matrix.likelihood_levels, matrix.likelihoods, levels.second),
                                    spot.score ? std::to_string(*spot.score) : "not made",
                                    spot.band ? spot.band->label : "not known", join(held, ", ")});
    }
    const bool risks = input.kind == RiskKind::risk;
    const std::string counted = plural(entries, risks ? "risk" : "opportunity", risks ? "risks" : "opportunities");
    if (matrix.keep > 0 && input.all.rule != ScoreRule::none && input.all.rule != ScoreRule::published)
        chart.title = std::to_string(keep) + " of " + counted + (keep == 1 ? " scores " : " score ") +
                      std::to_string(matrix.keep) + " or more";
    else
        chart.title = "Where " + counted + (entries == 1 ? " stands" : " stand");
    chart.subject = std::string("Residual ") + (risks ? "impact" : "benefit") + " and likelihood.";
    if (input.all.rule == ScoreRule::usual ||
        (input.all.rule == ScoreRule::formula && matrix.formula == RiskMatrix().formula))
        chart.subject = std::string("Residual score: ") + (risks ? "impact" : "benefit") + " × likelihood.";
    chart.summary = "Each cell of the matrix shows its score and the codes of its entries.";
    const std::string name = chart.subject + " " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, codes, width_of(form)); });
}

} // namespace qd::inline charts
