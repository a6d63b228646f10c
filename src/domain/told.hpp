#pragma once

#include "domain/figure.hpp"

#include <string>

namespace qd {

// "fallen, 2.5 points (as reported)": what a paper said about a movement in words, marked as such; empty if it said nothing.
std::string told_words(const Movement& movement);

// Whether both the reported direction and the computed one are known, and they differ.
bool is_told_otherwise(const Movement& movement);

// Whether an outlook was reported in words, another follows from forecasts and figures, and they differ.
bool is_outlook_told_otherwise(const Figure& figure);

} // namespace qd
