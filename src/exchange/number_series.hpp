#pragma once

#include "base/complaint.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// The column `value` of a CSV table, top to bottom; other columns are left alone. At least one number, none missing in between.
tl::expected<std::vector<double>, Complaints> read_number_series(std::string_view bytes, const std::string& file);

} // namespace qd::inline exchange
