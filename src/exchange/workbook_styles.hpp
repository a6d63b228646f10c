#pragma once

#include "exchange/sheet.hpp"

#include <unordered_map>
#include <vector>

#include <orcus/spreadsheet/import_interface.hpp>

namespace qd {

// Of all the styles of a workbook only what its number formats make of a number is kept.
class StylesImport : public orcus::spreadsheet::iface::import_styles {
    using color = orcus::spreadsheet::color_elem_t;

public:
    // What the cell format of that index makes of a number.
    NumberFormat format(std::size_t cell_format) const {
        if (cell_format >= cell_formats_.size()) return NumberFormat::plain;
        const auto own = own_.find(cell_formats_[cell_format]);
        return own == own_.end() ? number_format_of(cell_formats_[cell_format]) : own->second;
    }

    void set_number_format_identifier(std::size_t id) override { id_ = id; }
    void set_number_format_code(std::string_view code) override { code_ = number_format_of(code); }
    std::size_t commit_number_format() override {
        own_[id_] = code_;
        return own_.size() - 1;
    }
    void set_xf_number_format(std::size_t id) override { of_cell_ = id; }
    std::size_t commit_cell_xf() override {
        cell_formats_.push_back(of_cell_);
        of_cell_ = 0;
        return cell_formats_.size() - 1;
    }
    std::size_t commit_cell_style_xf() override {
        of_cell_ = 0;
        return style_formats_++;
    }
    std::size_t commit_dxf() override {
        of_cell_ = 0;
        return 0;
    }

    void set_font_count(std::size_t) override {}
    void set_font_bold(bool) override {}
    void set_font_italic(bool) override {}
    void set_font_name(std::string_view) override {}
    void set_font_size(double) override {}
    void set_font_underline(orcus::spreadsheet::underline_t) override {}
    void set_font_underline_width(orcus::spreadsheet::underline_width_t) override {}
    void set_font_underline_mode(orcus::spreadsheet::underline_mode_t) override {}
    void set_font_underline_type(orcus::spreadsheet::underline_type_t) override {}
    void set_font_underline_color(color, color, color, color) override {}
    void set_font_color(color, color, color, color) override {}
    void set_strikethrough_style(orcus::spreadsheet::strikethrough_style_t) override {}
    void set_strikethrough_type(orcus::spreadsheet::strikethrough_type_t) override {}
    void set_strikethrough_width(orcus::spreadsheet::strikethrough_width_t) override {}
    void set_strikethrough_text(orcus::spreadsheet::strikethrough_text_t) override {}
    std::size_t commit_font() override { return 0; }
    void set_fill_count(std::size_t) override {}
    void set_fill_pattern_type(orcus::spreadsheet::fill_pattern_t) override {}
    void set_fill_fg_color(color, color, color, color) override {}
    void set_fill_bg_color(color, color, color, color) override {}
    std::size_t commit_fill() override { return 0; }
    void set_border_count(std::size_t) override {}
    void set_border_style(orcus::spreadsheet::border_direction_t, orcus::spreadsheet::border_style_t) override {}
    void set_border_color(orcus::spreadsheet::border_direction_t, color, color, color, color) override {}
    void set_border_width(orcus::spreadsheet::border_direction_t, double, orcus::length_unit_t) override {}
    std::size_t commit_border() override { return 0; }
    void set_cell_hidden(bool) override {}
    void set_cell_locked(bool) override {}
    void set_cell_print_content(bool) override {}
    void set_cell_formula_hidden(bool) override {}
    std::size_t commit_cell_protection() override { return 0; }
    void set_number_format_count(std::size_t) override {}
    void set_cell_xf_count(std::size_t) override {}
    void set_cell_style_xf_count(std::size_t) override {}
    void set_dxf_count(std::size_t) override {}
    void set_xf_font(std::size_t) override {}
    void set_xf_fill(std::size_t) override {}
    void set_xf_border(std::size_t) override {}
    void set_xf_protection(std::size_t) override {}
    void set_xf_style_xf(std::size_t) override {}
    void set_xf_apply_alignment(bool) override {}
    void set_xf_horizontal_alignment(orcus::spreadsheet::hor_alignment_t) override {}
    void set_xf_vertical_alignment(orcus::spreadsheet::ver_alignment_t) override {}
    void set_cell_style_count(std::size_t) override {}
    void set_cell_style_name(std::string_view) override {}
    void set_cell_style_xf(std::size_t) override {}
    void set_cell_style_builtin(std::size_t) override {}
    void set_cell_style_parent_name(std::string_view) override {}
    std::size_t commit_cell_style() override { return 0; }

private:
    std::unordered_map<std::size_t, NumberFormat> own_; // formats of the workbook itself, by number
    std::vector<std::size_t> cell_formats_;             // number of the format, by cell format
    std::size_t id_ = 0, of_cell_ = 0, style_formats_ = 0;
    NumberFormat code_ = NumberFormat::plain;
};

} // namespace qd
