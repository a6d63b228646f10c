#pragma once

namespace qd {

// Who reads: the council itself, or everyone. Whatever is shown is made from the content of one reader (engine/published.hpp).
enum class Reader { council, everyone };

// Who may read a noun's rows, and each part of a row: everyone; only the council; or everyone as far as a rule says
// (engine/public_rules.hpp).
enum class Readable { open, council, by_rule };

// Each noun says so of its rows, by deriving its Shape from this, and of each of its parts.
template <Readable who> struct Rows {
    using enum Readable;
    static constexpr Readable rows = who;
};

} // namespace qd
