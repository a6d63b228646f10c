#include "web/finish.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "web/gzip.hpp"

#include <array>
#include <utility>

namespace qd::web {
namespace {

constexpr std::size_t tag_digits = 16;
constexpr std::size_t least_to_compress = 860; // below this gzip saves less than a packet

// RFC 9110, 13.1.2: a list of tags, compared weakly.
bool names_tag(std::string_view if_none_match, std::string_view tag) {
    if (trim(if_none_match) == "*") return true;
    for (const std::string& entry : split(if_none_match, ',')) {
        std::string_view candidate = trim(entry);
        if (candidate.starts_with("W/")) candidate.remove_prefix(2);
        if (candidate == tag) return true;
    }
    return false;
}

bool is_text(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("image/svg+xml");
}

} // namespace

Response finish(const Request& request, Response response, std::int64_t generation) {
    if (response.status != 200) return response;
    const bool text = is_text(response.header("Content-Type"));
    if (text) response.set("Vary", "Accept-Encoding");
    if (response.header("Cache-Control").empty()) response.set("Cache-Control", "private, no-cache");
    const std::string tag =
        "\"" + std::to_string(generation) + "-" + sha256(response.body).substr(0, tag_digits) + "\"";
    response.set("ETag", "W/" + tag); // weak: the same page compressed or not has other bytes
    if (names_tag(request.header("If-None-Match"), tag)) {
        response.status = 304;
        response.body.clear();
        return response;
    }
    if (text && response.body.size() >= least_to_compress && accepts_gzip(request.header("Accept-Encoding"))) {
        response.body = gzip(response.body, Effort::quick);
        response.set("Content-Encoding", "gzip");
    }
    return response;
}

void add_security_headers(Response& response) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> headers{{
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
         "frame-ancestors 'none'; base-uri 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Embedder-Policy", "require-corp"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    }};
    for (const auto& [name, value] : headers)
        if (response.header(name).empty()) response.set(name, std::string{value});
}

} // namespace qd::web
