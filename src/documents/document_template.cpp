#include "documents/document_template.hpp"

#include "base/error.hpp"
#include "documents/embedded_templates.hpp"

#include <string>

namespace qd::inline documents {

std::string_view document_template(std::string_view name) {
    const std::string path = "documents/" + std::string(name);
    if (const Asset* asset = find_asset(embedded_templates::all(), path)) return asset->bytes;
    throw Error(Fault::absent,
                "The program has no template “" + path + "”. Build it again from a complete source folder.");
}

} // namespace qd::inline documents
