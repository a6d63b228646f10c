#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"

#include <string>
#include <utility>
#include <vector>

// What is said of one figure of a measure, made once. A paper and a terminal print the whole reading; a page has places of its own
// for its parts, and takes the words of each from here.
namespace qd::inline documents {

struct FigureReading {
    Spans now;         // "Red, 84.5% against 90%"
    Spans ahead;       // "Forecast to miss, 90% expected against 95%"
    Definitions facts; // the figure, its targets, what was forecast and judged, how it compares with earlier ones
};
FigureReading figure_reading(const Content& content, const Measure& measure, const Figure& figure);

// "19,252 of 22,779"; "" where they were not given.
std::string parts_words(const Figure& figure);
std::string parts_words(const SideFigure& figure);
// "88.0%, 22 of 25, against 90%, Amber": the other figure of the period.
Spans side_words(const Measure& measure, const SideFigure& side);
// "was due on 5 May 2013": of a figure that is not there; "" where that is not known.
std::string due_words(const Figure& figure);
// "improved, +2.5 points on 82.0% (Northtown and Southtown, 2012/13 quarter 2)", after the figure that changed if there are two.
Spans movement_words(const Content& content, const Measure& measure, const Figure& figure, const Movement& movement);
// "On the period before", "On a year earlier", each once where they are the same.
std::vector<std::pair<std::string, const Movement*>> movements_of(const Figure& figure);
// Which way it went as reported in words.
Course course_told(const Movement& movement);
// Whether there is anything to say of a movement: a comparison, what was reported in words, or why there is none.
bool is_told(const Movement& movement);
// "The paper says so. Computed: not rated.": of what a person judged; "" of anything else.
std::string judged_words(const Figure& figure);
// "it is 91 so far, and has already reached the year’s 80: one of the two is wrong": what speaks against the outlook; "" for nothing.
std::string doubt_words(const Calendar& calendar, const Measure& measure, const Figure& figure);
// "1,250 more would make 90%, which is 20,502 of 22,779"; "" where parts are not given.
std::string gap_in_cases(const Measure& measure, const Figure& figure);

// What was said of it in the period; empty where nothing was.
Blocks commentary(const Content& content, const Figure& figure, Instant as_at);

} // namespace qd::inline documents
