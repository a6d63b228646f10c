#pragma once

#include "domain/measure.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the words and figures of a council's own sheet say about a measure.
namespace qd::inline exchange {

struct SaidUnit {
    Quantity quantity = Quantity::number;
    std::int64_t per = 1;
    std::string reason; // "figures are percentages"
};
SaidUnit unit_of(const std::string& unit, const std::string& title, const std::vector<std::string>& values,
                 const std::vector<std::string>& targets);

// A status that the sheet gives, with the figure and the target that it is about.
struct StatusSeen {
    std::string status, value, target;
};
struct SaidDirection {
    Polarity polarity = Polarity::none;
    bool is_said = false;
    std::string reason;
};
// By the words in a column for it; else by targets such as "below 10"; else by how the sheet judges its own figures.
SaidDirection direction_of(const std::string& words, const std::vector<std::string>& targets,
                           const std::vector<StatusSeen>& statuses);

int decimals_of(const std::vector<std::string>& values, Quantity quantity);

// Whether a heading is above words for which way is good, or above themes.
bool names_direction(std::string_view heading);
bool names_theme(std::string_view heading);

} // namespace qd::inline exchange
