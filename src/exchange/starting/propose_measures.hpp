#pragma once

#include "domain/measure.hpp"
#include "domain/settings.hpp"
#include "exchange/layouts/grid.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// A measure as a council's own sheet describes it, to be confirmed.
struct ProposedMeasure {
    Measure measure;
    std::string cell;                 // where its first line is: "KPIs!A4"
    bool says_which_way = false;      // else nothing in the sheet says which way is good
    std::vector<std::string> reasons; // what unit, direction and roll-up follow from
};

// What the sheets of a file measure, by their codes or titles. Empty where no sheet has a column of these above figures.
// `reports`: how often the council reports, where a sheet does not say.
std::vector<ProposedMeasure> propose_measures(const SheetFile& file, const Settings& settings, Grain reports);

} // namespace qd::inline exchange
