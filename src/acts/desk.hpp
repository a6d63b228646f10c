#pragma once

#include "base/clock.hpp"
#include "domain/act.hpp"
#include "views/snapshot.hpp"

#include <memory>
#include <string>

namespace qd::inline acts {

// Where acts on one store are done: a clock, the newest snapshot, and the store itself, which only acts see.
class Desk {
public:
    // Error(absent) if there is no store at the address.
    Desk(const std::string& address, const Clock& clock);
    ~Desk();

    const Clock& clock() const { return clock_; }
    Instant now() const { return clock_.now(); }
    // The current content of the store; read again only if it has changed.
    std::shared_ptr<const Snapshot> newest();
    // The same for a reader, `report` as in Snapshot::read.
    std::shared_ptr<const Snapshot> read_for(Reader reader, const std::string& report);

    class Inside; // see acts/inside.hpp
    Inside& inside() { return *inside_; }

private:
    const Clock& clock_;
    std::unique_ptr<Inside> inside_;
    std::shared_ptr<const Snapshot> newest_;
};

} // namespace qd::inline acts
