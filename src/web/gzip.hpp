#pragma once

#include <string>
#include <string_view>

namespace qd::web {

enum class Effort { quick = 5, thorough = 9 };

// RFC 1952. The same bytes give the same bytes: no time stamp, no file name.
std::string gzip(std::string_view bytes, Effort effort);

// Whether an Accept-Encoding header takes gzip (RFC 9110, 12.5.3): "gzip;q=0" does not, "*" does.
bool accepts_gzip(std::string_view accept_encoding);

} // namespace qd::web
