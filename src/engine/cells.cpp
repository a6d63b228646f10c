#include "engine/cells.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace qd::inline engine {
namespace {

constexpr std::uint32_t not_wanted = UINT32_MAX;

// An empty area in a return is the council's own.
const AreaCode& named(const AreaCode& area, const Settings& settings) { return area.empty() ? settings.area : area; }

// For each area of a return, its number among the wanted ones.
std::vector<std::uint32_t> numbers_in(const Observations& observations, const Settings& settings,
                                      const std::unordered_map<AreaCode, std::uint32_t>& wanted) {
    std::vector<std::uint32_t> numbers;
    for (const AreaCode& area : observations.area_codes()) {
        const auto found = wanted.find(named(area, settings));
        numbers.push_back(found == wanted.end() ? not_wanted : found->second);
    }
    return numbers;
}

auto place_in_order(const CellPlace& place) { return std::tie(place.area, place.stretch); }

// Keeps the last of each run of the same cell: the newest word on it.
void keep_newest(std::vector<CellPlace>& places) {
    std::ranges::stable_sort(places, {}, place_in_order);
    const auto superseded = [&places](std::size_t i) {
        return i + 1 < places.size() && place_in_order(places[i]) == place_in_order(places[i + 1]);
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!superseded(i)) places[kept++] = places[i];
    places.resize(kept);
}

std::vector<std::size_t> starts_of(const std::vector<CellPlace>& places, std::size_t areas) {
    std::vector<std::size_t> starts(areas + 1);
    for (const CellPlace& place : places) ++starts[place.area + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return starts;
}

// The days of each period, laid once: the rows of a return name the same few periods again and again.
class Stretches {
public:
    explicit Stretches(const Calendar& calendar) : calendar_(calendar) {}

    const Stretch& of(Period period) {
        const auto [found, is_new] = stretches_.try_emplace(period);
        if (is_new) found->second = stretch_of(calendar_, period);
        return found->second;
    }

private:
    const Calendar& calendar_;
    std::unordered_map<Period, Stretch> stretches_;
};

} // namespace

const CellPlace* Cells::find(const AreaCode& area, const Stretch& stretch) const {
    const auto places = of(area);
    const auto found = std::ranges::lower_bound(places, stretch, {}, &CellPlace::stretch);
    return found != places.end() && found->stretch == stretch ? &*found : nullptr;
}

std::span<const CellPlace> Cells::of(const AreaCode& area) const {
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return {};
    return std::span(places_).subspan(starts_[number->second], starts_[number->second + 1] - starts_[number->second]);
}

std::vector<Stretch> Cells::reported_in(const AreaCode& area, Period reporting) const {
    std::vector<Stretch> found;
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return found;
    for (const Report& report : reports_)
        if (report.area == number->second && report.reporting == reporting) found.push_back(report.stretch);
    std::ranges::sort(found);
    return found;
}

std::vector<Period> Cells::reporting_periods(const AreaCode& area, const Stretch& stretch) const {
    std::vector<Period> found;
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return found;
    for (const Report& report : reports_)
        if (report.area == number->second && report.stretch == stretch) found.push_back(report.reporting);
    return found;
}

Ledger::Ledger(const Content& content, Instant as_at) : content_(content) {
    for (std::size_t i = 0; i < content.returns.size(); ++i) {
        const Return& handed_in = content.returns[i];
        if (counts(handed_in.state) && (!handed_in.known_at || *handed_in.known_at <= as_at))
            returns_[handed_in.measure].push_back(i);
    }
    for (auto& [measure, indices] : returns_)
        std::ranges::stable_sort(indices, {}, [&](std::size_t i) { return content.returns[i].known_at; });
}

std::span<const std::size_t> Ledger::returns_of(const MeasureCode& measure) const {
    const auto found = returns_.find(measure);
    return found == returns_.end() ? std::span<const std::size_t>{} : std::span<const std::size_t>{found->second};
}

Cells Ledger::cells(const MeasureCode& measure, const std::vector<AreaCode>& areas) const {
    Cells cells;
    for (const AreaCode& area : areas)
        cells.numbers_.try_emplace(area, static_cast<std::uint32_t>(cells.numbers_.size()));
    Stretches stretches(content_.settings.calendar);
    for (const std::size_t index : returns_of(measure)) {
        const Observations& observations = content_.returns[index].observations;
        const auto numbers = numbers_in(observations, content_.settings, cells.numbers_);
        for (std::size_t row = 0; row < observations.size(); ++row) {
            const std::uint32_t area = numbers[observations.areas()[row]];
            if (area == not_wanted) continue;
            const Period period = observations.period(row);
            const Stretch& stretch = stretches.of(period);
            cells.places_.push_back(
                {area, stretch, period, static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(row)});
            if (const auto reporting = observations.reported_in(row))
                cells.reports_.push_back({area, stretch, *reporting});
        }
    }
    keep_newest(cells.places_);
    cells.starts_ = starts_of(cells.places_, cells.numbers_.size());
    return cells;
}

std::vector<std::size_t> Ledger::history(const MeasureCode& measure, const AreaCode& area, Period period) const {
    const Calendar& calendar = content_.settings.calendar;
    const Stretch wanted = stretch_of(calendar, period);
    std::vector<std::size_t> found;
    for (const std::size_t index : returns_of(measure)) {
        const Observations& observations = content_.returns[index].observations;
        for (std::size_t row = 0; row < observations.size(); ++row) {
            const AreaCode& code = observations.area_codes()[observations.areas()[row]];
            if (named(code, content_.settings) != area || stretch_of(calendar, observations.period(row)) != wanted)
                continue;
            found.push_back(index);
            break;
        }
    }
    return found;
}

} // namespace qd::inline engine
