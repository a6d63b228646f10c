#pragma once

#include "domain/past.hpp"

namespace qd::inline views {

// A content as it was known at a time (as_known.hpp), with the rules of then that council.toml says, and what formulas make computed
// anew where measures or areas were others. None = all of it stands as it is.
std::optional<Content> content_known_by(const Content& content, const Past& past, Instant as_at);

} // namespace qd::inline views
