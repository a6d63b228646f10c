#pragma once

#include "exchange/sheet.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include <orcus/spreadsheet/import_interface.hpp>

// What liborcus tells of a workbook while it reads one, kept until all of it is known: a cell's text may come before its
// strings, and its format after it.
namespace qd {

namespace iface = orcus::spreadsheet::iface;

// Thrown from within the reading, to end it.
class TooManyCells : public std::runtime_error {
public:
    TooManyCells() : std::runtime_error("The workbook holds too many cells.") {}
};

class StringsImport : public iface::import_shared_strings {
public:
    std::size_t append(std::string_view text) override;
    std::size_t add(std::string_view text) override { return append(text); }
    void append_segment(std::string_view text) override { segments_ += text; }
    std::size_t commit_segments() override;
    void set_segment_font(std::size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(orcus::spreadsheet::color_elem_t, orcus::spreadsheet::color_elem_t,
                                orcus::spreadsheet::color_elem_t, orcus::spreadsheet::color_elem_t) override {}
    const std::string* find(std::size_t index) const { return index < strings_.size() ? &strings_[index] : nullptr; }

private:
    std::vector<std::string> strings_;
    std::string segments_;
};

struct SharedText {
    std::size_t index;
};
struct NoResult {}; // a formula that was saved without its result
using CellContent = std::variant<std::string, SharedText, double, bool, NoResult>;

// A formula counts for the result that was saved with it.
class SheetImport;
class FormulaImport : public iface::import_formula {
public:
    explicit FormulaImport(SheetImport& sheet) : sheet_(sheet) {}
    void set_position(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column) override;
    void set_formula(orcus::spreadsheet::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(std::size_t) override {}
    void set_result_string(std::string_view text) override { result_ = std::string(text); }
    void set_result_value(double value) override { result_ = value; }
    void set_result_bool(bool value) override { result_ = value; }
    void set_result_empty() override { result_ = std::string(); }
    void commit() override;

private:
    SheetImport& sheet_;
    orcus::spreadsheet::row_t row_ = 0;
    orcus::spreadsheet::col_t column_ = 0;
    CellContent result_ = NoResult();
};

class ArrayFormulaImport : public iface::import_array_formula {
public:
    explicit ArrayFormulaImport(SheetImport& sheet) : sheet_(sheet) {}
    void set_range(const orcus::spreadsheet::range_t&) override {}
    void set_formula(orcus::spreadsheet::formula_grammar_t, std::string_view) override {}
    void set_result_string(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column,
                           std::string_view text) override;
    void set_result_value(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, double value) override;
    void set_result_bool(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, bool value) override;
    void set_result_empty(orcus::spreadsheet::row_t, orcus::spreadsheet::col_t) override {}
    void commit() override {}

private:
    SheetImport& sheet_;
};

class SheetImport : public iface::import_sheet {
public:
    struct Put {
        std::uint32_t row, column;
        CellContent content;
    };

    SheetImport(std::string name, std::size_t& cells_left)
        : name_(std::move(name)), cells_left_(cells_left), formula_(*this), array_formula_(*this) {}
    const std::string& name() const { return name_; }
    const std::vector<Put>& cells() const { return cells_; }
    std::size_t format_of(const Put& cell) const;

    void put(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, CellContent content);
    iface::import_formula* get_formula() override { return &formula_; }
    iface::import_array_formula* get_array_formula() override { return &array_formula_; }
    void set_auto(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, std::string_view text) override {
        put(row, column, std::string(text));
    }
    void set_string(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column,
                    orcus::spreadsheet::string_id_t index) override {
        put(row, column, SharedText{index});
    }
    void set_value(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, double value) override {
        put(row, column, value);
    }
    void set_bool(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, bool value) override {
        put(row, column, value);
    }
    void set_date_time(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, int year, int month, int day,
                       int hour, int minute, double second) override;
    void set_format(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, std::size_t format) override;
    void set_format(orcus::spreadsheet::row_t, orcus::spreadsheet::col_t, orcus::spreadsheet::row_t,
                    orcus::spreadsheet::col_t, std::size_t) override {}
    void fill_down_cells(orcus::spreadsheet::row_t, orcus::spreadsheet::col_t, orcus::spreadsheet::row_t) override {}
    orcus::spreadsheet::range_size_t get_sheet_size() const override { return {1 << 20, 1 << 14}; }

private:
    std::string name_;
    std::size_t& cells_left_;
    FormulaImport formula_;
    ArrayFormulaImport array_formula_;
    std::vector<Put> cells_;
    std::unordered_map<std::uint64_t, std::size_t> formats_; // by row and column; only of formats other than 0
};

} // namespace qd
