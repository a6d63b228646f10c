#pragma once

#include "domain/figure.hpp"
#include "domain/plan_words.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <vector>

namespace qd::web {

// As the group rates it, in the council's own word where it has one; else its state.
Fields state_tag(const Visit& visit, const Action& action);
Fields action_row(const Visit& visit, const Action& action);
// A recovery plan in two short lines: its state, its actions.
Fields plan_link(const Visit& visit, const RecoveryPlan& plan);
// The results so far with the trajectory, as `effect`: words and a chart, each only if there is one.
void add_effect(Fields& fields, const Visit& visit, const RecoveryPlan& plan);
// Open actions by their next date, earliest first, those without a date last; at most so many.
std::vector<Fields> next_dates(const Visit& visit, std::size_t most);
// "1 of 4 complete, 3 without a lead, 2 without a date"
std::string actions_words(const std::vector<const Action*>& actions);
// One sentence on what a figure means: its shortfall in things counted, or why there is no figure.
std::string insight(const Visit& visit, const Figure& figure);

} // namespace qd::web
