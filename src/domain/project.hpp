#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/status.hpp"

#include <optional>
#include <string>

namespace qd {

// A piece of work with an expected end, perhaps one of a wave (a round of projects with a window).
struct Project {
    ProjectCode code;
    std::string title;
    UnitCode unit;
    AreaCode area;
    std::string wave;                           // "Customer experience, wave 5"; empty = none
    std::optional<Date> window_from, window_to; // of the wave, as stated
    std::optional<Date> start, due, completed;
    std::optional<Date> forecast; // completion as expected now; none = as due
    std::optional<StatusWord> status;

    friend bool operator==(const Project&, const Project&) = default;
};

} // namespace qd
