#include "web/site.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/finish.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

// "[::1]:8080" → "[::1]"
std::string_view without_port(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

Response not_here(const Visit& visit) {
    return error_page(visit, {404, "Page not found",
                              "There is no page at this address. If you typed it, check that it is correct; if you "
                              "followed a link, it may belong to another store or an earlier version."});
}

// Any bytes may come as a method; only words are said again.
std::string kind_of_request(std::string_view method) {
    const bool word = !method.empty() && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
    return word ? shorten(method, 20) + " requests" : "such requests";
}

Response dispatch(const Request& request, Visit visit) {
    auto found = find_route(routes(), request.method, visit.address.segments());
    if (std::holds_alternative<NoSuchAddress>(found)) return not_here(visit);
    if (const auto* other = std::get_if<OtherMethods>(&found)) {
        Response response = error_page(
            visit, {405, "This page can only be read",
                    "This address does not take " + kind_of_request(request.method) + ". Open it as a page instead."});
        response.set("Allow", other->allow);
        return response;
    }
    Match& match = std::get<Match>(found);
    if (visit.address.ends_in_slash()) return redirect(visit.address.path() + print_query(visit.address.parameters()));
    visit.captures = std::move(match.captures);
    if (!match.route->access().allows(visit))
        return error_page(visit, {403, "Not allowed", "You may not see this page."});
    try {
        return match.route->call(visit);
    } catch (const Error& error) {
        return error_page(visit, trouble_of(error, request.target, visit.now));
    } catch (const std::exception& error) {
        return error_page(visit, trouble_of(error, request.target, visit.now));
    }
}

} // namespace

Site::Site(Sources sources, std::vector<std::string> names) : sources_(std::move(sources)), names_(std::move(names)) {}

bool Site::is_own_name(std::string_view host) const {
    return names_.empty() || std::ranges::find(names_, lower(without_port(host))) != names_.end();
}

Response Site::answer(const Request& request) const {
    if (!is_own_name(request.header("Host")))
        return bare_error_page({421, "Wrong name",
                                "This server does not answer to the name by which it was called. Open it as http://" +
                                    names_.front() + " followed by its port."});
    const Instant now = sources_.now();
    const auto snapshot = sources_.snapshot();
    static const Address home = Address::parse("/");
    try {
        const Address address = Address::parse(request.target);
        Response response = dispatch(request, Visit{address, *snapshot, now});
        return finish(request, std::move(response), snapshot->generation());
    } catch (const Error& error) {
        return error_page(Visit{home, *snapshot, now}, trouble_of(error, request.target, now));
    }
}

Response Site::handle(const Request& request) const {
    Response response;
    try {
        response = answer(request);
    } catch (const std::exception& error) {
        response = bare_error_page(trouble_of(error, request.target, sources_.now()));
    }
    add_security_headers(response);
    return response;
}

} // namespace qd::web
