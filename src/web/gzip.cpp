#include "web/gzip.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <zlib.h>

namespace qd::web {

std::string gzip(std::string_view bytes, Effort effort) {
    constexpr int gzip_window = 15 + 16; // 16 asks zlib for the gzip wrapper
    constexpr int memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, static_cast<int>(effort), Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error(Fault::outage, "The page could not be compressed: not enough memory.");
    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int outcome = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw Error(Fault::outage, "The page could not be compressed.");
    return result;
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool any = false;
    for (const std::string& coding : split(accept_encoding, ',')) {
        const auto parts = split(coding, ';');
        if (parts.empty()) continue;
        const std::string name = lower(trim(parts.front()));
        bool refused = false;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const std::string weight = lower(trim(parts[i]));
            refused = weight.starts_with("q=") && weight.find_first_not_of("0.", 2) == std::string::npos;
        }
        if (name == "gzip") return !refused;
        if (name == "*") any = !refused;
    }
    return any;
}

} // namespace qd::web
