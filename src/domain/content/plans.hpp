#pragma once

#include "domain/escalation.hpp"
#include "domain/plan.hpp"
#include "domain/project.hpp"

#include <vector>

namespace qd {

// What a council means to do, and what is said of it.
struct PlansContent {
    std::vector<Plan> plans;
    std::vector<Priority> priorities;
    std::vector<Update> updates;
    std::vector<RecoveryPlan> recovery_plans;
    std::vector<Action> actions;
    std::vector<Project> projects;
    std::vector<Escalation> escalations;

    friend bool operator==(const PlansContent&, const PlansContent&) = default;
};

} // namespace qd
