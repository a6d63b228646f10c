#pragma once

#include "exchange/intake.hpp"

#include <string>

namespace qd::inline exchange {

// Reads council.toml; complaints at its lines. The area is checked by a caller that knows the areas: see `area_line`.
struct SettingsRead {
    Settings settings;
    std::size_t area_line = 0;
    std::size_t reference_line = 0;
};
SettingsRead read_settings(const std::string& text, const std::string& file, ComplaintBook& complaints);

} // namespace qd::inline exchange
