#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::web {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// A request's target, decoded once and found to be canonical: nothing in it can mean two things.
class Address {
public:
    // Error(request) for a target that is too long, badly encoded, not UTF-8, or has "..", ".", an empty segment, a
    // backslash, an encoded slash or a control character in its path.
    static Address parse(std::string_view target);

    const std::vector<std::string>& segments() const { return segments_; } // {} for "/"
    bool ends_in_slash() const { return ends_in_slash_; }                  // not for "/"
    std::string path() const;                                              // encoded again, without that last slash
    const Parameters& parameters() const { return parameters_; }
    // The first of that name; "" when absent or empty, for a form sends what was left open as empty.
    std::string_view parameter(std::string_view name) const;

    static constexpr std::size_t longest = 4096; // bytes of a target

private:
    std::vector<std::string> segments_;
    bool ends_in_slash_ = false;
    Parameters parameters_;
};

// "%41%20" decoded once; none if a "%" is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text);
// All but letters, digits and "-._~" as %XX.
std::string percent_encode(std::string_view text);
// "?a=1&b=2"; "" for none. Parameters with an empty value are left out.
std::string print_query(const Parameters& parameters);

} // namespace qd::web
