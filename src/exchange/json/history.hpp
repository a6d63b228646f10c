#pragma once

#include "domain/act.hpp"
#include "domain/row_history.hpp"
#include "exchange/json/writer.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

std::string acts_json(const std::vector<Act>& acts);
std::string row_history_json(const RowHistory& history);

} // namespace qd::inline exchange
