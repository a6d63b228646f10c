#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

struct Implication {
    std::string area; // "Risk management"
    std::string text;

    friend bool operator==(const Implication&, const Implication&) = default;
};

struct BackgroundPaper {
    std::string title;
    std::optional<Date> date;
    std::string contact; // a post or team

    friend bool operator==(const BackgroundPaper&, const BackgroundPaper&) = default;
};

// The frame of a committee paper: what is not figures. `report` names the report whose figures fill it.
struct Paper {
    PaperCode code;
    std::string report; // "scorecard", "partnership"
    Period period;
    std::string title;
    UnitCode body;               // the committee
    std::optional<Date> meeting; // when it meets
    std::string item;            // "4"
    std::string report_of;       // a post
    std::string contact;         // a team
    std::string part;            // "Part 1, open to press and public"
    std::string affects;         // "Electoral division affected: all"
    std::string purpose, summary, consultations, part_two_reason;
    std::vector<std::string> recommendations, reasons, alternatives, objectives;
    std::vector<Implication> implications;
    std::vector<BackgroundPaper> background_papers;
    std::string body_text; // Markdown below the front matter; empty = none

    friend bool operator==(const Paper&, const Paper&) = default;
};

} // namespace qd
