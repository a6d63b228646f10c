#pragma once

#include "charts/drawing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline charts {

// How statistics rates a value among others or against its own past. Not a status: that is against a target.
enum class Tone {
    usual,  // nothing that chance does not do: grey circle
    better, // blue square
    worse,  // orange diamond
    apart,  // really different, but neither end is good: purple triangle
};

std::string_view colour_of(Tone tone);
// The shape alone around a centre. Inner markup of an SVG.
std::string tone_shape(Tone tone, Point centre, double radius);
// A small complete SVG to go next to its word: hidden from screen readers.
std::string tone_mark(Tone tone);

// An entry of a key below a drawing: a mark and what it means.
struct KeyEntry {
    std::string mark; // inner markup, 24 × 16
    std::string words;
};
KeyEntry tone_key(Tone tone, std::string words);
KeyEntry line_key(const Stroke& stroke, std::string words);
KeyEntry band_key(std::string_view fill, std::string words);

// The entries side by side, in as many rows as they need. Rows are 21 high.
double key_height(const std::vector<KeyEntry>& entries, double width);
void draw_key(Drawing& drawing, const std::vector<KeyEntry>& entries, Point corner, double width);

} // namespace qd::inline charts
