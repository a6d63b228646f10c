#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "engine/scorecard.hpp"

#include <initializer_list>
#include <string_view>

// A small council to test with: April years, 5 % tolerance, returns due 30 days after their period.
namespace qd::test {

Period period(std::string_view text);
Decimal number(std::string_view text);
Date day(std::string_view text);
Instant moment(std::string_view text);
inline const AreaCode county{"E10000017"};

Content council();

// A measure of whole numbers by the quarter, "M1", bigger is better; change what the test is about.
Measure measure(std::string_view code = "M1");

Observation value(std::string_view of, std::string_view figure);
Observation parts(std::string_view of, std::string_view numerator, std::string_view denominator);
Observation gap(std::string_view of, GapReason reason);

void hand_in(Content& content, std::string_view measure, std::initializer_list<Observation> observations,
             std::string_view known_at = {});
void set_target(Content& content, std::string_view measure, std::string_view of, std::string_view value,
                TargetRole role = TargetRole::annual);

// The one figure of a scorecard of the whole council.
Figure figure_at(const Content& content, std::string_view period, std::string_view as_at = "2020-01-01");

// One measure at 2012-13Q1 with a figure and a target: what the computed status says.
Status status_of(const Measure& measure, std::string_view actual, std::string_view target);

} // namespace qd::test
