#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace qd {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view white = " \t\r\n\f\v";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string_view trim(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        while (!text.empty() && white.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        while (!text.empty() && white.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
        if (text.starts_with(no_break_space)) text.remove_prefix(2), more = true;
        if (text.ends_with(no_break_space)) text.remove_suffix(2), more = true;
    }
    return text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> out;
    if (text.empty()) return out;
    for (;;) {
        const auto at = text.find(mark);
        out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view mark) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += mark;
        out += parts[i];
    }
    return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = byte(i);
        const std::size_t length = lead < 0x80                    ? 1
                                   : lead >= 0xC2 && lead <= 0xDF ? 2
                                   : (lead & 0xF0) == 0xE0        ? 3
                                   : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                                  : 0;
        if (length == 0 || i + length > text.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if (!is_continuation(text[i + k])) return false;
        if (lead == 0xE0 && byte(i + 1) < 0xA0) return false;
        if (lead == 0xED && byte(i + 1) > 0x9F) return false;
        if (lead == 0xF0 && byte(i + 1) < 0x90) return false;
        if (lead == 0xF4 && byte(i + 1) > 0x8F) return false;
        i += length;
    }
    return true;
}

std::string shorten(std::string_view text, std::size_t characters) {
    if (display_width(text) <= characters) return std::string(text);
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end) {
        if (is_continuation(text[end])) continue;
        if (seen + 1 >= characters) break;
        ++seen;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string capitalised(std::string_view text) {
    std::string out(text);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::string in_words(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    const std::string small = lower(word);
    std::string best;
    std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
    for (const std::string& candidate : known) {
        // The distance is at least the difference in length; asking that first keeps a very long word cheap.
        if (std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size()) >= least) continue;
        const std::size_t distance = edit_distance(small, lower(candidate));
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, std::string_view otherwise) {
    const std::string near = nearest(word, known);
    return near.empty() ? std::string(otherwise) : "Did you mean " + near + "?";
}

} // namespace qd
