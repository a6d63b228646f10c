#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace qd {

// The whole file; Error(absent) if it is not there, Error(request) if larger than `most` bytes, Error(outage) if it cannot be read.
std::string read_file(const std::filesystem::path& path, std::size_t most = std::size_t{2} << 30);

// The bytes of a file, read by several threads at once; errors as of read_file. Where it changes under their hands, Error(outage).
class FileBytes {
public:
    explicit FileBytes(const std::filesystem::path& path, std::size_t most = std::size_t{2} << 30);
    std::string_view view() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
};

// Written aside, synced, then renamed over the old file, so that a reader sees the old text or the new, never a part. A link is
// followed. A file that is there keeps its mode, owner and group; a new one is readable as the umask says. What is no regular
// file (a device, a pipe, /dev/stdout) is written into.
// Error(absent) if its folder is not there, Error(outage) with the cause if anything else fails; nothing is left behind then.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// The name behind symbolic links: of what is there, or of what would be made.
std::filesystem::path where_links_lead(const std::filesystem::path& path);

// A new name beside a path, with which `make` made something: it returns less than 0 with errno set where it could not.
std::filesystem::path make_beside(const std::filesystem::path& path, const std::function<int(const char*)>& make);

// Whether a path names what standard output goes to, as /dev/stdout does.
bool is_standard_output(const std::filesystem::path& path);

// Makes sure that the names of the files in a folder ("" is the current one) survive a power cut; Error(outage) if it cannot.
void sync_folder(const std::filesystem::path& folder);

} // namespace qd
