#pragma once

#include "domain/past.hpp"

namespace qd::inline views {

// A content as at a time (as_known.hpp), with the rules that council.toml had then, and formulas computed
// again if measures or areas were different. None = nothing differs.
std::optional<Content> content_known_by(const Content& content, const Past& past, Instant as_at);

} // namespace qd::inline views
