#pragma once

#include "base/id.hpp"
#include "domain/shape.hpp"
#include "domain/tolerance.hpp"

namespace qd {

template <> struct Written<Tolerance> {
    static std::string text(const Tolerance& tolerance) { return print(tolerance); }
    static std::optional<Tolerance> parse(std::string_view text) {
        auto parsed = Tolerance::parse(text);
        return parsed ? std::optional(*std::move(parsed)) : std::nullopt;
    }
};

// A tolerance in force from a day, for one measure or for the council: it applies to periods that end on or after
// that day, and does not re-rate earlier ones. What measures.csv and council.toml say applies if no such row is in force.
struct ToleranceChange {
    MeasureCode measure;                // empty = the council's, for the measures that have none of their own
    std::optional<Date> from;           // none = from the start
    std::optional<Tolerance> tolerance; // none = the measure has none of its own
    std::optional<Date> decided_on;     // not known before
    std::string reason;

    friend bool operator==(const ToleranceChange&, const ToleranceChange&) = default;
};

template <> struct Shape<ToleranceChange> : Rows<Readable::open> {
    using T = ToleranceChange;
    static constexpr std::string_view table = "tolerances", one = "a tolerance";
    static constexpr auto parts =
        made_of(key_if<open>("measure", &T::measure), key_if<open>("in_force_from", &T::from),
                part<open>("tolerance", &T::tolerance), part<open>("decided_on", &T::decided_on),
                part<council>("reason", &T::reason));
    static std::vector<RowProblem> problems(const T& row) {
        if (row.measure.empty() && !row.tolerance)
            return {{"tolerance", "is empty, and the council has no other.", "Write it, such as 5%, or none."}};
        return {};
    }
};

struct MeasuredContent;
struct Measure;
// The tolerance that judges a measure in a period ending on `end`, as at `known_on`.
const Tolerance& tolerance_in_force(const MeasuredContent& content, const Measure& measure, Date end, Date known_on);

} // namespace qd
