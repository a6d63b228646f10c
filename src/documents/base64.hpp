#pragma once

#include <string>
#include <string_view>

namespace qd::inline documents {

std::string base64(std::string_view bytes); // RFC 4648, with padding

} // namespace qd::inline documents
