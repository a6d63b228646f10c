#include "web/route.hpp"

#include "base/text.hpp"
#include "web/visit.hpp"

#include <stdexcept>

namespace qd::web {
namespace {

bool is_capture(std::string_view part) { return part.starts_with('{') && part.ends_with('}'); }
bool takes_the_rest(std::string_view part) { return is_capture(part) && part.ends_with("...}"); }

std::string capture_name(std::string_view part) {
    const std::size_t marks = takes_the_rest(part) ? std::string_view{"{...}"}.size() : std::string_view{"{}"}.size();
    return std::string{part.substr(1, part.size() - marks)};
}

bool answers(const Route& route, std::string_view method) {
    return route.method() == Method::get ? method == "GET" || method == "HEAD" : method == "POST";
}

} // namespace

const Access& everyone() {
    static const Access rule{"everyone", [](const Visit&) { return true; }};
    return rule;
}

const Access& council() {
    static const Access rule{"council", [](const Visit& visit) { return visit.reader() == Reader::council; }};
    return rule;
}

Route::Route(Method method, std::string_view pattern, const Access& access, Handler handler, Pace pace, Unasked unasked)
    : method_(method), pattern_(pattern), access_(&access), handler_(handler), pace_(pace), unasked_(unasked) {
    if (!pattern.starts_with('/') || handler == nullptr) throw std::logic_error("bad route " + pattern_);
    if (pattern != "/") parts_ = split(pattern.substr(1), '/');
}

bool Route::matches(const std::vector<std::string>& segments) const {
    const bool rest = !parts_.empty() && takes_the_rest(parts_.back());
    if (rest ? segments.size() < parts_.size() : segments.size() != parts_.size()) return false;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (!is_capture(parts_[i]) && parts_[i] != segments[i]) return false;
    return true;
}

Captures Route::captures(const std::vector<std::string>& segments) const {
    Captures captures;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!is_capture(parts_[i])) continue;
        std::string value = segments[i];
        if (takes_the_rest(parts_[i]))
            for (std::size_t next = i + 1; next < segments.size(); ++next) value += "/" + segments[next];
        captures.emplace(capture_name(parts_[i]), std::move(value));
    }
    return captures;
}

std::variant<Match, NoSuchAddress, OtherMethods> find_route(const std::vector<Route>& table, std::string_view method,
                                                            const std::vector<std::string>& segments) {
    bool reads = false, writes = false;
    for (const Route& route : table) {
        if (!route.matches(segments)) continue;
        if (answers(route, method)) return Match{&route, route.captures(segments)};
        (route.method() == Method::get ? reads : writes) = true;
    }
    if (!reads && !writes) return NoSuchAddress{};
    return OtherMethods{!reads ? "POST" : writes ? "GET, HEAD, POST" : "GET, HEAD"};
}

} // namespace qd::web
