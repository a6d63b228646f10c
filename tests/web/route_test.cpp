#include "web/route.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace qd::web {
namespace {

Response one(const Visit&) { return text_response(200, "text/plain", "one"); }
Response two(const Visit&) { return text_response(200, "text/plain", "two"); }

const std::vector<Route>& table() {
    static const std::vector<Route> routes = {
        {Method::get, "/", everyone(), one},
        {Method::get, "/measures/new", everyone(), two},
        {Method::get, "/measures/{code}", everyone(), one},
        {Method::get, "/assets/{hash}/{path...}", everyone(), one},
        {Method::post, "/returns", everyone(), one},
        {Method::get, "/both", everyone(), one},
        {Method::post, "/both", everyone(), one},
    };
    return routes;
}

std::string pattern_for(std::string_view method, const std::vector<std::string>& segments) {
    const auto found = find_route(table(), method, segments);
    if (const auto* match = std::get_if<Match>(&found)) return match->route->pattern();
    if (const auto* other = std::get_if<OtherMethods>(&found)) return "allow " + other->allow;
    return "none";
}

// A route that says nothing of who may go there does not compile.
static_assert(!std::is_constructible_v<Route, Method, std::string_view, Handler>);
static_assert(std::is_constructible_v<Route, Method, std::string_view, const Access&, Handler>);
static_assert(!std::is_default_constructible_v<Access>);

TEST(Route, TakesTheFirstThatMatches) {
    EXPECT_EQ(pattern_for("GET", {}), "/");
    EXPECT_EQ(pattern_for("GET", {"measures", "new"}), "/measures/new");
    EXPECT_EQ(pattern_for("GET", {"measures", "ASC1"}), "/measures/{code}");
    EXPECT_EQ(pattern_for("GET", {"measures"}), "none");
    EXPECT_EQ(pattern_for("GET", {"measures", "ASC1", "more"}), "none");
    EXPECT_EQ(pattern_for("GET", {"Measures", "ASC1"}), "none");
}

TEST(Route, AnswersHeadAsGet) { EXPECT_EQ(pattern_for("HEAD", {"measures", "ASC1"}), "/measures/{code}"); }

TEST(Route, NamesTheMethodsAnAddressTakes) {
    EXPECT_EQ(pattern_for("POST", {}), "allow GET, HEAD");
    EXPECT_EQ(pattern_for("GET", {"returns"}), "allow POST");
    EXPECT_EQ(pattern_for("DELETE", {"both"}), "allow GET, HEAD, POST");
    EXPECT_EQ(pattern_for("get", {}), "allow GET, HEAD"); // methods are case-sensitive: RFC 9110, 9.1
}

TEST(Route, HandsOnWhatItCaptured) {
    EXPECT_EQ(std::get<Match>(find_route(table(), "GET", {"measures", "ASC1"})).captures, (Captures{{"code", "ASC1"}}));
    EXPECT_EQ(std::get<Match>(find_route(table(), "GET", {"assets", "abc", "deep", "file.css"})).captures,
              (Captures{{"hash", "abc"}, {"path", "deep/file.css"}}));
    EXPECT_EQ(pattern_for("GET", {"assets", "abc"}), "none");
}

} // namespace
} // namespace qd::web
