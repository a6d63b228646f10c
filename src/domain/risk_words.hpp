#pragma once

#include "domain/risk_register.hpp"

namespace qd {

// How a line moved: "up from 12", "down from red", "same as before", "new"; with the register that it came from.
std::string change_words(const RiskLine& line, const Calendar& calendar);

} // namespace qd
