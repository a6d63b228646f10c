#pragma once

#include "checks/check.hpp"

namespace qd::inline checks {

// One family a file. A new finding is an entry of domain/finding_catalogue.hpp and a function in one of them; a new family is
// a file, a line here and one in check.cpp.
Findings check_statements(const CheckInput& input);     // figures stated in the paper's text, among themselves
Findings check_bindings(const CheckInput& input);       // counts stated in the paper's text, against the store
Findings check_bound_figures(const CheckInput& input);  // values, changes and forecasts stated there, against the store
Findings check_claims(const CheckInput& input);         // what narrative says, against itself and the store
Findings check_statuses(const CheckInput& input);       // blank, unsupported by children
Findings check_told(const CheckInput& input);           // what officers and papers say in words, against figures
Findings check_figures(const CheckInput& input);        // published ≠ computed, implausible values and targets
Findings check_targets(const CheckInput& input);        // gone, of another stretch, profile and year differ
Findings check_peers(const CheckInput& input);          // areas far from others of their kind
Findings check_histories(const CheckInput& input);      // figures far from what they were
Findings check_handed_in(const CheckInput& input);      // a value against its parts, without parts, out of scale
Findings check_returns(const CheckInput& input);        // missing, stale, late
Findings check_areas(const CheckInput& input);          // red in a part, figures of an area that was not there
Findings check_recovery_plans(const CheckInput& input); // off target without one, not carried forward
Findings check_actions(const CheckInput& input);        // without lead or date, overdue
Findings check_register(const CheckInput& input);       // there last period, gone now
Findings check_dates(const CheckInput& input);          // outside their window
Findings check_programmes(const CheckInput& input);     // delivery, claims, milestones, waves, escalations
Findings check_risks(const CheckInput& input);          // left out, deleted without a reason, scores
Findings check_self_evaluation(const CheckInput& input); // shares, response, red sites
Findings check_meetings(const CheckInput& input);        // agendas, minutes, requests
Findings check_printed(const CheckInput& input);         // symbols, headings, names, cells, fields as they were printed
Findings check_codes(const CheckInput& input);           // pointing at nothing

} // namespace qd::inline checks
