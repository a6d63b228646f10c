#pragma once

#include "domain/content.hpp"
#include "domain/programme_progress.hpp"

namespace qd {

struct ProjectLine {
    Project project;
    std::optional<Update> update; // the latest known
    std::optional<Date> expected; // completed, else as forecast, else due
    std::optional<int> slippage;  // days later than due, for what is completed or forecast again
    bool is_outside = false;      // expected outside of the wave's window
    std::vector<Milestone> milestones;

    friend bool operator==(const ProjectLine&, const ProjectLine&) = default;
};

// A round of projects, with what is only counted of it.
struct WaveLines {
    std::string title; // empty = projects of no wave
    std::optional<Wave> wave;
    std::vector<ProjectLine> projects;
    std::size_t complete = 0, not_started = 0;
    std::optional<Decimal> each_area; // projects for each area, as counted by the paper

    friend bool operator==(const WaveLines&, const WaveLines&) = default;
};

// All waves, in the order in which projects and waves name them.
std::vector<WaveLines> wave_lines(const Content& content, Instant as_at);

} // namespace qd
