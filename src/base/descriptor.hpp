#pragma once

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace qd::detail {

// Says with errno why something could not be done with a file.
[[noreturn]] inline void fail(const std::filesystem::path& path, const char* doing) {
    const int cause = errno;
    const Fault fault = cause == ENOENT ? Fault::absent : Fault::outage;
    throw Error(fault, "Cannot " + std::string(doing) + " " + path.string() + ": " + std::strerror(cause) + ".");
}

// An open file, closed in the end.
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

} // namespace qd::detail
