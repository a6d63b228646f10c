#pragma once

#include "exchange/intake.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// The XML parts of a workbook's ZIP archive by path, each unpacked within limits and checked against its checksum.
// Else why it cannot be read: encrypted, an older or another format, damaged, or too large when unpacked.
using WorkbookParts = std::map<std::string, std::string, std::less<>>;
enum class Unpacked { all, outline }; // outline: without the sheets, for what the workbook says about itself
Understood<WorkbookParts> unpack_workbook(std::string_view bytes, Unpacked wanted = Unpacked::all);

// A part of a workbook that was found in order, in pieces, without keeping it; until the call gives false. False if it is damaged
// or not there.
bool stream_part(std::string_view workbook, const std::string& path,
                 const std::function<bool(std::string_view)>& on_piece);
// Why bytes are no OpenDocument spreadsheet that may be opened: another format, encrypted, damaged, or too large when unpacked.
std::optional<Problem> problem_of_open_document(std::string_view bytes);
// Why bytes are no workbook of the old kind (.xls) that may be opened.
std::optional<Problem> problem_of_old_workbook(std::string_view bytes);
// One part alone, of at most so many bytes; none if it is not there, or if the archive cannot be read.
std::optional<std::string> workbook_part(std::string_view bytes, const std::string& path, std::size_t most);

} // namespace qd::inline exchange
