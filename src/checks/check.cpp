#include "checks/check.hpp"

#include "checks/families.hpp"

#include <algorithm>

namespace qd::inline checks {

Findings check(const CheckInput& input) {
    Findings all;
    for (const auto family :
         {check_statements,      check_bindings, check_bound_figures, check_claims,    check_statuses,   check_told,
          check_figures,         check_targets,  check_outliers,      check_handed_in, check_returns,    check_areas,
          check_recovery_plans,  check_actions,  check_register,      check_dates,     check_programmes, check_risks,
          check_self_evaluation, check_meetings, check_printed,       check_codes}) {
        Findings found = family(input);
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    std::ranges::stable_sort(all, {}, &Finding::severity);
    return all;
}

} // namespace qd::inline checks
