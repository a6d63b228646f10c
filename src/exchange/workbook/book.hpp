#pragma once

#include "exchange/table.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace qd::inline exchange {

// The line below the title of a sheet. A table by this line is found again, whatever else is said above it.
constexpr std::string_view one_table_line = "This worksheet contains one table.";

// How the table of a sheet looks; its cells are written one by one.
struct BookTable {
    struct Column {
        std::string heading;
        CellKind kind = CellKind::text;
        double width = 12; // characters
    };
    std::string sheet, title;
    std::vector<std::string> lines; // between title and table
    std::vector<Column> columns;
    std::size_t rows = 0; // without the headings
    bool is_filtered = false;
};

// A workbook under construction, in a file of its own that is gone with it. Each sheet has its title in A1 and at most one
// table, which is marked as one; nothing is merged, nothing is said by colour. Equal contents give equal bytes.
class Book {
public:
    Book(const std::string& title, const std::string& author);
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book();

    void add_cover(const std::string& title, const std::vector<std::string>& lines);

    // Begins a sheet; then its cells, in any order. Rows count from 0 below the headings.
    void begin(const BookTable& table);
    void write(std::size_t row, std::size_t column, const std::string& text);    // as its column says
    void write_mark(std::size_t row, std::size_t column, std::string_view mark); // "[c]", in place of a number
    void write_link(std::size_t row, std::size_t column, const std::string& sheet);

    std::string finish(); // the bytes

private:
    lxw_worksheet* new_sheet(const std::string& name);
    void write_text(std::size_t row, std::size_t column, const std::string& text, lxw_format* format);
    lxw_format* text_format();
    lxw_format* number_format(std::size_t decimals);
    [[noreturn]] void refuse(std::size_t row, const std::string& what) const;

    std::string file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    BookTable table_;
    std::size_t first_ = 0; // the row of the sheet below the headings
    lxw_format *title_ = nullptr, *heading_ = nullptr, *text_ = nullptr, *typed_ = nullptr, *date_ = nullptr,
               *mark_ = nullptr, *link_ = nullptr;
    std::map<std::size_t, lxw_format*> numbers_; // by decimals
};

} // namespace qd::inline exchange
