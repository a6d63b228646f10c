#include "web/site.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/finished_page.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

constexpr std::size_t most_kept_bytes = 64 << 20; // some hundred of the largest pages

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
            visit, {405, "This page is read-only",
                    "This address does not take " + kind_of_request(request.method) + ". Open it as a page instead."});
        response.set("Allow", other->allow);
        return response;
    }
    Match& match = std::get<Match>(found);
    if (visit.address.ends_in_slash()) return redirect(visit.address.path() + print_query(visit.address.parameters()));
    visit.captures = std::move(match.captures);
    if (!match.route->access().allows(visit)) return not_here(visit); // not revealing that there is one
    try {
        return match.route->call(visit.as_known(match.route->unasked()));
    } catch (const Error& error) {
        return error_page(visit, trouble_of(error, request.target, visit.now));
    } catch (const std::exception& error) {
        return error_page(visit, trouble_of(error, request.target, visit.now));
    }
}

std::shared_ptr<const Response> secured(Response response) {
    add_security_headers(response);
    return std::make_shared<const Response>(std::move(response));
}

} // namespace

Site::Site(Sources sources, std::vector<std::string> names)
    : sources_(std::move(sources)), names_(std::move(names)), kept_(std::make_unique<KeptPages>(most_kept_bytes)) {
    if (sources_.library && sources_.library->reader() != sources_.snapshot()->reader())
        throw std::logic_error("issues and pages of a site are for different readers");
}

bool Site::is_own_name(std::string_view host) const {
    return names_.empty() || std::ranges::find(names_, lower(without_port(host))) != names_.end();
}

Response Site::make_page(const Request& request, const Snapshot& snapshot, Instant now) const {
    static const Address home = Address::parse("/");
    try {
        const Address address = Address::parse(request.target);
        Visit visit{address, snapshot, now};
        visit.library = sources_.library;
        return dispatch(request, std::move(visit));
    } catch (const Error& error) {
        return error_page(Visit{home, snapshot, now}, trouble_of(error, request.target, now));
    }
}

std::shared_ptr<const Response> Site::answer(const Request& request) const {
    if (!is_own_name(request.header("Host")))
        return secured(bare_error_page({421, "Wrong name",
                                        "This server does not answer to the name in that address. Open it as "
                                        "http://" +
                                            names_.front() + " followed by its port."}));
    if (auto kept = ready(request)) return kept;
    const Instant now = sources_.now();
    const Edition edition{sources_.snapshot(), now.date()};
    Response response = make_page(request, *edition.snapshot, now);
    if (response.status != 200) return secured(std::move(response));
    add_security_headers(response);
    const auto page = std::make_shared<const FinishedPage>(std::move(response), edition.snapshot->generation());
    if (KeptPages::may_keep(request)) kept_->keep(edition, request.target, page);
    return page->answer(request);
}

std::shared_ptr<const Response> Site::ready(const Request& request) const {
    try {
        if (!KeptPages::may_keep(request) || !is_own_name(request.header("Host"))) return nullptr;
        const auto page = kept_->find({sources_.snapshot(), sources_.now().date()}, request.target);
        return page ? page->answer(request) : nullptr;
    } catch (const std::exception&) {
        return nullptr; // the answer says what is wrong
    }
}

std::shared_ptr<const Response> Site::handle(const Request& request) const {
    try {
        return answer(request);
    } catch (const std::exception& error) {
        return secured(bare_error_page(trouble_of(error, request.target, sources_.now())));
    }
}

bool Site::takes_time(const Request& request) const {
    try {
        const auto found = find_route(routes(), request.method, Address::parse(request.target).segments());
        const Match* match = std::get_if<Match>(&found);
        return match && match->route->pace() == Pace::slow;
    } catch (const Error&) {
        return false; // the answer says what is wrong with the address
    }
}

} // namespace qd::web
