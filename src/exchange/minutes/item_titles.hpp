#pragma once

#include "domain/meeting.hpp"

#include <string_view>

namespace qd::inline exchange {

// "Apologies for absence", "Date of next meeting": what kind of item a title indicates.
ItemKind kind_of_title(std::string_view title);
// Whether a title is one that agendas everywhere have.
bool is_usual_title(std::string_view title);
// How much a text looks like the title of an item (above 0) or like a sentence or an entry of a list (below).
double title_likeness(std::string_view title);
// "Present:", "In attendance": says who is named below.
bool is_attendance_label(std::string_view line);
bool begins_attendance(std::string_view line); // the same, and names may follow on the line
// In capitals throughout, and neither a label nor what was decided.
bool is_capital_title(std::string_view line);

} // namespace qd::inline exchange
