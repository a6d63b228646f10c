#pragma once

#include "exchange/workbook/archive.hpp"
#include "exchange/workbook/sheet.hpp"

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

// What a workbook says of itself, apart from its cells (Office Open XML, ECMA-376 part 1, 18).
struct WorkbookFrame {
    struct SheetPart {
        std::string name;
        std::string path; // of its part
    };
    std::vector<SheetPart> sheets;
    std::vector<std::string> strings;  // those that cells share
    std::vector<NumberFormat> formats; // by cell format
    int serial_of_1900 = 0;            // 1462 where days are counted from 1904
};
WorkbookFrame read_frame(const WorkbookParts& parts);

// The cells of one sheet: numbers as people write them, formulas by the results that were saved with them.
// Complains of cells that hold an error or a formula without its result. `place` names the sheet.
Sheet read_sheet(const WorkbookFrame::SheetPart& sheet, const WorkbookParts& parts, const WorkbookFrame& frame,
                 const std::string& place, ComplaintBook& complaints);

const std::string& part_at(const WorkbookParts& parts, std::string_view path); // throws if it is not there
// "_x000D_" stands for the character of that number where XML could not hold it.
std::string without_escapes(std::string_view text);
std::string with_escapes(std::string_view text); // so that a text that looks like one comes back as it was

} // namespace qd::inline exchange
