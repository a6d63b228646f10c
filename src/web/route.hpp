#pragma once

#include "web/message.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace qd::web {

struct Visit;

// Who may go where. A rule can only be one of the named ones, and a route cannot be made without a rule.
class Access {
public:
    std::string_view name() const { return name_; }
    bool allows(const Visit& visit) const { return rule_(visit); }

private:
    friend const Access& everyone();
    friend const Access& council();
    Access(std::string_view name, bool (*rule)(const Visit&)) : name_(name), rule_(rule) {}
    std::string_view name_;
    bool (*rule_)(const Visit&);
};
const Access& everyone(); // anyone who can reach the address; the page is made from what its reader may read
const Access& council();  // the council itself: to others there is no such page

enum class Method { get, post };

using Handler = Response (*)(const Visit&);
using Captures = std::map<std::string, std::string, std::less<>>;

// slow: the answer may take seconds, because a program of others makes it.
enum class Pace { quick, slow };

// As at which day a page is where nobody asked for one: that of the meeting of its period's paper, once it is past; or today,
// for what belongs to no period.
enum class Unasked { meeting_day, today };

// One kind of address: "/measures/{code}". {name} stands for one whole segment, {name...} at the end for one or more.
class Route {
public:
    Route(Method method, std::string_view pattern, const Access& access, Handler handler, Pace pace = Pace::quick,
          Unasked unasked = Unasked::meeting_day);
    Route(Method method, std::string_view pattern, const Access& access, Handler handler, Unasked unasked)
        : Route(method, pattern, access, handler, Pace::quick, unasked) {}

    Method method() const { return method_; }
    const std::string& pattern() const { return pattern_; }
    const Access& access() const { return *access_; }
    Pace pace() const { return pace_; }
    Unasked unasked() const { return unasked_; }
    Response call(const Visit& visit) const { return handler_(visit); }
    bool matches(const std::vector<std::string>& segments) const;
    Captures captures(const std::vector<std::string>& segments) const; // of segments that match

private:
    Method method_;
    std::string pattern_;
    std::vector<std::string> parts_;
    const Access* access_;
    Handler handler_;
    Pace pace_;
    Unasked unasked_;
};

struct Match {
    const Route* route;
    Captures captures;
};
struct NoSuchAddress {};
struct OtherMethods {
    std::string allow; // "GET, HEAD"
};

// Which route answers: the first in the table that matches. HEAD is answered as GET is.
std::variant<Match, NoSuchAddress, OtherMethods> find_route(const std::vector<Route>& table, std::string_view method,
                                                            const std::vector<std::string>& segments);

} // namespace qd::web
