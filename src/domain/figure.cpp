#include "domain/figure.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<StretchKind> stretches[] = {
    {StretchKind::own, "own"},
    {StretchKind::to_date, "to_date"},
    {StretchKind::rolling, "rolling"},
    {StretchKind::latest, "latest"},
};

std::string own_name(Grain grain) {
    if (grain == Grain::half) return "half year";
    if (grain == Grain::academic_year) return "school year";
    return grain == Grain::span ? "period" : std::string(print(grain));
}

const Cell* figure_of(const Figure& figure, StretchKind stretch) {
    if (figure.stretch == stretch) return &figure.actual;
    return figure.beside && figure.beside->stretch == stretch ? &figure.beside->actual : nullptr;
}

} // namespace

std::string name_of(StretchKind stretch, Period described) {
    switch (stretch) {
    case StretchKind::own: return "the " + own_name(described.grain());
    case StretchKind::to_date: return "year to date";
    case StretchKind::rolling: return "rolling year";
    case StretchKind::latest: break;
    }
    return "latest";
}

std::string words_behind(StretchKind stretch, Period described) {
    switch (stretch) {
    case StretchKind::own: return "in the " + own_name(described.grain());
    case StretchKind::to_date: return "so far";
    case StretchKind::rolling: return "over the rolling year";
    case StretchKind::latest: break;
    }
    return {};
}

std::string_view print(StretchKind stretch) { return word_of(stretches, stretch); }

const Cell* own_figure(const Figure& figure) { return figure_of(figure, StretchKind::own); }
const Cell* figure_to_date(const Measure& measure, const Figure& figure) {
    const bool is_one =
        is_built_up(measure) && figure.stretch == StretchKind::own && !figure.beside; // the year's first period
    return figure_of(figure, is_one ? StretchKind::own : StretchKind::to_date);
}

bool is_held_against_year(const Measure& measure, const Figure& figure) {
    if (!figure.goal || !figure.goal->aim || figure.goal->role != TargetRole::annual) return false;
    if (figure.described == figure.goal->period) return false;
    if (judged_of(measure) == Judged::year_end) return true;
    return measure.roll_up == RollUp::by_hand && !adds_up(measure) && is_built_up(measure);
}

std::optional<Decimal> printed_change(const Measure& measure, const Movement& movement) {
    if (!movement.now || !movement.value) return movement.difference;
    return movement.now->rounded(measure.decimals) - movement.value->rounded(measure.decimals);
}

} // namespace qd
