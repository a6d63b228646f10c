#pragma once

#include "domain/content/measured.hpp"
#include "engine/area_tree.hpp"
#include "engine/cells.hpp"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace qd::inline engine {

// A council's content as known at one time, with what every measure asks of it found once. Refers to the content, which
// must outlive it.
struct Known {
    Known(const MeasuredContent& all, Instant at);

    const Calendar& calendar() const { return content.settings.calendar; }
    bool knows(const std::optional<Instant>& known_at) const { return !known_at || *known_at <= as_at; }
    // An empty area is the council's own.
    const AreaCode& named(const AreaCode& area) const { return area.empty() ? content.settings.area : area; }
    void refuse_unknown(const AreaCode& area) const; // Error(request)
    // The newest update on something in a period, of those that are known; none if there is none.
    const Update* update_on(const Subject& subject, Period period) const;
    const std::vector<const Target*>& targets_of(const MeasureCode& measure) const;
    const std::vector<const OfficerForecast*>& forecasts_of(const MeasureCode& measure) const; // only the known ones

    const MeasuredContent& content;
    Instant as_at;
    AreaTree areas;
    Ledger ledger;

private:
    std::unordered_map<MeasureCode, std::vector<const Target*>> targets_;
    std::unordered_map<MeasureCode, std::vector<const OfficerForecast*>> forecasts_;
    std::map<std::pair<Subject, Period>, const Update*> updates_;
};

} // namespace qd::inline engine
