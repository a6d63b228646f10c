#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qd {

std::string base64(std::string_view bytes);                    // RFC 4648, with padding
std::optional<std::string> from_base64(std::string_view text); // the same back; none = it is not that

} // namespace qd
