#include "documents/anchors.hpp"

#include "base/text.hpp"

namespace qd::inline documents {

std::string Anchors::unique(const std::string& wanted) {
    std::string id;
    for (const char c : lower(wanted)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        if (kept)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    if (id.empty()) id = "part";
    const int count = ++given_[id];
    return count == 1 ? id : unique(id + "-" + std::to_string(count));
}

} // namespace qd::inline documents
