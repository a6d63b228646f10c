#include "acts/inside.hpp"

namespace qd::inline acts {

Desk::Desk(const std::string& address, const Clock& clock)
    : clock_(clock), inside_(std::make_unique<Inside>(address, clock)) {}

Desk::~Desk() = default;

std::shared_ptr<const Snapshot> Desk::newest() {
    if (!newest_ || newest_->generation() != inside_->store.generation()) newest_ = Snapshot::read(inside_->store);
    return newest_;
}

std::shared_ptr<const Snapshot> Desk::read_for(Reader reader, const std::string& report) {
    return Snapshot::read(inside_->store, reader, report);
}

} // namespace qd::inline acts
