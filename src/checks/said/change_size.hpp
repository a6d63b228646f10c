#pragma once

#include "checks/said/hold.hpp"

namespace qd::inline checks {

// By how much a sentence says that something moved: "by 12", "a third fewer", "doubled".
class ChangeSize {
public:
    ChangeSize(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(sentence.said.facts), findings_(findings) {}

    // The amount that belongs to a word, up to the word `end`; null = none.
    const Amount* amount_of_change(const Term& term, std::size_t end) const;
    // Held against what it may have been counted from, which the sentence says, or leaves open.
    enum class Base { said, open };
    void hold(const Term& term, std::size_t end, const std::vector<Change>& changes, Base base);

private:
    static bool is_size_of(const Amount& by, const Change& change, Quantity quantity);
    bool is_next(std::size_t first, const Amount& size) const;
    std::string words_about(const Term& term) const;
    bool is_half_of_number() const;
    void amount(const Amount& by, const std::vector<Change>& changes, Base base);

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts* facts_;
    Findings& findings_;
};

} // namespace qd::inline checks
