#pragma once

namespace qd {

// From here on this process, and what it starts, can make no socket but those within the machine's own kernel (AF_UNIX).
// Cannot be undone. Safe between fork and exec. False if the kernel refuses.
bool deny_network();

} // namespace qd
