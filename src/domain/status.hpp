#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qd {

enum class Status { green, amber, red, complete, not_started, not_rated };
std::string_view print(Status status); // "not_started"
std::string label(Status status);      // "not started"
std::optional<Status> parse_status(std::string_view text);
constexpr bool is_rated(Status status) { return status != Status::not_rated; }

// The forecast judged against the year-end target; `missed` and `met` when the result is final.
enum class Outlook { unknown, to_meet, to_miss, met, missed };
std::string_view print(Outlook outlook);
std::string label(Outlook outlook); // "forecast to meet"
std::optional<Outlook> parse_outlook(std::string_view text);

enum class Direction {
    improved,
    same,
    worsened,
    not_comparable,
    risen,
    fallen
}; // risen and fallen where no way is good
std::string_view print(Direction direction);
std::string label(Direction direction);

} // namespace qd
