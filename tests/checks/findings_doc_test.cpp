#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace qd::test {
namespace {

using Severities = std::map<std::string, std::set<std::string>>; // by code

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void for_each_match(const std::string& text, const std::string& pattern,
                    const std::function<void(const std::smatch&)>& use) {
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match) use(*match);
}

// A finding is made from a code with its severity right after it; "-implausible" is put after "value" and "target".
Severities raised() {
    Severities found;
    for (const auto& file : std::filesystem::recursive_directory_iterator("src/checks")) {
        if (!file.is_regular_file()) continue;
        const std::string text = text_of(file.path());
        for_each_match(text, "\"([a-z-]+)\",\\s*Severity::([a-z]+)", [&](const std::smatch& match) {
            if (match[1].str().starts_with("-"))
                for (const char* what : {"value", "target"}) found[what + match[1].str()].insert(match[2]);
            else
                found[match[1]].insert(match[2]);
        });
        for_each_match(text, "\"([a-z-]+)\",\\s*[a-z_]+ \\? Severity::([a-z]+)\\s*: Severity::([a-z]+)",
                       [&](const std::smatch& match) {
                           found[match[1]].insert({match[2], match[3]});
                       });
    }
    return found;
}

Severities documented() {
    Severities found;
    const std::string text = text_of("docs/findings.md");
    for_each_match(text, "\\| `([a-z-]+)` \\| ([a-z, ]+) \\|", [&](const std::smatch& row) {
        const std::string severities = row[2];
        for_each_match(severities, "[a-z]+", [&](const std::smatch& word) { found[row[1]].insert(word.str()); });
    });
    return found;
}

TEST(FindingsDocument, ListsEveryCodeThatIsRaisedAndNoOther) {
    EXPECT_GE(raised().size(), 20u);
    EXPECT_EQ(documented(), raised());
}

} // namespace
} // namespace qd::test
