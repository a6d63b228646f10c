#pragma once

#include "domain/column.hpp"
#include "store/body_bytes.hpp"

namespace qd::inline store {

// One column of a body. Equal columns give equal bytes, and only these are read: Error(outage) for all others.

// As the step from the row above. Read: numbered as they first appear, and all `things` of the list used.
void write_places(BodyWriter& write, const IndexColumn& column);
IndexColumn read_places(BodyReader& read, std::size_t rows, std::size_t things);

// As the distance from the least (narrow), or as they are (wide).
void write_numbers(BodyWriter& write, const NumberColumn& column);
NumberColumn read_numbers(BodyReader& read, std::size_t rows);

// A byte a row, or none where all are 0.
void write_bytes(BodyWriter& write, const ByteColumn& column);
ByteColumn read_bytes(BodyReader& read, std::size_t rows, std::uint8_t most);

} // namespace qd::inline store
