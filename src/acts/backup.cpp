#include "acts/backup.hpp"

#include "acts/permission.hpp"
#include "store/store.hpp"

namespace qd::inline acts {

void back_up(const std::string& address, const Clock& clock, const Actor& actor, const std::filesystem::path& file) {
    ask_permission(actor, "backup");
    Store(address, Opening::read_only, clock).backup(file);
}

} // namespace qd::inline acts
