#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qd {

// One thing wrong with what was handed in: where it is, what it says, what is wrong, what to do.
struct Complaint {
    std::string file;    // as the person knows it: "returns.csv", "scorecard.xlsx sheet returns"
    std::size_t row = 0; // 1-based line or row, the heading being 1; 0 = the whole file
    std::string column;  // heading, or key for TOML; empty = the whole row
    std::string value;   // as handed in, shortened for display by print()
    std::string message; // what is wrong
    std::string remedy;  // what to do

    friend bool operator==(const Complaint&, const Complaint&) = default;
};

using Complaints = std::vector<Complaint>;

// "returns.csv row 7, column numerator, value “x1”: is not a number. Write digits only, such as 19252."
std::string print(const Complaint& complaint);

// The same complaint about several rows, once, at the first of them: "returns.csv rows 7, 8, 12 and 95 more, column
// value, value “TBC”: …"
struct GroupedComplaint {
    std::string text;
    std::size_t count = 1; // of the complaints it represents
};
std::vector<GroupedComplaint> print_grouped(const Complaints& complaints);

} // namespace qd
