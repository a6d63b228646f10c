#include "exchange/workbook/write_workbook.hpp"

#include "base/base64.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "domain/shorthand.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"
#include "exchange/vocabulary.hpp"
#include "exchange/workbook/book.hpp"
#include "exchange/workbook/workbook.hpp"

#include <algorithm>
#include <set>

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t part_characters = 30'000;    // of a file, in one cell
constexpr std::size_t narrowest = 11, widest = 60; // columns, in characters; what is longer is wrapped

// One table to be written, as it is in a folder, and what was seen when it was gone through.
struct PlannedTable {
    std::string name;
    std::string_view csv;
    struct Heading {
        std::string name;
        CellKind kind;
    };
    std::vector<Heading> headings;
    std::size_t rows = 0;
    std::vector<std::size_t> longest{}; // by column: the longest word or number
    std::vector<bool> is_filled{};
    bool has_blank = false;

    std::size_t at(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(headings, column, &Heading::name) - headings.begin());
    }
};

using RowCells = std::span<const std::string_view>;
std::string_view text_of_cell(RowCells cells, std::size_t column) { return column < cells.size() ? cells[column] : ""; }

template <class OnRow> void each_row_of(const PlannedTable& table, const OnRow& on_row) {
    ComplaintBook none;
    std::size_t row = 0; // below the headings: a cell of several lines is in one
    bool is_heading = true;
    read_csv(table.csv, table.name, none, [&](std::size_t, RowCells cells) {
        if (!is_heading) on_row(row++, cells);
        is_heading = false;
    });
    if (none.count() > 0)
        throw Error(Fault::request, "The table " + table.name + " does not fit into a workbook: row " +
                                        std::to_string(row + 2) + " cannot be read back. Export a folder instead.");
}

// The mark for a figure that is missing, from the reason in its row; "" where there is a figure.
std::string_view gap_mark_of(const PlannedTable& table, RowCells cells) {
    if (table.name != "returns" || table.at("value") == table.headings.size()) return "";
    for (const std::string_view part : {"numerator", "denominator", "value"})
        if (!text_of_cell(cells, table.at(part)).empty()) return "";
    const auto gap = read_word<GapReason>(std::string(text_of_cell(cells, table.at("gap"))));
    return gap ? shorthand(*gap) : "";
}

class TablesWriting {
public:
    TablesWriting(const std::vector<SourceFile>& files, WorkbookFor whom) : whom_(whom), council_(council_of(files)) {
        plan(files);
        for (PlannedTable& table : tables_) look_through(table);
    }

    std::string write() {
        const std::string title = council_.empty() ? "Council folder" : "Council folder of " + council_;
        Book book(title, council_.empty() ? "Quarterday" : council_);
        add_cover(book, title);
        add_contents(book);
        add_notes(book);
        for (const PlannedTable& table : tables_) add(book, table);
        return book.finish();
    }

private:
    static std::string council_of(const std::vector<SourceFile>& files) {
        const auto file = std::ranges::find(files, settings_file, &SourceFile::path);
        if (file == files.end()) return "";
        const auto settings = parse_settings(file->bytes, file->path);
        return settings ? settings->name : "";
    }

    // The tables as they are; files that are none become the rows of one.
    void plan(const std::vector<SourceFile>& files) {
        others_ = "path,text\n";
        for (const SourceFile& file : files) {
            const std::string stem = file.path.substr(0, file.path.rfind('.'));
            if (const TableKind* kind = find_table_kind(stem); kind != nullptr && file.path.ends_with(".csv")) {
                tables_.push_back({stem, file.text(), headings_of(file, *kind)});
                continue;
            }
            const std::string text =
                is_template_path(file.path) ? base64(file.bytes) : replace_all(file.bytes, "\r\n", "\n");
            for (const std::string& part : cut(text)) {
                append_csv_cell(others_, file.path);
                others_ += ',';
                append_csv_cell(others_, part);
                others_ += '\n';
            }
        }
        tables_.push_back({std::string(files_sheet), others_, {{"path", CellKind::text}, {"text", CellKind::text}}});
    }

    // The columns that the table has, in its own order.
    static std::vector<PlannedTable::Heading> headings_of(const SourceFile& file, const TableKind& kind) {
        const auto known = kind.headings();
        std::vector<PlannedTable::Heading> headings;
        ComplaintBook none;
        const std::string_view text = file.text();
        read_csv(text.substr(0, csv_line_length(text)), file.path, none, [&](std::size_t, RowCells cells) {
            for (const std::string_view cell : cells) {
                const auto found = std::ranges::find(known, cell, &TableKind::Heading::name);
                headings.push_back({std::string(cell), found == known.end() ? CellKind::text : found->kind});
            }
        });
        return headings;
    }

    // Cut between characters, never within one.
    static std::vector<std::string> cut(std::string_view text) {
        std::vector<std::string> parts;
        while (!text.empty()) {
            std::size_t end = std::min(text.size(), part_characters);
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
            parts.emplace_back(text.substr(0, end));
            text.remove_prefix(end);
        }
        return parts;
    }

