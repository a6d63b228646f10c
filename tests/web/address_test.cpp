#include "web/address.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd::web {
namespace {

using Segments = std::vector<std::string>;

TEST(Address, SplitsAPathAndPutsItTogether) {
    EXPECT_EQ(Address::parse("/").segments(), Segments{});
    EXPECT_EQ(Address::parse("/").path(), "/");
    EXPECT_EQ(Address::parse("/measures/ASC1").segments(), (Segments{"measures", "ASC1"}));
    EXPECT_EQ(Address::parse("/a%20b/%C3%A9").segments(), (Segments{"a b", "é"}));
    EXPECT_EQ(Address::parse("/a%20b/%C3%A9").path(), "/a%20b/%C3%A9");
}

TEST(Address, DecodesOnceOnly) {
    EXPECT_EQ(Address::parse("/%2541").segments(), Segments{"%41"});
    EXPECT_EQ(Address::parse("/%2541").path(), "/%2541");
    EXPECT_EQ(Address::parse("/%252e%252e").segments(), Segments{"%2e%2e"});
}

TEST(Address, KnowsALastSlash) {
    EXPECT_TRUE(Address::parse("/scorecard/").ends_in_slash());
    EXPECT_EQ(Address::parse("/scorecard/").path(), "/scorecard");
    EXPECT_FALSE(Address::parse("/scorecard").ends_in_slash());
    EXPECT_FALSE(Address::parse("/").ends_in_slash());
}

TEST(Address, RefusesWhatCouldMeanTwoThings) {
    for (const char* target : {"",
                               "measures",
                               "*",
                               "http://elsewhere/",
                               "/..",
                               "/a/../b",
                               "/%2e%2e/etc/passwd",
                               "/%2E",
                               "/./a",
                               "//a",
                               "/a//b",
                               "/a//",
                               "/a%2fb",
                               "/a%5cb",
                               "/a\\b",
                               "/%00",
                               "/a%0ab",
                               "/a%7f",
                               "/%",
                               "/%4",
                               "/%zz",
                               "/%ff",
                               "/%c0%ae%c0%ae",
                               "/%ed%a0%80",
                               "/?a=%",
                               "/?a=%ff",
                               "/?a=%00"})
        EXPECT_THROW(Address::parse(target), Error) << target;
    EXPECT_THROW(Address::parse("/" + std::string(Address::longest, 'a')), Error);
}

TEST(Address, ReadsParametersAsAFormSendsThem) {
    const Address address =
        Address::parse("/scorecard?theme=Children+and+young%20people&status=&order=furthest&theme=second&bare#part");
    EXPECT_EQ(address.parameter("theme"), "Children and young people");
    EXPECT_EQ(address.parameter("status"), "");
    EXPECT_EQ(address.parameter("order"), "furthest");
    EXPECT_EQ(address.parameter("bare"), "");
    EXPECT_EQ(address.parameter("absent"), "");
    EXPECT_EQ(Address::parse("/?a=b=c").parameter("a"), "b=c");
    EXPECT_EQ(Address::parse("/?a=1%2B1").parameter("a"), "1+1");
}

TEST(Address, RefusesTooManyParameters) {
    std::string target = "/?a=1";
    for (int i = 1; i < 64; ++i) target += "&a=1";
    EXPECT_NO_THROW(Address::parse(target));
    EXPECT_THROW(Address::parse(target + "&a=1"), Error);
}

TEST(Address, WritesAQuery) {
    EXPECT_EQ(print_query({}), "");
    EXPECT_EQ(print_query({{"a", ""}}), "");
    EXPECT_EQ(print_query({{"period", "2012-13Q3"}, {"theme", "a & b=c"}}), "?period=2012-13Q3&theme=a%20%26%20b%3Dc");
    EXPECT_EQ(Address::parse("/" + print_query({{"q", "é\"<>+%"}})).parameter("q"), "é\"<>+%");
}

} // namespace
} // namespace qd::web
