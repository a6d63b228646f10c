#pragma once

#include "base/text.hpp"
#include "documents/document.hpp"
#include "domain/calendar.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/goal_words.hpp"
#include "domain/names.hpp"

#include <optional>
#include <string>
#include <string_view>

// How figures and judgements are put into words, the same in every report.
namespace qd::inline documents {

Spans plain(std::string_view words);
Spans strong(std::string_view words);
Spans quiet(std::string_view words); // "overdue", "not given"
Spans given(std::string_view words); // the words, or "not given" in quiet type
Spans given(std::optional<Date> date);
Spans line_break();
void append(Spans& to, const Spans& more);
void append(Blocks& to, Blocks more);
TableCell cell(Spans spans);
Block paragraph(Spans spans, ParagraphRole role = ParagraphRole::body);
Block paragraph(std::string_view words, ParagraphRole role = ParagraphRole::body);
Block heading(int level, std::string_view words, std::string_view id = {});

std::string count_words(std::size_t part, std::size_t whole); // "30 of 35 (86%)"
std::string decapitalised(std::string_view words); // "the Chief Executive" stays; "Comment on" → "comment on"

// What stands beside a figure because its number does not say it: "describes 2020/21", why it is missing or not rated, and the
// areas that are red in it. Empty for most.
std::string aside(const Content& content, const Figure& figure);

Span status_tag(const Verdict& verdict);
Span status_tag(Status status);
Span outlook_tag(Outlook outlook);
Span short_outlook_tag(Outlook outlook);                              // "To miss", for narrow places
Span course_tag(const Measure& measure, const Movement& movement);    // of figures that can be compared
Spans direction_of(const Measure& measure, const Movement& movement); // arrow, "improved, +2.5 points"
// The actual, leading to where it comes from (sources_section.hpp), or its gap, and flags.
Spans shown(const Measure& measure, const Figure& figure);
std::string source_id(const MeasureCode& code);                      // of its row among the sources: "source-asc1"
TableCell figure_cell(const Measure& measure, const Figure& figure); // the same as a number, with its shorthand
Spans shown_goal(const Measure& measure, const std::optional<Goal>& goal); // "not given" in quiet type without one
Spans short_goal(const Measure& measure,
                 const std::optional<Goal>& goal); // "in words" for a target in words: for tables
Spans short_goal(const Measure& measure,
                 const Figure& figure); // and "the year’s target" where a part is held against it
// "84.5% against 90%"; the gap reason if there is no number.
std::string against(const Measure& measure, const Figure& figure);

} // namespace qd::inline documents
