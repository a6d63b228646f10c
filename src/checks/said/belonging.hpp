#pragma once

#include "checks/said/sentence.hpp"

namespace qd::inline checks {

// Whether an amount in a sentence is a figure of what the text is about: of the subject itself and not of a part of it, of
// another place, or of something else that is counted beside it. Where that is not certain, it is not.
class Belonging {
public:
    Belonging(const Sentence& sentence, const Facts& facts) : s_(sentence), facts_(facts) {}

    bool is_at(std::size_t at, std::string_view phrase) const;
    bool is_before(const Amount& amount, std::string_view phrase) const;
    bool any(const std::vector<Decimal>& values, const Amount& amount) const;
    std::size_t end_behind(std::size_t at) const;
    bool is_about(const Amount& amount) const;
    bool is_target(const Amount& amount) const;

private:
    bool is_extreme(const Amount& amount) const;
    bool is_of_bracketed_noun(const Amount& amount) const;
    bool is_placed_in_front(const Amount& amount) const;
    bool is_of_shorter_time(const Amount& amount) const;
    bool is_mere_count(const Amount& amount) const;
    bool is_of_some_counted(const Amount& amount) const;
    bool has_unnamed_verb(std::size_t first, std::size_t end) const;
    bool names_own(std::size_t at) const;
    bool is_if_left_out(const Amount& amount) const;
    bool is_of_week(const Amount& amount) const;
    bool is_denied(const Amount& amount) const;
    bool is_other_flow(const Amount& amount) const;
    bool is_of_some_named(const Amount& amount) const;
    bool tells_of_part(const Amount& amount) const;
    bool is_bound_of_some(const Amount& amount) const;
    bool is_whole_of(const Amount& amount) const;
    bool is_narrowed(std::size_t first, std::size_t last) const;
    std::size_t behind_bracket(const Amount& amount) const;
    std::size_t end_of_whole(std::size_t at) const;
    bool has_another_predicate(std::size_t at) const;
    Whose subject_of(const Clause& clause, const Amount& amount) const;
    bool is_received(const Clause& clause, const Amount& amount) const;
    bool opens_with(const Amount& amount) const;
    bool is_of_subset(std::size_t first, std::size_t end) const;
    bool is_part(const Amount& amount) const;
    bool is_further_part(const Amount& amount) const;
    bool of_between(std::size_t first, std::size_t last) const;
    bool is_elsewhere(const Amount& amount) const;
    bool is_difference(const Amount& amount) const;
    bool may_be_value(const Amount& amount) const;
    bool is_target_term(std::size_t at) const;

    const Sentence& s_;
    const Facts& facts_;
};

} // namespace qd::inline checks
