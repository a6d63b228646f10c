#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd {

enum class TargetKind {
    value, // as the polarity says: a floor if higher is better, a ceiling if lower is
    floor,
    ceiling,
    range,          // lower..upper, both inclusive unless strict
    change,         // `value` more (less if negative) than `baseline`, or than the figure of `baseline_period`
    change_percent, // `value` per cent more (less if negative) than `baseline`
    better_than_last_year,
    peer_quartile, // in quartile `value` (1 = best) of the peers that `peers` names
    words,         // to be judged by a person
    none_yet,
};
std::string_view print(TargetKind kind);
std::optional<TargetKind> parse_target_kind(std::string_view text);

enum class TargetRole {
    annual,
    profile,
    stretch,
    minimum,
    intervention
}; // annual and profile are judged, the rest shown
std::string_view print(TargetRole role);
std::optional<TargetRole> parse_target_role(std::string_view text);

enum class TargetState { in_force, suspended, withdrawn };
std::string_view print(TargetState state);
std::optional<TargetState> parse_target_state(std::string_view text);

// What should be reached. annual: `period` is the year; profile: a position in it. A later row for the same place is a new
// version: it judges the periods that end on or after the day from which it is in force; the first version judges all, so that a
// changed target never re-rates a past period.
struct Target {
    MeasureCode measure;
    AreaCode area; // empty = the council's own area
    Period period;
    TargetRole role = TargetRole::annual;
    TargetKind kind = TargetKind::value;
    std::optional<Decimal> value, lower, upper, baseline;
    std::optional<Period> baseline_period; // whose figure is the baseline, where that is not known yet
    bool strict = false;                   // the boundary itself does not count as met
    std::string words;
    std::string
        peers; // of peer_quartile: the code of a peer group, "neighbours" or a kind of area; empty = its siblings
    TargetState state = TargetState::in_force;
    std::optional<Date> set_on; // when it was decided, and so known; none = before everything
    std::optional<Date> from;   // from when on it is in force; none = from the day it was decided
    std::string reason;         // why re-based, suspended

    friend bool operator==(const Target&, const Target&) = default;
};

} // namespace qd
