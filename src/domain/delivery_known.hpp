#pragma once

#include "domain/content.hpp"

namespace qd {

// The rows of delivery in force as at a time, each with its profile as a number: where a row gives it as a share of the year,
// the number before the year began + share × what the year is to deliver. What the year is to deliver follows from the profile
// at its end; where there is none, from the deliverable's total, if the programme ends with that year or nothing says when it
// ends. Where neither is known, the profile stays unknown.
std::vector<Delivery> delivery_known(const Content& content, Instant as_at);

// The rows of one line of delivery: the same deliverable, area and body.
bool is_same_line(const Delivery& a, const Delivery& b);

} // namespace qd
