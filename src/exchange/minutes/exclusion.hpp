#pragma once

#include "domain/meeting.hpp"
#include "exchange/minutes/sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Whether an item was taken in private, and why.
struct ItemPrivacy {
    ItemPart part = ItemPart::one;
    std::vector<ExemptParagraph> paragraphs; // of schedule 12A, as named
    std::string unsure;                      // what a person has to look at; "" = nothing
};

// One for each item. From the resolution to exclude the public to its readmission items are private; where it is not clear how
// far the exclusion goes, they are private too.
std::vector<ItemPrivacy> privacy_of_items(const MinutesSheet& sheet);

} // namespace qd::inline exchange
