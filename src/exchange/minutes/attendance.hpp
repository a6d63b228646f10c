#pragma once

#include "domain/meeting.hpp"
#include "exchange/minutes/lines.hpp"
#include "exchange/minutes/people.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// Who was there, by seats and posts; names are not kept.
struct Seats {
    bool chair = false;
    int members = 0, apologies = 0, absent = 0, substitutes = 0; // besides the Chair
    int without_post = 0;                                        // in attendance
    std::vector<std::pair<std::string, Presence>> posts;
    std::vector<std::size_t> partly; // lines that say more than who was there
    std::size_t line = 0;            // in the file, where the list begins; 0 = there is none
};

// Reads the lines from `begin` to `end` that say who was there, gives them their place, and lets `people` know them. A line that
// names nobody stays unplaced.
void read_attendance(MinutesLines& lines, std::size_t begin, std::size_t end, People& people, Seats& into);

// How many persons a line says have sent apologies.
int count_apologies(const std::string& line, const People& people);

} // namespace qd::inline exchange
