#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "charts/chart.hpp"
#include "charts/marks.hpp"
#include "charts/tone.hpp"
#include "domain/finding.hpp"
#include "domain/status.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a document says, free of any file format. Composers build it; to_html(), to_pdf(), to_docx() and to_xlsx() write it.
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
    std::string word;                              // "Red", or the council's own
    std::optional<StatusLook> look = std::nullopt; // of the council's own
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
// A figure in words or a table, bound to what it was computed from.
struct BoundFigure {
    std::string words; // as shown: "84.5%", "five"
    std::string href;  // of its lineage, as in Link; empty = there is none to go to
    Voice voice = Voice::plain;
};
// A number that is not there. Never blank: says why, and has the shorthand that spreadsheets show in its place.
struct Missing {
    std::string mark;   // "[x]"
    std::string reason; // "overdue"
};
// The mark of a note, whose words are at the end of the document (at the foot of the page in Word, on a sheet of its own
// in a workbook). Equal words are one note.
struct Note {
    std::string words;
};
// A link that also names the page in a paginated document: "Minutes, page 12".
struct PageLink {
    std::string words;
    std::string href; // "#id" in the document
};
using Span = std::variant<Text, Link, LineBreak, StatusTag, OutlookTag, CourseTag, SignalTag, SeverityTag, BoundFigure,
                          Missing, Note, PageLink>;
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
    std::string number = {}; // "1.2": stands before it; empty = none
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
// The number a cell shows, for formats that calculate. What is shown in words is in the spans.
struct CellNumber {
    Decimal value;
    int decimals = 0;
    std::string before = {}, after = {}; // the unit: "£", "%", " days"
    std::string mark = {};               // shorthand in its place: "[p]", "[p] [r]"
};
struct TableCell {
    Spans spans;
    Blocks blocks;             // below the spans
    int columns = 1, rows = 1; // how many it covers; the cells it covers are left out
    std::optional<CellNumber> number = std::nullopt;
};
struct TableRow {
    std::vector<TableCell>
        cells; // with those that reach down from rows above, they fill the columns; the first heads the row
    std::string id = {};
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
// A heading over several columns.
struct ColumnGroup {
    std::string heading; // empty = these columns have none
    int columns = 1;
};
struct Table {
    std::string caption; // empty = the heading above says it
    std::vector<Column> columns;
    std::vector<RowGroup> groups;
    TableForm form = TableForm::stacked;
    std::vector<ColumnGroup> column_groups = {}; // a row of headings above; empty, or covering all columns
    std::vector<Spans> notes = {};               // below it: source, what a word means
};

struct ChartBlock {
    Chart chart;
    std::string number; // "Figure 1"
};
enum class SectionKind {
    plain,
    exception, // one measure that is off target
    ask,       // what the committee is asked to do
    kept,      // not split by a page break
};
struct Section {
    SectionKind kind = SectionKind::plain;
    Blocks blocks;
};
struct Rule {};
struct PageBreak {};

// The head of a committee paper.
struct Masthead {
    std::vector<std::string> left;  // "Lancashire County Council", the committee, the meeting
    std::vector<std::string> right; // "Item 4", "Part 1, …"
};

// A document within a document, from a page of its own on: a paper of a pack. Its headings come one level deeper.
struct PackPart {
    std::string title;
    std::string id; // empty = made from the title
    Masthead masthead;
    Definitions facts;
    Blocks blocks;
    std::string foot;
};

struct Block {
    std::variant<Heading, Paragraph, List, Definitions, Table, ChartBlock, Section, Rule, PageBreak, PackPart> content;
};

struct Document {
    std::string title;
    std::string language = "en-GB";
    std::string organisation; // for the title of the window
    Masthead masthead;
    Definitions facts; // below the title: report of, contact, period, as known on
    Blocks blocks;
    std::string foot;                            // one line at the end: what made it, and from what
    std::optional<Instant> as_at = std::nullopt; // when what it says was known: the date in the properties of its files
};

} // namespace qd::inline documents
