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

constexpr Word<Outlook> outlooks[] = {
    {Outlook::unknown, "unknown"}, {Outlook::to_meet, "to_meet"}, {Outlook::to_miss, "to_miss"},
    {Outlook::met, "met"},         {Outlook::missed, "missed"},
};

constexpr Word<Direction> directions[] = {
    {Direction::improved, "improved"}, {Direction::same, "same"},
    {Direction::worsened, "worsened"}, {Direction::not_comparable, "not_comparable"},
    {Direction::risen, "risen"},       {Direction::fallen, "fallen"},
};

} // namespace

std::string_view print(Status status) { return word_of(statuses, status); }
std::string label(Status status) { return spoken(print(status)); }
std::optional<Status> parse_status(std::string_view text) { return value_of(statuses, text); }

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

} // namespace qd
