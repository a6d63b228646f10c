#pragma once

#include "exchange/workbook/archive.hpp"
#include "exchange/workbook/fills.hpp"
#include "exchange/workbook/sheet.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// Thrown where a part of a workbook is not as it should be; says which and why.
class WorkbookFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// What is left of what a workbook of this size may contain, over all sheets; anything more is thrown as a WorkbookFault.
class Budget {
public:
    explicit Budget(std::size_t file_bytes);
    void take_cell(std::size_t bytes); // of text
    std::size_t most_cells() const { return most_cells_; }

private:
    std::size_t most_cells_, most_bytes_, cells_ = 0, bytes_ = 0;
};

// What a workbook says about itself, apart from its cells (Office Open XML, ECMA-376 part 1, 18).
struct WorkbookFrame {
    struct SheetPart {
        std::string name;
        std::string path; // of its part
        bool hidden = false;
    };
    std::vector<SheetPart> sheets;
    std::shared_ptr<const SharedTexts> strings;
    std::vector<NumberFormat> formats; // by cell format
    std::vector<Fill> fills;           // the same
    int serial_of_1900 = 0;            // 1462 where days are counted from 1904
};
std::vector<std::string> names_of_sheets(const WorkbookParts& outline); // the rest of the frame is not looked at
// The parts that it was read from are let go of.
WorkbookFrame read_frame(WorkbookParts& parts, const Budget& budget);

// The cells of one sheet: numbers as people write them, formulas by the results that were saved with them.
// Complains of cells with an error or a formula without its result. `place` names the sheet; it is read from the bytes of the
// `workbook` if it is not among the parts.
Sheet read_sheet(const WorkbookFrame::SheetPart& sheet, const WorkbookParts& parts, const WorkbookFrame& frame,
                 const std::string& place, Budget& budget, ComplaintBook& complaints, std::string_view workbook);

const std::string& part_at(const WorkbookParts& parts, std::string_view path); // throws if it is not there
// "_x000D_" means the character of that number if XML could not contain it.
std::string without_escapes(std::string_view text);
std::string with_escapes(std::string_view text); // so that a text that looks like one comes back as it was

} // namespace qd::inline exchange