    void look_through(PlannedTable& table) {
        table.longest.assign(table.headings.size(), 0);
        table.is_filled.assign(table.headings.size(), false);
        each_row_of(table, [&](std::size_t, RowCells cells) {
            ++table.rows;
            for (std::size_t i = 0; i < table.headings.size(); ++i) {
                const std::string_view text = text_of_cell(cells, i);
                if (text.empty()) continue;
                table.is_filled[i] = true;
                table.longest[i] = std::max(table.longest[i], std::min(text.size(), widest));
            }
            if (const std::string_view mark = shown_mark(table, cells); !mark.empty()) {
                marks_.insert(mark);
                table.is_filled[table.at("value")] = true;
            }
        });
        if (whom_ == WorkbookFor::working) table.is_filled.assign(table.headings.size(), true);
        each_row_of(table, [&](std::size_t, RowCells cells) {
            for (std::size_t i = 0; i < table.headings.size() && !table.has_blank; ++i)
                table.has_blank = table.is_filled[i] && text_of_cell(cells, i).empty();
        });
    }

    std::string_view shown_mark(const PlannedTable& table, RowCells cells) const {
        return whom_ == WorkbookFor::publishing ? gap_mark_of(table, cells) : "";
    }

    std::string title_of(const PlannedTable& table) const {
        const std::string title =
            table.name == files_sheet ? "Files that are not tables" : capitalised(replace_all(table.name, "_", " "));
        return council_.empty() ? title : title + ": " + council_;
    }

    void add_cover(Book& book, const std::string& title) const {
        book.add_cover(
            title,
            {whom_ == WorkbookFor::publishing ? "This workbook is to be published." : "This workbook is to work in.",
             "Each of its tables is on a worksheet of its own, which has the name of the table. The worksheet "
             "Contents lists them.",
             "Blank cells and shorthand in square brackets are explained on the worksheet Notes.",
             "To read it back: quarterday import, with the name of this file."});
    }

    void add_contents(Book& book) const {
        book.begin({"Contents",
                    "Contents",
                    {},
                    {{"Sheet", CellKind::text, 24},
                     {"Contents", CellKind::text, widest},
                     {"Rows", CellKind::number, narrowest}},
                    tables_.size() + 1,
                    false});
        book.write_link(0, 0, "Notes");
        book.write(0, 1, "Notes and shorthand");
        book.write(0, 2, std::to_string(marks_.size() + 1));
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            book.write_link(i + 1, 0, tables_[i].name);
            book.write(i + 1, 1, title_of(tables_[i]));
            book.write(i + 1, 2, std::to_string(tables_[i].rows));
        }
    }

    void add_notes(Book& book) const {
        book.begin({"Notes",
                    "Notes and shorthand",
                    {},
                    {{"Mark", CellKind::text, 24}, {"Meaning", CellKind::text, widest}},
                    marks_.size() + 1,
                    false});
        std::size_t row = 0;
        for (const std::string_view mark : marks_) {
            book.write(row, 0, std::string(mark));
            book.write(row++, 1, std::string(shorthand_meaning(mark)) + "; the column gap gives the reason");
        }
        book.write(row, 0, "blank cell");
        book.write(row, 1, "nothing was handed in for it");
    }

    void add(Book& book, const PlannedTable& table) const {
        BookTable made{table.name, title_of(table), {}, {}, table.rows, whom_ == WorkbookFor::working};
        if (table.has_blank) made.lines.emplace_back("Some cells are blank: nothing was handed in for them.");
        std::vector<std::size_t> place(table.headings.size());
        for (std::size_t i = 0; i < table.headings.size(); ++i) {
            if (table.rows > 0 && !table.is_filled[i]) continue;
            place[i] = made.columns.size();
            const std::size_t width = std::max({narrowest, table.headings[i].name.size() + 3, table.longest[i] + 2});
            made.columns.push_back({std::string(table.headings[i].name), table.headings[i].kind,
                                    static_cast<double>(std::min(width, widest))});
        }
        book.begin(made);
        each_row_of(table, [&](std::size_t row, RowCells cells) {
            for (std::size_t i = 0; i < std::min(cells.size(), table.headings.size()); ++i)
                if (!cells[i].empty()) book.write(row, place[i], std::string(cells[i]));
            if (const std::string_view mark = shown_mark(table, cells); !mark.empty())
                book.write_mark(row, place[table.at("value")], mark);
        });
    }

    WorkbookFor whom_;
    std::string council_;
    std::string others_; // the table of files that are none
    std::vector<PlannedTable> tables_;
    std::set<std::string_view> marks_; // that stand in for a figure
};

} // namespace

void write_workbook(const std::vector<SourceFile>& files, const fs::path& path, WorkbookFor whom) {
    write_file(path, TablesWriting(files, whom).write());
}

void write_workbook(const std::vector<SourceFile>& files, const fs::path& path) {
    write_workbook(files, path, WorkbookFor::working);
}

} // namespace qd::inline exchange
