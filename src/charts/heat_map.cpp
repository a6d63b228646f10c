#include "charts/heat_map.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/marks.hpp"

#include <map>

namespace qd::inline charts {
namespace {

using Codes = std::map<std::pair<int, int>, std::vector<std::string>>; // by impact and likelihood

Codes codes_in(const RiskRegister& all, RiskKind kind) {
    Codes codes;
    for (const RiskLine& line : all.lines)
        if (line.risk.kind == kind && line.review && line.review->impact && line.review->likelihood)
            codes[{*line.review->impact, *line.review->likelihood}].push_back(line.risk.code.text());
    return codes;
}

std::string level_word(const std::vector<std::string>& words, int level) {
    const std::string number = std::to_string(level);
    return words.empty() ? number : number + " " + words[static_cast<std::size_t>(level - 1)];
}

std::string_view impact_word(RiskKind kind) { return kind == RiskKind::risk ? "Impact" : "Benefit"; }

// The codes of a cell in lines of two, as many as it holds.
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

std::string draw(const HeatMapInput& input, const Codes& codes, double width, const std::string& prefix,
                 const std::string& name, const std::string& summary) {
    const RiskMatrix& matrix = input.all.matrix;
    const double left = 46, bottom = 58, size = width > 500 ? 14 : 11;
    const double side = std::min(104.0, (width - left - 4) / matrix.size);
    Drawing drawing(width, side * matrix.size + bottom + 30);
    for (int likelihood = matrix.size; likelihood >= 1; --likelihood)
        for (int impact = 1; impact <= matrix.size; ++impact) {
            const Point corner{left + side * (impact - 1), side * (matrix.size - likelihood)};
            const int score = impact * likelihood;
            const Status status = status_of(matrix, input.kind, score);
            drawing.rectangle({corner.x + 1, corner.y + 1}, side - 2, side - 2, palette::wash);
            drawing.rectangle({corner.x + 1, corner.y + 1}, side - 2, 4, colour_of(status));
            drawing.raw(status_shape(status, corner.x + 5, corner.y + 9, 9) + "\n");
            drawing.text({corner.x + side - 6, corner.y + 18}, std::to_string(score),
                         {palette::quiet, size - 2, Weight::normal, Anchor::end});
            if (const auto found = codes.find({impact, likelihood}); found != codes.end())
                write_codes(drawing, corner, side, found->second, size);
        }
    const double foot = side * matrix.size;
    for (int level = 1; level <= matrix.size; ++level) {
        drawing.text({left - 8, foot - side * (level - 0.5) + 5}, std::to_string(level),
                     {palette::ink, size, Weight::normal, Anchor::end});
        drawing.text({left + side * (level - 0.5), foot + 18}, std::to_string(level),
                     {palette::ink, size, Weight::normal, Anchor::middle});
    }
    drawing.text({left, foot + 38}, std::string(impact_word(input.kind)) + " to the right, likelihood upwards",
                 {palette::quiet, size});
    double x = left;
    for (const RiskBand& band : matrix.bands) {
        const Status status = status_of(matrix, input.kind, band.least);
        drawing.raw(status_shape(status, x, foot + bottom - 4, 13) + "\n");
        const std::string words = band.label + ", from " + std::to_string(band.least);
        drawing.text({x + 18, foot + bottom + 8}, words, {palette::ink, size});
        x += 18 + text_width(words, size) + 18;
    }
    return drawing.svg(prefix, name, summary);
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
        const int score = levels.first * levels.second;
        entries += held.size();
        if (score >= matrix.keep) keep += held.size();
        chart.table.rows.push_back({level_word(matrix.impacts, levels.first),
                                    level_word(matrix.likelihoods, levels.second), std::to_string(score),
                                    band_of(matrix, score).label, join(held, ", ")});
    }
    const bool risks = input.kind == RiskKind::risk;
    chart.title = std::to_string(keep) + " of " +
                  plural(entries, risks ? "risk" : "opportunity", risks ? "risks" : "opportunities") +
                  (keep == 1 ? " scores " : " score ") + std::to_string(matrix.keep) + " or more";
    chart.subject = std::string("Residual score: ") + (risks ? "impact" : "benefit") + " × likelihood.";
    chart.summary = "Each cell of the matrix holds the codes of the entries that stand there, under its score.";
    const std::string name = chart.subject + " " + chart.title;
    chart.svg = draw(input, codes, 720, input.prefix, name, chart.summary);
    chart.svg_narrow = draw(input, codes, 360, input.prefix + "-narrow", name, chart.summary);
    return chart;
}

} // namespace qd::inline charts
