#include "base/version.hpp"

namespace qd {

std::string_view program_version() { return QUARTERDAY_VERSION; }

} // namespace qd
