#include "exchange/toml_depth.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline exchange {
namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Characters beyond ASCII may be blanks to a parser.
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || static_cast<unsigned char>(c) >= 0x80; }

// What follows from each place of a line, from its end to its beginning.
class KeysOfLine {
public:
    explicit KeysOfLine(std::string_view line)
        : line_(line), parts_(line.size() + 1), after_part_(line.size() + 1), after_blanks_(line.size() + 1),
          literal_end_(line.size() + 1, line.size()), basic_end_(line.size() + 2, line.size()) {
        after_blanks_[line.size()] = line.size();
        for (std::size_t at = line.size(); at-- > 0;) step(at);
    }
    std::size_t most() const { return *std::ranges::max_element(parts_); }

private:
    void step(std::size_t at) {
        const char c = line_[at];
        after_blanks_[at] = is_blank(c) ? after_blanks_[at + 1] : at;
        literal_end_[at] = c == '\'' ? at : literal_end_[at + 1];
        basic_end_[at] = c == '"' ? at : basic_end_[at + (c == '\\' ? 2 : 1)];
        if (c == '\'' || c == '"')
            after_part_[at] = std::min((c == '"' ? basic_end_ : literal_end_)[at + 1] + 1, line_.size());
        else if (is_bare(c))
            after_part_[at] = at + 1 < line_.size() && is_bare(line_[at + 1]) ? after_part_[at + 1] : at + 1;
        else
            return; // no key begins here
        const std::size_t dot = after_blanks_[after_part_[at]];
        parts_[at] = 1;
        if (dot < line_.size() && line_[dot] == '.') parts_[at] += parts_[after_blanks_[dot + 1]];
    }

    std::string_view line_;
    std::vector<std::size_t> parts_; // of the longest key that begins here
    std::vector<std::size_t> after_part_, after_blanks_;
    std::vector<std::size_t> literal_end_, basic_end_; // where a string would end that has begun before
};

} // namespace

std::optional<std::size_t> line_of_deep_key(std::string_view text, std::size_t most_parts) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (static_cast<std::size_t>(std::ranges::count(line, '.')) < most_parts) continue;
        if (KeysOfLine(line).most() > most_parts) return number;
    }
    return std::nullopt;
}

} // namespace qd::inline exchange
