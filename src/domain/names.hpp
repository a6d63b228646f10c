#pragma once

#include "domain/content.hpp"

#include <string>
#include <vector>

// How people call what is known by a code, on every surface.
namespace qd {

std::string short_name(const Measure& measure);                      // its short title, or its title
std::string unit_name(const Content& content, const UnitCode& code); // its code where the unit is unknown, "" for none
std::string area_name(const Content& content, const AreaCode& code); // the same of an area
std::string area_names(const Content& content, const std::vector<AreaCode>& codes); // "Northtown and Southtown"

} // namespace qd
