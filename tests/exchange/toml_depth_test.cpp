#include "exchange/toml_depth.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace qd::testing {
namespace {

std::string key_of(std::size_t parts, const std::string& part = "k", const std::string& dot = ".") {
    std::string key = part;
    for (std::size_t i = 1; i < parts; ++i) key += dot + part;
    return key;
}

// How many tables are nested.
std::size_t storeys(const TomlNode& node) {
    std::size_t most = 0;
    for (const auto& [key, value] : node.entries) most = std::max(most, storeys(value));
    for (const TomlNode& item : node.items) most = std::max(most, storeys(item));
    return most + (node.kind == TomlNode::Kind::table ? 1 : 0);
}

TEST(TomlDepth, AKeyIsFoundWhateverComesBeforeIt) {
    const std::string three = "\"\"\"";
    for (const std::string& key :
         {key_of(33), key_of(33, "\"a.b\""), key_of(33, "'\"'"), key_of(33, "\"\\\"\""), key_of(33, "''", " . "),
          key_of(33, "-", "\t.\t"), key_of(33, "\"\xC2\xA0\"", "\xC2\xA0.")}) {
        for (const std::string& before :
             {std::string(), "a = " + three + " \\" + three + three + "\n", std::string("a = '''\n''''' #\n"),
              std::string("a = \"\\\\\" # '\n"), std::string("# \"\"\" '\n"), std::string("b = {a = \" \\\" ' \", "),
              std::string("[x.y"), std::string("x = [{")}) {
            EXPECT_EQ(line_of_deep_key(before + key), std::ranges::count(before, '\n') + 1) << before << key;
            EXPECT_EQ(line_of_deep_key(before + key + " = 1\nx = " + three + " " + three + "\n"),
                      std::ranges::count(before, '\n') + 1);
        }
    }
}

TEST(TomlDepth, ProseAndFiguresAreNotKeys) {
    for (const std::string& text :
         {key_of(32) + " = 1",
          std::string("a = \"One word. Two words more. And a dozen. ") + std::string(500, '.') + "\"",
          "v = [" + key_of(200, "1.5", ", ") + "]",
          "t = \"\"\"" + key_of(100, "It is so, since it was", ". ") + "\"\"\""})
        EXPECT_EQ(line_of_deep_key(text), std::nullopt) << text;
}

// Each of its lines is nearly right, and its strings contain what ends or begins others.
class NearlyToml {
public:
    explicit NearlyToml(unsigned seed) : random_(seed) {}

    std::string make() {
        std::string text;
        for (int i = upto(5); i >= 0; --i) text += line() + "\n";
        for (int i = upto(2); i > 0 && !text.empty(); --i) {
            const std::size_t at = static_cast<std::size_t>(upto(static_cast<int>(text.size()) - 1));
            text.replace(at, static_cast<std::size_t>(upto(1)),
                         any({"\"", "'", "\\", ".", "\n", "#", "\"\"\"", "k.k.k"}));
        }
        return text;
    }

private:
    int upto(int most) { return std::uniform_int_distribution(0, most)(random_); }
    std::string any(std::initializer_list<const char*> choices) {
        return choices.begin()[upto(static_cast<int>(choices.size()) - 1)];
    }
    std::string inner() { return any({"", " ", "k.k.k.k = 1", "\\\"", "\\\\", "'", "#", "a. b. c. d"}); }
    std::string part() {
        return any({"a", "b", "c", "d1", "\"q.\"", "'l.'", "''", "\"\\\"\"", "\"'\""}) +
               (upto(3) == 0 ? std::to_string(upto(99)) : "");
    }
    std::string key() {
        std::string key = part();
        for (int i = upto(9) - 3; i > 0; --i) key += any({".", " . ", "\t.", "."}) + part();
        return key;
    }
    std::string value() {
        switch (upto(6)) {
        case 0: return "\"" + inner() + "\"";
        case 1: return "'" + any({"", "\\", "\"", "k.k.k.k"}) + "'";
        case 2: return "\"\"\"" + inner() + any({"", "\n", "\"", "\\\"\"\""}) + inner() + "\"\"\"";
        case 3: return "'''" + any({"", "'", "\n", "\"\"\""}) + inner() + any({"", "'", "''"}) + "'''";
        case 4: return "1.5";
        case 5: return "[\"" + inner() + "\", '''\n''']";
        default: return "1 # " + inner();
        }
    }
    std::string line() { return upto(4) == 0 ? "[" + key() + "]" : key() + " = " + value(); }

    std::mt19937 random_;
};

// What the parser makes of a text is never deeper than the keys that were found in it: one key of a heading, one below.
TEST(TomlDepth, IsNeverLessThanTheParserMakesOfIt) {
    constexpr std::size_t most = 2;
    int parsed = 0, deep = 0;
    for (unsigned seed = 0; seed < 40'000; ++seed) {
        const std::string text = NearlyToml(seed).make();
        ComplaintBook complaints;
        const auto node = parse_toml(text, "made.toml", 0, complaints);
        if (!node) continue;
        ++parsed;
        if (storeys(*node) <= 2 * most) continue;
        ++deep;
        ASSERT_TRUE(line_of_deep_key(text, most)) << "seed " << seed << ":\n" << text;
    }
    EXPECT_GT(parsed, 4'000);
    EXPECT_GT(deep, 500);
}

// Nesting by values is limited by the parser.
TEST(TomlDepth, TowersOfValuesAreRefused) {
    for (const std::string& open : {std::string("["), "{" + key_of(32) + " = "}) {
        std::string text = "x = ";
        for (int i = 0; i < 50'000; ++i) text += open;
        ComplaintBook complaints;
        EXPECT_FALSE(parse_toml(text, "council.toml", 0, complaints));
        EXPECT_EQ(complaints.count(), 1u);
    }
    std::string inmost = "1";
    for (int i = 0; i < 30; ++i) inmost = "{" + key_of(32) + " = " + inmost + "}";
    ComplaintBook complaints;
    EXPECT_TRUE(parse_toml("[" + key_of(32) + "]\n" + key_of(32) + " = " + inmost, "council.toml", 0, complaints));
}

} // namespace
} // namespace qd::testing
