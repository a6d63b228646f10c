#pragma once

#include "domain/content.hpp"

namespace qd {

// A content as it was known at a time, by its own dates: without what happened after that day. What was completed, closed,
// settled, answered, claimed or reached later had not been then, and a state typed for it is replaced by the one that the dates
// support; what was raised, noted, reviewed, decided or taken on later is not there. Plans stay: due days, windows, forecasts and
// meetings to come. Returns and other ledgers stay too: whoever reads them asks by `known_at`. None = nothing in it is later, and
// it is unchanged.
std::optional<Content> as_known(const Content& content, Instant as_at);

} // namespace qd
