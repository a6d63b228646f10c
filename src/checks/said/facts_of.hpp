#pragma once

#include "checks/said/facts.hpp"

// What is known of each kind of thing that a text may be about.
namespace qd::inline checks {

Facts facts_of(const CheckInput& input, const Measure& measure);
std::optional<Facts> facts_of(const CheckInput& input, const Risk& risk);               // none = it has no score yet
std::optional<Facts> facts_of(const CheckInput& input, const Deliverable& deliverable); // none = nothing is delivered

} // namespace qd::inline checks
