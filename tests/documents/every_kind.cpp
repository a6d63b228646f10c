#include "documents/every_kind.hpp"
#include "documents/phrases.hpp"

namespace qd::test {
namespace {

// Headings in common, cells over columns and rows, a number, a gap, and what is said below.
Table merged_table() {
    Table table;
    table.caption = "A merged table";
    table.columns = {{"Outcome", Align::left, 40}, {"Profile", Align::right}, {"Actual", Align::right}, {"Status"}};
    table.column_groups = {{"", 1}, {"To 20 March", 2}, {"", 1}};
    TableCell actual = cell(plain("264"));
    actual.number = CellNumber{Decimal(264)};
    TableCell both = cell({Missing{"[x]", "not available"}});
    both.columns = 2;
    TableCell area = cell(plain("Starts"));
    area.rows = 2;
    table.groups = {
        {"", {{{area, cell(plain("160")), actual, cell(plain("ahead"))}}, {{both, cell(plain("behind"))}}}}};
    table.notes = {plain("Source: the contract.")};
    return table;
}

} // namespace

Document every_kind() {
    Document document;
    document.title = "Every kind of <block> & \"span\"";
    document.organisation = "A council";
    document.masthead = {{"A council", "A committee"}, {"Item 1"}};
    document.facts.entries = {{"Report of", plain("the Chief Executive")}};
    Blocks& blocks = document.blocks;
    blocks.push_back(heading(2, "The same heading"));
    blocks.push_back(heading(2, "The same heading"));
    blocks.push_back(
        paragraph({Text{"plain ", Voice::plain}, Text{"strong", Voice::strong}, Text{"emphasis", Voice::emphasis},
                   Text{"quiet", Voice::quiet}, Text{"a<b", Voice::code}, LineBreak{}, Link{"a link", "#scorecard"},
                   StatusTag{Status::red, "Red"}, OutlookTag{Outlook::to_miss, "Forecast to miss"},
                   CourseTag{Course::up, "improved, +1.0 point"}, SeverityTag{Severity::error},
                   SeverityTag{Severity::warning}, SeverityTag{Severity::note}}));
    for (const ListKind kind :
         {ListKind::bulleted, ListKind::plain, ListKind::numbered, ListKind::roman, ListKind::lettered})
        blocks.push_back({List{kind, {{paragraph("one")}, {paragraph("two"), paragraph("more of two")}}}});
    blocks.push_back({Definitions{{{"Term", plain("description")}}}});
    Table table;
    table.caption = "A table";
    table.columns = {{"Measure", Align::left, 40}, {"Actual", Align::right, 0}};
    table.groups = {{"Group", {{{cell(plain("row")), cell(plain("84.5%"))}, "row-id"}}}};
    blocks.push_back({table});
    blocks.push_back({merged_table()});
    blocks.push_back({Section{SectionKind::ask, {paragraph("asked")}}});
    blocks.push_back({Paragraph{{BoundFigure{"19,252", "#row-id", Voice::plain}, Text{" of "},
                                 BoundFigure{"22,779", "", Voice::strong}, Note{"As at 31 December."},
                                 Note{"Provisional."}, Note{"As at 31 December."}},
                                ParagraphRole::body,
                                "1.2"}});
    blocks.push_back(paragraph({PageLink{"The paper", "#paper"}, Missing{"[x]", "overdue"}}));
    blocks.push_back({PageBreak{}});
    blocks.push_back({PackPart{"A paper",
                               "paper",
                               {{"A council"}, {"Item 5"}},
                               {{{"Contact", plain("the Director")}}},
                               {heading(2, "Within the paper")},
                               "Its foot."}});
    blocks.push_back({Section{SectionKind::kept, {paragraph("kept")}}});
    blocks.push_back({Rule{}});
    blocks.push_back(heading(2, "Linked", "scorecard"));
    document.foot = "Made by hand.";
    return document;
}

} // namespace qd::test
