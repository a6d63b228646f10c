#pragma once

#include <string_view>

namespace qd::inline documents {

// A file below templates/documents/, compiled in. Error(absent) for a name that is not there.
std::string_view document_template(std::string_view name);

} // namespace qd::inline documents
