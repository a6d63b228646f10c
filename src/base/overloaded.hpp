#pragma once

namespace qd {

// One visitor of several lambdas, for std::visit.
template <class... Ts> struct Overloaded : Ts... { using Ts::operator()...; };

} // namespace qd
