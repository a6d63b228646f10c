#include "domain/plan_words.hpp"

#include "domain/figure.hpp"
#include "domain/own_status.hpp"
#include "domain/words.hpp"

namespace qd {

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
