#pragma once

#include "domain/names.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

namespace qd::web {

// Period, area and time of knowledge of a page, with the form that chooses others.
Fields frame(const Visit& visit);
// What a form has to send along so that period, area and time stay as chosen: name and value.
std::vector<Fields> kept_frame(const Visit& visit);

} // namespace qd::web
