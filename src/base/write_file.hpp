#pragma once

#include <filesystem>
#include <functional>

namespace qd {

// Where write_file (file.hpp) writes: a link is followed. An existing file keeps its mode, owner and group, and is left alone if
// this user may not write to it; a new one gets its mode from the umask. Anything but a regular file (a device, a pipe,
// /dev/stdout) is written to directly.

// The name after following symbolic links: of what exists, or of what would be created. Error(outage) for links that lead
// nowhere.
std::filesystem::path where_links_lead(const std::filesystem::path& path);

// A new name next to a path, with which `make` created something: it returns less than 0 with errno set if it could not.
std::filesystem::path make_beside(const std::filesystem::path& path, const std::function<int(const char*)>& make);

// Whether a path names what standard output goes to, as /dev/stdout does.
bool is_standard_output(const std::filesystem::path& path);

} // namespace qd
