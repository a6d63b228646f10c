#include "store/return_intake.hpp"

namespace qd::inline store {

void NewestWords::add(const Return& handed_in, Instant known_at) {
    Words& words = counts(handed_in.state) ? counting_ : pending_;
    for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
        Observation observation = handed_in.observations.at(row);
        const auto [found, fresh] = words.try_emplace({observation.area, observation.period});
        if (fresh || found->second.known_at <= known_at)
            found->second = {known_at, handed_in.state, std::move(observation)};
    }
}

bool NewestWords::repeats(const Word& here, const Word& there) {
    const bool state = counts(there.state) ? here.state >= there.state : here.state == there.state;
    return state && here.observation == there.observation;
}

bool NewestWords::repeat(const NewestWords& other, const Return& cells) const {
    const Words& here = words(cells.state);
    const Words& there = other.words(cells.state);
    for (std::size_t row = 0; row < cells.observations.size(); ++row) {
        const auto& areas = cells.observations.area_codes();
        const std::pair cell{areas[cells.observations.areas()[row]], cells.observations.period(row)};
        const auto found = here.find(cell);
        if (found == here.end() || !repeats(found->second, there.at(cell))) return false;
    }
    return true;
}

void ReturnIntake::hear(const Return& given_return) {
    if (given_return.known_at) return;
    undated_ = true;
    spoken_.add(given_return, now_);
}

// What is known only from a later moment on is not in force yet.
void ReturnIntake::note(const Return& handed_in) {
    const Instant known_at = handed_in.known_at.value_or(now_);
    if (known_at <= now_) in_force_.add(handed_in, known_at);
}

bool ReturnIntake::is_new(const Return& given_return, const std::string& sha256) {
    if (!given_return.known_at) {
        if (in_force_.repeat(spoken_, given_return)) return false;
    } else if (const auto found = unmatched_.find(sha256); found != unmatched_.end() && found->second > 0) {
        --found->second; // it answers for one given return
        return false;
    }
    note(given_return);
    return true;
}

} // namespace qd::inline store
