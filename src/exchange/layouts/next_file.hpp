#pragma once

#include "exchange/folder.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/names.hpp"
#include "exchange/layouts/taking.hpp"

namespace qd::inline exchange {

// What the file was like, for the next one.
SheetsSeen seen_of(const SheetTaking& taking);

// Headings that the layout does not know: each with what it most probably is.
void complain_of_headings(const Layout& layout, const SheetTaking& taking, NameBook& names, ComplaintBook& complaints);

// What is different from the last file that was taken in by this layout. Nothing is taken in until each difference has its answer,
// in the layout or with the import (SheetWish::confirmed); what needs none becomes a note.
void compare_with_last(const Layout& layout, SheetTaking& taking, NameBook& names, const SheetWish& wish,
                       ComplaintBook& complaints);

// Whether a person has said that a difference of some kind is right; and how it is said.
bool is_confirmed(const SheetWish& wish, const std::string& kind, const std::string& what);
std::string how_to_confirm(const std::string& kind, const std::string& what); // "--confirm gone:PL05"

// Figures that are not what was known of the same period, and those a hundred or a thousand times as large as those before. A reason
// that is given is put with the figures that change.
void compare_with_figures(SheetTaking& taking, const Content& known, const std::vector<Return>& stored,
                          const SheetWish& wish, ComplaintBook& complaints);

} // namespace qd::inline exchange
