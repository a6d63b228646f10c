#include "base/file.hpp"

#include "base/error.hpp"

#include <csignal>
#include <fstream>
#include <optional>

#include <sys/resource.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

class File : public testing::Test {
protected:
    File() : folder_(std::filesystem::temp_directory_path() / ("quarterday-file-test-" + std::to_string(::getpid()))) {
        std::filesystem::create_directory(folder_);
    }
    ~File() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path path(const char* name) const { return folder_ / name; }
    std::ptrdiff_t entries() const { return std::distance(std::filesystem::directory_iterator(folder_), {}); }

private:
    std::filesystem::path folder_;
};

template <class Act> std::optional<Fault> fault_of(Act act) {
    try {
        act();
    } catch (const Error& error) {
        return error.fault();
    }
    return std::nullopt;
}

// While it lives, no file may grow beyond so many bytes: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t most) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{most, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int);
};

TEST_F(File, GivesBackEveryByte) {
    const std::string bytes("a\0\r\n\xFF", 5);
    write_file(path("bytes"), bytes);
    EXPECT_EQ(read_file(path("bytes")), bytes);
    write_file(path("bytes"), "");
    EXPECT_EQ(read_file(path("bytes")), "");
    const std::string long_text(1'000'000, 'x');
    write_file(path("bytes"), long_text);
    EXPECT_EQ(read_file(path("bytes")), long_text);
    EXPECT_EQ(entries(), 1);
}

TEST_F(File, WritesIntoTheWorkingFolderToo) {
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(path("."));
    write_file("here.txt", "x");
    std::filesystem::current_path(before);
    EXPECT_EQ(read_file(path("here.txt")), "x");
}

TEST_F(File, KeepsTheOldTextWhenTheDiskIsFull) {
    write_file(path("report.html"), "old");
    {
        const FullDisk full(100'000);
        EXPECT_EQ(fault_of([&] { write_file(path("report.html"), std::string(200'000, 'n')); }), Fault::outage);
    }
    EXPECT_EQ(read_file(path("report.html")), "old");
    EXPECT_EQ(entries(), 1);
}

TEST_F(File, AFolderInTheWayStays) {
    std::filesystem::create_directory(path("taken"));
    write_file(path("taken/inside"), "kept");
    EXPECT_EQ(fault_of([&] { write_file(path("taken"), "new"); }), Fault::outage);
    EXPECT_EQ(read_file(path("taken/inside")), "kept");
    EXPECT_EQ(entries(), 1);
}

TEST_F(File, AMissingFolderIsNamed) {
    try {
        write_file(path("nowhere/report.html"), "x");
        FAIL() << "was written";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::absent);
        EXPECT_NE(std::string(error.what()).find("nowhere/report.html"), std::string::npos) << error.what();
    }
    EXPECT_EQ(entries(), 0);
}

TEST_F(File, SaysWhyItCannotBeRead) {
    EXPECT_EQ(fault_of([&] { read_file(path("absent")); }), Fault::absent);
    EXPECT_EQ(fault_of([&] { read_file(path(".")); }), Fault::request);
}

TEST_F(File, RefusesWhatIsTooLarge) {
    write_file(path("ten"), "0123456789");
    EXPECT_EQ(read_file(path("ten"), 10), "0123456789");
    EXPECT_EQ(fault_of([&] { read_file(path("ten"), 9); }), Fault::request);
    EXPECT_EQ(fault_of([&] { read_file("/dev/zero", 1000); }), Fault::request); // tells no size beforehand
}

} // namespace
} // namespace qd
