#pragma once

#include "cli/call.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/status.hpp"

#include <string>
#include <string_view>

namespace qd::cli {

// Shape and word first, colour only on a terminal that shows it.
std::string bold(const Call& call, std::string_view text);
std::string quiet(const Call& call, std::string_view text);
std::string mark(const Call& call, Status status);          // "●"
std::string mark(const Call& call, const StatusLook& look); // "★"
std::string tag(const Call& call, const Verdict& verdict);  // "● green", with the council's own word
// "--->| " dashed while it is a forecast, "===>| " when it is final; "" where there is none.
std::string arrow(const Call& call, Outlook outlook);
std::string tag(const Call& call, Outlook outlook);   // "--->| meet"
std::string tag(const Call& call, Severity severity); // "ERROR  "

} // namespace qd::cli
