#pragma once

#include "domain/committee.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <vector>

namespace qd::web {

// That of the address; Error(absent) with the nearest code.
const Meeting& find_meeting(const Visit& visit);

// A row of the part "requests": what was asked for, who answers, by when, and the answer.
Fields request_row(const Visit& visit, const qd::Request& request);
std::vector<Fields> request_rows(const Visit& visit, const std::vector<qd::Request>& requests);

// What is due at the coming meetings, as the pages about meetings show it.
std::vector<Fields> planned_rows(const Visit& visit, const std::vector<Planned>& items);

} // namespace qd::web
