#include "domain/unit.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<UnitKind> unit_kinds[] = {
    {UnitKind::council, "council"},     {UnitKind::directorate, "directorate"},
    {UnitKind::service, "service"},     {UnitKind::partnership, "partnership"},
    {UnitKind::group, "group"},         {UnitKind::partner, "partner"},
    {UnitKind::committee, "committee"},
};

} // namespace

std::string_view print(UnitKind kind) { return word_of(unit_kinds, kind); }
std::optional<UnitKind> parse_unit_kind(std::string_view text) { return value_of(unit_kinds, text); }

} // namespace qd
