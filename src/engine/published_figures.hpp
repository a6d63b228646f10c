#pragma once

#include "domain/content/measured.hpp"
#include "engine/changed.hpp"

#include <memory>
#include <set>
#include <vector>

namespace qd::inline engine {

// Whether the council's rule about small counts is about a measure.
bool is_protected(const Suppression& rule, const Measure& measure);

// Of measures that have to do with one another (related_measures.hpp), the returns that everyone may read: only what was approved,
// and handed in. Results of formulas are computed again, from what is published. It follows from these measures and what was
// handed in for them, from settings and areas, and from nothing else.
struct PublishedGroup {
    std::set<MeasureCode> measures;
    std::set<MeasureCode> withheld; // with a hidden or rounded figure, and those that formulas make from them
    std::vector<Return> returns;    // by measure
};
using PublishedFigures = std::vector<std::shared_ptr<const PublishedGroup>>; // each measure is in one group

// `content` holds what formulas make of it (with_derived), since that is protected too.
PublishedFigures published_figures(const MeasuredContent& content);
// The same of a content that became another since `before`: groups in which nothing changed are shared.
PublishedFigures published_figures(const MeasuredContent& content, const PublishedFigures& before,
                                   const Changed& changed);

} // namespace qd::inline engine
