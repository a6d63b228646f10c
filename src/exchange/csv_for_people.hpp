#pragma once

#include <string>
#include <string_view>

namespace qd::inline exchange {

// The text of a CSV file that this program wrote, for a spreadsheet program to open: with a byte order mark, and without a cell
// that it would take for a formula. An apostrophe is put before such a text; numbers stay as they are.
std::string csv_for_people(std::string_view csv);

} // namespace qd::inline exchange
