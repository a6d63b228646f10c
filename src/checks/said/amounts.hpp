#pragma once

#include "base/decimal.hpp"
#include "checks/said/times.hpp"

#include <string>
#include <vector>

// The quantities that a sentence gives, with their units and how closely they are meant.
namespace qd::inline checks {

enum class Closeness { plain, about, nearly, under, at_most, over, at_least, little_over };

enum class AmountUnit { none, percent, points, pounds, days, weeks, months, years };

struct Amount {
    Decimal value;
    Decimal step; // one unit of the last digit printed: 0.1 for 76.3, 100,000 for 1.2 million
    AmountUnit unit = AmountUnit::none;
    Closeness closeness = Closeness::plain;
    bool in_words = false;                       // "seventeen"
    bool is_fraction = false;                    // "a third", "nine in ten": `value` is in per cent
    bool is_negative = false;                    // written with a minus
    std::size_t first_word = 0, behind_word = 0; // with its unit, without the word for how closely
    std::size_t hedge_word = 0;                  // of that word; = first_word where there is none
    std::size_t noun_word = 0;                   // of "one claim in ten": of what it is a share; 0 = it does not say
};

// Not years, dates, periods (`times`), ordinals, codes, or what a label numbers ("level 2", "ages 5 to 7").
std::vector<Amount> amounts_said(const Words& words, const std::vector<TimeSaid>& times);

// Whether an exact figure may be told as this amount: to half a unit of what is printed, and as closely as it is meant.
bool tells(const Amount& amount, Decimal exact);

std::string as_written(const std::string& sentence, const Words& words, const Amount& amount);

} // namespace qd::inline checks
