#pragma once

#include "domain/committee.hpp"

namespace qd {

// What bodies asked for about something by a day, overdue first; of all bodies.
std::vector<Request> requests_about(const Content& content, const Subject& subject, Date today);

} // namespace qd
