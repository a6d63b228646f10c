#include "domain/cell.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<GapReason> gap_reasons[] = {
    {GapReason::not_due, "not_due"},
    {GapReason::overdue, "overdue"},
    {GapReason::not_applicable, "not_applicable"},
    {GapReason::not_available, "not_available"},
    {GapReason::nothing_to_divide_by, "nothing_to_divide_by"},
    {GapReason::suppressed, "suppressed"},
};

} // namespace

std::string_view print(GapReason gap) { return word_of(gap_reasons, gap); }
std::string label(GapReason gap) { return spoken(print(gap)); }
std::optional<GapReason> parse_gap_reason(std::string_view text) { return value_of(gap_reasons, text); }

} // namespace qd
