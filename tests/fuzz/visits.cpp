#include "base/text.hpp"
#include "fuzz/family.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/nasty.hpp"
#include "fuzz/show.hpp"
#include "web/address.hpp"
#include "web/routes.hpp"
#include "web/site.hpp"

namespace qd::fuzz {
namespace {

std::string some_code(Random& random, const Content& content) {
    switch (random.below(4)) {
    case 0: return random.pick(content.measures).code.text();
    case 1: return content.recovery_plans.empty() ? "x" : random.pick(content.recovery_plans).code.text();
    case 2: return content.priorities.empty() ? "x" : random.pick(content.priorities).code.text();
    default: return random.once_in(2) ? "scorecard" : "partnership";
    }
}

std::string some_path(Random& random, const Content& content) {
    std::string path = random.pick(web::routes()).pattern();
    for (std::size_t start; (start = path.find('{')) != std::string::npos;) {
        const std::string code =
            random.once_in(3) ? web::percent_encode(nasty_cell(random).substr(0, 300)) : some_code(random, content);
        path.replace(start, path.find('}') + 1 - start, code.find('{') == std::string::npos ? code : "x");
    }
    return path;
}

std::string some_parameter(Random& random, const Snapshot& snapshot) {
    constexpr std::string_view names[] = {"period", "area",  "as_at",    "status", "outlook", "owner",
                                          "theme",  "order", "severity", "code",   "x",       ""};
    constexpr std::string_view values[] = {"2012-13Q3",  "2013-14Q1",  "2013-02-15", "2012-12-31T00:00:00Z",
                                           "0001-01-01", "9999-12-31", "E10000017",  "red",
                                           "green",      "meet",       "miss",       "status",
                                           "title",      "-1",         "%",          "%4",
                                           "%00",        "%0d%0aX:y",  "%ff",        "+",
                                           "&&&==="};
    const std::string name{random.pick(names)};
    if (name == "period" && random.once_in(2))
        return name + "=" + snapshot.content().settings.calendar.text(random.pick(snapshot.periods()));
    if (random.once_in(3)) return name + "=" + web::percent_encode(nasty_cell(random).substr(0, 300));
    return name + "=" + std::string(random.pick(values));
}

} // namespace

// The request as text: method, target, then a header a line.
Input make_visit(Random& random) {
    constexpr std::string_view methods[] = {"GET", "GET", "GET", "GET", "HEAD", "POST", "DELETE", "", "get", "\xFF"};
    constexpr std::string_view headers[] = {"Accept-Encoding: gzip",
                                            "Accept-Encoding: gzip;q=0, *;q=9",
                                            "If-None-Match: *",
                                            "If-None-Match: W/\"1\", \"",
                                            "Host: 127.0.0.1:8080",
                                            "Host: evil.example",
                                            "Host: [::1",
                                            "Accept-Encoding: ,,;;q=,gzip;q=1e999",
                                            "If-Modified-Since: never"};
    const std::string council = random.once_in(2) ? "lancashire" : "chorley";
    const auto snapshot = ground().snapshot(council);
    std::string target = some_path(random, snapshot->content());
    for (std::size_t i = random.below(4); i > 0; --i)
        target += (target.find('?') == std::string::npos ? "?" : "&") + some_parameter(random, *snapshot);
    if (random.once_in(3)) target = mutate_bytes(random, target);
    std::string request = std::string(random.pick(methods)) + "\n" + replace_all(target, "\n", "%0A");
    for (std::size_t i = random.below(3); i > 0; --i) {
        std::string header(random.pick(headers));
        if (random.once_in(4)) header = mutate_bytes(random, header);
        request += "\n" + replace_all(header, "\n", "");
    }
    return {council, {{"request.txt", request}}};
}

Ending run_visit(const Input& input) {
    const std::vector<std::string> lines = split(input.files[0].bytes, '\n');
    web::Request request{lines.at(0), lines.size() > 1 ? lines[1] : "", {}};
    for (std::size_t i = 2; i < lines.size(); ++i)
        request.headers.push_back({lines[i].substr(0, lines[i].find(':')),
                                   lines[i].substr(std::min(lines[i].find(':'), lines[i].size() - 1) + 1)});
    const auto snapshot = ground().snapshot(input.about);
    const web::Site site({[&] { return snapshot; }, [] { return ground().clock().now(); }},
                         {"127.0.0.1", "localhost", "[::1]"});
    web::Request local = request;
    if (local.header("Host").empty()) local.headers.push_back({"Host", "localhost"});
    const web::Response response = *site.handle(local);
    check_response(local, response);
    return response.status < 400 ? Ending::understood : Ending::refused;
}

} // namespace qd::fuzz
