#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "domain/status.hpp"
#include "domain/tolerance.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd {

// One condition of a rule. All compare in the direction of the measure's polarity and on unrounded values.
// Written in a rule's `when`, joined by "and":
//   meets target | misses target | beats target by 5% | beats target by 2 points
//   within tolerance                      (the measure's own, or the council's)
//   within 10% of target | within 2 points of target
//   better than previous | same or better than previous | better than last year | same or better than last year
//   forecast meets target
//   at year end | before year end
//   no target | no figure | not due       (what is missing; they are looked for anywhere in the list)
//   otherwise                             (always true; the last rule must be this)
struct Condition {
    enum class Kind {
        meets_target,
        misses_target,
        beats_target,
        within_tolerance,
        within,
        better_than_previous,
        same_or_better_than_previous,
        better_than_last_year,
        same_or_better_than_last_year,
        forecast_meets_target,
        at_year_end,
        before_year_end,
        no_target,
        no_figure,
        not_due,
        otherwise,
    } kind = Kind::otherwise;
    Decimal amount; // for beats_target and within
    enum class Measured { percent, points } measured = Measured::percent;

    friend bool operator==(const Condition&, const Condition&) = default;
};

struct StatusRule {
    Status status = Status::not_rated;
    std::string name;               // the council's own word, such as "blue"; empty = the status's own
    std::string label;              // "exceeding target"; empty = the status's own
    std::optional<StatusLook> look; // where it is not that of the status
    std::vector<Condition> when;    // all must hold

    friend bool operator==(const StatusRule&, const StatusRule&) = default;
};

// An ordered list, first match wins; in force from a day on, and it keeps judging the periods of its time.
struct StatusRules {
    std::optional<Date> from; // the first day of the first period judged by it; none = always
    std::vector<StatusRule> rules;

    friend bool operator==(const StatusRules&, const StatusRules&) = default;
};

tl::expected<std::vector<Condition>, std::string> parse_conditions(std::string_view text);
std::string print(const std::vector<Condition>& conditions);

// Green on or above target, amber within tolerance, red otherwise: what applies where a council says nothing.
StatusRules usual_status_rules();

} // namespace qd
