#pragma once

#include "base/complaint.hpp"

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// One row of a table with the columns code, place and reason: why a finding is accepted.
struct ExplanationRow {
    std::string code, place, reason;
};
tl::expected<std::vector<ExplanationRow>, Complaints> read_explanations(const std::string& bytes,
                                                                        const std::string& file);

} // namespace qd::inline exchange
