#include "base/base64.hpp"

#include <algorithm>

#include <openssl/evp.h>

namespace qd {
namespace {

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

} // namespace

std::string base64(std::string_view bytes) {
    std::string out((bytes.size() + 2) / 3 * 4, '\0');
    EVP_EncodeBlock(bytes_of(out), bytes_of(bytes), static_cast<int>(bytes.size()));
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::string out(text.size() / 4 * 3, '\0');
    const int length = EVP_DecodeBlock(bytes_of(out), bytes_of(text), static_cast<int>(text.size()));
    const auto padding = static_cast<int>(std::min<std::size_t>(2, text.size() - (text.find_last_not_of('=') + 1)));
    if (length < padding) return std::nullopt;
    out.resize(static_cast<std::size_t>(length - padding));
    if (base64(out) != text) return std::nullopt; // white space, or bits beyond the last byte
    return out;
}

} // namespace qd
