#pragma once

#include "base/id.hpp"
#include "domain/shape.hpp"

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

template <> struct Shape<Unit> : Rows<Readable::open> {
    static constexpr std::string_view table = "units", one = "a unit";
    static constexpr auto parts =
        made_of(code<open>("code", &Unit::code), need<open>("name", &Unit::name), need<open>("kind", &Unit::kind),
                above<open>("parent", &Unit::parent), part<open>("post", &Unit::post));
};

} // namespace qd
