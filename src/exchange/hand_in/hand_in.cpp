#include "exchange/hand_in/hand_in.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {

std::string hand_in_key(std::string_view measure, std::string_view period, std::string_view area) {
    std::vector<std::string> words{std::string(measure), std::string(period)};
    if (!area.empty()) words.emplace_back(area);
    return join(words, " ");
}

// The order of sheets and lines does not matter: nothing is read by its place.
std::string hand_in_fingerprint(std::string_view council, std::string_view period, std::string_view unit,
                                std::vector<std::string> keys) {
    std::ranges::sort(keys);
    std::vector<std::string> lines{std::string(hand_in_version), std::string(council), std::string(period),
                                   std::string(unit)};
    for (const std::string_view heading : hand_in_headings) lines.emplace_back(heading);
    lines.insert(lines.end(), keys.begin(), keys.end());
    return sha256(join(lines, "\n"));
}

} // namespace qd::inline exchange
