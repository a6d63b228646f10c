#pragma once

#include "exchange/changes.hpp"

#include <vector>

namespace qd::inline exchange {

// Row by row what two contents say otherwise, without their returns: of a row that only one of them has all its cells. Of the
// versions of a ledger those that only one of them has.
std::vector<CellChange> changes_of_rows(const Content& before, const Content& after);

// The cells of rows that a content does not have, as they are handed in; without returns.
std::vector<CellChange> cells_of_new_rows(const Content& stored, const Content& given);

// What returns say otherwise of figures than the newest that a content has of them, field by field; what they leave unsaid stays.
std::vector<CellChange> changes_of_returns(const Content& stored, const Content& given);

} // namespace qd::inline exchange
