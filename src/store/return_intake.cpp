#include "store/return_intake.hpp"

#include <optional>
#include <vector>

namespace qd::inline store {
namespace {

// For each thing of a return's list, its place here; none where it is not spoken of.
template <class Thing>
std::vector<std::optional<std::uint32_t>> places_of(const std::vector<Thing>& list,
                                                    const std::unordered_map<Thing, std::uint32_t>& places) {
    std::vector<std::optional<std::uint32_t>> found;
    for (const Thing& thing : list) {
        const auto place = places.find(thing);
        found.push_back(place == places.end() ? std::nullopt : std::optional(place->second));
    }
    return found;
}

template <class Thing> void enter(const std::vector<Thing>& list, std::unordered_map<Thing, std::uint32_t>& places) {
    for (const Thing& thing : list) places.try_emplace(thing, static_cast<std::uint32_t>(places.size()));
}

std::uint64_t key_of(std::uint32_t area, std::uint32_t period) { return std::uint64_t{area} << 32 | period; }

} // namespace

void NewestWords::add(const Return& handed_in, Instant known_at) {
    Words& words = counts(handed_in.state) ? counting_ : pending_;
    const ObservationColumns& columns = handed_in.observations.columns();
    enter(columns.area_codes, areas_);
    enter(columns.period_list, periods_);
    const auto areas = places_of(columns.area_codes, areas_), periods = places_of(columns.period_list, periods_);
    for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
        const auto [found, fresh] =
            words.try_emplace(key_of(*areas[columns.areas[row]], *periods[columns.periods[row]]));
        if (fresh || found->second.known_at <= known_at) found->second = {known_at, &handed_in, row};
    }
}

bool NewestWords::repeats(const Word& here, const Word& there) {
    const ReturnState state = there.handed_in->state;
    const bool stands = counts(state) ? here.handed_in->state >= state : here.handed_in->state == state;
    Observation was = here.handed_in->observations.at(here.row), is = there.handed_in->observations.at(there.row);
    was.cell = is.cell = ""; // the same figure may stand anywhere
    return stands && was == is;
}

bool NewestWords::repeat(const NewestWords& other, const Return& cells) const {
    const Words& here = words(cells.state);
    const Words& there = other.words(cells.state);
    const ObservationColumns& columns = cells.observations.columns();
    const auto areas = places_of(columns.area_codes, areas_), periods = places_of(columns.period_list, periods_);
    const auto their_areas = places_of(columns.area_codes, other.areas_),
               their_periods = places_of(columns.period_list, other.periods_);
    for (std::size_t row = 0; row < cells.observations.size(); ++row) {
        const std::uint32_t area = columns.areas[row], period = columns.periods[row];
        if (!areas[area] || !periods[period]) return false;
        const auto found = here.find(key_of(*areas[area], *periods[period]));
        if (found == here.end()) return false;
        if (!repeats(found->second, there.at(key_of(*their_areas[area], *their_periods[period])))) return false;
    }
    return true;
}

NewestWords::Rows NewestWords::count(const Return& handed_in) const {
    const Words& here = words(handed_in.state);
    const ObservationColumns& columns = handed_in.observations.columns();
    const auto areas = places_of(columns.area_codes, areas_), periods = places_of(columns.period_list, periods_);
    Rows rows;
    for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
        const auto area = areas[columns.areas[row]], period = periods[columns.periods[row]];
        const auto found = area && period ? here.find(key_of(*area, *period)) : here.end();
        if (found == here.end())
            ++rows.added;
        else
            ++(repeats(found->second, {{}, &handed_in, row}) ? rows.same : rows.changed);
    }
    return rows;
}

void ReturnIntake::hear(const Return& given_return) {
    ++heard_;
    if (given_return.known_at) return;
    undated_ = true;
    unheard_.push_back(&given_return);
}

void ReturnIntake::know(Return stored) {
    stored_.push_back(std::move(stored));
    note(stored_.back());
}

// What is known only from a later moment on is not in force yet.
void ReturnIntake::note(const Return& handed_in) {
    const Instant known_at = handed_in.known_at.value_or(now_);
    if (known_at <= now_) in_force_.add(handed_in, known_at);
}

// Cell by cell, which only what has to be compared is worth.
void ReturnIntake::listen() {
    for (const Return* given_return : unheard_) spoken_.add(*given_return, now_);
    unheard_.clear();
}

bool ReturnIntake::is_new(const Return& given_return, const std::string& sha256) {
    if (!given_return.known_at) {
        rows_ = {.added = given_return.observations.size()};
        if (is_alone()) return rows_.added > 0; // there is nothing that it could repeat
        listen();
        if (in_force_.repeat(spoken_, given_return)) return false;
        rows_ = in_force_.count(given_return);
    } else if (const auto found = unmatched_.find(sha256); found != unmatched_.end() && found->second > 0) {
        --found->second; // it answers for one given return
        return false;
    } else {
        rows_ = {.added = given_return.observations.size()};
    }
    if (undated_) note(given_return);
    return true;
}

} // namespace qd::inline store
