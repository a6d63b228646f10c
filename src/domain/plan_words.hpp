#pragma once

#include "domain/plan.hpp"
#include "domain/settings.hpp"

#include <string>
#include <vector>

// What page, paper and terminal say of plans and actions.
namespace qd {

// "open since 20 July 2024", "closed on 28 November 2024", "back on track".
std::string state_words(const RecoveryPlan& plan);
// As the group rates it, in the council's own word where it has one, else its state, and since when it is complete:
// "complete, 28 November 2024", "amber".
std::string state_words(const Action& action, const Settings& settings);

// The actions of a plan, a priority or a programme, in their order.
std::vector<const Action*> actions_of(const std::vector<Action>& all, const Subject& subject);
// {"31 March 2013", "1 January 2013 to 31 March 2013, phase 1", "monthly"}; {} where nothing was given.
std::vector<std::string> due_dates(const Action& action);

} // namespace qd
