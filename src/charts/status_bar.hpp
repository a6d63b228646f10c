#pragma once

#include "charts/chart.hpp"
#include "domain/status.hpp"

#include <string>
#include <vector>

namespace qd::inline charts {

struct StatusCount {
    Status status = Status::not_rated;
    std::size_t count = 0;
};

struct StatusBarInput {
    std::string prefix;              // of ids; unique in the document
    std::string title;               // "Priorities by status"
    std::vector<StatusCount> counts; // one a status, in the order to show
    std::string one, many;           // "priority", "priorities"
};

// How many have each status: one bar in proportion, and below it each status by shape, word and count. Shares are of
// rated ones only. Throws Error(request) where all counts are 0.
Chart status_bar(const StatusBarInput& input);

// "2 of 5 rated measures are green (40%)".
std::string status_headline(const StatusBarInput& input);

} // namespace qd::inline charts
