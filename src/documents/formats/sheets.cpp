#include "documents/formats/sheets.hpp"

#include "base/text.hpp"
#include "documents/formats/cell_number.hpp"
#include "documents/formats/table_grid.hpp"
#include "documents/words_of.hpp"
#include "domain/shorthand.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline documents {
namespace {

// Walks through a document and gathers its tables, with the heading above each and the notes in them.
class Gathering {
public:
    void take(const Blocks& blocks) {
        for (const Block& block : blocks) take(block);
    }
    std::vector<DocumentSheet> finish();

private:
    void take(const Block& block) {
        if (const auto* heading = std::get_if<Heading>(&block.content)) take(*heading);
        if (const auto* table = std::get_if<Table>(&block.content)) take(*table);
        if (const auto* chart = std::get_if<ChartBlock>(&block.content)) take(*chart);
        if (const auto* section = std::get_if<Section>(&block.content)) take(section->blocks);
        if (const auto* list = std::get_if<List>(&block.content))
            for (const Blocks& item : list->items) take(item);
        if (const auto* part = std::get_if<PackPart>(&block.content)) {
            part_ = part->title;
            headings_.clear();
            take(part->blocks);
            part_.clear();
            headings_.clear();
        }
    }
    void take(const Heading& heading) {
        const auto level = static_cast<std::size_t>(std::max(heading.level, 1));
        headings_.resize(level);
        headings_[level - 1] = heading.words;
    }
    void take(const Table& table);
    void take(const ChartBlock& block);
    void add_rows(DocumentSheet& sheet, const Table& table, const RowGroup& group, bool has_groups);
    SheetCell cell_of(const Table& table, const PlacedCell& placed);
    std::string with_notes(std::string words, const Spans& spans);
    void explain(const std::string& mark, const std::string& meaning) {
        std::vector<std::string>& meanings = shorthand_[mark];
        if (std::ranges::find(meanings, meaning) == meanings.end()) meanings.push_back(meaning);
    }
    std::string title_of(const std::string& caption) const;

