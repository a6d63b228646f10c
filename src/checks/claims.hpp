#pragma once

#include "checks/check.hpp"
#include "checks/prose.hpp"

#include <string>
#include <vector>

namespace qd::inline checks {

// A text of the store that says something of the period, with what it is about.
struct ClaimText {
    Subject subject;
    std::string place;                 // for people: "Self directed support, recovery plan"
    std::string text;                  // Markdown
    const Measure* measure;            // of which it speaks; null = of none, or of several
    const Figure* figure;              // of that measure in the period; null = none
    std::vector<std::string> filled{}; // of its words: what was computed, and needs nothing to be held against
};

// What these texts claim; one note tells of all numbers that nothing holds.
Findings check_texts(const CheckInput& input, const std::vector<ClaimText>& texts);

// One sentence of it, and which of its numbers are accounted for by now.
struct ClaimSentence {
    const CheckInput& input;
    const ClaimText& text;
    const std::string& words;
    std::vector<ProseNumber> numbers;
    std::vector<bool> bound; // of each number: something was found to hold it against

    Finding finding(std::string code, Severity severity, const std::string& message, const std::string& remedy) const;
};

// What a sentence says that its own numbers contradict: shares of counts, sums, words for a change.
void check_within_sentence(ClaimSentence& sentence, Findings& findings);
// Counts of measures, priorities and actions, "most" and "majority", against the store.
void check_counts(ClaimSentence& sentence, Findings& findings);
// Figures and directions, against the measure that the text is about.
void check_against_measure(ClaimSentence& sentence, Findings& findings);

} // namespace qd::inline checks
