#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd::web {

struct Header {
    std::string name;
    std::string value;
};

// What a browser asked, free of sockets, so that a test can ask it too.
struct Request {
    std::string method = "GET";
    std::string target = "/"; // path and query exactly as sent
    std::vector<Header> headers;

    std::string_view header(std::string_view name) const; // names compare without regard to case; "" = not sent
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;

    std::string_view header(std::string_view name) const;
    void set(std::string_view name, std::string value); // replaces what was there
};

Response text_response(int status, std::string_view content_type, std::string body);
Response redirect(std::string_view location); // 308: for good, with the same method

std::string_view reason_phrase(int status); // "Not Found"

} // namespace qd::web
