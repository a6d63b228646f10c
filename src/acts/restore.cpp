#include "acts/restore.hpp"

#include "acts/permission.hpp"
#include "store/store.hpp"

namespace qd::inline acts {

void restore_store(const std::filesystem::path& file, const std::string& address, const Clock& clock,
                   const Actor& actor) {
    ask_permission(actor, "restore");
    Store::restore(file, address, clock);
}

} // namespace qd::inline acts
