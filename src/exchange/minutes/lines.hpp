#pragma once

#include <string>
#include <string_view>
#include <vector>

// The lines of minutes, and what each became: nothing of a text is lost by silence.
namespace qd::inline exchange {

// What a line was read as. A line is `unplaced` until one reader takes it, and what nobody takes is reported.
enum class LinePlace {
    unplaced,
    blank,      // nothing, or taken up by the line before
    letterhead, // names of the council and the body above the meeting
    head,       // day, time and place
    attendance, // who was there
    heading,    // number or title of an item
    text,       // is in the text of its item
    decision,   // is among the decisions
    layout,     // marks, rules and page numbers
    foot,       // signature and address
};

struct MinutesLine {
    std::size_t number = 0; // in the file, from 1
    std::string text;       // as normalised; '\t' parts columns
    bool strong = false;    // the whole line was marked as bold or as a heading
    LinePlace place = LinePlace::unplaced;
};
using MinutesLines = std::vector<MinutesLine>;

// Cuts UTF-8 text into lines without what a word processor leaves in it: soft hyphens and characters of no width go, spaces of
// every kind become a space, quotation marks, apostrophes and hyphens plain ones, bullets "- ", tabs and wide gaps a tab.
MinutesLines lines_of(std::string_view text);

// A rule, "Page 3 of 9" or "<AI4>": nothing that was said.
bool is_layout(std::string_view line);

// Without bullet: "- (i) Noted" → "(i) Noted".
std::string_view without_bullet(std::string_view line);

} // namespace qd::inline exchange
