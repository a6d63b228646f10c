#pragma once

#include "domain/content/measured.hpp"

#include <set>

namespace qd::inline engine {

// What became another between two contents, as far as figures follow from it.
struct Changed {
    bool rules = false; // areas, definitions, targets, updates …: any figure may be another
    std::set<MeasureCode>
        measures; // else only those of these: what was handed in for them, or for what they are made of, differs
};

// `after` may be without what formulas make of it.
Changed changed_between(const MeasuredContent& before, const MeasuredContent& after);

} // namespace qd::inline engine
