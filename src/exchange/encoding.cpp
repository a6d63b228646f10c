#include "base/parallel.hpp"
#include "base/text.hpp"
#include "exchange/characters.hpp"
#include "exchange/csv.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>

namespace qd::inline exchange {
namespace {

// The first cell that is not UTF-8, as a complaint; the rest of the file is not looked at for its form.
Complaint first_foreign_cell(std::string_view bytes, const std::string& file) {
    Complaint found{file, 0, "", "", "is not UTF-8 text.", "Save the file as “CSV UTF-8 (comma delimited)”."};
    std::vector<std::string> headings;
    ComplaintBook ignored;
    read_csv(bytes, file, ignored, [&](std::size_t row, std::span<const std::string_view> cells) {
        for (std::size_t i = 0; i < cells.size() && found.row == 0; ++i) {
            if (i >= headings.size() && row > 1) headings.resize(cells.size());
            if (is_utf8(cells[i])) {
                if (row == 1) headings.emplace_back(cells[i]);
                continue;
            }
            found.row = row;
            if (i < headings.size()) found.column = headings[i];
            if (const auto text = from_windows_1252(cells[i])) {
                found.value = *text;
                found.message = "is in the Windows-1252 encoding, not in UTF-8.";
            }
        }
    });
    return found;
}

// Most files are: looked at by several threads, a word at a time.
bool is_plain_ascii(std::string_view bytes) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    std::atomic<bool> plain = true;
    in_parallel((bytes.size() + piece - 1) / piece, [&](std::size_t i) {
        constexpr std::uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
        const std::string_view part = bytes.substr(i * piece, piece);
        std::uint64_t found = 0; // a top bit where a byte is 0x80 or above, or the first that is 0
        std::size_t at = 0;
        for (; at + sizeof found <= part.size(); at += sizeof found) {
            std::uint64_t word = 0;
            std::memcpy(&word, part.data() + at, sizeof word);
            found |= word | ((word - ones) & ~word);
        }
        for (; at < part.size(); ++at)
            if (part[at] == 0 || static_cast<unsigned char>(part[at]) >= 0x80) found = tops;
        if ((found & tops) != 0) plain = false;
    });
    return plain;
}

} // namespace

std::optional<Complaint> complain_of_encoding(std::string_view bytes, const std::string& file) {
    const std::string save = "Save the file as “CSV UTF-8 (comma delimited)”.";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return Complaint{file, 0, "", "", "The file is UTF-16 text (“Unicode text”), not UTF-8.", save};
    if (bytes.starts_with(std::string_view("PK\x03\x04", 4)))
        return Complaint{file,
                         0,
                         "",
                         "",
                         "The file is a workbook or a ZIP archive, not text.",
                         "Give it a name ending in .xlsx, or save it as CSV UTF-8."};
    if (is_plain_ascii(bytes)) return std::nullopt;
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        const auto row = static_cast<std::size_t>(
                             std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n')) +
                         1;
        return Complaint{file, row, "", "", "The row contains a NUL byte, so the file is not plain text.", save};
    }
    if (is_utf8(bytes)) return std::nullopt;
    return first_foreign_cell(bytes, file);
}

} // namespace qd::inline exchange
