#pragma once

#include "domain/programme.hpp"

namespace qd {

using MilestoneCode = Code<struct Milestone>;

// A point that a project or a programme has to reach by a day.
struct Milestone {
    MilestoneCode code;
    Subject subject; // project:…, programme:…, phase:…
    std::string title;
    std::optional<Date> due;       // as first planned
    std::optional<Date> forecast;  // as expected now
    std::optional<Date> completed; // reached
    std::string note;
    int position = 0;

    friend bool operator==(const Milestone&, const Milestone&) = default;
};

template <> struct Shape<Milestone> : Rows<Readable::open> {
    using T = Milestone;
    static constexpr std::string_view table = "milestones", one = "a milestone";
    static constexpr auto parts = made_of(code<open>("code", &T::code), need<open>("subject", &T::subject),
                                          need<open>("title", &T::title), part<open>("due", &T::due),
                                          part<open>("forecast", &T::forecast), part<open>("completed", &T::completed),
                                          part<open>("note", &T::note), part<open>("position", &T::position));
};

using WaveCode = Code<struct Wave>;

// A round of projects. Its projects carry its title; where a paper only counts them, the counts are here.
struct Wave {
    WaveCode code;
    std::string title; // as in the projects' column `wave`
    UnitCode unit;
    ProgrammeCode programme;
    std::optional<Period> period;
    std::optional<Date> window_from, window_to;
    std::optional<Decimal> proposed, completed; // projects, as published
    std::optional<Decimal> areas;               // in so many areas, as published
    std::string areas_words;                    // "neighbourhood areas"
    std::string note;

    friend bool operator==(const Wave&, const Wave&) = default;
};

template <> struct Shape<Wave> : Rows<Readable::open> {
    using T = Wave;
    static constexpr std::string_view table = "waves", one = "a wave";
    static constexpr auto parts = made_of(code<open>("code", &T::code), need<open>("title", &T::title),
                                          part<open>("unit", &T::unit), part<open>("programme", &T::programme),
                                          part<open>("period", &T::period), part<open>("window_from", &T::window_from),
                                          part<open>("window_to", &T::window_to), part<open>("proposed", &T::proposed),
                                          part<open>("completed", &T::completed), part<open>("areas", &T::areas),
                                          part<open>("areas_words", &T::areas_words), part<open>("note", &T::note));
    static std::vector<RowProblem> problems(const Wave& row);
};

} // namespace qd
