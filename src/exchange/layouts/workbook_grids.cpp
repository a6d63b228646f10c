#include "exchange/layouts/grid.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <tuple>

namespace qd::inline exchange {
namespace {

SheetGrid grid_of(Sheet sheet, bool hidden) {
    SheetGrid grid;
    grid.name = sheet.name();
    grid.hidden = hidden;
    grid.merged = sheet.look().merged;
    grid.hidden_parts = sheet.look().hidden;
    grid.fills = sheet.look().fills;
    grid.has_too_many_fills = sheet.look().has_too_many_fills;
    std::ranges::stable_sort(grid.fills, {}, [](const CellFill& fill) { return std::tuple(fill.row, fill.column); });
    grid.cells = sheet.take_cells();
    grid.keeps = sheet.texts();
    grid.index();
    return grid;
}

} // namespace

std::vector<SheetGrid> read_workbook_grids(const SourceFile& workbook, ComplaintBook& complaints) {
    auto parts = unpack_workbook(workbook.text(), Unpacked::outline);
    if (!parts) {
        complaints.add({workbook.path, 0, "", "", parts.error().message, parts.error().remedy});
        return {};
    }
    std::vector<SheetGrid> grids;
    try {
        Budget budget(workbook.text().size());
        const WorkbookFrame frame = read_frame(*parts, budget);
        std::size_t cells = 0;
        for (const WorkbookFrame::SheetPart& part : frame.sheets) {
            ComplaintBook own;
            Sheet sheet =
                read_sheet(part, *parts, frame, workbook.path + " sheet " + part.name, budget, own, workbook.text());
            if (cells += sheet.size(); cells > most_sheet_cells)
                throw WorkbookFault("it has more than " + std::to_string(most_sheet_cells) +
                                    " cells, more than a layout can read");
            grids.push_back(grid_of(std::move(sheet), part.hidden));
            grids.back().complaints = own.take();
        }
    } catch (const WorkbookFault& fault) {
        complaints.add({workbook.path, 0, "", "", "The workbook cannot be read: " + std::string(fault.what()) + ".",
                        "Open it in the spreadsheet program and save it again, or hand the tables in as CSV."});
    }
    return grids;
}

} // namespace qd::inline exchange
