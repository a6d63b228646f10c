#pragma once

#include "domain/plan.hpp"

#include <string>

// What page, paper and terminal say of plans and actions.
namespace qd {

// "open since 20 July 2024", "closed on 28 November 2024", "back on track".
std::string state_words(const RecoveryPlan& plan);
// As the group rates it, else its state, and since when it is complete: "complete, 28 November 2024", "amber".
std::string state_words(const Action& action);

} // namespace qd
