#include "domain/plan_words.hpp"

#include "base/text.hpp"
#include "domain/figure.hpp"
#include "domain/own_status.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

// Words that only repeat the date ("March 2013") are left out.
std::string due_date_words(const DueDate& due) {
    std::string out;
    if (due.from && due.date)
        out = print_long(*due.from) + " to " + print_long(*due.date);
    else if (due.date)
        out = print_long(*due.date);
    const std::string_view words = trim(due.words);
    if (words.empty() || out.ends_with(words)) return out;
    return out.empty() ? std::string(words) : out + ", " + std::string(words);
}

} // namespace

std::vector<const Action*> actions_of(const std::vector<Action>& all, const Subject& subject) {
    std::vector<const Action*> found;
    for (const Action& action : all)
        if (action.subject == subject) found.push_back(&action);
    std::ranges::stable_sort(found, {}, &Action::position);
    return found;
}

std::vector<std::string> due_dates(const Action& action) {
    std::vector<std::string> dates;
    for (const DueDate& due : action.due)
        if (std::string words = due_date_words(due); !words.empty()) dates.push_back(std::move(words));
    return dates;
}

std::string state_words(const RecoveryPlan& plan) {
    const std::string state = spoken(print(plan.state));
    if (plan.state == RecoveryPlanState::open)
        return state + (plan.raised_on ? " since " + print_long(*plan.raised_on) : "");
    if (!plan.closed_on) return state;
    return state + (plan.state == RecoveryPlanState::closed ? " on " : " since ") + print_long(*plan.closed_on);
}

std::string state_words(const Action& action, const Settings& settings) {
    return (action.status ? word_of(typed_verdict(settings, *action.status)) : label(action.state)) +
           (action.completed_on ? ", " + print_long(*action.completed_on) : "");
}

} // namespace qd
