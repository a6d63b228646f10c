#pragma once

#include "domain/observation.hpp"
#include "exchange/intake.hpp"

#include <optional>
#include <string_view>

namespace qd::inline exchange {

// A number as people write it: "£1,234", "5%", "1 234", " 12.0 ", "(3)", "−0.5". More than six decimals are rounded, half
// away from zero. What a spreadsheet shortened ("1.2E+06") or mangled ("#DIV/0!") is a problem, as is a decimal comma.
Understood<Decimal> read_number(std::string_view text);

// A cell of a return: a number with marks behind it ("12.3 [p]"), or the reason why there is none ("n/a", "[c]", "..").
struct FigureCell {
    std::optional<Decimal> number;
    std::optional<GapReason> gap;
    Flags flags = 0;
};
Understood<FigureCell> read_figure(std::string_view text);

// "2012-12-31", or "31/12/2012" (day first). An Excel serial number is a problem that names the day it may stand for.
Understood<Date> read_date(std::string_view text);
// "2013-02-15" (the end of that day) or "2013-02-15T10:00:00Z".
Understood<Instant> read_instant(std::string_view text);
// As the council writes its years: "2012" is a problem where years run from April.
Understood<Period> read_period(std::string_view text, YearStyle years);
Understood<bool> read_yes_no(std::string_view text);
// White space at both ends dropped, line ends made LF; a control character is a problem, since no workbook can hold it.
Understood<std::string> read_text(std::string_view text);
std::string plain_text(std::string_view text); // the same without the check, for writing

// The day of an Excel serial number of the 1900 date system; none outside of 1900-03-01 .. 9999-12-31.
std::optional<Date> date_of_serial(std::int64_t serial);

} // namespace qd::inline exchange
