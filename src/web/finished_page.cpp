#include "web/finished_page.hpp"

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

FinishedPage::FinishedPage(Response response, std::int64_t generation) {
    if (response.status == 200) {
        const bool text = is_text(response.header("Content-Type"));
        worth_compressing_ = text && response.body.size() >= least_to_compress;
        if (text) response.set("Vary", "Accept-Encoding");
        if (response.header("Cache-Control").empty()) response.set("Cache-Control", "private, no-cache");
        tag_ = "\"" + std::to_string(generation) + "-" + sha256(response.body).substr(0, tag_digits) + "\"";
        response.set("ETag", "W/" + tag_); // weak: the same page compressed or not has other bytes
        unchanged_ = std::make_shared<const Response>(Response{304, response.headers, {}});
    }
    whole_ = std::make_shared<const Response>(std::move(response));
}

std::shared_ptr<const Response> FinishedPage::answer(const Request& request) const {
    if (!unchanged_) return whole_;
    if (names_tag(request.header("If-None-Match"), tag_)) return unchanged_;
    return worth_compressing_ && accepts_gzip(request.header("Accept-Encoding")) ? compressed() : whole_;
}

const std::shared_ptr<const Response>& FinishedPage::compressed() const {
    std::call_once(asked_compressed_, [this] {
        Response response{whole_->status, whole_->headers, gzip(whole_->body, Effort::quick)};
        response.set("Content-Encoding", "gzip");
        compressed_ = std::make_shared<const Response>(std::move(response));
    });
    return compressed_;
}

std::size_t FinishedPage::bytes() const {
    constexpr std::size_t headers = 4096;                                // of the two or three responses
    return headers + whole_->body.size() * (worth_compressing_ ? 2 : 1); // text never grows by being compressed
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
