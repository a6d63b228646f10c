#include "base/file.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* doing) {
    const int cause = errno;
    const Fault fault = cause == ENOENT ? Fault::absent : Fault::outage;
    throw Error(fault, "Cannot " + std::string(doing) + " " + path.string() + ": " + std::strerror(cause) + ".");
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

} // namespace

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
            if (got == 0) throw Error(Fault::outage, path.string() + " became shorter while it was read. Try again.");
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
        if (bytes.size() > most) refuse(); // devices and growing files do not tell their size beforehand
    }
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::string aside = path.string() + ".XXXXXX";
    const Descriptor file(::mkostemp(aside.data(), O_CLOEXEC));
    if (file.number() < 0) fail(path, "write");
    try {
        while (!bytes.empty()) {
            const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) fail(path, "write");
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        if (::fchmod(file.number(), 0644) != 0 || ::fsync(file.number()) != 0) fail(path, "write");
        if (::rename(aside.c_str(), path.c_str()) != 0) fail(path, "write");
    } catch (...) {
        ::unlink(aside.c_str());
        throw;
    }
    sync_folder(path.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor open_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open_folder.number() < 0 || ::fsync(open_folder.number()) != 0) fail(folder, "sync");
}

} // namespace qd
