#pragma once

#include "exchange/asked_withdrawal.hpp"
#include "exchange/folder.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// The rows of a content that the tables of a source lack, if these are complete: to be withdrawn, for one reason. Of returns the
// figures. Without the rows that the source itself withdraws.
std::vector<AskedWithdrawal> missing_rows(const Content& stored, const SourceReading& source,
                                          const std::string& reason);

} // namespace qd::inline exchange
