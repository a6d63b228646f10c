#pragma once

#include "base/complaint.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

struct MinutesLine {
    std::size_t number = 0; // in the file
    std::string text;       // without white space at its ends
};

struct MinutesSection {
    std::string number, title;
    std::size_t line = 0;
    std::vector<MinutesLine> body;
};

// Minutes or an agenda, cut at its headings.
struct MinutesSheet {
    enum class Kind { minutes, agenda } kind = Kind::minutes;
    SpokenDay day;
    std::string time, place;
    std::size_t day_line = 0;
    std::vector<MinutesLine> head; // who was there
    std::vector<MinutesSection> items;
    std::string taken_by; // the post that signs; "" = none
    Complaints to_confirm;
};

tl::expected<MinutesSheet, Complaint> cut_minutes(std::string_view text, const std::string& file);

} // namespace qd::inline exchange
