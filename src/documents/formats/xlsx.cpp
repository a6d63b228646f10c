#include "documents/formats/xlsx.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/printable.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"
#include "documents/formats/sheets.hpp"
#include "documents/words_of.hpp"

#include <algorithm>
#include <map>

#include <xlsxwriter.h>

namespace qd::inline documents {
namespace {

constexpr std::size_t most_characters = 32'767; // in a cell
constexpr double sheet_width = 110;             // characters, of all columns together
constexpr std::size_t most_sheet_rows = 1'000'000;

void require(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw Error(Fault::outage, std::string("Cannot write the workbook: ") + lxw_strerror(error) + ".");
}

// "_x000D_" written by a person would be read as a control character; its "_" is written as one.
std::string escaped(const std::string& words) { return replace_all(printable(words), "_x", "_x005F_x"); }

// "#,##0.0" with the unit and the shorthand next to the number, so that the cell stays a number.
std::string number_format(const CellNumber& number) {
    const auto quoted = [](const std::string& words) {
        return words.empty() ? "" : "\"" + replace_all(words, "\"", "'") + "\"";
    };
    const std::string digits =
        "#,##0" + (number.decimals > 0 ? "." + std::string(static_cast<std::size_t>(number.decimals), '0') : "");
    return quoted(number.before) + digits + quoted(number.after + (number.mark.empty() ? "" : " " + number.mark));
}

class Workbook {
public:
    explicit Workbook(const Document& document) {
        book_ = workbook_new((folder_.path() / "book.xlsx").c_str());
        if (book_ == nullptr) throw Error(Fault::outage, "Cannot write a workbook: there is too little memory.");
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        heading_ = text_format();
        format_set_bold(heading_);
        text_ = text_format();
        link_ = text_format();
        format_set_underline(link_, LXW_UNDERLINE_SINGLE);
        format_set_font_color(link_, 0x1A65A6);
        describe(document);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

    void add_cover(const Document& document, const std::vector<DocumentSheet>& sheets);
    void add_sheet(const DocumentSheet& sheet);
    std::string finish() {
        const lxw_error failed = workbook_close(book_);
        book_ = nullptr;
        require(failed);
        return read_file(folder_.path() / "book.xlsx");
    }

private:
    lxw_format* text_format() {
        lxw_format* format = workbook_add_format(book_);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }
    lxw_format* format_of(const CellNumber& number) {
        lxw_format*& format = numbers_[number_format(number)];
        if (format == nullptr) {
            format = text_format();
            format_set_align(format, LXW_ALIGN_RIGHT);
            format_set_num_format(format, number_format(number).c_str());
        }
        return format;
    }
    lxw_worksheet* new_sheet(const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        if (sheet == nullptr) throw Error(Fault::request, "The workbook has too many sheets at “" + name + "”.");
        worksheet_set_paper(sheet, 9); // A4
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
        return sheet;
    }
    void describe(const Document& document);
    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell, const std::string& where);
    void write_words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& words,
                     lxw_format* format, const std::string& where);
    void add_table(lxw_worksheet* sheet, lxw_row_t first, const DocumentSheet& from);

    TemporaryFolder folder_;
    lxw_workbook* book_ = nullptr;
    lxw_format *title_ = nullptr, *heading_ = nullptr, *text_ = nullptr, *link_ = nullptr;
    std::map<std::string, lxw_format*> numbers_; // by their number format
};

void Workbook::describe(const Document& document) {
    lxw_doc_properties properties{};
    std::string title = printable(document.title), author = printable(document.organisation),
                subject = "The tables and the figures of the charts of this report",
                comments = printable(document.foot);
    properties.title = title.data();
    properties.author = author.data();
    properties.company = author.data();
    properties.subject = subject.data();
    properties.comments = comments.data();
    // Never the moment of writing: equal documents give equal bytes. 2000-01-01 where nothing is known.
    properties.created = static_cast<time_t>(document.as_at ? document.as_at->seconds() : 946'684'800);
    require(workbook_set_properties(book_, &properties));
}

void Workbook::write_words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& words,
                           lxw_format* format, const std::string& where) {
    const std::string text = escaped(words);
    if (display_width(text) > most_characters)
        throw Error(Fault::request, where + ", row " + std::to_string(row + 1) +
                                        ", has a text of more than 32,767 characters, which a workbook cannot hold. "
                                        "Ask for another format.");
    require(worksheet_write_string(sheet, row, column, text.c_str(), format));
}

