#include "engine/known.hpp"

#include "base/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

template <class Row>
const std::vector<const Row*>& rows_of(const std::unordered_map<MeasureCode, std::vector<const Row*>>& index,
                                       const MeasureCode& measure) {
    static const std::vector<const Row*> none;
    const auto found = index.find(measure);
    return found == index.end() ? none : found->second;
}

} // namespace

Known::Known(const MeasuredContent& all, Instant at) : content(all), as_at(at), areas(all.areas), ledger(all, at) {
    for (const Target& target : all.targets) targets_[target.measure].push_back(&target);
    for (const OfficerForecast& forecast : all.forecasts)
        if (knows(forecast.known_at)) forecasts_[forecast.measure].push_back(&forecast);
    for (auto& [measure, rows] : forecasts_) std::ranges::stable_sort(rows, {}, &OfficerForecast::known_at);
    for (const Update& update : all.updates) {
        if (!knows(update.known_at)) continue;
        const Update*& newest = updates_[{update.subject, update.period}];
        if (!newest || update.known_at >= newest->known_at) newest = &update;
    }
}

void Known::refuse_unknown(const AreaCode& area) const {
    if (area != content.settings.area && !areas.find(area))
        throw Error(Fault::request,
                    fmt::format("There is no area {}: give one of the codes in areas.csv.", area.text()));
}

const Update* Known::update_on(const Subject& subject, Period period) const {
    const auto found = updates_.find({subject, period});
    return found == updates_.end() ? nullptr : found->second;
}

const std::vector<const Target*>& Known::targets_of(const MeasureCode& measure) const {
    return rows_of(targets_, measure);
}

const std::vector<const OfficerForecast*>& Known::forecasts_of(const MeasureCode& measure) const {
    return rows_of(forecasts_, measure);
}

} // namespace qd::inline engine
