#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/shape.hpp"
#include "domain/status.hpp"
#include "domain/subject.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// What a group means to do over some years: how its priorities were chosen and how they are delivered.
struct Plan {
    PlanCode code;
    UnitCode unit;
    std::string title;
    std::optional<Date> from, to;
    std::string decision_making, delivery;

    friend bool operator==(const Plan&, const Plan&) = default;
};

template <> struct Shape<Plan> : Rows<Readable::open> {
    static constexpr std::string_view table = "plans", one = "a plan";
    static constexpr auto parts = made_of(
        code<open>("code", &Plan::code), need<open>("unit", &Plan::unit), need<open>("title", &Plan::title),
        stored_as("runs_from", part<open>("from", &Plan::from)), stored_as("runs_to", part<open>("to", &Plan::to)),
        part<open>("decision_making", &Plan::decision_making), part<open>("delivery", &Plan::delivery));
    static std::vector<RowProblem> problems(const Plan& row);
};

// An aim of a plan, owned by a unit.
struct Priority {
    PriorityCode code;
    PlanCode plan; // empty = none
    UnitCode unit;
    std::string title;
    std::string theme;
    std::vector<MeasureCode> measures; // that show how it goes
    int position = 0;                  // order within its unit

    friend bool operator==(const Priority&, const Priority&) = default;
};

template <> struct Shape<Priority> : Rows<Readable::open> {
    static constexpr std::string_view table = "priorities", one = "a priority";
    static constexpr auto parts = made_of(
        code<open>("code", &Priority::code), part<open>("plan", &Priority::plan), need<open>("unit", &Priority::unit),
        need<open>("title", &Priority::title), part<open>("theme", &Priority::theme),
        in_rows(part<open>("measures", &Priority::measures)), part<open>("position", &Priority::position));
};

// A judged status and a narrative for one period. For a measure it overrides the computed status, with a reason; both are kept.
struct Update {
    Subject subject;
    Period period;
    std::optional<StatusWord> status; // none = left blank
    std::string narrative;
    std::string reason; // for an override
    std::string by;     // a post
    // What a paper said in words, if its figures are not known. For measures only.
    std::optional<Outlook> outlook;
    std::optional<Direction> direction_previous, direction_last_year;
    std::string change_previous, change_last_year; // "2.5 points", as told
    std::optional<Instant> known_at;               // none = the moment of import

    friend bool operator==(const Update&, const Update&) = default;
};

// One of the dates of an action: "Sept 2013 one mentor per team; March 2014 two".
struct DueDate {
    std::optional<Date> from, date; // from..date where it is a stretch; none = only words
    std::string words;              // "monthly", "one active mentor a team"

    friend bool operator==(const DueDate&, const DueDate&) = default;
};

// Not complete: whether it was begun is not known.
enum class ActionState { not_started, under_way, complete, cancelled, no_update, not_complete };
std::string_view print(ActionState state);
std::string label(ActionState state);
std::optional<ActionState> parse_action_state(std::string_view text);

// Something somebody should do by a date; knows where it came from. Under a priority it may carry a judged status.
struct Action {
    ActionCode code;
    Subject subject; // the recovery plan, priority or decision it belongs to
    std::string title;
    std::string lead;         // a post; empty = not given
    std::vector<DueDate> due; // empty = not given
    std::string outcome;      // what it should lead to
    ActionState state = ActionState::no_update;
    std::optional<StatusWord> status; // as the group rates it
    std::optional<Date> completed_on;
    int position = 0;

    friend bool operator==(const Action&, const Action&) = default;
};

template <> struct Shape<Action> : Rows<Readable::by_rule> {
    static constexpr std::string_view table = "actions", one = "an action";
    static constexpr auto parts =
        made_of(code<open>("code", &Action::code), need<open>("subject", &Action::subject),
                need<open>("title", &Action::title), stored_as("lead_post", part<open>("lead", &Action::lead)),
                in_rows(part<open>("due", &Action::due)), part<open>("outcome", &Action::outcome),
                part<open>("state", &Action::state), part<open>("status", &Action::status),
                part<open>("completed_on", &Action::completed_on), part<open>("position", &Action::position));
};

enum class RecoveryPlanState { open, back_on_track, closed };
std::string_view print(RecoveryPlanState state);
std::optional<RecoveryPlanState> parse_recovery_plan_state(std::string_view text);

// When it was shown to whom.
struct Presentation {
    UnitCode body;
    Date date;
    std::string what; // "plan", "update"

    friend bool operator==(const Presentation&, const Presentation&) = default;
};

// Why a measure falls short and what is being done. Its actions are in the table of actions.
struct RecoveryPlan {
    RecoveryPlanCode code;
    MeasureCode measure;
    Period raised_in;
    std::optional<Date> raised_on;
    std::string description; // "Increase … from 75 % to 95 %"
    RecoveryPlanState state = RecoveryPlanState::open;
    std::optional<Date> closed_on;
    std::vector<Presentation> presented;
    std::string causes;         // Markdown, with headings
    bool text_published = true; // no: the paper refers to the plan without giving it
    std::string evidence;       // for closing it, or calling it back on track

    friend bool operator==(const RecoveryPlan&, const RecoveryPlan&) = default;
};

} // namespace qd
