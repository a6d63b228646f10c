#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/shape.hpp"
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

template <> struct Shape<Project> : Rows<Readable::open> {
    static constexpr std::string_view table = "projects", one = "a project";
    static constexpr auto parts =
        made_of(code<open>("code", &Project::code), need<open>("title", &Project::title),
                part<open>("unit", &Project::unit), part<open>("area", &Project::area),
                part<open>("wave", &Project::wave), part<open>("window_from", &Project::window_from),
                part<open>("window_to", &Project::window_to), part<open>("start", &Project::start),
                part<open>("due", &Project::due), part<open>("completed", &Project::completed),
                part<open>("status", &Project::status), later(part<open>("forecast", &Project::forecast)));
    static std::vector<RowProblem> problems(const Project& row);
};

} // namespace qd
