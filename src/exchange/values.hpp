#pragma once

#include "domain/calendar.hpp"
#include "domain/measure.hpp"
#include "domain/observation.hpp"
#include "exchange/intake.hpp"

#include <optional>
#include <string_view>

namespace qd::inline exchange {

// A number as people write it: "£1,234", "5%", "1 234", " 12.0 ", "(3)", "−0.5". More than six decimals are rounded, half
// away from zero. What a spreadsheet shortened ("1.2E+06") or mangled ("#DIV/0!") is a problem, as is a decimal comma.
Understood<Decimal> read_number(std::string_view text);

// A cell of a return: a number with marks after it ("12.3 [p]"), a part of a whole ("19 of 20"), or the reason why there
// is none ("n/a", "[c]", "<5", ".."). A text that can mean several things is a problem that lists them.
struct FigureCell {
    struct Parts {
        Decimal numerator, denominator;
    };
    std::optional<Decimal> number;
    std::optional<GapReason> gap;
    Flags flags = 0;
    std::optional<Parts> parts;   // they must match a number given with them
    std::optional<Quantity> said; // the unit written behind it: "14 days"
    std::string note;             // what the cell says besides: "<5", "[note 1]"
};
Understood<FigureCell> read_figure(std::string_view text);

// "2012-12-31", or "31/12/2012" (day first). An Excel serial number is a problem that names the day it may mean.
Understood<Date> read_date(std::string_view text);
// "2013-02-15" (the end of that day) or "2013-02-15T10:00:00Z".
Understood<Instant> read_instant(std::string_view text);
// As people write it (see spell_period); what can mean several periods is a problem that names them.
struct FlaggedPeriod {
    Period period;
    Flags flags = 0; // "2023/24 (provisional)"
};
Understood<FlaggedPeriod> read_flagged_period(std::string_view text, const Calendar& calendar);
Understood<Period> read_period(std::string_view text, const Calendar& calendar); // a flag is a problem
Understood<bool> read_yes_no(std::string_view text);
// White space at both ends dropped, line ends made LF; a control character is a problem, because no workbook can contain it.
Understood<std::string> read_text(std::string_view text);
std::string plain_text(std::string_view text); // the same without the check, for writing

// The day of an Excel serial number of the 1900 date system; none outside of 1900-03-01 .. 9999-12-31.
std::optional<Date> date_of_serial(std::int64_t serial);

} // namespace qd::inline exchange
