#include "domain/deliverable.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<ProfileLabel> labels[] = {
    {ProfileLabel::ahead, "ahead"},
    {ProfileLabel::as_planned, "as_planned"},
    {ProfileLabel::slightly_behind, "slightly_behind"},
    {ProfileLabel::behind, "behind"},
    {ProfileLabel::not_applicable, "not_applicable"},
};

} // namespace

std::string_view print(ProfileLabel label) { return word_of(labels, label); }
std::string label(ProfileLabel label) { return spoken(print(label)); }

std::vector<RowProblem> Shape<Deliverable>::problems(const Deliverable& row) {
    std::vector<RowProblem> found;
    if (row.lag_weeks < 0)
        found.push_back({"lag_weeks", "is less than 0.", "Write the weeks until it can be counted."});
    if (row.total && *row.total < Decimal())
        found.push_back({"total", "is less than 0.", "Write how many are to be delivered in all."});
    return found;
}

std::vector<RowProblem> Shape<Delivery>::problems(const Delivery& row) {
    if (!row.profile_share) return {};
    if (row.profile) return {{"profile_share", "is given as well as a profile.", "Give one of the two."}};
    if (*row.profile_share < Decimal() || *row.profile_share > Decimal(100))
        return {{"profile_share", "is not a percentage of the year.", "Write a percentage, from 0 to 100."}};
    return {};
}

} // namespace qd
