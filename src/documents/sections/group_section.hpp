#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/partnership.hpp"

#include <string>

namespace qd::inline documents {

// One group: its plan, how it decides and delivers, what it achieved, and the table of its priorities.
void write_group(Blocks& blocks, const Content& content, const GroupLines& group);

// "3 green, 1 not started, 1 left blank".
std::string tally_words(const StatusTally& tally);

} // namespace qd::inline documents
