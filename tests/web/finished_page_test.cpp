#include "web/finished_page.hpp"

#include "web/gzip.hpp"

#include <gtest/gtest.h>

#include <zlib.h>

namespace qd::web {
namespace {

std::string gunzip(const std::string& bytes) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string result(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    result.resize(stream.total_out);
    inflateEnd(&stream);
    return result;
}

Request with(const char* name, std::string value) {
    Request request;
    request.headers = {{name, std::move(value)}};
    return request;
}

Response page(std::string body = std::string(5000, 'a')) {
    return text_response(200, "text/html; charset=utf-8", std::move(body));
}

Response finish(const Request& request, Response response, std::int64_t generation) {
    return *FinishedPage(std::move(response), generation).answer(request);
}

TEST(Gzip, CanBeReadBack) {
    for (const std::string& text :
         {std::string{}, std::string{"x"}, std::string(100'000, 'a'), std::string("\0\1\2", 3)})
        EXPECT_EQ(gunzip(gzip(text, Effort::quick)), text);
    EXPECT_EQ(gzip("same", Effort::thorough), gzip("same", Effort::thorough));
}

TEST(Gzip, IsTakenWhereTheBrowserSaysSo) {
    for (const char* yes : {"gzip", "GZIP", "br, gzip", "deflate, gzip;q=0.5, *;q=0", "*", "gzip; q=1.0"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (const char* no : {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "xgzip", "gzip;q=0, *"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(FinishedPage, CompressesTextForThoseWhoTakeIt) {
    const Response plain = finish(Request{}, page(), 7),
                   small = finish(with("Accept-Encoding", "gzip"), page("short"), 7);
    EXPECT_EQ(plain.header("Content-Encoding"), "");
    EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(small.header("Content-Encoding"), "");
    const Response packed = finish(with("accept-encoding", "gzip"), page(), 7);
    EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
    EXPECT_EQ(gunzip(packed.body), plain.body);
    EXPECT_EQ(packed.header("ETag"), plain.header("ETag"));
}

TEST(FinishedPage, LeavesPicturesAlone) {
    const Response picture =
        finish(with("Accept-Encoding", "gzip"), text_response(200, "image/png", std::string(5000, 'a')), 7);
    EXPECT_EQ(picture.header("Content-Encoding"), "");
    EXPECT_EQ(picture.header("Vary"), "");
}

TEST(FinishedPage, SaysNotModifiedToThoseWhoHaveIt) {
    const std::string tag{finish(Request{}, page(), 7).header("ETag")};
    EXPECT_TRUE(tag.starts_with("W/\"7-"));
    for (const std::string& known : {tag, tag.substr(2), "\"other\", " + tag, std::string{"*"}}) {
        const Response response = finish(with("If-None-Match", known), page(), 7);
        EXPECT_EQ(response.status, 304) << known;
        EXPECT_EQ(response.body, "");
        EXPECT_EQ(response.header("ETag"), tag);
    }
    EXPECT_EQ(finish(with("If-None-Match", tag), page("other"), 7).status, 200);
    EXPECT_EQ(finish(with("If-None-Match", tag), page(), 8).status, 200); // the store changed
}

TEST(FinishedPage, KeepsCachingToTheBrowserUnlessTheResponseSaysMore) {
    EXPECT_EQ(finish(Request{}, page(), 7).header("Cache-Control"), "private, no-cache");
    Response asset = page();
    asset.set("Cache-Control", "public");
    EXPECT_EQ(finish(Request{}, asset, 7).header("Cache-Control"), "public");
}

TEST(FinishedPage, LeavesFailuresAsTheyAre) {
    const Response response = finish(Request{}, text_response(404, "text/html; charset=utf-8", "x"), 7);
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.header("ETag"), "");
}

TEST(FinishedPage, IsMadeReadyOnce) {
    const FinishedPage finished(page(), 7);
    const Request packed = with("Accept-Encoding", "gzip");
    EXPECT_EQ(finished.answer(Request{}).get(), finished.answer(Request{}).get());
    EXPECT_EQ(finished.answer(packed).get(), finished.answer(packed).get());
    EXPECT_NE(finished.answer(packed).get(), finished.answer(Request{}).get());
}

TEST(SecurityHeaders, AreOnEveryResponse) {
    Response response;
    add_security_headers(response);
    const std::string policy{response.header("Content-Security-Policy")};
    for (const char* part :
         {"default-src 'none'", "style-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"})
        EXPECT_NE(policy.find(part), std::string::npos) << part;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Referrer-Policy"), "same-origin");
}

} // namespace
} // namespace qd::web
