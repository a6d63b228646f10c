#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <optional>
#include <string>
#include <string_view>

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

    friend bool operator==(const Area&, const Area&) = default;
};

} // namespace qd
