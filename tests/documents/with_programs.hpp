#pragma once

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace qd::test {

// What a program says of a file with these bytes; "FILE" among the arguments is its path. Debian's Python, for which its
// packages are installed, is "/usr/bin/python3".
inline std::string told_by(const std::string& program, std::vector<std::string> arguments, const std::string& bytes,
                           const std::string& name = "file") {
    const TemporaryFolder folder;
    write_file(folder.path() / name, bytes);
    for (std::string& argument : arguments) {
        if (argument == "FILE") argument = (folder.path() / name).string();
        if (argument.starts_with("tests/")) argument = std::filesystem::absolute(argument).string();
    }
    ProgramCall call;
    call.program = program;
    call.package = program;
    call.arguments = arguments;
    call.folder = folder.path();
    try {
        return run_program(call, "");
    } catch (const Error& error) {
        return error.what();
    }
}

// While it is there, no program is found.
class NoPrograms {
public:
    NoPrograms() { ::setenv("PATH", "/nowhere", 1); }
    ~NoPrograms() { ::setenv("PATH", path_.c_str(), 1); }
    NoPrograms(const NoPrograms&) = delete;
    NoPrograms& operator=(const NoPrograms&) = delete;

private:
    std::string path_ = std::getenv("PATH");
};

} // namespace qd::test
