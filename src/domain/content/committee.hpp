#pragma once

#include "domain/meeting.hpp"

#include <vector>

namespace qd {

// What committees meet about, and what comes of it.
struct CommitteeContent {
    std::vector<BankHoliday> bank_holidays; // when nobody counts a day
    std::vector<Meeting> meetings;
    std::vector<Item> items;
    std::vector<Attendance> attendance;
    std::vector<Declaration> declarations;
    std::vector<Decision> decisions;
    std::vector<RequestProgress> request_progress;
    std::vector<Minutes> minutes;

    friend bool operator==(const CommitteeContent&, const CommitteeContent&) = default;
};

} // namespace qd
