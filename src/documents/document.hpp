#pragma once

#include "charts/chart.hpp"
#include "charts/marks.hpp"
#include "charts/tone.hpp"
#include "domain/finding.hpp"
#include "domain/status.hpp"

#include <string>
#include <variant>
#include <vector>

// What a document says, free of any file format. Composers build it, to_html() and later formats write it.
namespace qd::inline documents {

enum class Voice { plain, strong, emphasis, quiet, code };
struct Text {
    std::string words;
    Voice voice = Voice::plain;
};
struct Link {
    std::string words;
    std::string href; // "#id" in the document, or http(s)
};
struct LineBreak {};
struct StatusTag {
    Status status = Status::not_rated;
    std::string word; // "Red", or the council's own
};
struct OutlookTag {
    Outlook outlook = Outlook::unknown;
    std::string word; // "Forecast to miss"
};
struct CourseTag {
    Course course = Course::level;
    std::string words; // "improved, +2.5 points"
};
struct SignalTag {
    Tone tone = Tone::usual;
    std::string words; // "Special cause: improving"
};
struct SeverityTag {
    Severity severity = Severity::note;
};
using Span = std::variant<Text, Link, LineBreak, StatusTag, OutlookTag, CourseTag, SignalTag, SeverityTag>;
using Spans = std::vector<Span>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    int level = 2; // 2..6; 1 is the document's title
    std::string words;
    std::string id; // empty = made from the words
};
enum class ParagraphRole { body, lede, small };
struct Paragraph {
    Spans spans;
    ParagraphRole role = ParagraphRole::body;
};
enum class ListKind { bulleted, plain, numbered, roman, lettered }; // plain: no mark before an item
struct List {
    ListKind kind = ListKind::bulleted;
    std::vector<Blocks> items;
};
struct Definitions {
    struct Entry {
        std::string term;
        Spans description;
    };
    std::vector<Entry> entries;
};

enum class Align { left, right };
struct Column {
    std::string heading;
    Align align = Align::left;
    int share = 0; // of the width, in per cent; 0 = as its content needs
};
struct TableCell {
    Spans spans;
    Blocks blocks; // below the spans
};
struct TableRow {
    std::vector<TableCell> cells; // as many as columns; the first heads the row
    std::string id;
};
struct RowGroup {
    std::string title; // empty = no heading row
    std::vector<TableRow> rows;
};
enum class TableForm {
    plain,   // stays a table on a narrow screen
    stacked, // becomes a list of short blocks there
    dense,   // stacked, in small type: the whole scorecard
};
struct Table {
    std::string caption; // empty = the heading above says it
    std::vector<Column> columns;
    std::vector<RowGroup> groups;
    TableForm form = TableForm::stacked;
};

struct ChartBlock {
    Chart chart;
    std::string number; // "Figure 1"
};
enum class SectionKind {
    plain,
    exception, // one measure that is off target
    ask,       // what the committee is asked to do
    kept,      // not parted by a page break
};
struct Section {
    SectionKind kind = SectionKind::plain;
    Blocks blocks;
};
struct Rule {};

struct Block {
    std::variant<Heading, Paragraph, List, Definitions, Table, ChartBlock, Section, Rule> content;
};

// The head of a committee paper.
struct Masthead {
    std::vector<std::string> left;  // "Lancashire County Council", the committee, the meeting
    std::vector<std::string> right; // "Item 4", "Part 1, …"
};

struct Document {
    std::string title;
    std::string language = "en-GB";
    std::string organisation; // for the title of the window
    Masthead masthead;
    Definitions facts; // below the title: report of, contact, period, as known on
    Blocks blocks;
    std::string foot; // one line at the end: what made it, and from what
};

} // namespace qd::inline documents
