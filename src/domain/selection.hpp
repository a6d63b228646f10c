#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

#include <string>
#include <vector>

namespace qd {

// Which measures of a scorecard somebody wants to see; what is empty leaves nothing out.
struct Selection {
    std::string theme;
    UnitCode unit;      // owned by it, or by a unit below it
    UnitCode body;      // what a committee looks at: see measures_of_body()
    std::string status; // one of the six, or a name of the council's own

    bool is_all() const { return theme.empty() && unit.empty() && body.empty() && status.empty(); }
    friend bool operator==(const Selection&, const Selection&) = default;
};

// Whether a unit is the other one, or is below it.
bool is_within(const Content& content, const UnitCode& unit, const UnitCode& whole);

// What a committee looks at: the measures that items of its agendas are about, themselves or by a recovery plan; those of the
// unit it is below, with the units below that, if this is not the whole council; and those it owns. A committee directly below
// the council whose agendas name no measure looks at all.
std::vector<MeasureCode> measures_of_body(const Content& content, const UnitCode& body);

// The figures that a selection takes, in their order. Error(request) names what is not known, with the nearest that is.
std::vector<const Figure*> selected(const Content& content, const std::vector<Figure>& figures,
                                    const Selection& selection);

} // namespace qd
