#include "base/costly_prose.hpp"

#include <algorithm>
#include <cstdint>

namespace qd {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::size_t most_levels = 30;           // of lists and quotations within each other
constexpr std::size_t most_marks = 4'000;         // of one passage, by their weight
constexpr std::uint64_t most_steps = 500'000'000; // of all passages: weight of the marks × bytes
constexpr std::uint64_t most_cells = 200'000;     // of all tables, filled up
constexpr std::uint64_t most_link_bytes = std::uint64_t{16} << 20;

// How far a mark makes the reader look: "<" to the end of the passage, and slowly.
std::uint64_t weight_of(char c) {
    switch (c) {
    case '<': return 20;
    case '[':
    case ']': return 4;
    case '*':
    case '_':
    case '`':
    case '!':
    case '&': return 1;
    default: return 0;
    }
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// How many lists and quotations a line opens, or is in by its indentation.
std::size_t levels_of(std::string_view line) {
    if (line.find_first_not_of("* \t\r") == line.npos || line.find_first_not_of("- \t\r") == line.npos)
        return 0; // a rule
    std::size_t levels = 0, markers = 0, blanks = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
        const auto is_followed_by_blank = [&](std::size_t i) { return i + 1 >= line.size() || is_blank(line[i + 1]); };
        if (end > at && end < line.size() && (line[end] == '.' || line[end] == ')') && is_followed_by_blank(end)) {
            at = end + 1;
        } else if (is_blank(line[at])) {
            blanks += line[at++] == '\t' ? 4 : 1;
            continue;
        } else if (line[at] == '>' ||
                   ((line[at] == '-' || line[at] == '*' || line[at] == '+') && is_followed_by_blank(at))) {
            ++at;
        } else {
            break;
        }
        ++markers;
        levels =
            markers + (blanks - std::min(blanks, markers - 1)) / 2; // one space after each marker is not indentation
    }
    return levels;
}

// Lines that are read together: up to one without words, or to a new point of a list.
struct Passage {
    std::size_t line = 1, bytes = 0, lines = 0, most_bars = 0;
    std::uint64_t marks = 0;
    bool names_a_link = false;
};

class Counting {
public:
    // False once there is something to be said.
    bool take(std::string_view line, std::size_t number) {
        if (levels_of(line) > most_levels)
            return say(number, "nests lists or quotations more than " + std::to_string(most_levels) + " deep");
        const std::size_t words = std::min(line.find_first_not_of(" \t\r"), line.size());
        if (words == line.size()) return close(number + 1);
        const bool is_point = words < 4 && words + 1 < line.size() && is_blank(line[words + 1]) &&
                              std::string_view("-*+").find(line[words]) != std::string_view::npos;
        if (is_point && !close(number)) return false;
        passage_.bytes += line.size() + 1;
        ++passage_.lines;
        passage_.most_bars = std::max(passage_.most_bars, static_cast<std::size_t>(std::ranges::count(line, '|')));
        for (const char c : line) passage_.marks += weight_of(c);
        passage_.names_a_link = passage_.names_a_link || line.find("]:") != std::string_view::npos;
        closing_brackets_ += static_cast<std::uint64_t>(std::ranges::count(line, ']'));
        return true;
    }

    bool close(std::size_t next_line) {
        const Passage passage = passage_;
        passage_ = Passage{.line = next_line};
        if (passage.marks > most_marks)
            return say(passage.line, "has too many brackets, asterisks and other Markdown marks in one paragraph");
        steps_ += passage.marks * passage.bytes;
        if (steps_ > most_steps)
            return say(passage.line, "has too many brackets, asterisks and other Markdown marks in long paragraphs");
        if (passage.most_bars > 0) cells_ += (passage.most_bars + 1) * passage.lines;
        if (cells_ > most_cells) return say(passage.line, "has a table with far too many cells");
        if (passage.names_a_link && passage.bytes > longest_link_) {
            longest_link_ = passage.bytes;
            link_line_ = passage.line;
        }
        return true;
    }

    bool finish() {
        if (!close(1)) return false;
        if (longest_link_ * closing_brackets_ > most_link_bytes)
            return say(link_line_, "uses a long link too many times");
        return true;
    }

    std::optional<CostlyProse> found;

private:
    bool say(std::size_t line, std::string message) {
        found = CostlyProse{line, std::move(message)};
        return false;
    }

    Passage passage_;
    std::uint64_t steps_ = 0, cells_ = 0, closing_brackets_ = 0, longest_link_ = 0;
    std::size_t link_line_ = 0;
};

} // namespace

std::optional<CostlyProse> costly_prose(std::string_view text) {
    if (text.size() > most_bytes) return CostlyProse{0, "is longer than " + std::to_string(most_bytes >> 20) + " MB"};
    Counting counting;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!counting.take(line, number)) return counting.found;
    }
    counting.finish();
    return counting.found;
}

} // namespace qd
