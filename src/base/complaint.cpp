#include "base/complaint.hpp"

#include "base/text.hpp"

#include <map>
#include <tuple>

namespace qd {
namespace {

constexpr std::size_t rows_named = 3;

// "row 7", "rows 7 and 8", "rows 7, 8, 12 and 95 more"
std::string name_rows(const std::vector<std::size_t>& rows) {
    std::string out = rows.size() == 1 ? "row " : "rows ";
    const std::size_t named = rows.size() <= rows_named + 1 ? rows.size() : rows_named;
    for (std::size_t i = 0; i < named; ++i) {
        const bool is_last = i + 1 == rows.size();
        out += (i == 0 ? "" : is_last ? " and " : ", ") + std::to_string(rows[i]);
    }
    if (named < rows.size()) out += " and " + std::to_string(rows.size() - named) + " more";
    return out;
}

std::string print(const Complaint& complaint, const std::vector<std::size_t>& rows) {
    std::string out = complaint.file;
    if (!rows.empty()) out += " " + name_rows(rows);
    if (!complaint.column.empty()) out += ", column " + complaint.column;
    if (!complaint.value.empty()) out += ", value “" + shorten(complaint.value, 60) + "”";
    out += ": " + complaint.message;
    if (!complaint.remedy.empty()) out += " " + complaint.remedy;
    return out;
}

} // namespace

std::string print(const Complaint& complaint) {
    return print(complaint, complaint.row > 0 ? std::vector{complaint.row} : std::vector<std::size_t>{});
}

std::vector<GroupedComplaint> print_grouped(const Complaints& complaints) {
    struct Group {
        const Complaint* first;
        std::vector<std::size_t> rows;
        std::size_t count;
    };
    std::vector<Group> groups;
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, std::size_t> places;
    for (const Complaint& each : complaints) {
        const auto [place, fresh] = places.try_emplace(
            std::tuple(each.file, each.column, each.value, each.message, each.remedy), groups.size());
        if (fresh) groups.push_back({&each, {}, 0});
        ++groups[place->second].count;
        if (each.row > 0) groups[place->second].rows.push_back(each.row);
    }
    std::vector<GroupedComplaint> lines;
    for (const Group& group : groups) lines.push_back({print(*group.first, group.rows), group.count});
    return lines;
}

} // namespace qd
