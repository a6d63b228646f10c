#pragma once

#include "domain/calendar.hpp"
#include "domain/outturn.hpp"
#include "exchange/json/writer.hpp"

namespace qd::inline exchange {

// The year's end as it was computed, with its way there.
void write_forecast(JsonWriter& json, const Calendar& calendar, const OutturnReading& outturn);

// The same in short, for a row of a scorecard; null where there is none.
void write_outturn(JsonWriter& json, std::string_view key, const std::optional<OutturnReading>& outturn);

} // namespace qd::inline exchange
