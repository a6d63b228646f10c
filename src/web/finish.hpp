#pragma once

#include "web/message.hpp"

#include <cstdint>

namespace qd::web {

// What every successful response gets on its way out: an entity tag and 304 where the browser has it already, gzip where
// it is text and the browser takes it. `generation` is the store's: it stands in the tag so that it can be read in a log.
Response finish(const Request& request, Response response, std::int64_t generation);

// What every response carries, whatever it is. A response that set one of them keeps its own.
void add_security_headers(Response& response);

} // namespace qd::web
