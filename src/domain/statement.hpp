#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/shape.hpp"
#include "domain/subject.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// What a stated figure is compared with in the store.
enum class Binding {
    none,
    measures, // how many measures the scorecard for the period includes
    outlook_meet,
    outlook_miss, // how many are forecast to meet, to miss
    priorities,
    priorities_green,
    priorities_amber,
    priorities_red,
    priorities_not_started, // of the units below `subject`
    actions,                // how many actions belong to the priorities of `subject`
    projects,               // how many projects of the wave or area named in `subject`
    value,                  // the measure's figure of the period
    change_previous,
    change_last_year,         // the measure's difference, in its own unit
    change_percent_last_year, // in per cent of last year's
    forecast,                 // the officer's forecast, which `count` more could reach at most
    years,                    // for how many years the programme in `subject` runs
};
std::string_view print(Binding binding);
std::optional<Binding> parse_binding(std::string_view text);

// A figure that a published paper states in its text, with the parts it gives, so that the checker can compute it again.
// Only the fields that the paper gives are filled.
struct Statement {
    StatementCode code;
    Period period;                 // the report it is in
    Subject subject;               // what it is about
    std::string place;             // "Appendix A, children looked after, (g)"
    std::string label;             // what is counted: "pupils affected by the change of marking"
    std::string words;             // the paper's own word for it, if it matters: "doubled", "reduced", "18 months old"
    std::optional<Decimal> stated; // the figure printed (for `words`: what the word says, such as 2 for doubled)
    std::optional<Decimal> count, denominator;  // stated as a percentage of these
    std::vector<Decimal> parts;                 // stated as their sum
    std::optional<Decimal> from, to;            // stated as the change from one to the other
    std::optional<Date> date;                   // a date stated …
    std::optional<Date> window_from, window_to; // … and the window it should be in
    Binding binding = Binding::none;

    friend bool operator==(const Statement&, const Statement&) = default;
};

template <> struct Shape<Statement> : Rows<Readable::council> {
    static constexpr std::string_view table = "statements", one = "a statement";
    static constexpr auto parts =
        made_of(code<council>("code", &Statement::code), need<council>("period", &Statement::period),
                need<council>("subject", &Statement::subject), part<council>("place", &Statement::place),
                part<council>("label", &Statement::label), part<council>("words", &Statement::words),
                part<council>("stated", &Statement::stated), part<council>("count", &Statement::count),
                part<council>("denominator", &Statement::denominator), part<council>("parts", &Statement::parts),
                stored_as("value_from", part<council>("from", &Statement::from)),
                stored_as("value_to", part<council>("to", &Statement::to)), part<council>("date", &Statement::date),
                part<council>("window_from", &Statement::window_from),
                part<council>("window_to", &Statement::window_to), part<council>("binding", &Statement::binding));
    static std::vector<RowProblem> problems(const Statement& row);
};

} // namespace qd
