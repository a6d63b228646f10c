#pragma once

#include "views/snapshot.hpp"
#include "web/message.hpp"

namespace qd::fuzz {

// Computes, checks and writes everything that a store has to show for its latest period and another: scorecard, series,
// findings, both reports, the pages. Error(request, absent) is an answer; Broken for everything that is none.
void show_everything(const std::shared_ptr<const Snapshot>& snapshot, Instant now, std::size_t other_period);

// What applies to every response.
void check_response(const web::Request& request, const web::Response& response);

} // namespace qd::fuzz
