#pragma once

#include "exchange/tables.hpp"

namespace qd::inline exchange {

// What the rows of one return have in common.
struct ReturnHead {
    MeasureCode measure;
    std::optional<Instant> known_at;
    ReturnState state = ReturnState::approved;
    std::string handed_in_by, signed_off_by, source, source_sha256, reason;
    std::string hand_in; // distinguishes returns that are otherwise the same

    friend bool operator==(const ReturnHead&, const ReturnHead&) = default;
};

struct FlagSet {
    Flags flags = 0;
};

// A cell that may be empty, which says nothing; or none, which takes away what was said before.
template <class V> struct OrNone {
    V value{};
    bool is_none = false;
};
template <class V> OrNone<V> or_none(V value, Denials denied, Denial what) {
    return {std::move(value), has(denied, what)};
}

// One row of the table of returns.
struct ReturnLine {
    ReturnHead head;
    AreaCode area;
    FlaggedPeriod period;
    std::optional<Period> reported_in;
    FigureCell numerator, denominator, value;
    OrNone<std::optional<Decimal>> target;
    std::optional<GapReason> gap;
    OrNone<FlagSet> flags;
    OrNone<std::optional<Decimal>> published;
    OrNone<std::string> note;
    std::string cell;
};

std::span<const Column<ReturnLine>> return_columns();

// The cell of a row whose every cell was understood; none, with a complaint, where they do not go together.
std::optional<Observation> observation_of(const Row<ReturnLine>& row, const Intake& intake,
                                          const Complaining& complain);

} // namespace qd::inline exchange
