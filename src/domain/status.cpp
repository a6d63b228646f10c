#include "domain/status.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<Status> statuses[] = {
    {Status::green, "green"},
    {Status::amber, "amber"},
    {Status::red, "red"},
    {Status::complete, "complete"},
    {Status::not_started, "not_started"},
    {Status::not_rated, "not_rated"},
};

constexpr Word<StatusShape> shapes[] = {
    {StatusShape::circle, "circle"}, {StatusShape::triangle, "triangle"}, {StatusShape::diamond, "diamond"},
    {StatusShape::tick, "tick"},     {StatusShape::box, "box"},           {StatusShape::ring, "ring"},
    {StatusShape::star, "star"},     {StatusShape::hexagon, "hexagon"},   {StatusShape::cross, "cross"},
    {StatusShape::bar, "bar"},
};

constexpr Word<StatusColour> colours[] = {
    {StatusColour::green, "green"}, {StatusColour::amber, "amber"},   {StatusColour::red, "red"},
    {StatusColour::blue, "blue"},   {StatusColour::purple, "purple"}, {StatusColour::teal, "teal"},
    {StatusColour::grey, "grey"},   {StatusColour::black, "black"},
};

constexpr Word<Outlook> outlooks[] = {
    {Outlook::unknown, "unknown"}, {Outlook::to_meet, "to_meet"}, {Outlook::to_miss, "to_miss"},
    {Outlook::met, "met"},         {Outlook::missed, "missed"},
};

constexpr Word<Direction> directions[] = {
    {Direction::improved, "improved"}, {Direction::same, "same"},
    {Direction::worsened, "worsened"}, {Direction::not_comparable, "not_comparable"},
    {Direction::risen, "risen"},       {Direction::fallen, "fallen"},
};

// What people write for a direction besides its own word.
constexpr Word<Direction> other_words[] = {
    {Direction::improved, "better"},    {Direction::improved, "improving"}, {Direction::worsened, "worse"},
    {Direction::worsened, "worsening"}, {Direction::same, "no_change"},     {Direction::same, "unchanged"},
    {Direction::same, "stable"},        {Direction::same, "level"},         {Direction::risen, "up"},
    {Direction::risen, "higher"},       {Direction::risen, "rose"},         {Direction::risen, "increased"},
    {Direction::fallen, "down"},        {Direction::fallen, "lower"},       {Direction::fallen, "fell"},
    {Direction::fallen, "decreased"},   {Direction::fallen, "fewer"},
};

} // namespace

std::string_view print(Status status) { return word_of(statuses, status); }
std::string label(Status status) { return spoken(print(status)); }
std::optional<Status> parse_status(std::string_view text) { return value_of(statuses, text); }

std::string_view print(StatusShape shape) { return word_of(shapes, shape); }
std::string_view print(StatusColour colour) { return word_of(colours, colour); }

StatusLook look_of(Status status) {
    switch (status) {
    case Status::green: return {StatusShape::circle, StatusColour::green};
    case Status::amber: return {StatusShape::triangle, StatusColour::amber};
    case Status::red: return {StatusShape::diamond, StatusColour::red};
    case Status::complete: return {StatusShape::tick, StatusColour::blue};
    case Status::not_started: return {StatusShape::box, StatusColour::grey};
    case Status::not_rated: break;
    }
    return {StatusShape::ring, StatusColour::grey};
}

std::string_view print(Outlook outlook) { return word_of(outlooks, outlook); }
std::string label(Outlook outlook) {
    switch (outlook) {
    case Outlook::unknown: return "no forecast";
    case Outlook::to_meet: return "forecast to meet";
    case Outlook::to_miss: return "forecast to miss";
    case Outlook::met: return "target met";
    case Outlook::missed: return "target missed";
    }
    return {};
}
std::optional<Outlook> parse_outlook(std::string_view text) { return value_of(outlooks, text); }

std::string_view print(Direction direction) { return word_of(directions, direction); }
std::string label(Direction direction) { return spoken(print(direction)); }
std::optional<Direction> parse_direction(std::string_view text) {
    const auto own = value_of(directions, text);
    return own ? own : value_of(other_words, text);
}

} // namespace qd
