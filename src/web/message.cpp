#include "web/message.hpp"

#include <algorithm>

namespace qd::web {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Headers> auto find_header(Headers& headers, std::string_view name) {
    return std::ranges::find_if(headers, [&](const Header& header) {
        return std::ranges::equal(header.name, name, [](char a, char b) { return small(a) == small(b); });
    });
}

std::string_view value_of(const std::vector<Header>& headers, std::string_view name) {
    const auto found = find_header(headers, name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->value};
}

} // namespace

std::string_view Request::header(std::string_view name) const { return value_of(headers, name); }
std::string_view Response::header(std::string_view name) const { return value_of(headers, name); }

void Response::set(std::string_view name, std::string value) {
    const auto found = find_header(headers, name);
    if (found == headers.end())
        headers.push_back({std::string{name}, std::move(value)});
    else
        found->value = std::move(value);
}

Response text_response(int status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.set("Content-Type", std::string{content_type});
    response.body = std::move(body);
    return response;
}

Response redirect(std::string_view location) {
    Response response = text_response(308, "text/plain; charset=utf-8", "Moved to " + std::string{location} + "\n");
    response.set("Location", std::string{location});
    return response;
}

std::string_view reason_phrase(int status) {
    switch (status) {
    case 200: return "OK";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 414: return "URI Too Long";
    case 421: return "Misdirected Request";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Unknown";
    }
}

} // namespace qd::web
