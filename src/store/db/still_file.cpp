#include "store/db/still_file.hpp"

#include "base/error.hpp"

#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd::db {
namespace {

bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

std::filesystem::path log_of(const std::filesystem::path& file) { return file.string() + "-wal"; }

} // namespace

std::optional<StillFile> StillFile::of(const std::filesystem::path& file) {
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(file, failed);
    if (failed || ::faccessat(AT_FDCWD, real.parent_path().c_str(), W_OK, AT_EACCESS) == 0) return std::nullopt;
    if (!is_there(log_of(real))) return StillFile(real);
    if (is_there(real.string() + "-shm")) return std::nullopt; // who has it open made what is needed
    if (std::filesystem::file_size(log_of(real), failed) == 0 && !failed) return StillFile(real);
    throw Error(Fault::forbidden, "The store " + file.string() +
                                      " has a log file that cannot be read where this user may not write. Have "
                                      "somebody who may write there run quarterday verify, or copy both files.");
}

StillFile::StillFile(std::filesystem::path real) : real_(std::move(real)), state_(look()) {}

StillFile::State StillFile::look() const {
    struct stat about {};
    if (::stat(real_.c_str(), &about) != 0) return {};
    return {about.st_dev, about.st_ino, about.st_size, about.st_mtim.tv_sec, about.st_mtim.tv_nsec};
}

bool StillFile::was_written() const { return look() != state_; }
bool StillFile::has_log() const { return is_there(log_of(real_)); }

std::string StillFile::address() const {
    std::string address = "file:";
    for (const char c : real_.string()) {
        if (c != '%' && c != '?' && c != '#') {
            address += c;
            continue;
        }
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned>(c));
        address += escaped;
    }
    return address + "?immutable=1";
}

} // namespace qd::db
