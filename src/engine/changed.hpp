#pragma once

#include "domain/content/measured.hpp"

#include <set>

namespace qd::inline engine {

// What became another between two contents, as far as figures follow from it.
struct Changed {
    bool rules = false; // settings, areas, which measures there are …: any figure may be another
    // Else only those of these: what was handed in for them, how they are defined, aimed at or expected, or what they are made of,
    // differs.
    std::set<MeasureCode> measures;
};

// `after` may be without what formulas make of it.
Changed changed_between(const MeasuredContent& before, const MeasuredContent& after);

} // namespace qd::inline engine
