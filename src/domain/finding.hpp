#pragma once

#include "domain/period.hpp"
#include "domain/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd {

enum class Severity { error, warning, note };
std::string_view print(Severity severity);

struct FindingEntry; // of the catalogue (finding_catalogue.hpp), which whoever makes a finding includes

// A code of the catalogue. One that is not in it does not compile: `finding.code == "parts-of-count"`.
class FindingCode {
public:
    consteval FindingCode(const char* code);
    constexpr const FindingEntry& entry() const { return *entry_; }
    std::string_view text() const;
    friend bool operator==(FindingCode, FindingCode) = default;

private:
    const FindingEntry* entry_;
};

// A code with one of the severities that its entry allows; another does not compile: `error("parts-of-count")`.
struct FindingKind {
    consteval FindingKind(Severity as, FindingCode of);

    FindingCode code;
    Severity severity;
};
consteval FindingKind error(FindingCode code);
consteval FindingKind warning(FindingCode code);
consteval FindingKind note(FindingCode code);

// What the checker says.
struct Finding {
    // Without words of its own it has the remedy of the catalogue.
    Finding(FindingKind kind, Subject about, std::string where, std::string what, std::string to_do = "");

    FindingCode code;
    Severity severity;
    Subject subject;     // for links
    std::string place;   // for people: "Appendix A, children looked after, (g)"
    std::string message; // what is wrong, with the figures
    std::string remedy;  // what to do

    friend bool operator==(const Finding&, const Finding&) = default;
};
using Findings = std::vector<Finding>;

} // namespace qd
