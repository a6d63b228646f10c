#pragma once

#include "domain/figure.hpp"
#include "domain/plan.hpp"
#include "domain/unit.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// How many children have each status; `blank` have none.
struct StatusTally {
    std::size_t green = 0, amber = 0, red = 0, complete = 0, not_started = 0, blank = 0;
    std::size_t total() const { return green + amber + red + complete + not_started + blank; }
    friend bool operator==(const StatusTally&, const StatusTally&) = default;
};

// "15 green", "2 not started", "1 left blank": those that are there, with the reader's word for blank.
std::vector<std::string> words_of(const StatusTally& tally, std::string_view blank);

// One priority in one period: what the group said, and what its actions say.
struct PriorityLine {
    Priority priority;
    std::optional<Update> update;       // none = no row in the period's table
    StatusTally actions;                // of the actions below it
    std::optional<Status> from_actions; // by the council's child rule; none = it has no actions, or a tie
    std::vector<Figure> figures;        // of its measures

    friend bool operator==(const PriorityLine&, const PriorityLine&) = default;
};

struct GroupLines {
    Unit unit;
    std::optional<Plan> plan;
    std::optional<Update> update;    // what the group itself reports: achievements
    std::vector<PriorityLine> lines; // in order of position
    StatusTally tally;               // of the lines that have an update

    friend bool operator==(const GroupLines&, const GroupLines&) = default;
};

// A partnership and its groups in one period.
struct Partnership {
    Period period;
    Instant as_at;
    std::vector<GroupLines> groups; // the partnership itself first, if it has priorities
    std::size_t priorities = 0;     // all
    std::size_t rows = 0;           // those with an update in the period
    StatusTally tally;              // of these rows
    std::size_t actions = 0;        // below all priorities

    friend bool operator==(const Partnership&, const Partnership&) = default;
};

} // namespace qd
