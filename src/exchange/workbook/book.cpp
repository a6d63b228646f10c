#include "exchange/workbook/book.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/values.hpp"
#include "exchange/workbook/sheet.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <cstdlib>
#include <filesystem>

#include <unistd.h>
#include <xlsxwriter.h>

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t first_serial = 25'569; // 1970-01-01
constexpr std::size_t title_characters = 1'000;

void require_written(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw Error(Fault::outage, std::string("Cannot write the workbook: ") + lxw_strerror(error) + ".");
}

std::size_t decimals_in(const std::string& number) {
    const auto point = number.find('.');
    return point == std::string::npos ? 0 : number.size() - point - 1;
}

} // namespace

Book::Book(const std::string& title, const std::string& author) {
    file_ = (fs::temp_directory_path() / "quarterday-XXXXXX").string();
    const int file = ::mkstemp(file_.data());
    if (file < 0)
        throw Error(Fault::outage, "Cannot write a temporary file in " + fs::temp_directory_path().string() + ".");
    ::close(file);
    book_ = workbook_new(file_.c_str());
    if (book_ == nullptr) throw Error(Fault::outage, "Cannot write a workbook: there is too little memory.");
    title_ = workbook_add_format(book_);
    format_set_bold(title_);
    format_set_font_size(title_, 16);
    heading_ = text_format();
    format_set_bold(heading_);
    text_ = text_format();
    typed_ = text_format();
    format_set_num_format_index(typed_, 49); // "@": what is typed stays as it is typed
    date_ = text_format();
    format_set_num_format(date_, "yyyy-mm-dd");
    mark_ = text_format();
    format_set_align(mark_, LXW_ALIGN_RIGHT);
    link_ = text_format();
    format_set_underline(link_, LXW_UNDERLINE_SINGLE);
    lxw_doc_properties properties{};
    std::string of = title, by = author, comments = "Written by Quarterday; quarterday import reads it.";
    properties.title = of.data();
    properties.author = by.data();
    properties.comments = comments.data();
    properties.created = 946'684'800; // 2000-01-01, never the moment of writing
    require_written(workbook_set_properties(book_, &properties));
}

Book::~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
    ::unlink(file_.c_str());
}

lxw_format* Book::text_format() {
    lxw_format* format = workbook_add_format(book_);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* Book::number_format(std::size_t decimals) {
    lxw_format*& format = numbers_[decimals];
    if (format == nullptr) {
        format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_num_format(format, ("#,##0" + (decimals == 0 ? "" : "." + std::string(decimals, '0'))).c_str());
    }
    return format;
}

void Book::refuse(std::size_t row, const std::string& what) const {
    throw Error(Fault::request, "The table " + table_.sheet + " does not fit into a workbook: row " +
                                    std::to_string(row) + " " + what + " Export a folder instead.");
}

lxw_worksheet* Book::new_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw Error(Fault::request, "The workbook has too many sheets at “" + name + "”.");
    worksheet_set_paper(sheet, 9); // A4
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
}

void Book::add_cover(const std::string& title, const std::vector<std::string>& lines) {
    lxw_worksheet* sheet = new_sheet("Cover");
    worksheet_set_column(sheet, 0, 0, 90, nullptr);
    lxw_row_t row = 0;
    require_written(
        worksheet_write_string(sheet, row++, 0, with_escapes(shorten(title, title_characters)).c_str(), title_));
    for (const std::string& line : lines)
        require_written(worksheet_write_string(sheet, row++, 0, with_escapes(line).c_str(), text_));
}

void Book::begin(const BookTable& table) {
    table_ = table;
    if (table.rows + table.lines.size() + 3 > LXW_ROW_MAX) refuse(LXW_ROW_MAX, "is beyond the last a sheet has.");
    sheet_ = new_sheet(table.sheet);
    lxw_row_t row = 0;
    const auto line = [&](const std::string& text, lxw_format* format) {
        require_written(worksheet_write_string(sheet_, row++, 0, with_escapes(text).c_str(), format));
    };
    line(shorten(table.title, title_characters), title_);
    line(std::string(one_table_line), nullptr);
    for (const std::string& text : table.lines) line(text, nullptr);
    first_ = row + std::size_t{1};
    std::vector<lxw_table_column> columns(table.columns.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        BookTable::Column& from = table_.columns[i];
        columns[i].header = from.heading.data();
        columns[i].header_format = heading_;
        pointers.push_back(&columns[i]);
        const auto at = static_cast<lxw_col_t>(i);
        lxw_format* format = from.kind == CellKind::number ? nullptr : from.kind == CellKind::date ? date_ : typed_;
        worksheet_set_column(sheet_, at, at, from.width, format);
        if (table.rows == 0) require_written(worksheet_write_string(sheet_, row, at, from.heading.c_str(), heading_));
    }
    pointers.push_back(nullptr);
    std::string name = "table_" + lower(table.sheet);
    lxw_table_options options{};
    options.name = name.data();
    options.no_autofilter = table.is_filtered ? LXW_FALSE : LXW_TRUE;
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    if (table.rows > 0) // a table without a row cannot be marked as one
        require_written(worksheet_add_table(sheet_, row, 0, row + static_cast<lxw_row_t>(table.rows),
                                            static_cast<lxw_col_t>(columns.size() - 1), &options));
    worksheet_repeat_rows(sheet_, row, row);
    if (table.is_filtered) worksheet_freeze_panes(sheet_, row + 1, 0);
}

void Book::write_text(std::size_t row, std::size_t column, const std::string& text, lxw_format* format) {
    if (display_width(text) > most_cell_characters)
        refuse(row + 2, "has a text of more than 32,767 characters."); // as the row of a folder's table
    require_written(worksheet_write_string(sheet_, static_cast<lxw_row_t>(first_ + row), static_cast<lxw_col_t>(column),
                                           with_escapes(text).c_str(), format));
}

// A number or date becomes one only where it comes back as the same text.
void Book::write(std::size_t row, std::size_t column, const std::string& text) {
    if (text.empty()) return;
    const CellKind kind = table_.columns[column].kind;
    const auto number = [&](double value, lxw_format* format) {
        require_written(worksheet_write_number(sheet_, static_cast<lxw_row_t>(first_ + row),
                                               static_cast<lxw_col_t>(column), value, format));
    };
    if (const auto date = Date::parse(text);
        kind == CellKind::date && date && date_of_serial(date->days_since_1970() + first_serial))
        number(static_cast<double>(date->days_since_1970() + first_serial), date_);
    else if (kind == CellKind::number && Decimal::parse(text) &&
             number_text(std::strtod(text.c_str(), nullptr)) == text)
        number(std::strtod(text.c_str(), nullptr), number_format(decimals_in(text)));
    else
        write_text(row, column, text, typed_);
}

void Book::write_mark(std::size_t row, std::size_t column, std::string_view mark) {
    write_text(row, column, std::string(mark), mark_);
}

void Book::write_link(std::size_t row, std::size_t column, const std::string& sheet) {
    require_written(worksheet_write_url_opt(sheet_, static_cast<lxw_row_t>(first_ + row),
                                            static_cast<lxw_col_t>(column), ("internal:'" + sheet + "'!A1").c_str(),
                                            link_, sheet.c_str(), nullptr));
}

std::string Book::finish() {
    const lxw_error failed = workbook_close(book_);
    book_ = nullptr;
    require_written(failed);
    return read_file(file_);
}

} // namespace qd::inline exchange
