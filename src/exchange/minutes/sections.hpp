#pragma once

#include "base/complaint.hpp"
#include "exchange/minutes/head.hpp"
#include "exchange/minutes/numbering.hpp"

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// An item and the lines below its heading: from `begin` up to `end` of the sheet's lines.
struct MinutesSection {
    ItemHeading heading;
    std::size_t begin = 0, end = 0;
};

// Minutes or an agenda, cut at its headings. Each line has its place, or waits for its reader as `unplaced`.
struct MinutesSheet {
    enum class Kind { minutes, agenda } kind = Kind::minutes;
    MinutesLines lines;
    MinutesHead head;
    std::size_t begin = 0, end = 0; // the minutes among the lines of the file
    std::vector<MinutesSection> items;
    std::string taken_by; // the post that signs; "" = none
    Complaints to_confirm;
};

// `day` is that of the meeting where the text does not say it, or not as can be read.
tl::expected<MinutesSheet, Complaint> cut_minutes(MinutesLines lines, const std::string& file, std::optional<Date> day);

} // namespace qd::inline exchange
