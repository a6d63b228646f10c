#include "exchange/happened.hpp"

#include <set>
#include <utility>

namespace qd::inline exchange {

bool tells_what_happened(std::string_view table, std::string_view column) {
    static const std::set<std::pair<std::string_view, std::string_view>> columns = {
        {"actions", "completed_on"},
        {"projects", "completed"},
        {"phases", "started"},
        {"phases", "completed"},
        {"milestones", "completed"},
        {"contract_reviews", "reviewed_on"},
        {"payment_claims", "attached_on"},
        {"payment_claims", "achieved_on"},
        {"payment_claims", "claimed_on"},
        {"payment_claims", "paid_on"},
        {"risks", "raised_on"},
        {"risks", "raised_in"},
        {"risks", "closed_on"},
        {"risks", "closed_in"},
        {"risk_reviews", "period"},
        {"escalations", "raised_on"},
        {"escalations", "settled_on"},
        {"escalations", "period"},
        {"delivery", "period"},
        {"form_returns", "period"},
        {"site_ratings", "period"},
        {"updates", "period"},
        {"forecasts", "made_in"},
        {"meetings", "published_on"},
        {"items", "published_on"},
        {"items", "notice_on"},
        {"decisions", "answered_on"},
    };
    return column == "known_at" || columns.contains({table, column});
}

std::optional<Problem> problem_of_future(std::string_view column, Date day, const Intake& intake) {
    if (!intake.today || day <= *intake.today) return std::nullopt;
    return Problem{std::string(column) + " " + print_long(day) + " is after today (" + print_long(*intake.today) + ").",
                   "Write the day on which it happened. Is the year right, and the day before the month?"};
}

std::optional<Problem> problem_of_future(std::string_view column, Period period, const Intake& intake) {
    const Calendar& calendar = intake.settings.calendar;
    if (!intake.today || calendar.first_day(period) <= *intake.today) return std::nullopt;
    return Problem{
        std::string(column) + " " + calendar.label(period) + " begins on " + print_long(calendar.first_day(period)) +
            ", which is after today (" + print_long(*intake.today) + ").",
        "Write the period it describes. What is expected in a later one is a target, a trajectory or a forecast."};
}

} // namespace qd::inline exchange
