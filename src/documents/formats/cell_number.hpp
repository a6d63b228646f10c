#pragma once

#include "documents/document.hpp"

#include <optional>
#include <string_view>

namespace qd::inline documents {

// "84.5%", "£1,234", "19,252", "−3", "9.2 days" as the number it shows; none where there are other words.
std::optional<CellNumber> number_in(std::string_view words);

} // namespace qd::inline documents
