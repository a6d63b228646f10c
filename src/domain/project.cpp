#include "domain/project.hpp"

namespace qd {

std::vector<RowProblem> Shape<Project>::problems(const Project& row) {
    if (row.window_from && row.window_to && *row.window_from > *row.window_to)
        return {{"window_to", "is before window_from.", "Put the later day here."}};
    return {};
}

} // namespace qd
