#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// A council of England, Wales or Scotland by the GSS code of its area, as on 1 April 2025: the councils since 1 April 2023, and
// the codes that Barnsley and Sheffield were given in 2025.
struct KnownCouncil {
    std::string code;
    std::string name;              // of its area: "Wigan"
    std::string kind;              // county, district, unitary, metropolitan, london
    std::vector<std::string> also; // other names
};
const std::vector<KnownCouncil>& known_councils();

// The councils that may be meant by a name such as "Wigan Metropolitan Borough Council": those of that name, or, if there is none,
// those whose names begin with it.
struct CouncilsNamed {
    bool is_name = false; // not only its beginning
    std::vector<const KnownCouncil*> councils;
};
CouncilsNamed councils_named(std::string_view name);

} // namespace qd::inline exchange
