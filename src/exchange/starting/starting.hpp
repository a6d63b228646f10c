#pragma once

#include "base/complaint.hpp"
#include "domain/area.hpp"
#include "domain/measure.hpp"
#include "domain/sheet_layout.hpp"
#include "domain/unit.hpp"
#include "exchange/folder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// The answers that make a council folder.
struct NewCouncil {
    std::string name;
    AreaKind kind = AreaKind::district;
    AreaCode code;
    int year_starts = 4; // month
    std::string tolerance = "5%";
    std::vector<std::string> statuses; // the council's own words for green, amber and red; empty = these
    bool recovery_plans = true;
    std::vector<Area> areas; // below its own
    std::vector<Unit> units; // below the council itself
    std::vector<Measure> measures;
    std::vector<SheetLayout> layouts;

    Settings settings() const; // as council.toml will say them
};

constexpr std::string_view council_unit = "COUNCIL"; // the code of the council itself as a unit

// The files of the folder, whose name is given so that they can name it.
std::vector<SourceFile> starting_files(const NewCouncil& council, const std::string& folder);

// An invented district with everything filled in, to try things on.
std::vector<SourceFile> sample_files();

// What an import into an empty store would complain of; none if it takes them.
Complaints complaints_of(const std::vector<SourceFile>& files);

} // namespace qd::inline exchange
