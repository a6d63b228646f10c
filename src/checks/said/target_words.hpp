#pragma once

#include "checks/said/sentence.hpp"

namespace qd::inline checks {

// Which target the words of a sentence speak of, and what they say of it.
class TargetWords {
public:
    TargetWords(const Sentence& sentence, const Facts& facts) : s_(sentence), facts_(facts) {}

    // The noun that a word such as "met" belongs to; null = none.
    const Term* target_of(const Term& term) const;
    bool is_another(const Term& target) const; // "the national target", "both targets"
    bool is_share_within(const Term& term) const;
    bool is_left_behind(const Term& term) const;
    bool is_bound_above(const Term& term, const Term& target) const;
    bool is_year_end(const Term& target) const;
    bool names_aim(const std::optional<Goal>& goal, const Term& target) const;
    bool says_number(const Term& term, const Term& target) const;

private:
    bool is_text(std::size_t at, std::string_view text) const;
    static bool is_comparison(const Term& term);
    bool has_than(std::size_t first, std::size_t last) const;
    bool is_parted(std::size_t first, std::size_t last) const;
    bool is_passive(std::size_t first, std::size_t last) const;
    bool is_its_own(std::size_t their) const;

    const Sentence& s_;
    const Facts& facts_;
};

} // namespace qd::inline checks
