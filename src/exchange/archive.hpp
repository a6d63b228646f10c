#pragma once

#include "exchange/intake.hpp"

#include <string>
#include <string_view>

namespace qd {

// A workbook's ZIP archive packed anew without compression, holding only its XML parts, each unpacked within limits and
// checked against its checksum: what reads it afterwards meets no bomb, no overlap and no second directory.
// Else why it cannot be read: encrypted, an older or another format, damaged, or too large when unpacked.
Understood<std::string> plain_archive(std::string_view bytes);

} // namespace qd
