// Runs tests/web/cases/*.case on the example councils. A case is prose, and requests:
//
//     GET /scorecard?outlook=miss          the request; lines below it up to the status are its headers
//     200                                  the status it must have
//     Cache-Control: private, no-cache     a header it must have
//     says 5 of 35 measures shown          words of the page, without its markup
//     lacks Potholes                       words that may not be there
//     holds <h1>Scorecard</h1>             markup, as it is
//
// A first line "council chorley" takes that example instead of Lancashire's; "council invented" the one of the tests.
#include "base/text.hpp"
#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

namespace qd::web {
namespace {

struct Exchange {
    Request request;
    int status = 0;
    std::vector<std::string> expected;
};

bool is_request(const std::string& line) {
    return line.starts_with("GET ") || line.starts_with("HEAD ") || line.starts_with("POST ") ||
           line.starts_with("DELETE ");
}

std::vector<Exchange> read_case(const std::filesystem::path& path, std::string& council) {
    std::vector<Exchange> exchanges;
    std::ifstream in(path);
    bool within = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("council ")) council = line.substr(8);
        if (is_request(line)) {
            const std::size_t space = line.find(' ');
            exchanges.push_back({{line.substr(0, space), line.substr(space + 1), {}}, 0, {}});
            within = true;
        } else if (line.empty()) {
            within = false;
        } else if (within && exchanges.back().status == 0) {
            const std::size_t colon = line.find(": ");
            if (colon == std::string::npos)
                exchanges.back().status = std::stoi(line);
            else
                exchanges.back().request.headers.push_back({line.substr(0, colon), line.substr(colon + 2)});
        } else if (within) {
            exchanges.back().expected.push_back(line);
        }
    }
    return exchanges;
}

// The words of a page as somebody reads them: no markup, no entities, single spaces.
std::string words_of(const std::string& html) {
    std::string text = std::regex_replace(html, std::regex("<[^>]*>"), " ");
    for (const auto& [entity, sign] : std::map<std::string, std::string>{
             {"&quot;", "\""}, {"&apos;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        text = replace_all(std::move(text), entity, sign);
    text = std::regex_replace(text, std::regex("\\s+"), " ");
    return std::regex_replace(text, std::regex(" ([,.:;)])"), "$1");
}

void check(const std::string& line, const Response& response) {
    const auto rest = [&](std::size_t from) { return line.substr(from); };
    const std::string words = words_of(response.body);
    if (line.starts_with("says "))
        EXPECT_NE(words.find(rest(5)), std::string::npos) << "does not say: " << rest(5) << "\n" << words;
    else if (line.starts_with("lacks "))
        EXPECT_EQ(words.find(rest(6)), std::string::npos) << "says: " << rest(6);
    else if (line.starts_with("holds "))
        EXPECT_NE(response.body.find(rest(6)), std::string::npos) << "does not hold: " << rest(6);
    else
        EXPECT_EQ(response.header(line.substr(0, line.find(": "))), rest(std::min(line.size(), line.find(": ") + 2)));
}

class Case : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Case, IsAnsweredAsWritten) {
    std::string council = "lancashire";
    const std::vector<Exchange> exchanges = read_case(GetParam(), council);
    ASSERT_FALSE(exchanges.empty());
    const std::string folder =
        (std::filesystem::exists("examples/" + council) ? "examples/" : "tests/councils/") + council;
    const Site site = test::site_of(test::snapshot_of(test::example(folder)));
    for (const Exchange& exchange : exchanges) {
        SCOPED_TRACE(exchange.request.method + " " + exchange.request.target);
        const Response response = *site.handle(exchange.request);
        EXPECT_EQ(response.status, exchange.status) << words_of(response.body);
        for (const std::string& line : exchange.expected) check(line, response);
    }
}

std::vector<std::filesystem::path> cases() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator("tests/web/cases"))
        if (entry.path().extension() == ".case") paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
    return replace_all(info.param.stem().string(), "-", "_");
}

INSTANTIATE_TEST_SUITE_P(Web, Case, testing::ValuesIn(cases()), name_of);

} // namespace
} // namespace qd::web
