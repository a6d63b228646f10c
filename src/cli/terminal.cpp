#include "cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace qd::cli {
namespace {

constexpr std::size_t narrowest = 40, widest = 400;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::size_t columns_wanted() {
    const std::string_view text = environment("COLUMNS");
    std::size_t columns = 0;
    std::from_chars(text.data(), text.data() + text.size(), columns);
    return columns;
}

} // namespace

void look_at_terminal(Call& call) {
    std::size_t columns = columns_wanted();
    if (isatty(STDOUT_FILENO)) {
        call.output = Call::Output::terminal;
        if (winsize size{}; ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) columns = size.ws_col;
        if (environment("NO_COLOR").empty() && environment("TERM") != "dumb") call.ink = Call::Ink::colour;
    }
    if (columns > 0) call.width = std::clamp(columns, narrowest, widest);
    if (isatty(STDERR_FILENO) && environment("TERM") != "dumb") call.progress = Call::Progress::shown;
}

bool terminal_can_answer() { return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0; }

std::string account_name() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16384> text{};
    return getpwuid_r(geteuid(), &entry, text.data(), text.size(), &found) == 0 && found ? found->pw_name : "";
}

Progress::Progress(Call& call, std::string_view doing) : call_(call) {
    if (call_.progress == Call::Progress::shown) call_.err << doing << " …" << std::flush;
}

Progress::~Progress() {
    if (call_.progress == Call::Progress::shown) call_.err << "\r\033[K" << std::flush;
}

} // namespace qd::cli
