#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/past_forecast.hpp"
#include "domain/reading.hpp"
#include "domain/selection.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// The stable interfaces that the man page documents: snake_case keys, numbers as JSON numbers (exact decimals, never
// binary floating point), absent ones null with their gap_reason. Equal values give equal bytes.
// `signals` and `outturns` are those of the scorecard's figures, in their order.
// If a selection was asked for, the scorecard contains only that, and says so.
std::string scorecard_json(const Content& content, const Scorecard& scorecard, const std::vector<Signal>& signals,
                           const Outturns& outturns, const Selection& selection = {});
std::string scorecard_csv(const Content& content, const Scorecard& scorecard, const std::vector<Signal>& signals);
std::string measure_json(const Content& content, const Series& series, const Reading& reading, Instant as_at);
std::string measure_csv(const Content& content, const Series& series, const Reading& reading);
std::string past_forecasts_json(const Content& content, const std::vector<PastForecast>& all, const AreaCode& area,
                                Instant as_at);
std::string finding_codes_json(); // of the catalogue
std::string findings_json(const Content& content, const Findings& findings, Period period, Instant as_at);

} // namespace qd::inline exchange
