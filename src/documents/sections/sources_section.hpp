#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/partnership.hpp"

#include <set>
#include <string>
#include <vector>

namespace qd::inline documents {

// "Where the figures come from": of each figure with a return the way back to it, one row a measure, to which the figures of
// the document lead (source_id). Figures that would lead to none of these rows lead nowhere. Nothing where no figure has one.
void write_sources(Blocks& blocks, const Content& content, const std::vector<Figure>& figures);

// The ids of the rows ("source-asc1") to which figures lead.
std::set<std::string> linked_sources(const Blocks& blocks);

std::vector<Figure> figures_of(const Partnership& partnership); // those of its priorities' measures

} // namespace qd::inline documents
