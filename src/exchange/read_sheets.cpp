#include "base/text.hpp"
#include "exchange/archive.hpp"
#include "exchange/sheet_import.hpp"
#include "exchange/workbook.hpp"
#include "exchange/workbook_styles.hpp"

#include <algorithm>

#include <orcus/orcus_xlsx.hpp>

namespace qd {
namespace {

using orcus::spreadsheet::formula_ref_context_t;

constexpr std::size_t most_cells = 20'000'000;

class SettingsImport : public iface::import_global_settings {
public:
    int serial_of_1900() const { return offset_; }
    void set_origin_date(int year, int, int) override { offset_ = year == 1904 ? 1'462 : 0; }
    void set_default_formula_grammar(orcus::spreadsheet::formula_grammar_t grammar) override { grammar_ = grammar; }
    orcus::spreadsheet::formula_grammar_t get_default_formula_grammar() const override { return grammar_; }
    void set_character_set(orcus::character_set_t) override {}

private:
    int offset_ = 0;
    orcus::spreadsheet::formula_grammar_t grammar_ = orcus::spreadsheet::formula_grammar_t::xlsx;
};

// "B12" → row 11, column 1; rows and columns beyond a sheet's are cut to its last, which no figure stands in.
class ReferencesImport : public iface::import_reference_resolver {
public:
    orcus::spreadsheet::src_address_t resolve_address(std::string_view text) override {
        orcus::spreadsheet::src_address_t address{0, 0, 0};
        for (const char c : text) {
            if (c >= 'A' && c <= 'Z')
                address.column = std::min(address.column * 26 + (c - 'A' + 1), 1 << 14);
            else if (c >= 'a' && c <= 'z')
                address.column = std::min(address.column * 26 + (c - 'a' + 1), 1 << 14);
            else if (c >= '0' && c <= '9')
                address.row = std::min(address.row * 10 + (c - '0'), 1 << 20);
            else if (c != '$')
                throw std::invalid_argument("“" + std::string(text) + "” is no place in a sheet");
        }
        --address.row;
        --address.column;
        return address;
    }
    orcus::spreadsheet::src_range_t resolve_range(std::string_view text) override {
        const auto colon = text.find(':');
        const auto first = resolve_address(text.substr(0, colon));
        return {first, colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1))};
    }
};

class WorkbookImport : public iface::import_factory {
public:
    const std::vector<std::unique_ptr<SheetImport>>& sheets() const { return sheets_; }
    const StringsImport& strings() const { return strings_; }
    NumberFormat format(std::size_t cell_format) const { return styles_.format(cell_format); }
    int serial_of_1900() const { return settings_.serial_of_1900(); }

    iface::import_global_settings* get_global_settings() override { return &settings_; }
    iface::import_shared_strings* get_shared_strings() override { return &strings_; }
    iface::import_styles* get_styles() override { return &styles_; }
    iface::import_reference_resolver* get_reference_resolver(formula_ref_context_t) override { return &references_; }
    iface::import_sheet* append_sheet(orcus::spreadsheet::sheet_t, std::string_view name) override {
        sheets_.push_back(std::make_unique<SheetImport>(std::string(name), cells_left_));
        return sheets_.back().get();
    }
    iface::import_sheet* get_sheet(std::string_view name) override {
        const auto found = std::ranges::find_if(sheets_, [&](const auto& sheet) { return sheet->name() == name; });
        return found == sheets_.end() ? nullptr : found->get();
    }
    iface::import_sheet* get_sheet(orcus::spreadsheet::sheet_t index) override {
        const auto at = static_cast<std::size_t>(index);
        return index < 0 || at >= sheets_.size() ? nullptr : sheets_[at].get();
    }
    void finalize() override {}

private:
    std::size_t cells_left_ = most_cells;
    SettingsImport settings_;
    StringsImport strings_;
    StylesImport styles_;
    ReferencesImport references_;
    std::vector<std::unique_ptr<SheetImport>> sheets_;
};

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string text_of(const SheetImport::Put& cell, const SheetImport& sheet, const WorkbookImport& workbook) {
    if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    if (const auto* number = std::get_if<double>(&cell.content))
        return number_text(*number, workbook.format(sheet.format_of(cell)), workbook.serial_of_1900());
    if (const auto* truth = std::get_if<bool>(&cell.content)) return *truth ? "yes" : "no";
    if (const auto* shared = std::get_if<SharedText>(&cell.content))
        if (const std::string* text = workbook.strings().find(shared->index)) return *text;
    return {};
}

std::shared_ptr<Sheet> as_text(const SheetImport& imported, const WorkbookImport& workbook, const std::string& place,
                               ComplaintBook& complaints) {
    auto sheet = std::make_shared<Sheet>(imported.name());
    const auto complain = [&](const SheetImport::Put& cell, const std::string& message, const std::string& remedy) {
        complaints.add({place, cell.row + std::size_t{1}, column_letters(cell.column), "", message, remedy});
    };
    for (const SheetImport::Put& cell : imported.cells()) {
        std::string text = text_of(cell, imported, workbook);
        if (std::holds_alternative<NoResult>(cell.content))
            complain(cell, "The cell holds a formula that was saved without its result.",
                     "Open the workbook in a spreadsheet program and save it, or write the figure itself.");
        else if (!is_utf8(text))
            complain(cell, "The cell holds bytes that are not UTF-8 text.", "Type the text again.");
        else if (!text.empty())
            sheet->put(cell.row, cell.column, std::move(text));
    }
    sheet->sort();
    return sheet;
}

} // namespace

std::vector<std::shared_ptr<Sheet>> read_sheets(std::string_view bytes, const std::string& file,
                                                ComplaintBook& complaints) {
    const auto refuse = [&](const std::string& message, const std::string& remedy) {
        complaints.add({file, 0, "", "", message, remedy});
        return std::vector<std::shared_ptr<Sheet>>();
    };
    const auto archive = plain_archive(bytes);
    if (!archive) return refuse(archive.error().message, archive.error().remedy);
    WorkbookImport workbook;
    try {
        orcus::orcus_xlsx(&workbook).read_stream(*archive);
    } catch (const TooManyCells&) {
        return refuse("The workbook holds more than 20 million cells.", "Hand large tables in as CSV.");
    } catch (const std::exception& error) {
        return refuse("The workbook cannot be read: " + shorten(error.what(), 100) + ".",
                      "Open it in the spreadsheet program and save it again.");
    }
    std::vector<std::shared_ptr<Sheet>> sheets;
    for (const auto& sheet : workbook.sheets())
        sheets.push_back(as_text(*sheet, workbook, file + " sheet " + sheet->name(), complaints));
    return sheets;
}

} // namespace qd
