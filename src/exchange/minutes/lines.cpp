#include "exchange/minutes/lines.hpp"

#include "base/text.hpp"
#include "exchange/characters.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

bool has_no_width(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF || c == 0x061C || c == 0x180E || (c < 0x20 && c != '\t') || c == 0x7F ||
           (c >= 0x80 && c < 0xA0) || (c >= 0xFE00 && c <= 0xFE0F);
}
bool is_space(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}
bool is_bullet(char32_t c) {
    constexpr std::array<char32_t, 24> bullets{0x2022, 0xB7,   0x25AA, 0x25CF, 0x25E6, 0x2023, 0x2043, 0x25A0,
                                               0x25A1, 0x25CB, 0xF0B7, 0xF0A7, 0xF06C, 0x2219, 0x27A2, 0x2794,
                                               0x25BA, 0x2714, 0x2713, 0x2756, 0x25C6, 0x25B6, 0x29BF, 0xF0D8};
    return std::ranges::find(bullets, c) != bullets.end();
}

// What a character becomes in the text of a line.
std::string normal(char32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x2032:
    case 0x00B4:
    case 0x0060: return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2212: return "-";
    case 0x2012:
    case 0x2015: return "–";
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    default: return utf8(c);
    }
}

// "- " for a bullet at the beginning, of whatever kind.
std::string with_plain_bullet(std::string line) {
    for (const std::string_view mark : {"- ", "* ", "+ ", "– ", "— ", "-\t", "*\t", "+\t", "–\t", "o\t", "> "})
        if (line.starts_with(mark)) return "- " + std::string(trim(std::string_view(line).substr(mark.size())));
    return line;
}

// Marks of bold and of headings, as Markdown has them.
void take_emphasis(MinutesLine& line) {
    std::string& text = line.text;
    const auto hashes = text.find_first_not_of('#');
    if (hashes != std::string::npos && hashes > 0 && hashes < 7 && text[hashes] == ' ') {
        text.erase(0, hashes + 1);
        line.strong = true;
    }
    for (const std::string_view mark : {"**", "__"}) {
        if (text.size() > 4 && text.starts_with(mark) && text.find(mark, 2) == text.size() - 2) line.strong = true;
        if (text.starts_with(mark) || mark == "**") text = replace_all(std::move(text), mark, "");
    }
    text = std::string(trim(text));
}

// Columns are separated by tabs or by three or more spaces.
std::string with_plain_gaps(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.size(), text.find_first_not_of(" \t", at));
        if (end == at) {
            out += text[at++];
            continue;
        }
        const bool wide = end - at > 2 || text.substr(at, end - at).find('\t') != std::string_view::npos;
        out += wide ? '\t' : ' ';
        at = end;
    }
    return out;
}

// Makes lines of characters; a break of another kind than a new line parts lines of one number.
class Cutting {
public:
    explicit Cutting(std::string_view text) : text_(text) {}

    MinutesLines take() {
        while (!text_.empty()) {
            Utf8Character next = first_character(text_);
            if (next.bytes == 0) next = {0xFFFD, 1};
            text_.remove_prefix(next.bytes);
            add(next.value);
        }
        close();
        return std::move(lines_);
    }

private:
    void add(char32_t c) {
        if (c == '\r' && text_.starts_with('\n')) return;
        if (c == '\n' || c == '\r') {
            close();
            ++row_;
        } else if (c == '\f' || c == '\v' || c == 0x2028 || c == 0x2029 || c == 0x85) {
            close();
        } else if (c == soft_hyphen) {
            broken_ = true;
            return;
        } else if (!has_no_width(c)) {
            if (is_bullet(c) && trim(line_).empty())
                line_ += "- ";
            else
                line_ += is_space(c) ? " " : normal(c);
        }
        broken_ = false;
    }

    void close() {
        MinutesLine line{row_, std::string(trim(line_)), false, LinePlace::unplaced};
        line_.clear();
        if (!line.text.empty()) {
            line.text = with_plain_bullet(with_plain_gaps(line.text));
            take_emphasis(line);
        }
        if (glue_) join_to_last(line);
        if (line.text.empty()) line.place = LinePlace::blank;
        glue_ = broken_ && !line.text.empty();
        lines_.push_back(std::move(line));
    }

    // A word that a soft hyphen broke at the end of a line is whole on that line.
    void join_to_last(MinutesLine& line) {
        const std::size_t end = std::min(line.text.size(), line.text.find_first_of(" \t"));
        lines_.back().text += line.text.substr(0, end);
        line.text = std::string(trim(std::string_view(line.text).substr(end)));
    }

    std::string_view text_;
    MinutesLines lines_;
    std::string line_;
    std::size_t row_ = 1;
    bool broken_ = false, glue_ = false;
};

} // namespace

MinutesLines lines_of(std::string_view text) { return Cutting(text).take(); }

std::string_view without_bullet(std::string_view line) { return line.starts_with("- ") ? trim(line.substr(2)) : line; }

bool is_layout(std::string_view line) {
    if (line.find_first_not_of("-_=*~. |:+\t") == std::string_view::npos) return true;
    if (line.starts_with('<') && line.ends_with('>') &&
        line.find_first_not_of("</>ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == std::string_view::npos)
        return true;
    const std::string low = lower(line);
    std::string_view rest = low;
    if (!rest.starts_with("page ") && !rest.starts_with("page\t")) return false;
    rest.remove_prefix(5);
    const auto words = replace_all(std::string(rest), "of", "");
    return words.find_first_not_of("0123456789 ivx|/") == std::string::npos || words == "o";
}

} // namespace qd::inline exchange
