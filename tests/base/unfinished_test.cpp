#include "base/unfinished.hpp"

#include "base/error.hpp"
#include "base/run_program.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace qd {
namespace {

namespace fs = std::filesystem;

// What a process of its own does, which a test ends or watches from outside: a program that would run for a minute, with a child of
// its own, and a folder. In `place` it leaves word of where the folder is and which number the child has.
class Other {
public:
    explicit Other(const fs::path& place, bool ends_programs = false) : place_(place), id_(::fork()) {
        if (id_ != 0) return;
        ::signal(SIGHUP, SIG_DFL);
        try {
            const TemporaryFolder second;
            const TemporaryFolder folder;
            write(place_ / "folder", folder.path().string());
            write(place_ / "second", second.path().string());
            ProgramCall call;
            call.program = "sh";
            call.arguments = {"-c", "sleep 61 & echo $! > " + (place_ / "child").string() + "; touch file; sleep 61"};
            call.folder = folder.path();
            std::thread ending;
            if (ends_programs)
                ending = std::thread([this] {
                    child();
                    end_programs();
                });
            try {
                run_program(call, "");
            } catch (const Error& error) {
                write(place_ / "complaint", error.what());
            }
            if (ending.joinable()) ending.join();
            try {
                run_program(call, "");
            } catch (const Error& error) {
                write(place_ / "second-complaint", error.what());
            }
        } catch (...) {
            ::_exit(3);
        }
        ::_exit(0);
    }
    // The status with which it ended.
    int end_by(int signal) const {
        child();
        ::kill(id_, signal);
        return wait();
    }
    int wait() const {
        int status = 0;
        ::waitpid(id_, &status, 0);
        return status;
    }
    pid_t child() const { return static_cast<pid_t>(std::stol(read("child"))); }
    std::string read(const std::string& name) const {
        for (int i = 0; i < 1000; ++i) {
            std::ifstream file(place_ / name);
            if (std::string line; std::getline(file, line) && !line.empty()) return line;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return "0";
    }
    // Gone, or dead and not yet reaped.
    static bool is_gone(pid_t id) {
        for (int i = 0; i < 200; ++i) {
            std::ifstream file("/proc/" + std::to_string(id) + "/stat");
            std::string number, name, state;
            if (!(file >> number >> name >> state) || state == "Z" || state == "X") return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

private:
    static void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text << "\n"; }

    fs::path place_;
    pid_t id_;
};

TEST(Unfinished, IsEndedWithUsByASignal) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const TemporaryFolder place;
        const Other other(place.path());
        const int status = other.end_by(signal);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
        ASSERT_GT(other.child(), 0);
        EXPECT_TRUE(Other::is_gone(other.child()));
        EXPECT_FALSE(fs::exists(other.read("folder")));
        EXPECT_FALSE(fs::exists(other.read("second")));
        EXPECT_FALSE(fs::exists(place.path() / "complaint")); // nothing was done after the signal
    }
}

TEST(Unfinished, IsEndedAndRefusedWhereProgramsAreEnded) {
    const TemporaryFolder place;
    const Other other(place.path(), true);
    const int status = other.wait();
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(other.read("complaint"), "The program sh was stopped, because Quarterday is stopping.");
    EXPECT_EQ(other.read("second-complaint"), "No more programs can be started: Quarterday is stopping.");
    EXPECT_TRUE(Other::is_gone(other.child()));
}

} // namespace
} // namespace qd
