#include "engine/definition_link.hpp"

#include "engine/sheet.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

std::optional<Decimal> link_of(const Known& known, const Measure& measure, const Measure& before,
                               const Definition& version, const AreaCode& area) {
    const Sheet later(known, measure, area, Reach::below, Links::as_given),
        earlier(known, before, area, Reach::below, Links::as_given);
    double sum = 0, sum_before = 0;
    for (const Period period : earlier.periods(area)) {
        const Stretch stretch = earlier.stretch(period);
        if (version.from && stretch.last < *version.from) continue;
        const auto now = later.said(area, stretch), then = earlier.said(area, stretch);
        if (!now || !then || !now->number || !then->number) continue;
        sum += now->number->to_double();
        sum_before += then->number->to_double();
    }
    const auto link = sum_before == 0 ? std::nullopt : Decimal::nearest(sum / sum_before);
    return link && *link > Decimal() ? link : std::nullopt;
}

} // namespace

std::optional<Measure> with_overlap_links(const Known& known, const Measure& measure, const AreaCode& area) {
    const bool has_overlap = std::ranges::any_of(
        measure.definitions, [](const Definition& version) { return !version.overlap.empty() && !version.link; });
    if (!has_overlap) return {};
    Measure linked = measure;
    for (Definition& version : linked.definitions) {
        const Measure* before = find_row(known.content.measures, version.overlap);
        if (version.overlap.empty() || version.link || before == nullptr) continue;
        version.link = link_of(known, measure, *before, version, known.content.settings.area);
        if (!version.link) version.link = link_of(known, measure, *before, version, area);
    }
    return linked;
}

} // namespace qd::inline engine
