#pragma once

#include "domain/observation.hpp"

#include <string>
#include <string_view>

namespace qd::inline store {

// The observations of a return as bytes: column by column, each as narrow as its numbers allow and cut into planes (all the
// lowest bytes, then all the next), so that repeats compress to nearly nothing. Equal observations give equal bytes.
// Error(request) for a period that cannot be written.
std::string encode(const Observations& observations);
// Error(outage) for bytes that encode() never writes, so that anything that can be decoded is encoded to the same
// bytes again; except the first version of the format, which is read but no longer written.
Observations decode(std::string_view bytes);
bool is_of_this_version(std::string_view body);

// The cells that the rows were read from, which are kept beside the body: they say nothing of the figures. "" = none.
std::string encode_cells(const Observations& observations);
Observations with_cells(const Observations& observations, std::string_view bytes); // Error(outage), as of decode()

// zstd, with a bound on what a damaged or hostile text may grow to.
std::string compress(std::string_view bytes);
std::string decompress(std::string_view bytes); // Error(outage)

} // namespace qd::inline store
