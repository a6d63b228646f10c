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

// An act that was made from a generation of the store: it is refused where somebody else changed a row of it since.
inline Act act_of(const Actor& actor, std::string kind, std::int64_t based_on) {
    Act act;
    act.actor = actor;
    act.kind = std::move(kind);
    act.based_on = based_on;
    return act;
}

inline Store& store_of(Desk& desk) { return desk.inside().store; }

} // namespace qd::inline acts
