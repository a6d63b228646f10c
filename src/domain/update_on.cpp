#include "domain/update_on.hpp"

namespace qd {

const Update* update_on(const std::vector<Update>& updates, const Subject& subject, Period period, Instant as_at) {
    const Update* newest = nullptr;
    for (const Update& update : updates) {
        if (update.subject != subject || update.period != period) continue;
        if (update.known_at && *update.known_at > as_at) continue;
        if (!newest || update.known_at >= newest->known_at) newest = &update;
    }
    return newest;
}

} // namespace qd
