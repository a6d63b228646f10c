#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd::inline documents {

// "How status is judged": the rules in force for the period, the tolerance, and what the words and shapes mean.
void write_judgement(Blocks& blocks, const Content& content, Period period);

// "Sources and definitions": of the measures that give any.
void write_definitions(Blocks& blocks, const Content& content, const Scorecard& scorecard);

} // namespace qd::inline documents
