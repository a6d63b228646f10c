#pragma once

#include "cli/call.hpp"

#include <string_view>

namespace qd::cli {

// Fits a call to where it prints: the width of the terminal (or COLUMNS), colour only on a terminal that has it and where
// NO_COLOR is not set (no-color.org), progress only where somebody watches.
void look_at_terminal(Call& call);

// Whether somebody can be asked: input and output are both a terminal.
bool terminal_can_answer();

// The account under which the program runs; empty where the system knows none of that number.
std::string account_name();

// "Reading examples/lancashire …" while something takes its time, wiped away when it is done. Nothing in a pipe.
class Progress {
public:
    Progress(Call& call, std::string_view doing);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

private:
    Call& call_;
};

// The result of `work`, with progress while it is done.
template <class Work> auto watched(Call& call, std::string_view doing, const Work& work) {
    const Progress progress(call, doing);
    return work();
}

} // namespace qd::cli
