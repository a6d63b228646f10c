#pragma once

#include "base/error.hpp"
#include "web/message.hpp"
#include "web/visit.hpp"

#include <exception>
#include <string>

namespace qd::web {

// What went wrong, in words for the visitor.
struct Trouble {
    int status;
    std::string title;
    std::string message;
    std::string reference = {}; // by which the log can be searched; empty = nothing was logged
};

// The one place where faults become HTTP statuses. Visitors are told what they can correct; the cause of anything
// else is logged under a reference and not shown.
Trouble trouble_of(const Error& error, const std::string& target, Instant now);
Trouble trouble_of(const std::exception& error, const std::string& target, Instant now);

Response error_page(const Visit& visit, const Trouble& trouble);
// Without navigation or style, for when even these may be what failed.
Response bare_error_page(const Trouble& trouble);

} // namespace qd::web
