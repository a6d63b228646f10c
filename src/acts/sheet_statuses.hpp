#pragma once

#include "domain/content.hpp"
#include "exchange/folder.hpp"

#include <string>
#include <vector>

namespace qd::inline store {
class Store;
}

namespace qd::inline acts {

// Where a council's own sheet gives another status than Quarterday does once the sheet is taken in, and how many agree. `stored`
// is what the store has but its returns; `given` what the sheet became.
std::vector<std::string> compare_statuses(Store& store, const Content& stored, const Content& given,
                                          const SheetTaking& taking, Instant now);

} // namespace qd::inline acts
