#pragma once

#include "checks/claims.hpp"

// What the families of claims share: a sentence as understood, held against what is known.
namespace qd::inline checks {

// What a time in a sentence is compared with: all that may be meant. `time` null = nothing is said of when.
std::vector<Change> changes_since(const Facts& facts, const TimeSaid* time);

// "Letters answered went from 79.0% (2024/25 quarter 2) to 76.3%"
std::string moved(const Facts& facts, const Change& change);

// +1 where the later figure is the better one, -1 where it is the worse, 0 where neither or nobody knows.
int judged(const Facts& facts, Decimal from, Decimal to);

// As they are printed, two figures that look the same are the same.
bool looks_same(const Facts& facts, Decimal one, Decimal other);

// What a period counted by itself, where that is known beside what is judged.
Decimal own_of(const KnownPoint& point);

// Whether figures of the subject may be written in this unit.
bool is_in_unit(const Facts& facts, const Amount& amount);

// How many periods in a row a sentence speaks of: "for the third quarter running"; 0 = of none.
std::size_t periods_in_a_row(const Sentence& sentence, const Clause& clause);

// "Has not been higher since", "never lower": the word compares with what was, to say that this is a record.
bool tells_of_record(const Sentence& sentence, const Term& term);

// The points of a year, the newest last, of as long periods as that of the text; of its own year where none is named.
std::vector<const KnownPoint*> points_of_year(const Facts& facts, const CheckInput& input,
                                              const std::optional<TimeSaid>& named);

// "every quarter except quarter 1": the stretches left out; none where nothing is said of every period.
struct EveryPeriod {
    std::vector<TimeSaid> except;
    std::optional<TimeSaid> year; // "in every quarter of 2023/24"
};
std::optional<EveryPeriod> every_period(const Sentence& sentence, const Clause& clause);

} // namespace qd::inline checks
