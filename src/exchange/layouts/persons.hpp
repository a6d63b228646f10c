#pragma once

#include <string_view>
#include <vector>

namespace qd::inline exchange {

// Whether the cells of a column seem to name posts ("Head of Waste") or persons ("A. Example"). A person's name is never taken in.
enum class Names { neither, posts, persons };
Names names_in(const std::vector<std::string_view>& cells);

} // namespace qd::inline exchange
