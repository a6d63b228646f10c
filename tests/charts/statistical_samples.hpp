#pragma once

#include "charts/comparison_bars.hpp"
#include "charts/control_chart.hpp"
#include "charts/forecast_fan.hpp"
#include "charts/funnel_plot.hpp"
#include "charts/rank_strip.hpp"

namespace qd::test {

// 26 months: baseline of 12, a shift upwards, with the marks that such a course is given.
ControlInput rising_months();
// The same months with a rebase after the first 12 and a smaller measure.
ControlInput rebased_months();
// Eleven quarters, computed to fall short of the officer's forecast.
FanInput short_of_target();
// Twelve districts with their county, one without a figure.
ComparisonInput districts();
FunnelInput funnel_of(std::size_t areas);
RankInput third_of_twelve();

} // namespace qd::test
