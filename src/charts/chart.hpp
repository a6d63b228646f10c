#pragma once

#include <string>
#include <vector>

namespace qd::inline charts {

// The figures of a chart as text, for those who would rather read than look. No cell is empty.
struct ChartTable {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows; // each as long as headings; the first column heads its row

    friend bool operator==(const ChartTable&, const ChartTable&) = default;
};

// A drawing with its words. Both drawings say the same; a page shows one of them.
struct Chart {
    std::string svg;        // for wide places, drawn at 720 units (the figure pair too)
    std::string svg_narrow; // for 360 px
    std::string title;      // what it shows, in a sentence without a full stop
    std::string subject;    // what is measured, and where the scale starts if not at 0
    std::string summary;    // one or two sentences that replace the drawing
    ChartTable table;

    friend bool operator==(const Chart&, const Chart&) = default;
};

} // namespace qd::inline charts
