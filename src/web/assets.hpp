#pragma once

#include "web/message.hpp"

#include <string>
#include <string_view>

namespace qd::web {

struct Visit;

// Where the browser finds a file of ui/dist: "/assets/<hash of its content>/quarterday.css". The hash is in the
// address, so it can be cached for a year. Error(outage) for a file that was not built in.
const std::string& asset_address(std::string_view path);

// Handler of /assets/{hash}/{path...}.
Response asset(const Visit& visit);

std::string_view content_type_of(std::string_view path);

} // namespace qd::web
