#pragma once

#include "domain/figure.hpp"

#include <string>

namespace qd {

// "fallen, 2.5 points (told)": what a paper told of a movement in words, marked as told; empty where it told nothing.
std::string told_words(const Movement& movement);

// Whether both are known, the told direction and the computed one, and they are not the same way.
bool is_told_otherwise(const Movement& movement);

// Whether an outlook was told, another follows from forecasts and figures, and they do not come to the same.
bool is_outlook_told_otherwise(const Figure& figure);

} // namespace qd
