#pragma once

#include "exchange/intake.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// The XML parts of a workbook's ZIP archive by path, each unpacked within limits and checked against its checksum.
// Else why it cannot be read: encrypted, an older or another format, damaged, or too large when unpacked.
using WorkbookParts = std::map<std::string, std::string, std::less<>>;
Understood<WorkbookParts> unpack_workbook(std::string_view bytes);
// One part alone, of at most so many bytes; none if it is not there, or if the archive cannot be read.
std::optional<std::string> workbook_part(std::string_view bytes, const std::string& path, std::size_t most);

} // namespace qd::inline exchange
