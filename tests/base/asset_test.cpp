#include "base/asset.hpp"

#include <gtest/gtest.h>

#include "base/embedded_sample.hpp"
#include "embedded_folder.hpp"

namespace qd {
namespace {

TEST(Asset, EmbeddedFilesAreTheFilesOnDisk) {
    const auto files = test::files_below("tests/base/embedded");
    ASSERT_EQ(files.size(), 3u);
    EXPECT_EQ(test::files_in(embedded_sample::all()), files);
}

TEST(Asset, KeepsEveryByte) {
    const Asset* binary = find_asset(embedded_sample::all(), "deep/binary.bin");
    ASSERT_NE(binary, nullptr);
    EXPECT_EQ(binary->bytes, std::string_view("a\0b\xff\"\\\r\n", 8));
}

TEST(Asset, AnEmptyFileIsThere) {
    const Asset* empty = find_asset(embedded_sample::all(), "empty.txt");
    ASSERT_NE(empty, nullptr);
    EXPECT_EQ(empty->bytes, "");
}

TEST(Asset, AnUnknownPathIsNull) {
    EXPECT_EQ(find_asset(embedded_sample::all(), "deep"), nullptr);
    EXPECT_EQ(find_asset(embedded_sample::all(), "zzz"), nullptr);
    EXPECT_EQ(find_asset({}, "empty.txt"), nullptr);
}

} // namespace
} // namespace qd
