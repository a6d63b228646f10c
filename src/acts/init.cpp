#include "acts/init.hpp"

#include "acts/permission.hpp"
#include "store/store.hpp"

namespace qd::inline acts {

void init_store(const std::string& address, const Clock& clock, const Actor& actor) {
    ask_permission(actor, "init");
    Store::init(address, clock);
}

} // namespace qd::inline acts
