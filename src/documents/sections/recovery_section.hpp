#pragma once

#include "documents/document.hpp"
#include "documents/figure_numbers.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd::inline documents {

// The newest plan for a measure that was raised by the period and is not closed; none = null.
const RecoveryPlan* plan_for(const Content& content, const MeasureCode& measure, Period period, Instant as_at);

// Why it falls short and what is being done; with the series of its measure also what came of it, with its trajectory. `series`
// may be null. Headings are of level 4.
Blocks recovery_plan_section(const Content& content, const RecoveryPlan& plan, const Series* series, Instant as_at,
                             FigureNumbers& numbers);

// "Presented to the Cabinet Committee on 22 November 2012."; "" where it was to nobody by then.
std::string presented_words(const Content& content, const RecoveryPlan& plan, Instant as_at);

Spans due_words(const Action& action); // "31 March 2013"; "not given" in quiet type
Table actions_table(const Content& content, const Subject& subject);

} // namespace qd::inline documents
