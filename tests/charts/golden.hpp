#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace qd::test {

// Compares with a file below tests/. With QUARTERDAY_WRITE_GOLDEN=1 in the environment the file is written instead, and
// the test fails, so that a run that only wrote can never pass for one that compared.
inline void expect_golden(const std::string& text, const std::string& path) {
    const std::filesystem::path file = std::filesystem::path("tests") / path;
    if (std::getenv("QUARTERDAY_WRITE_GOLDEN")) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        FAIL() << "wrote " << file << "; look at the difference, then run again without QUARTERDAY_WRITE_GOLDEN";
    }
    std::ifstream in(file, std::ios::binary);
    ASSERT_TRUE(in) << file << " is missing; write it with QUARTERDAY_WRITE_GOLDEN=1";
    const std::string expected(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(text, expected) << "differs from " << file;
}

} // namespace qd::test
