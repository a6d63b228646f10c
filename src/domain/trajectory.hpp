#pragma once

#include "domain/shape.hpp"

namespace qd {

// Where a recovery plan aims to bring its measure by a period, on the way back to target; a ledger, so
// that the original promise is kept with later ones.
struct TrajectoryPoint {
    RecoveryPlanCode recovery_plan;
    Period period;
    Decimal value;
    std::string note;
    std::optional<Instant> known_at;

    friend bool operator==(const TrajectoryPoint&, const TrajectoryPoint&) = default;
};

template <> struct Shape<TrajectoryPoint> : Rows<Readable::by_rule> {
    using T = TrajectoryPoint;
    static constexpr std::string_view table = "trajectories", one = "a point of a trajectory";
    static constexpr auto parts =
        made_of(key<open>("recovery_plan", &T::recovery_plan), key<open>("period", &T::period),
                need<open>("value", &T::value), part<open>("note", &T::note), moment<open>(&T::known_at));
};

// When a measure needs a recovery plan.
enum class RaiseWhen { off_target_or_to_miss, off_target, to_miss, never };
std::string_view print(RaiseWhen when);
struct RecoveryRule {
    RaiseWhen when = RaiseWhen::off_target_or_to_miss;
    int after = 1; // so many reporting periods in a row

    friend bool operator==(const RecoveryRule&, const RecoveryRule&) = default;
};

} // namespace qd
