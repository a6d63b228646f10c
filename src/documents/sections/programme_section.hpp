#pragma once

#include "documents/document.hpp"
#include "documents/figure_numbers.hpp"
#include "domain/content.hpp"
#include "domain/programme_progress.hpp"
#include "domain/wave_lines.hpp"

// Programmes, what they are paid for, and projects, as sections of a report. Headings start at level 2.
namespace qd::inline documents {

// Who delivers it, who pays, the contract and when it runs, as a sentence; empty where nothing of it is known.
std::string programme_words(const ProgrammeProgress& progress, const Content& content);

// The table of deliverables: to be delivered, profile and actual of the period, ahead or behind with the difference.
// Below it a chart of each deliverable over time, if there are enough periods.
Blocks programme_section(const ProgrammeProgress& progress, const Content& content, FigureNumbers& numbers);
std::string part_name(const Content& content, const Delivery& row); // "Northvale, Skills Trust": of which part a row is
// Only the table.
Blocks delivery_table(const ProgrammeProgress& progress, const Content& content);
// What payment by results brings in, with its arithmetic; nothing without payment rules.
Blocks income_section(const ProgrammeProgress& progress);
Blocks funding_section(const ProgrammeProgress& progress, const Content& content);
// What was spent of what there was to spend, a sentence for each stretch of time; nothing where no spending is known.
std::vector<std::string> spending_words(const ProgrammeProgress& progress, const Calendar& calendar);
// "Enabling: largely complete. Two sites moved." with what was said of it last.
std::string phase_words(const PhaseLine& line);
Blocks phases_section(const ProgrammeProgress& progress);

// The projects of a wave with their expected completion, and what is only counted of it.
Blocks wave_section(const WaveLines& wave, const Content& content);

} // namespace qd::inline documents
