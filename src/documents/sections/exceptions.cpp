#include "documents/sections/exceptions.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline documents {
namespace {

// Only for sorting: how far on the wrong side, as a share of the target. Below 0: no number to sort by.
double distance(const Figure& figure) {
    if (!figure.actual.has_value() || !figure.goal) return -1;
    const double actual = figure.actual.value().to_double();
    std::optional<Decimal> edge = figure.goal->aim;
    if (figure.goal->lower && figure.actual.value() < *figure.goal->lower) edge = figure.goal->lower;
    if (figure.goal->upper && figure.actual.value() > *figure.goal->upper) edge = figure.goal->upper;
    if (!edge) return -1;
    const double target = edge->to_double();
    return std::abs(actual - target) / (target == 0 ? 1 : std::abs(target));
}

} // namespace

std::vector<const Figure*> exceptions(const Scorecard& scorecard) {
    std::vector<const Figure*> out;
    for (const Figure& figure : scorecard.figures)
        if (is_off_target(figure)) out.push_back(&figure);
    std::ranges::stable_sort(out, [](const Figure* a, const Figure* b) { return distance(*a) > distance(*b); });
    return out;
}

} // namespace qd::inline documents
