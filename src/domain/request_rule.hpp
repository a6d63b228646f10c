#pragma once

namespace qd {

// When something is due that a body asked for without a day.
struct RequestRule {
    enum class Undated {
        unsaid, // not set: it is never overdue, and a finding says that no day was given
        never,  // it is not chased
        counted // at the meeting that is so many after the one that asked
    } undated = Undated::unsaid;
    int meetings = 1;

    friend bool operator==(const RequestRule&, const RequestRule&) = default;
};

} // namespace qd
