#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace qd {

enum class Status { green, amber, red, complete, not_started, not_rated };
std::string_view print(Status status); // "not_started"
std::string label(Status status);      // "not started"
std::optional<Status> parse_status(std::string_view text);
constexpr bool is_rated(Status status) { return status != Status::not_rated; }

// How a status is drawn: a shape and a colour together, always with its word.
enum class StatusShape { circle, triangle, diamond, tick, box, ring, star, hexagon, cross, bar };
std::string_view print(StatusShape shape);
enum class StatusColour { green, amber, red, blue, purple, teal, grey, black };
std::string_view print(StatusColour colour);
struct StatusLook {
    StatusShape shape = StatusShape::ring;
    StatusColour colour = StatusColour::grey;

    friend bool operator==(const StatusLook&, const StatusLook&) = default;
};
StatusLook look_of(Status status); // the usual one

// A status as somebody typed it: by the council's own name for one, where it has any (own_status.hpp).
struct StatusWord {
    Status status = Status::not_rated; // what it counts as
    std::string name;                  // the council's own, "blue"; empty = the status's own

    StatusWord() = default;
    StatusWord(Status given) : status(given) {}
    StatusWord(Status given, std::string own) : status(given), name(std::move(own)) {}
    operator Status() const { return status; }

    friend bool operator==(const StatusWord&, const StatusWord&) = default;
    friend bool operator==(const StatusWord& word, Status status) { return word.status == status; }
};

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
// Its word, or what papers write for it: "lower" and "down" for fallen, "no change" for the same.
std::optional<Direction> parse_direction(std::string_view text);

} // namespace qd
