#include "base/file.hpp"

#include "base/descriptor.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd {

using detail::Descriptor;
using detail::fail;

FileBytes::FileBytes(const std::filesystem::path& path, std::size_t most) {
    constexpr std::size_t piece = std::size_t{4} << 20;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) fail(path, "open");
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) fail(path, "read");
    if (S_ISDIR(about.st_mode)) throw Error(Fault::request, path.string() + " is a folder, not a file.");
    size_ = static_cast<std::size_t>(about.st_size);
    if (size_ > most)
        throw Error(Fault::request, path.string() + " is larger than " + std::to_string(most) + " bytes. Split it.");
    bytes_ = std::make_unique_for_overwrite<char[]>(size_);
    in_parallel((size_ + piece - 1) / piece, [&](std::size_t i) {
        std::size_t at = i * piece;
        const std::size_t end = std::min(at + piece, size_);
        while (at < end) {
            const ssize_t got = ::pread(file.number(), bytes_.get() + at, end - at, static_cast<off_t>(at));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail(path, "read");
            if (got == 0)
                throw Error(Fault::outage, path.string() + " became shorter while it was being read. Try again.");
            at += static_cast<std::size_t>(got);
        }
    });
}

std::string read_file(const std::filesystem::path& path, std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) fail(path, "open");
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) fail(path, "read");
    if (S_ISDIR(about.st_mode)) throw Error(Fault::request, path.string() + " is a folder, not a file.");
    const auto refuse = [&] {
        throw Error(Fault::request, path.string() + " is larger than " + std::to_string(most) + " bytes. Split it.");
    };
    if (static_cast<std::size_t>(about.st_size) > most) refuse();
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(about.st_size));
    char buffer[1 << 16];
    for (;;) {
        const ssize_t got = ::read(file.number(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(path, "read");
        if (got == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > most) refuse(); // devices and growing files do not give their size beforehand
    }
}

} // namespace qd
