#include "domain/area.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<AreaKind> area_kinds[] = {
    {AreaKind::nation, "nation"},   {AreaKind::region, "region"},     {AreaKind::county, "county"},
    {AreaKind::unitary, "unitary"}, {AreaKind::district, "district"}, {AreaKind::ward, "ward"},
    {AreaKind::local, "local"},
};

} // namespace

std::string_view print(AreaKind kind) { return word_of(area_kinds, kind); }
std::optional<AreaKind> parse_area_kind(std::string_view text) { return value_of(area_kinds, text); }

} // namespace qd
