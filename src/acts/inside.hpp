#pragma once

#include "acts/desk.hpp"
#include "store/store.hpp"

namespace qd::inline acts {

// The part of a desk that acts alone may include.
class Desk::Inside {
public:
    Inside(const std::string& address, const Clock& clock) : store(address, Opening::read_write, clock) {}
    Store store;
};

inline Store& store_of(Desk& desk) { return desk.inside().store; }

} // namespace qd::inline acts
