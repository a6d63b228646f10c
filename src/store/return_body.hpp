#pragma once

#include "domain/observation.hpp"

#include <string>
#include <string_view>

namespace qd::inline store {

// The observations of a return as bytes: columns one after the other, integers as zigzag varints of the difference to the
// row above, so that what repeats is nearly nothing once compressed. Equal observations give equal bytes. Error(request) for a
// period that cannot be written.
std::string encode(const Observations& observations);
// Error(outage) for bytes that encode() never writes, so that what can be decoded is encoded to the same bytes again.
Observations decode(std::string_view bytes);

// zstd, with a bound on what a damaged or hostile text may grow to.
std::string compress(std::string_view bytes);
std::string decompress(std::string_view bytes); // Error(outage)

} // namespace qd::inline store
