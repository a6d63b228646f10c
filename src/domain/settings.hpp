#pragma once

#include "base/id.hpp"
#include "domain/calendar.hpp"
#include "domain/neighbours.hpp"
#include "domain/own_status.hpp"
#include "domain/request_rule.hpp"
#include "domain/risk_matrix.hpp"
#include "domain/status_rules.hpp"
#include "domain/tolerance.hpp"
#include "domain/trajectory.hpp"
#include "statistics/control_chart.hpp"
#include "statistics/suppression.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// How the status of a priority is compared with those of its actions.
enum class ChildRule { none, most_common, worst };
std::string_view print(ChildRule rule);
std::optional<ChildRule> parse_child_rule(std::string_view text);

// What of small counts is published: nothing of 1 to threshold − 1, and of what would give them away.
struct Suppression {
    int threshold = 5;                 // 0 = everything is published
    Zeros zeros = Zeros::shown;        // whether a 0 is small too
    int rounding = 0;                  // counts are published to the nearest multiple; 0 = as they are
    std::vector<MeasureCode> measures; // which are of people; empty = all percentages, rates and counts

    SuppressionRule rule() const { return {threshold, zeros}; }
    friend bool operator==(const Suppression&, const Suppression&) = default;
};

// What council.toml says: how this council does it.
struct Settings {
    std::string name; // "Lancashire County Council"
    AreaCode area;    // its own area
    Calendar calendar;
    std::optional<Period> opens_with;      // what is shown where none is asked for; none = the newest
    int due_days = 30;                     // returns are due so many days after the period
    int late_report_days = 92;             // a paper later than this after its period is late
    Tolerance tolerance;                   // where a measure has none
    std::vector<StatusRules> status_rules; // in order of `from`; at least one
    std::vector<OwnStatus> own_statuses;   // in addition to the six standard ones
    ChildRule child_rule = ChildRule::most_common;
    ChartRules charts; // how control charts are drawn and read
    Suppression suppression;
    NeighbourRule neighbours;
    RiskMatrix risk;
    RegisterRules registers;
    RequestRule requests;
    RecoveryRule recovery;
    Decimal as_planned_within = Decimal(5); // per cent of its profile by which delivery may differ and be as planned
    std::string reference_document;         // the name of the one whose styles Word documents take; empty = ours

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace qd
