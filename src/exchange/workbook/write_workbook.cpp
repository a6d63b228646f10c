#include "base/base64.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/tables.hpp"
#include "exchange/values.hpp"
#include "exchange/workbook/sheet.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>
#include <xlsxwriter.h>

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t part_characters = 30'000; // of a file, in one cell
constexpr std::int64_t first_serial = 25'569;   // 1970-01-01

[[noreturn]] void refuse(const std::string& table, std::size_t row, const std::string& what) {
    throw Error(Fault::request, "The table " + table + " does not fit into a workbook: row " + std::to_string(row) +
                                    " " + what + " Export a folder instead.");
}

// A workbook under construction, in a file of its own that is gone with it.
class Workbook {
public:
    Workbook() {
        name_ = (fs::temp_directory_path() / "quarterday-XXXXXX").string();
        const int file = ::mkstemp(name_.data());
        if (file < 0)
            throw Error(Fault::outage, "Cannot write a temporary file in " + fs::temp_directory_path().string() + ".");
        ::close(file);
        book_ = workbook_new(name_.c_str());
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        text_ = workbook_add_format(book_);
        format_set_num_format_index(text_, 49); // "@": what is typed stays as it is typed
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "yyyy-mm-dd");
        describe();
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (book_ != nullptr) lxw_workbook_free(book_);
        ::unlink(name_.c_str());
    }

    void add_table(const std::string& name, const std::string& csv, const std::vector<TableKind::Heading>& headings) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        worksheet_freeze_panes(sheet, 1, 0);
        ComplaintBook none;
        std::size_t row = 0; // of the sheet: a cell of several lines is in one
        read_csv(csv, name, none, [&](std::size_t, std::span<const std::string_view> cells) {
            if (row >= LXW_ROW_MAX) refuse(name, row, "is beyond the last a sheet has.");
            for (std::size_t i = 0; i < std::min(cells.size(), headings.size()); ++i)
                write(sheet, name, row, i, std::string(cells[i]), row == 0 ? nullptr : &headings[i]);
            ++row;
        });
        if (none.count() > 0) refuse(name, row + 1, "cannot be read back.");
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const double width = static_cast<double>(std::clamp<std::size_t>(headings[i].name.size() + 2, 12, 40));
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet, column, column, width, format_of(headings[i].kind));
        }
    }

    std::string finish() {
        const lxw_error failed = workbook_close(book_);
        book_ = nullptr;
        if (failed != LXW_NO_ERROR)
            throw Error(Fault::outage, std::string("Cannot write the workbook: ") + lxw_strerror(failed) + ".");
        return read_file(name_);
    }

private:
    // Nothing about the moment of writing, so that equal contents give equal bytes.
    void describe() {
        lxw_doc_properties properties{};
        std::string title = "Council folder", comments = "Written by Quarterday; quarterday import reads it.";
        properties.title = title.data();
        properties.comments = comments.data();
        properties.created = 946'684'800; // 2000-01-01
        workbook_set_properties(book_, &properties);
    }

    lxw_format* format_of(CellKind kind) const {
        return kind == CellKind::number ? nullptr : kind == CellKind::date ? date_ : text_;
    }

    // A number or date becomes one only where it comes back as the same text.
    void write(lxw_worksheet* sheet, const std::string& table, std::size_t row, std::size_t column,
               const std::string& text, const TableKind::Heading* heading) {
        const auto at_row = static_cast<lxw_row_t>(row);
        const auto at_column = static_cast<lxw_col_t>(column);
        if (text.empty()) return;
        if (display_width(text) > most_cell_characters)
            refuse(table, row + 1, "has a text of more than 32,767 characters.");
        const CellKind kind = heading == nullptr ? CellKind::text : heading->kind;
        lxw_error failed = LXW_NO_ERROR;
        if (const auto date = Date::parse(text);
            kind == CellKind::date && date && date_of_serial(date->days_since_1970() + first_serial))
            failed = worksheet_write_number(sheet, at_row, at_column,
                                            static_cast<double>(date->days_since_1970() + first_serial), date_);
        else if (kind == CellKind::number && Decimal::parse(text) &&
                 number_text(std::strtod(text.c_str(), nullptr)) == text)
            failed = worksheet_write_number(sheet, at_row, at_column, std::strtod(text.c_str(), nullptr), nullptr);
        else
            failed = worksheet_write_string(sheet, at_row, at_column, with_escapes(text).c_str(),
                                            heading == nullptr ? heading_ : text_);
        if (failed != LXW_NO_ERROR)
            throw Error(Fault::outage, std::string("Cannot write the workbook: ") + lxw_strerror(failed) + ".");
    }

    std::string name_;
    lxw_workbook* book_ = nullptr;
    lxw_format *heading_ = nullptr, *text_ = nullptr, *date_ = nullptr;
};

// Cut between characters, never within one.
std::vector<std::string> cut(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t end = std::min(text.size(), part_characters);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return parts;
}

} // namespace

void write_workbook(const std::vector<SourceFile>& files, const fs::path& path) {
    Workbook workbook;
    std::string others = "path,text\n";
    for (const SourceFile& file : files) {
        const std::string stem = file.path.substr(0, file.path.rfind('.'));
        if (const TableKind* kind = find_table_kind(stem); kind != nullptr && file.path.ends_with(".csv")) {
            workbook.add_table(stem, file.bytes, kind->headings());
            continue;
        }
        const std::string text =
            is_template_path(file.path) ? base64(file.bytes) : replace_all(file.bytes, "\r\n", "\n");
        for (const std::string& part : cut(text)) {
            append_csv_cell(others, file.path);
            others += ',';
            append_csv_cell(others, part);
            others += '\n';
        }
    }
    workbook.add_table(std::string(files_sheet), others, {{"path", CellKind::text}, {"text", CellKind::text}});
    write_file(path, workbook.finish());
}

} // namespace qd::inline exchange
