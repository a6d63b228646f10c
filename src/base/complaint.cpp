#include "base/complaint.hpp"

#include "base/text.hpp"

namespace qd {

std::string print(const Complaint& complaint) {
    std::string out = complaint.file;
    if (complaint.row > 0) out += " row " + std::to_string(complaint.row);
    if (!complaint.column.empty()) out += ", column " + complaint.column;
    if (!complaint.value.empty()) out += ", value “" + shorten(complaint.value, 60) + "”";
    out += ": " + complaint.message;
    if (!complaint.remedy.empty()) out += " " + complaint.remedy;
    return out;
}

} // namespace qd
