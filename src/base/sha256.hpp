#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace qd {

// SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// The same of bytes that come one part after the other.
class Sha256 {
public:
    Sha256();
    Sha256& add(std::string_view bytes);
    std::string finish(); // once

private:
    struct Forget {
        void operator()(void* state) const;
    };
    std::unique_ptr<void, Forget> state_;
};

} // namespace qd
