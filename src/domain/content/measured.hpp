#pragma once

#include "domain/content/figures.hpp"
#include "domain/content/organisation.hpp"
#include "domain/content/plans.hpp"

namespace qd {

// What figures follow from: nothing else of a content makes one another.
struct MeasuredContent : OrganisationContent, FiguresContent, PlansContent {
    friend bool operator==(const MeasuredContent&, const MeasuredContent&) = default;
};

} // namespace qd
