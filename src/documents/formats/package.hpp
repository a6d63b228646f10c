#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline documents {

// A part of an office file, which is a ZIP archive of parts.
struct PackagePart {
    std::string path, bytes;
};

// Error(request) naming `what` if the bytes are not a ZIP archive, or contain more than an office file would.
std::vector<PackagePart> unpack(std::string_view bytes, const std::string& what);

// Nothing of the moment or the machine goes in: equal parts give equal bytes.
std::string pack(const std::vector<PackagePart>& parts);

} // namespace qd::inline documents
