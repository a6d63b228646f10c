#include "domain/self_evaluation.hpp"

namespace qd {

std::vector<RowProblem> Shape<FormReturn>::problems(const FormReturn& row) {
    std::vector<RowProblem> found;
    for (const auto& [name, percent] : {std::pair("response_percent", row.response_percent),
                                        {"green_percent", row.green_percent},
                                        {"amber_percent", row.amber_percent},
                                        {"red_percent", row.red_percent}})
        if (percent && (*percent < Decimal() || *percent > Decimal(100)))
            found.push_back({name, "is not a percentage.", "Write a percentage from 0 to 100."});
    return found;
}

} // namespace qd
