#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

enum class AreaKind { nation, region, county, unitary, district, ward, local };
std::string_view print(AreaKind kind);
std::optional<AreaKind> parse_area_kind(std::string_view text);

// A place in a dated tree; the code is the GSS code where it has one. Codes are effective-dated.
struct Area {
    AreaCode code;
    std::string name;
    AreaKind kind = AreaKind::district;
    AreaCode parent;                // empty at the top
    std::optional<Date> valid_from; // none = always
    std::optional<Date> valid_to;   // none = still
    std::vector<AreaCode>
        follows{}; // which it took the place of: an old code for the same place, or districts that became one

    friend bool operator==(const Area&, const Area&) = default;
};

template <> struct Shape<Area> : Rows<Readable::open> {
    static constexpr std::string_view table = "areas", one = "an area";
    static constexpr auto parts =
        made_of(code<open>("code", &Area::code), need<open>("name", &Area::name), need<open>("kind", &Area::kind),
                above<open>("parent", &Area::parent), part<open>("valid_from", &Area::valid_from),
                part<open>("valid_to", &Area::valid_to), later(above<open>("follows", &Area::follows)));
};

// Whether an area was there on any of the days from `first` to `last`.
inline bool was_there(const Area& area, Date first, Date last) {
    return !(area.valid_from && last < *area.valid_from) && !(area.valid_to && *area.valid_to < first);
}

} // namespace qd
