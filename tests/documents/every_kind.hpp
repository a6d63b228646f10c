#pragma once

#include "documents/document.hpp"

namespace qd::test {

// One of every kind of block and span.
Document every_kind();

} // namespace qd::test
