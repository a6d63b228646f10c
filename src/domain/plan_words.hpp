#pragma once

#include "domain/plan.hpp"
#include "domain/settings.hpp"

#include <string>

// What page, paper and terminal say of plans and actions.
namespace qd {

// "open since 20 July 2024", "closed on 28 November 2024", "back on track".
std::string state_words(const RecoveryPlan& plan);
// As the group rates it, in the council's own word where it has one, else its state, and since when it is complete:
// "complete, 28 November 2024", "amber".
std::string state_words(const Action& action, const Settings& settings);

} // namespace qd
