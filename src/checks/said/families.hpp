#pragma once

#include "checks/claims.hpp"

// One family of claims a file. Each reads what it understands of a sentence, holds it against what is known, and binds the
// amounts that it has dealt with. A sentence is wrong only where no fair reading of it holds.
namespace qd::inline checks {

void hold_shares(ClaimSentence& sentence, Findings& findings); // "37 of 81 (46%)", parts under a total
void hold_parts(ClaimSentence& sentence, Findings& findings);  // "489 of the 564 were in time", "one in four was late"
void hold_differences(ClaimSentence& sentence, Findings& findings); // "103 is 17 fewer than the 120 of last year"
void hold_directions(ClaimSentence& sentence, Findings& findings);  // "rose", "improved on last year", "up from 79%"
void hold_targets(ClaimSentence& sentence, Findings& findings);     // "met", "above the target of 85%"
void hold_statuses(ClaimSentence& sentence, Findings& findings);    // "rated red", "turned amber"
void hold_records(ClaimSentence& sentence, Findings& findings);     // "the highest since 2022/23"
void hold_ages(ClaimSentence& sentence, Findings& findings);        // "14 months old", "February 2023 of 2023/24"
void hold_values(ClaimSentence& sentence, Findings& findings);      // every other amount in the unit of the subject

} // namespace qd::inline checks
