#pragma once

#include "checks/check.hpp"
#include "checks/prose.hpp"
#include "checks/said/sentence.hpp"
#include "domain/finding_catalogue.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

// What texts of the store claim in prose. A sentence is understood (said/sentence), the facts about its subject are looked
// up (said/facts), and each family of claims (said/families) compares what it says with them.
namespace qd::inline checks {

// A text of the store that says something of the period, with what it is about.
struct ClaimText {
    Subject subject;
    std::string place;                 // for people: "Self directed support, recovery plan"
    std::string text;                  // Markdown
    std::optional<Date> written_on{};  // none = not known
    std::vector<std::string> filled{}; // of its words: computed ones, which need not be compared with anything
};

// All texts that say something of the period: commentaries, plans, recovery plans, papers, minutes, notes of registers.
std::vector<ClaimText> texts_of(const CheckInput& input);

// What these texts claim; one note reports all numbers that nothing supports.
Findings check_texts(const CheckInput& input, const std::vector<ClaimText>& texts);

// One sentence of it, and which of its numbers are accounted for by now.
struct ClaimSentence {
    const CheckInput& input;
    const ClaimText& text;
    const std::string& words;
    Sentence said;
    const Measure* measure; // that it is about; null = none, or several
    const Figure* figure;   // of that measure in the period; null = none
    std::vector<ProseNumber> numbers;
    std::vector<bool> bound;              // for each number: something was found to compare it with
    std::vector<bool> stated;             // of each number: a statement says it, and is compared by its own family
    std::optional<Decimal> whole_above{}; // that the sentence above a list names for its items
    std::vector<std::pair<std::size_t, std::size_t>> as_pair{}; // first words of amounts said as "from … to …"
    std::set<std::size_t> bound_words{}; // first words of amounts that were compared with something

    Finding finding(FindingKind kind, const std::string& message, const std::string& remedy = "") const;
    void bind(const Amount& amount);
    bool is_bound(const Amount& amount) const;
    bool is_stated(const Amount& amount) const;

private:
    std::vector<std::size_t> numbers_of(const Amount& amount) const;
};

// What a sentence says that its own numbers contradict, beyond shares: sums, sizes, even spreads.
void check_within_sentence(ClaimSentence& sentence, Findings& findings);
// Counts of measures, priorities and actions, "most" and "majority", against the store.
void check_counts(ClaimSentence& sentence, Findings& findings);
// Signs of per cent, points and per cent, of the measure that the text is about.
void check_against_measure(ClaimSentence& sentence, Findings& findings);

} // namespace qd::inline checks
