#include "base/sha256.hpp"

#include <array>
#include <new>

#include <openssl/evp.h>

namespace qd {
namespace {

// OpenSSL uses the SHA instructions of a processor that has them: three times as fast as without. Looking the method up is
// not cheap, so it is done once.
const EVP_MD* method() {
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

EVP_MD_CTX* context(void* state) { return static_cast<EVP_MD_CTX*>(state); }

// It fails only if there is no memory.
void require(int success) {
    if (success != 1) throw std::bad_alloc();
}

} // namespace

void Sha256::Forget::operator()(void* state) const { EVP_MD_CTX_free(context(state)); }

Sha256::Sha256() : state_(EVP_MD_CTX_new()) {
    if (!state_) throw std::bad_alloc();
    require(EVP_DigestInit_ex2(context(state_.get()), method(), nullptr));
}

Sha256& Sha256::add(std::string_view bytes) {
    require(EVP_DigestUpdate(context(state_.get()), bytes.data(), bytes.size()));
    return *this;
}

std::string Sha256::finish() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, 32> digest{};
    require(EVP_DigestFinal_ex(context(state_.get()), digest.data(), nullptr));
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string sha256(std::string_view bytes) { return Sha256().add(bytes).finish(); }

} // namespace qd