void Workbook::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell,
                     const std::string& where) {
    if (cell.number)
        require(worksheet_write_number(sheet, row, column, cell.number->value.to_double(), format_of(*cell.number)));
    else if (!cell.link.empty())
        require(worksheet_write_url_opt(sheet, row, column, ("internal:'" + cell.link + "'!A1").c_str(), link_,
                                        cell.words.c_str(), nullptr));
    else
        write_words(sheet, row, column, cell.words, text_, where);
}

void Workbook::add_table(lxw_worksheet* sheet, lxw_row_t first, const DocumentSheet& from) {
    std::vector<std::string> headings = from.headings;
    std::vector<lxw_table_column> columns(headings.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        headings[i] = escaped(shorten(headings[i], 250));
        columns[i].header = headings[i].data();
        columns[i].header_format = heading_;
        pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    std::string name = lower(replace_all(from.name, " ", "_"));
    lxw_table_options options{};
    options.name = name.data();
    options.no_autofilter = LXW_TRUE;
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    require(worksheet_add_table(sheet, first, 0, first + static_cast<lxw_row_t>(from.rows.size()),
                                static_cast<lxw_col_t>(headings.size() - 1), &options));
}

void Workbook::add_sheet(const DocumentSheet& from) {
    const std::string where = "The table “" + shorten(from.title, 60) + "”";
    if (from.rows.size() > most_sheet_rows || from.headings.size() > 1000)
        throw Error(Fault::request, where + " is larger than a sheet of a workbook can be. Ask for another format.");
    lxw_worksheet* sheet = new_sheet(from.name);
    lxw_row_t row = 0;
    require(worksheet_write_string(sheet, row++, 0, escaped(shorten(from.title, 1000)).c_str(), title_));
    write_words(sheet, row++, 0, "This worksheet contains one table.", nullptr, where);
    for (const std::string& line : from.lines)
        if (!trim(line).empty()) write_words(sheet, row++, 0, line, nullptr, where);
    add_table(sheet, row, from);
    worksheet_repeat_rows(sheet, row, row);
    for (std::size_t i = 0; i < from.shares.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, std::clamp(from.shares[i] * sheet_width, 11.0, 70.0), nullptr);
    }
    for (const std::vector<SheetCell>& cells : from.rows) {
        ++row;
        for (std::size_t i = 0; i < cells.size(); ++i) write(sheet, row, static_cast<lxw_col_t>(i), cells[i], where);
    }
}

void Workbook::add_cover(const Document& document, const std::vector<DocumentSheet>& sheets) {
    const bool has_notes = std::ranges::find(sheets, "Notes", &DocumentSheet::name) != sheets.end();
    lxw_worksheet* sheet = new_sheet("Cover");
    worksheet_set_column(sheet, 0, 0, 90, nullptr);
    lxw_row_t row = 0;
    require(worksheet_write_string(sheet, row++, 0, escaped(shorten(document.title, 1000)).c_str(), title_));
    const auto line = [&](const std::string& words) {
        if (!trim(words).empty()) write_words(sheet, row++, 0, words, text_, "The cover");
    };
    for (const std::string& words : document.masthead.left) line(words);
    for (const std::string& words : document.masthead.right) line(words);
    for (const Definitions::Entry& entry : document.facts.entries)
        line(entry.term + ": " + words_of(entry.description));
    line(std::string("This workbook contains the tables of the report and the figures of its charts, one table on each "
                     "worksheet. The worksheet Contents lists them.") +
         (has_notes ? " Shorthand in square brackets, such as [x], is explained on the worksheet Notes." : ""));
    line(document.foot);
}

} // namespace

std::string to_xlsx(const Document& document) {
    Workbook workbook(document);
    const std::vector<DocumentSheet> sheets = sheets_of(document);
    workbook.add_cover(document, sheets);
    for (const DocumentSheet& sheet : sheets)
        if (!sheet.rows.empty()) workbook.add_sheet(sheet);
    return workbook.finish();
}

} // namespace qd::inline documents
