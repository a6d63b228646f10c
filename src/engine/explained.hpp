#pragma once

#include "engine/sheet.hpp"

#include "domain/figure.hpp"

namespace qd::inline engine {

// A figure with what there is to say of it beside its number: which part or input is missing where there is none; that it is
// too old, or of too short a time, to be rated; whose figures it is compared with where the area was not there before, or why
// it is compared with none.
Figure explained(Figure figure, const Sheet& sheet, const Shown& shown);

} // namespace qd::inline engine
