#include "web/address.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::web {
namespace {

int hex_digit(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    if (character >= 'a' && character <= 'f') return character - 'a' + 10;
    if (character >= 'A' && character <= 'F') return character - 'A' + 10;
    return -1;
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error(Fault::request, "The address " + what + ". Start from the overview, or follow a link.");
}

std::string decode_segment(std::string_view raw) {
    const auto segment = percent_decode(raw);
    if (!segment) refuse("has a % that is not followed by two hexadecimal digits");
    if (!is_utf8(*segment)) refuse("is not UTF-8");
    if (has_control(*segment)) refuse("has a control character in it");
    if (segment->find_first_of("/\\") != std::string::npos) refuse("has an encoded slash or a backslash in it");
    if (segment->empty()) refuse("has an empty part");
    if (*segment == "." || *segment == "..") refuse("has a part that is only dots");
    return *segment;
}

// Forms write a space as "+".
std::string decode_field(std::string_view raw) {
    std::string spaced{raw};
    std::ranges::replace(spaced, '+', ' ');
    const auto field = percent_decode(spaced);
    if (!field) refuse("has a % in its query that is not followed by two hexadecimal digits");
    if (!is_utf8(*field)) refuse("is not UTF-8 in its query");
    if (has_control(*field)) refuse("has a control character in its query");
    return *field;
}

constexpr std::size_t most_parameters = 64;

Parameters parse_query(std::string_view query) {
    Parameters parameters;
    for (const std::string& pair : split(query, '&')) {
        if (pair.empty()) continue;
        if (parameters.size() == most_parameters) refuse("has too many parameters");
        const std::size_t sign = pair.find('=');
        const std::string_view text = pair;
        parameters.emplace_back(decode_field(text.substr(0, sign)),
                                sign == std::string::npos ? std::string{} : decode_field(text.substr(sign + 1)));
    }
    return parameters;
}

} // namespace

Address Address::parse(std::string_view target) {
    if (target.size() > longest) refuse("is longer than " + std::to_string(longest) + " bytes");
    if (target.empty() || target.front() != '/') refuse("does not start with a slash");
    target = target.substr(0, target.find('#'));
    const std::size_t mark = target.find('?');
    std::string_view path = target.substr(1, mark == std::string_view::npos ? mark : mark - 1);

    Address address;
    if (mark != std::string_view::npos) address.parameters_ = parse_query(target.substr(mark + 1));
    if (path.empty()) return address;
    if (path.back() == '/') {
        address.ends_in_slash_ = true;
        path.remove_suffix(1);
    }
    for (std::size_t start = 0;;) {
        const std::size_t slash = path.find('/', start);
        address.segments_.push_back(decode_segment(path.substr(start, slash - start)));
        if (slash == std::string_view::npos) return address;
        start = slash + 1;
    }
}

std::string Address::path() const {
    if (segments_.empty()) return "/";
    std::string path;
    for (const std::string& segment : segments_) path += "/" + percent_encode(segment);
    return path;
}

std::string_view Address::parameter(std::string_view name) const {
    const auto found = std::ranges::find_if(parameters_, [&](const auto& pair) { return pair.first == name; });
    return found == parameters_.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<std::string> percent_decode(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::string percent_encode(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain)
            result += c;
        else
            result.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return result;
}

std::string print_query(const Parameters& parameters) {
    std::string query;
    for (const auto& [name, value] : parameters)
        if (!value.empty()) query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
    return query;
}

} // namespace qd::web
