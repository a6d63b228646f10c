#include "acts/permission.hpp"

#include "base/error.hpp"

namespace qd::inline acts {

void ask_permission(const Actor& actor, std::string_view kind) {
    if (actor.origin == "command line") return;
    throw Error(Fault::forbidden, (actor.name.empty() ? "Somebody" : actor.name) + " may not " + std::string(kind) +
                                      " from a " + actor.origin + ". Use the command line.");
}

} // namespace qd::inline acts
