#pragma once

#include "documents/sections/partnership_report.hpp"
#include "documents/sections/scorecard_report.hpp"

namespace qd::test {

// A small council like Lancashire in quarter 3 of 2012/13: two exceptions with figures, one without, one back on track,
// others unremarkable. Figures as published; everything computed from them is set by hand, since the engine is another room.
struct SmallCouncil {
    Content content;
    Scorecard before, now;
    std::vector<Series> series;
    Findings findings;
    Paper paper;
    Instant as_at;

    ScorecardReportInput report() const { return {content, now, before, series, {}, findings, paper, as_at, "0.1"}; }
};
SmallCouncil small_lancashire();

// A partnership with two groups: one status left blank, one that its actions contradict, one indicator that got worse.
struct SmallPartnership {
    Content content;
    Partnership partnership;
    Findings findings;
    Paper paper;
    Instant as_at;

    PartnershipReportInput report() const { return {content, partnership, findings, paper, as_at, "0.1"}; }
};
SmallPartnership small_chorley();

} // namespace qd::test
