#include "base/run_program.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

ProgramCall call_of(const TemporaryFolder& folder, std::string program, std::vector<std::string> arguments) {
    ProgramCall call;
    call.program = std::move(program);
    call.package = "a-package";
    call.arguments = std::move(arguments);
    call.folder = folder.path();
    return call;
}

std::string complaint_of(const ProgramCall& call, std::string_view input = {}) {
    try {
        run_program(call, input);
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::outage);
        return error.what();
    }
    return "no complaint";
}

TEST(RunProgram, GivesWhatTheProgramWritesForWhatItIsGiven) {
    const TemporaryFolder folder;
    const std::string much(3'000'000, 'x'); // more than pipes hold
    EXPECT_EQ(run_program(call_of(folder, "cat", {}), much), much);
    EXPECT_EQ(run_program(call_of(folder, "true", {}), much), "");
}

TEST(RunProgram, UsesNoShell) {
    const TemporaryFolder folder;
    EXPECT_EQ(run_program(call_of(folder, "printf", {"%s", "$(id); `id` > file"}), ""), "$(id); `id` > file");
}

TEST(RunProgram, WorksInItsFolderWithAnEnvironmentOfItsOwn) {
    const TemporaryFolder folder;
    ProgramCall call = call_of(folder, "sh", {"-c", "pwd; echo $HOME; env | grep -c ."});
    call.environment = {{"ONE_MORE", "1"}};
    const std::string path = folder.path().string();
    EXPECT_TRUE(run_program(call, "").starts_with(path + "\n" + path + "\n"));
    ::setenv("QUARTERDAY_SECRET", "1", 1);
    EXPECT_EQ(run_program(call_of(folder, "sh", {"-c", "echo \"[$QUARTERDAY_SECRET]\""}), ""), "[]\n");
    ::unsetenv("QUARTERDAY_SECRET");
}

TEST(RunProgram, NamesThePackageOfAnAbsentProgram) {
    const TemporaryFolder folder;
    EXPECT_EQ(complaint_of(call_of(folder, "quarterday-has-no-such-program", {})),
              "The program quarterday-has-no-such-program is not installed. Install the Debian package a-package (apt "
              "install a-package).");
}

TEST(RunProgram, SaysWhatAFailingProgramSaid) {
    const TemporaryFolder folder;
    EXPECT_EQ(complaint_of(call_of(folder, "sh", {"-c", "echo first >&2; echo the cause >&2; exit 3"})),
              "The program sh failed: the cause");
    EXPECT_EQ(complaint_of(call_of(folder, "sh", {"-c", "kill -9 $$"})), "The program sh was ended by signal 9.");
}

TEST(RunProgram, EndsWhatTakesTooLongWithAllThatItStarted) {
    const TemporaryFolder folder;
    ProgramCall call = call_of(folder, "sh", {"-c", "sleep 61 & echo $! > child; sleep 61"});
    call.time_limit = std::chrono::seconds(1);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(complaint_of(call), "The program sh did not finish within 1 seconds.");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
    const std::string child = run_program(call_of(folder, "cat", {"child"}), "");
    // Gone, or dead and not yet buried.
    const std::string state = run_program(call_of(folder, "sh",
                                                  {"-c", "sleep 1; cat /proc/" + child.substr(0, child.size() - 1) +
                                                             "/stat 2>/dev/null | cut -d' ' -f3; true"}),
                                          "");
    EXPECT_TRUE(state.empty() || state == "Z\n") << state;
}

TEST(RunProgram, KeepsMemoryAndOutputWithinLimits) {
    const TemporaryFolder folder;
    ProgramCall call = call_of(folder, "sh", {"-c", "head -c 300000000 /dev/zero | tail -c 290000000"});
    call.memory_limit = std::size_t{64} << 20;
    EXPECT_NE(complaint_of(call), "no complaint");
    ProgramCall large = call_of(folder, "head", {"-c", "100000", "/dev/zero"});
    large.output_limit = 1000;
    EXPECT_EQ(complaint_of(large), "The program head wrote more than is allowed.");
}

TEST(RunProgram, GivesNoNetwork) {
    const TemporaryFolder folder;
    const std::string script = "import socket\n"
                               "for family in (socket.AF_INET, socket.AF_INET6):\n"
                               "    try:\n"
                               "        socket.socket(family)\n"
                               "        print('open')\n"
                               "    except PermissionError:\n"
                               "        print('denied')\n"
                               "socket.socket(socket.AF_UNIX)\n";
    EXPECT_EQ(run_program(call_of(folder, "python3", {"-c", script}), ""), "denied\ndenied\n");
}

TEST(TemporaryFolder, IsGoneWithItsFiles) {
    std::filesystem::path path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        std::filesystem::create_directory(path / "deeper");
        EXPECT_TRUE(std::filesystem::is_directory(path / "deeper"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

} // namespace
} // namespace qd
