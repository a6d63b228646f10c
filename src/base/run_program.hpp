#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd {

// A folder of its own for one task, gone with everything in it when the task is done.
class TemporaryFolder {
public:
    TemporaryFolder(); // Error(outage) if it cannot be made
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// A program that was not written for us and may fail, hang or swell.
struct ProgramCall {
    std::string program;                // its name, looked for in PATH, or its path
    std::string title;                  // what people call it; its name where left out
    std::string package;                // that brings it, for the one who has to install it
    std::vector<std::string> arguments; // as they are: no shell reads them
    std::filesystem::path folder;       // in which it works and which is its HOME
    std::vector<std::pair<std::string, std::string>>
        environment; // all it gets besides PATH, HOME, TMPDIR and the language
    std::chrono::seconds time_limit{120};
    std::size_t memory_limit = std::size_t{4} << 30; // bytes of address space
    std::size_t output_limit = std::size_t{1} << 30; // bytes
};

// What the program writes to its standard output when it is given `input`. It can open no connection to other machines, and
// it ends with us, whatever ends us. Error(outage) where it is absent (with the package), fails (with what it said), takes too long, or writes
// more than allowed; then it and what it started are ended.
std::string run_program(const ProgramCall& call, std::string_view input);

// The path of a program in PATH; empty where there is none.
std::string find_program(const std::string& name);
inline bool has_program(const std::string& name) { return !find_program(name).empty(); }

} // namespace qd
