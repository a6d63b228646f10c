#pragma once

#include "domain/status.hpp"

#include <string>
#include <string_view>

namespace qd::inline charts {

// The shape of a status in a 16 × 16 box at (x, y): circle green, triangle amber, diamond red, ticked square complete,
// hollow square not started, hollow circle not rated. Inner markup of an SVG; no word, no title.
std::string status_shape(Status status, double x, double y, double size = 16);
std::string status_shape(const StatusLook& look, double x, double y, double size = 16); // of a council's own

// A dashed arrow and a bar, 32 × 16 at scale 1: it reaches the bar (to meet, met) or stops short of it (to miss, missed);
// unknown is the bar alone with a dashed stub.
std::string outlook_shape(Outlook outlook, double x, double y, double height = 16);

// Where the value went, 16 × 16: up, down, level; nothing for not comparable.
enum class Course { up, down, level };
std::string course_shape(Course course);

std::string_view colour_of(Status status);
std::string_view colour_of(StatusColour colour);

// Small complete SVGs to go next to their word, which says the same: hidden from screen readers.
std::string status_mark(Status status);
std::string status_mark(const StatusLook& look);
std::string outlook_mark(Outlook outlook);
std::string course_mark(Course course);

} // namespace qd::inline charts
