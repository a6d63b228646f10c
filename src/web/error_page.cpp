#include "web/error_page.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "web/layout.hpp"

#include <atomic>

#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

constexpr std::size_t reference_digits = 8;

std::string log_cause(const std::string& cause, const std::string& target, Instant now) {
    static std::atomic<unsigned> number{0};
    const std::string reference = sha256(print(now) + target + std::to_string(++number)).substr(0, reference_digits);
    std::string shown = shorten(target, 200);
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?'; // a log line stays one line
    spdlog::error("{} {}: {}", reference, shown, cause);
    return reference;
}

// Nobody needs to read again all that he typed; a page that repeats it is as large as others want it to be.
std::string without_long_input(std::string message, const std::string& target) {
    constexpr std::size_t longest_input = 64, longest_message = 1000; // characters
    const auto replace_in_message = [&](const std::string& input) {
        if (input.size() > longest_input)
            message = replace_all(std::move(message), input, shorten(input, longest_input));
    };
    try {
        const Address address = Address::parse(target);
        for (const std::string& segment : address.segments()) replace_in_message(segment);
        for (const auto& [name, value] : address.parameters()) replace_in_message(name), replace_in_message(value);
    } catch (const Error&) {
        // The message does not repeat something that is not an address.
    }
    return shorten(message, longest_message);
}

std::string escape(std::string text) {
    text = replace_all(std::move(text), "&", "&amp;");
    text = replace_all(std::move(text), "<", "&lt;");
    return replace_all(std::move(text), ">", "&gt;");
}

} // namespace

Trouble trouble_of(const Error& error, const std::string& target, Instant now) {
    const std::string message = without_long_input(error.what(), target);
    switch (error.fault()) {
    case Fault::request: return {400, "That cannot be shown", message};
    case Fault::absent: return {404, "Not found", message};
    case Fault::forbidden: return {403, "Not allowed", message};
    case Fault::conflict: return {409, "Not possible just now", message};
    case Fault::outage: break;
    }
    return {503, "Quarterday cannot answer just now",
            "Something it depends on failed. Nothing was lost. Try again in a minute; if it happens again, give the "
            "reference below to whoever looks after this server.",
            log_cause(error.what(), target, now)};
}

Trouble trouble_of(const std::exception& error, const std::string& target, Instant now) {
    return {500, "Sorry, there is a problem with this page",
            "This is a fault in Quarterday, not in what you did. Nothing was lost. Other pages may well work; give the "
            "reference below to whoever looks after this server.",
            log_cause(error.what(), target, now)};
}

Response error_page(const Visit& visit, const Trouble& trouble) {
    Fields fields;
    fields.text("title", trouble.title).text("message", trouble.message).text("reference", trouble.reference);
    fields.text("home", "/").text("scorecard", "/scorecard");
    Response response = render_page(visit, {trouble.title, "error", fields, Section::none, Framing::hidden});
    response.status = trouble.status;
    response.set("Cache-Control", "no-store");
    return response;
}

Response bare_error_page(const Trouble& trouble) {
    std::string body = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"><title>" +
                       escape(trouble.title) + " - Quarterday</title></head>\n<body>\n<h1>" + escape(trouble.title) +
                       "</h1>\n<p>" + escape(trouble.message) + "</p>\n";
    if (!trouble.reference.empty()) body += "<p>Reference: " + trouble.reference + "</p>\n";
    Response response = text_response(trouble.status, "text/html; charset=utf-8", body + "</body>\n</html>\n");
    response.set("Cache-Control", "no-store");
    return response;
}

} // namespace qd::web
