#pragma once

namespace qd {

// 128-bit integers, for products of two 64-bit figures: judging is done in them, without rounding.
__extension__ using Wide = __int128;

} // namespace qd
