#pragma once

#include <filesystem>
#include <functional>

namespace qd {

// Where write_file (file.hpp) writes: a link is followed. A file that is there keeps its mode, owner and group, and is left where
// this user may not write to it; a new one is readable as the umask says. What is no regular file (a device, a pipe, /dev/stdout)
// is written into.

// The name behind symbolic links: of what is there, or of what would be made. Error(outage) for links that lead nowhere.
std::filesystem::path where_links_lead(const std::filesystem::path& path);

// A new name beside a path, with which `make` made something: it returns less than 0 with errno set where it could not.
std::filesystem::path make_beside(const std::filesystem::path& path, const std::function<int(const char*)>& make);

// Whether a path names what standard output goes to, as /dev/stdout does.
bool is_standard_output(const std::filesystem::path& path);

} // namespace qd
