#pragma once

#include "domain/observation.hpp"

#include <string>
#include <string_view>

namespace qd::inline store {

// The observations of a return as bytes: columns one after the other, integers as zigzag varints of the difference to the
// row above, so that what repeats is nearly nothing once compressed. Equal observations give equal bytes.
std::string encode(const Observations& observations);
// Error(outage) for bytes that encode() never writes; never reads outside of them.
Observations decode(std::string_view bytes);

// zstd, with a bound on what a damaged or hostile text may grow to.
std::string compress(std::string_view bytes);
std::string decompress(std::string_view bytes); // Error(outage)

} // namespace qd::inline store
