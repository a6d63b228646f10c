#pragma once

#include "engine/sheet.hpp"

#include "domain/figure.hpp"

namespace qd::inline engine {

// A figure with what there is to say about it besides its number: which part or input is missing if there is none; that it is too
// old, or covers too short a time, to be rated; whose figures it is compared with if the area did not exist before, or why it is
// not compared.
Figure explained(Figure figure, const Sheet& sheet, const Shown& shown);

} // namespace qd::inline engine
