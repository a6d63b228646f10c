#pragma once

#include "exchange/minutes/outcomes.hpp"
#include "exchange/minutes/possible_names.hpp"

#include "domain/content.hpp"

namespace qd::inline exchange {

// What drafting the rows of a meeting goes by.
struct DraftGround {
    const Content& known; // what the store has
    const std::string& file;
    UnitCode body;
    Date held;
    MeetingCode next; // the next meeting; empty = not given
};

// A row for an outcome on an item, and what a person has to look at.
struct DraftedDecision {
    Decision decision;
    Complaints to_confirm;
};
DraftedDecision draft_decision(const MinutedOutcome& outcome, const Item& item, int position, const DraftGround& ground,
                               const People& people, const PossibleNames& names);

} // namespace qd::inline exchange
