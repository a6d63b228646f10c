#pragma once

#include "service/issuing.hpp"

#include <string>
#include <vector>

namespace qd::inline service {

// Something that one issue tells otherwise than another does of the same measure and period.
struct Restatement {
    enum class What { figure, target, status, forecast } what = What::figure;
    MeasureCode measure;
    Period period;
    std::string before, after;   // as shown
    std::optional<Instant> when; // the newer one became known; none = not said
    std::string by, why;         // empty = not said
};

// A figure, measure or recovery plan that only one of two issues has.
struct OnlyInOne {
    std::string what; // "Contacts to Help Direct (ASC3), 2012/13 quarter 3: 38,000"
    MeasureCode measure;
};

struct IssueComparison {
    Issue before, after;
    std::vector<Restatement> restated;
    std::vector<OnlyInOne> added, gone;
    std::vector<std::string> texts; // definitions that differ, in words
};

// What the second issue tells otherwise than the first, of all periods that either knows. Error(request) for issues of two
// areas.
IssueComparison compare_issues(Store& store, const Issue& before, const Issue& after);

std::string_view print(Restatement::What what); // "figure"

} // namespace qd::inline service
