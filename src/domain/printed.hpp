#pragma once

#include "domain/shape.hpp"

namespace qd {

// What a printed text is in its paper.
enum class PrintedKind {
    name,    // what the paper calls its subject
    row,     // the label of a row of a table; a row that was cut in two has one for each part
    heading, // over a column
    value,   // in a cell of the row of its subject
    note,    // below the table
    choice,  // what is marked of `choices`
};
std::string_view print(PrintedKind kind);

using PrintedCode = Code<struct Printed>;

// A label, a cell or a field of a published paper to the letter, where how it is printed matters and not only what it says.
struct Printed {
    PrintedCode code;
    Period period;                  // the report it is in
    std::optional<Subject> subject; // what it is about, if that is in the store
    std::string place;              // the table or the form; what belongs together has the same
    PrintedKind kind = PrintedKind::value;
    std::string above;   // of a heading: the one that spans it and others; of a choice: what is asked
    std::string text;    // empty = nothing is printed there
    std::string choices; // of a choice, as they are printed: "Yes / No"
    int position = 0;    // from top to bottom, from left to right

    friend bool operator==(const Printed&, const Printed&) = default;
};

template <> struct Shape<Printed> : Rows<Readable::council> {
    using T = Printed;
    static constexpr std::string_view table = "printed", one = "a printed text";
    static constexpr auto parts =
        made_of(code<council>("code", &T::code), need<council>("period", &T::period),
                part<council>("subject", &T::subject), need<council>("place", &T::place),
                need<council>("kind", &T::kind), part<council>("above", &T::above), part<council>("text", &T::text),
                part<council>("choices", &T::choices), part<council>("position", &T::position));
    static std::vector<RowProblem> problems(const Printed& row);
};

} // namespace qd
