#include "exchange/layouts/pattern.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/spellings/written.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 13> place_names{"year",        "quarter", "month",         "period", "to_date",
                                                       "area",        "measure", "measure_title", "value",  "numerator",
                                                       "denominator", "lower",   "upper"};

constexpr std::size_t most_bytes = 300, most_place_bytes = 120;

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Like same_words, but keeps a space at either end: it is part of a longer text.
std::string plain_piece(std::string_view text) {
    std::string plain = plain_spelling("x" + std::string(text) + "x");
    std::string out;
    for (const char c : plain.substr(1, plain.size() - 2))
        if (c != ' ' || out.empty() || out.back() != ' ') out += c;
    return out;
}

} // namespace

std::string_view print(Pattern::Place place) { return place_names[static_cast<std::size_t>(place)]; }

Understood<Pattern> Pattern::parse(std::string_view text) {
    Pattern pattern;
    pattern.text_ = std::string(text);
    std::string words;
    const auto end_words = [&] {
        if (!words.empty()) pattern.pieces_.push_back({Piece::Kind::words, plain_piece(words)});
        words.clear();
    };
    text = trim(text);
    while (!text.empty()) {
        if (text.front() == '*') {
            end_words();
            if (pattern.pieces_.empty() || pattern.pieces_.back().kind != Piece::Kind::anything)
                pattern.pieces_.push_back({Piece::Kind::anything});
            text.remove_prefix(1);
        } else if (text.front() == '{') {
            end_words();
            const auto close = text.find('}');
            const std::string_view name = text.substr(1, std::min(close, text.size()) - 1);
            const auto* found = std::ranges::find(place_names, name);
            if (close == std::string_view::npos || found == place_names.end())
                return tl::make_unexpected(
                    Problem{"has a place {" + std::string(name) + "} that is not known.",
                            "Write one of {" + join({place_names.begin(), place_names.end()}, "}, {") + "}."});
            pattern.pieces_.push_back({Piece::Kind::place, {}, static_cast<Place>(found - place_names.begin())});
            text.remove_prefix(close + 1);
        } else {
            words += text.front();
            text.remove_prefix(1);
        }
    }
    end_words();
    return pattern;
}

bool Pattern::has_place(Place place) const {
    return std::ranges::any_of(
        pieces_, [&](const Piece& piece) { return piece.kind == Piece::Kind::place && piece.place == place; });
}

// Walks through pieces and text; a pair from which the end cannot be reached is never tried twice.
class Pattern::Matching {
public:
    Matching(const std::vector<Piece>& pieces, std::string_view words, const Fits& fits)
        : pieces_(pieces), words_(words), fits_(fits), dead_((pieces.size() + 1) * (words.size() + 1)) {}
    Captures captures;

    bool from(std::size_t piece, std::size_t at) {
        if (piece == pieces_.size()) return at == words_.size();
        const std::size_t place = piece * (words_.size() + 1) + at;
        if (dead_[place]) return false;
        if (step(piece, at)) return true;
        dead_[place] = true;
        return false;
    }

private:
    bool step(std::size_t piece, std::size_t at) {
        const Piece& next = pieces_[piece];
        switch (next.kind) {
        case Piece::Kind::words:
            return words_.substr(at).starts_with(next.words) && from(piece + 1, at + next.words.size());
        case Piece::Kind::anything:
            for (std::size_t end = at; end <= words_.size(); ++end)
                if (from(piece + 1, end)) return true;
            return false;
        case Piece::Kind::place: break;
        }
        if (at > 0 && at < words_.size() && is_word_byte(words_[at - 1]) && is_word_byte(words_[at])) return false;
        for (std::size_t end = std::min(words_.size(), at + most_place_bytes); end > at; --end) {
            if (end < words_.size() && is_word_byte(words_[end - 1]) && is_word_byte(words_[end])) continue;
            const std::string_view held = trim(words_.substr(at, end - at));
            if (held.empty() || !fits_(next.place, held)) continue;
            captures.emplace_back(next.place, held);
            if (from(piece + 1, end)) return true;
            captures.pop_back();
        }
        return false;
    }

    const std::vector<Piece>& pieces_;
    std::string_view words_;
    const Fits& fits_;
    std::vector<bool> dead_;
};

std::optional<Pattern::Captures> Pattern::match(std::string_view words, const Fits& fits) const {
    if (words.size() > most_bytes) return std::nullopt;
    if (pieces_.size() == 1 && pieces_.front().kind == Piece::Kind::words)
        return pieces_.front().words == words ? std::optional(Captures()) : std::nullopt;
    if (!pieces_.empty() && pieces_.front().kind == Piece::Kind::words && !words.starts_with(pieces_.front().words))
        return std::nullopt;
    Matching matching(pieces_, words, fits);
    if (!matching.from(0, 0)) return std::nullopt;
    return std::move(matching.captures);
}

bool Pattern::fits_words(std::string_view words) const {
    return match(words.substr(0, most_bytes), [](Place, std::string_view) { return true; }).has_value();
}

std::optional<Pattern::Captures> match_any(const std::vector<Pattern>& patterns, std::string_view words,
                                           const Pattern::Fits& fits) {
    for (const Pattern& pattern : patterns)
        if (auto captures = pattern.match(words, fits)) return captures;
    return std::nullopt;
}

bool fits_any(const std::vector<Pattern>& patterns, std::string_view words) {
    return std::ranges::any_of(patterns, [&](const Pattern& pattern) { return pattern.fits_words(words); });
}

} // namespace qd::inline exchange
