#pragma once

#include "base/decimal.hpp"
#include "domain/issue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// Something that one issue says differently from another about the same measure and period.
struct Restatement {
    enum class What { figure, target, status, forecast } what = What::figure;
    MeasureCode measure;
    Period period;
    std::string before, after;        // as shown
    std::optional<Decimal> was, is;   // the numbers themselves; none = there is none, or not one alone
    std::optional<Instant> when = {}; // the newer one became known; none = not said
    std::string by = {}, why = {};    // empty = not said
};
std::string_view print(Restatement::What what); // "figure"

// A figure, measure or recovery plan that only one of two issues has.
struct OnlyInOne {
    std::string what; // "Contacts to Help Direct (ASC3), 2012/13 quarter 3: 38,000"
    MeasureCode measure;
    std::optional<Period> period = {}; // none = a recovery plan
    std::optional<Decimal> value = {};
};

struct IssueComparison {
    Issue before, after;
    std::vector<Restatement> restated;
    std::vector<OnlyInOne> added, gone;
    std::vector<std::string> texts; // definitions that differ, in words
};

} // namespace qd
