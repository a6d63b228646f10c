#pragma once

#include "base/id.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd {

enum class UnitKind { council, directorate, service, partnership, group, partner, committee };
std::string_view print(UnitKind kind);
std::optional<UnitKind> parse_unit_kind(std::string_view text);

// A body that owns measures, priorities, actions. Never a person: posts only.
struct Unit {
    UnitCode code;
    std::string name;
    UnitKind kind = UnitKind::service;
    UnitCode parent;
    std::string post; // who answers for it, such as "Head of highways"; empty = not given

    friend bool operator==(const Unit&, const Unit&) = default;
};

} // namespace qd
