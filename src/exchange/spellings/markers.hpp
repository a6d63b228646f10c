#pragma once

#include "exchange/values.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// What is in place of a figure: the reason why there is none, or what to ask its author.
struct Marker {
    std::optional<GapReason> gap; // where it can mean one thing only
    bool keep_text = false;       // "<5": the text goes to the note
    std::optional<Problem> doubt; // where it can mean several
};

// Reads a cell without a figure: "[c]", "<5", "TBC", "#DIV/0!". None for a text that is not a known marker.
std::optional<Marker> read_marker(std::string_view text);

// What is written after a figure, taken off its end: flags such as "[p]", and remarks such as "[note 1]" that go into
// the note. `text` is what is left.
struct Behind {
    Flags flags = 0;
    std::string note;
    std::optional<Problem> doubt; // "12.3*" refers to something below the table
};
Behind take_behind(std::string_view& text);

} // namespace qd::inline exchange
