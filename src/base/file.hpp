#pragma once

#include <filesystem>
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

// Written to a temporary file, synced, renamed over the old file: old or new, never a part. For links, modes and devices see
// write_file.hpp. Error(absent) if its folder is not there, Error(outage) with the cause if anything else fails; nothing is left
// over then.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// Makes sure that the names of the files in a folder ("" is the current one) survive a power cut; Error(outage) if it cannot.
void sync_folder(const std::filesystem::path& folder);

} // namespace qd
