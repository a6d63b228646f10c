#include "domain/milestone.hpp"

namespace qd {

std::vector<RowProblem> Shape<Wave>::problems(const Wave& row) {
    if (row.window_from && row.window_to && *row.window_to < *row.window_from)
        return {{"window_to", "is before window_from.", "Put the later day here."}};
    return {};
}

} // namespace qd
