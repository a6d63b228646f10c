#pragma once

#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>

// What a target is called, the same on every surface.
namespace qd {

// A target or forecast, which people set: without decimals that say nothing, "95%" for a measure shown as "84.5%".
std::string show_set(const Measure& measure, Decimal value);
// "90%", "more than 90%", "10 to 20", "85%, suspended"; "" for a goal of which nothing was said.
std::string goal_words(const Measure& measure, const Goal& goal);
// The same, or "not given".
std::string goal_words(const Measure& measure, const std::optional<Goal>& goal);
// The goal of a figure, and "the year’s target" if a part of the year is compared with that.
std::string goal_words(const Measure& measure, const Figure& figure);
// "raised from 300 to 360 on 4 November 2024: Cabinet decided"; empty where the year's target was not changed within the year.
std::string target_change(const Measure& measure, const Figure& figure);
// "5.5 points below 90%, the profile now"; empty where there is no figure or no number to measure it from.
std::string distance_words(const Measure& measure, const Figure& figure);

} // namespace qd
