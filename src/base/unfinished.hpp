#pragma once

#include <filesystem>
#include <functional>

#include <sys/types.h>

namespace qd {

// What must not outlive us: programs of others that run for us, and temporary folders. From the first of them on, SIGINT, SIGTERM
// and SIGHUP end the programs, remove the folders, and only then end us, each unless it is ignored, handled or blocked.
// Safe between threads.

// `begin` makes a process and gives its number, or -1. Error(outage) after end_programs().
pid_t begin_program(const std::function<pid_t()>& begin);
void forget_program(pid_t id); // before it is waited for: afterwards another may have its number

// `begin` makes a folder and gives its path, or an empty one.
std::filesystem::path begin_folder(const std::function<std::filesystem::path()>& begin);
void forget_folder(const std::filesystem::path& folder); // once it is gone

// Ends all programs that run for us, each with what it started, and begins no more: those who wait for them get Error(outage).
void end_programs();
bool programs_are_ended(); // whether it was called

} // namespace qd
