#include "base/file.hpp"

#include "base/error.hpp"
#include "base/write_file.hpp"

#include <csignal>
#include <fstream>
#include <optional>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

mode_t mode_of(const std::filesystem::path& path) {
    struct stat about {};
    EXPECT_EQ(::lstat(path.c_str(), &about), 0);
    return about.st_mode & 07777;
}

TEST_F(File, ALinkIsFollowedAndStays) {
    std::filesystem::create_directory(path("real"));
    write_file(path("real/report.html"), "old");
    std::filesystem::create_symlink("real/report.html", path("link"));
    std::filesystem::create_symlink(path("link"), path("link to link"));
    std::filesystem::create_symlink("real/not yet", path("dangling"));
    write_file(path("link to link"), "new");
    write_file(path("dangling"), "first");
    EXPECT_EQ(read_file(path("real/report.html")), "new");
    EXPECT_EQ(read_file(path("real/not yet")), "first");
    for (const char* link : {"link", "link to link", "dangling"})
        EXPECT_TRUE(std::filesystem::is_symlink(path(link))) << link;
    EXPECT_EQ(entries(), 4);
    std::filesystem::create_symlink("round", path("and round"));
    std::filesystem::create_symlink("and round", path("round"));
    EXPECT_EQ(fault_of([&] { write_file(path("round"), "x"); }), Fault::outage);
}

TEST_F(File, AnExistingFileKeepsItsModeAndANewOneUsesTheUmask) {
    const mode_t before = ::umask(077);
    write_file(path("private"), "x");
    ::umask(027);
    write_file(path("of the group"), "x");
    EXPECT_EQ(mode_of(path("private")), 0600u);
    EXPECT_EQ(mode_of(path("of the group")), 0640u);
    for (const mode_t mode : {0600u, 0664u, 0644u, 0755u}) {
        ASSERT_EQ(::chmod(path("private").c_str(), mode), 0);
        write_file(path("private"), "again");
        EXPECT_EQ(mode_of(path("private")), mode);
    }
    ::umask(before);
}

TEST_F(File, WhatMayNotBeWrittenIsLeft) {
    write_file(path("kept"), "old");
    std::filesystem::permissions(path("kept"), std::filesystem::perms::owner_read);
    const uid_t user = ::geteuid();
    if (user == 0) {
        std::filesystem::permissions(path("."), std::filesystem::perms::all);
        ASSERT_EQ(::seteuid(65'534), 0);
    }
    EXPECT_EQ(fault_of([&] { write_file(path("kept"), "new"); }), Fault::outage);
    if (user == 0) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    EXPECT_EQ(read_file(path("kept")), "old");
    EXPECT_EQ(entries(), 1);
}

TEST_F(File, WhatIsNotAFileIsWrittenTo) {
    write_file("/dev/null", "gone");
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
    EXPECT_EQ(fault_of([&] { write_file("/dev/full", "x"); }), Fault::outage);

    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    const int reader = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    write_file(path("pipe"), "through");
    char got[16] = {};
    EXPECT_EQ(::read(reader, got, sizeof got), 7);
    EXPECT_STREQ(got, "through");
    ::close(reader);
    EXPECT_TRUE(std::filesystem::is_fifo(path("pipe")));

    // The names of open files lead to what is open, whatever that is called by now.
    const int open_file = ::open(path("open").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_EQ(::write(open_file, "before ", 7), 7);
    ASSERT_EQ(::unlink(path("open").c_str()), 0);
    write_file("/dev/fd/" + std::to_string(open_file), "after");
    char kept[16] = {};
    EXPECT_EQ(::pread(open_file, kept, sizeof kept, 0), 12);
    EXPECT_STREQ(kept, "before after");
    ::close(open_file);
    EXPECT_EQ(entries(), 1);
}

TEST_F(File, StandardOutputIsKnownByAnyName) {
    for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) EXPECT_TRUE(is_standard_output(name));
    EXPECT_FALSE(is_standard_output(path("nothing")));
    EXPECT_FALSE(is_standard_output(path(".")));
}

TEST_F(File, ANewNameNextToItReplacesNothing) {
    std::vector<std::string> tried;
    const auto made = make_beside(path("x"), [&](const char* name) {
        tried.emplace_back(name);
        errno = EEXIST;
        return tried.size() < 3 ? -1 : 0;
    });
    EXPECT_EQ(made, tried.back());
    EXPECT_EQ(tried.size(), 3u);
    EXPECT_NE(tried[0], tried[1]);
    EXPECT_EQ(fault_of([&] {
                  make_beside(path("x"), [](const char*) {
                      errno = EACCES;
                      return -1;
                  });
              }),
              Fault::outage);
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
    EXPECT_EQ(fault_of([&] { read_file("/dev/zero", 1000); }), Fault::request); // gives no size beforehand
}

} // namespace
} // namespace qd