    std::vector<std::string> headings_; // above what is taken now, by level
    std::string part_;                  // that it is in
    std::set<std::string> titles_;      // assigned
    std::size_t tables_ = 0;
    std::vector<DocumentSheet> sheets_;
    std::vector<std::string> notes_;
    std::map<std::string, std::vector<std::string>> shorthand_;
};

// As many columns as the table has, each with a name of its own; a heading that columns have in common comes before theirs.
std::vector<std::string> headings_of(const Table& table, bool has_groups) {
    std::vector<std::string> out;
    if (has_groups) out.emplace_back("Group");
    std::size_t column = 0;
    for (const ColumnGroup& group : table.column_groups)
        for (int i = 0; i < std::max(1, group.columns); ++i, ++column)
            out.push_back((group.heading.empty() ? "" : group.heading + ": ") + table.columns[column].heading);
    for (; column < table.columns.size(); ++column) out.push_back(table.columns[column].heading);
    std::set<std::string> taken;
    for (std::string& heading : out) {
        if (trim(heading).empty()) heading = "Column";
        heading = replace_all(heading, "\n", " ");
        const std::string wanted = heading;
        for (int i = 2; !taken.insert(lower(heading)).second; ++i) heading = wanted + " (" + std::to_string(i) + ")";
    }
    return out;
}

std::vector<double> shares_of(const Table& table, bool has_groups) {
    std::vector<double> shares = column_shares(table);
    if (!has_groups) return shares;
    for (double& share : shares) share *= 0.85;
    shares.insert(shares.begin(), 0.15);
    return shares;
}

// "[x]" means "not available: overdue; not due".
std::string meaning_of(const std::string& mark, const std::vector<std::string>& reasons) {
    const std::string general(shorthand_meaning(mark));
    std::vector<std::string> others;
    for (const std::string& reason : reasons)
        if (reason != general && !reason.empty()) others.push_back(reason);
    if (general.empty()) return others.empty() ? "not explained" : join(others, "; ");
    return general + (others.empty() ? "" : ": " + join(others, "; "));
}

// The caption, or the nearest heading above; where another table has that title already, the headings above it too.
std::string Gathering::title_of(const std::string& caption) const {
    std::vector<std::string> above;
    for (const std::string& heading : headings_)
        if (!heading.empty()) above.push_back(heading);
    if (!part_.empty()) above.insert(above.begin(), part_);
    std::string title = caption;
    if (title.empty() && !above.empty()) {
        title = above.back();
        above.pop_back();
    }
    if (title.empty()) title = "Table";
    for (; titles_.contains(title) && !above.empty(); above.pop_back()) title = above.back() + ": " + title;
    return title;
}

std::string Gathering::with_notes(std::string words, const Spans& spans) {
    for (const Span& span : spans) {
        if (const auto* missing = std::get_if<Missing>(&span)) explain(missing->mark, missing->reason);
        const auto* note = std::get_if<Note>(&span);
        if (!note) continue;
        auto found = std::ranges::find(notes_, note->words);
        if (found == notes_.end()) found = notes_.insert(notes_.end(), note->words);
        words += " [note " + std::to_string(found - notes_.begin() + 1) + "]";
    }
    return words;
}

SheetCell Gathering::cell_of(const Table& table, const PlacedCell& placed) {
    const TableCell& cell = *placed.cell;
    SheetCell out{with_notes(words_of(cell), cell.spans), cell.number};
    if (trim(out.words).empty()) {
        out.words = "[x]";
        explain("[x]", "not available");
    }
    if (!out.number && placed.column > 0 && table.columns[placed.column].align == Align::right)
        out.number = number_in(out.words);
    if (out.number)
        for (const std::string& mark : split(out.number->mark, ' ')) explain(mark, "");
    return out;
}

void Gathering::add_rows(DocumentSheet& sheet, const Table& table, const RowGroup& group, bool has_groups) {
    for (const std::vector<PlacedCell>& row : covering_cells(table, group)) {
        std::vector<SheetCell> cells;
        if (has_groups) cells.push_back({group.title.empty() ? "none" : group.title});
        for (const PlacedCell& placed : row) cells.push_back(cell_of(table, placed));
        sheet.rows.push_back(std::move(cells));
    }
}

void Gathering::take(const Table& table) {
    require_column_groups(table);
    const bool has_groups =
        std::ranges::any_of(table.groups, [](const RowGroup& group) { return !group.title.empty(); });
    DocumentSheet sheet;
    sheet.name = "Table_" + std::to_string(tables_ + 1);
    sheet.title = title_of(table.caption);
    titles_.insert(sheet.title);
    for (const Spans& note : table.notes) sheet.lines.push_back(with_notes(words_of(note), note));
    sheet.headings = headings_of(table, has_groups);
    sheet.shares = shares_of(table, has_groups);
    for (const RowGroup& group : table.groups) add_rows(sheet, table, group, has_groups);
    if (sheet.rows.empty()) return;
    ++tables_;
    sheets_.push_back(std::move(sheet));
}

void Gathering::take(const ChartBlock& block) {
    Table table;
    for (const std::string& heading : block.chart.table.headings)
        table.columns.push_back({heading, table.columns.empty() ? Align::left : Align::right, 0});
    table.caption = (block.number.empty() ? "" : block.number + ". ") + block.chart.title;
    table.notes = {{Text{block.chart.subject}}, {Text{block.chart.summary}}};
    RowGroup& group = table.groups.emplace_back();
    for (const std::vector<std::string>& cells : block.chart.table.rows) {
        TableRow& row = group.rows.emplace_back();
        for (const std::string& words : cells) row.cells.push_back({{Text{words}}, {}});
    }
    take(table);
}

std::vector<DocumentSheet> Gathering::finish() {
    DocumentSheet contents{"Contents", "Contents", {}, {"Sheet", "Contents"}, {0.2, 0.8}, {}};
    DocumentSheet notes{"Notes", "Notes and shorthand", {}, {"Mark", "Meaning"}, {0.2, 0.8}, {}};
    for (std::size_t i = 0; i < notes_.size(); ++i)
        notes.rows.push_back({{"note " + std::to_string(i + 1)}, {notes_[i]}});
    for (const auto& [mark, meanings] : shorthand_) notes.rows.push_back({{mark}, {meaning_of(mark, meanings)}});
    if (!notes.rows.empty()) contents.rows.push_back({{"Notes", std::nullopt, "Notes"}, {notes.title}});
    for (const DocumentSheet& sheet : sheets_)
        contents.rows.push_back({{sheet.name, std::nullopt, sheet.name}, {sheet.title}});
    std::vector<DocumentSheet> out{std::move(contents)};
    if (!notes.rows.empty()) out.push_back(std::move(notes));
    for (DocumentSheet& sheet : sheets_) out.push_back(std::move(sheet));
    return out;
}

} // namespace

std::vector<DocumentSheet> sheets_of(const Document& document) {
    Gathering gathering;
    gathering.take(document.blocks);
    return gathering.finish();
}

} // namespace qd::inline documents
