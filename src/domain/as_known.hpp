#pragma once

#include "domain/past.hpp"

namespace qd {

// A content as it was known at a time, by its own dates: without what happened after that day. What was completed, closed,
// settled, answered, claimed or reached later had not been then, and a state typed for it is replaced by the one that the dates
// support; what was raised, noted, reviewed, decided or taken on later is not there. Plans stay: due days, windows, forecasts and
// meetings to come. Returns and other ledgers stay too: whoever reads them asks by `known_at`. None = nothing in it is later, and
// it is unchanged.
std::optional<Content> as_known(const Content& content, Instant as_at);

// The same of a content whose rows changed: what was handed in by that time is as it stood then. What was first handed in later is as
// it is now; where it tells of later days, the newest of its versions that does not says how it was before.
std::optional<Content> as_known(const Content& content, const Past& past, Instant as_at);

} // namespace qd
