#pragma once

#include "exchange/intake.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// A text with holes, as written in a layout: "Target {year}", "Sub-total*". A place between braces is read, and must be what it
// says; * is anything, even nothing. Compared by same_words. It is not a regular expression, so matching always ends soon.
class Pattern {
public:
    enum class Place : std::uint8_t {
        year,
        quarter,
        month,
        period,
        to_date,
        area,
        measure,
        measure_title,
        value,
        numerator,
        denominator,
        lower,
        upper
    };
    using Captures = std::vector<std::pair<Place, std::string>>;
    using Fits = std::function<bool(Place, std::string_view)>; // whether a text can be in such a place

    // Problem for an unknown place and for a brace that is not closed.
    static Understood<Pattern> parse(std::string_view text);
    const std::string& text() const { return text_; } // as written
    bool has_place(Place place) const;

    // The contents of its places, if it fits. `words` as same_words gives them; nothing over 300 bytes fits.
    std::optional<Captures> match(std::string_view words, const Fits& fits) const;
    bool fits_words(std::string_view words) const; // for a pattern without places

private:
    struct Piece {
        enum class Kind : std::uint8_t { words, anything, place } kind;
        std::string words{};
        Place place{};
    };
    class Matching;
    std::string text_;
    std::vector<Piece> pieces_;
};

std::string_view print(Pattern::Place place); // "measure_title"
// The first that fits.
std::optional<Pattern::Captures> match_any(const std::vector<Pattern>& patterns, std::string_view words,
                                           const Pattern::Fits& fits);
bool fits_any(const std::vector<Pattern>& patterns, std::string_view words);

} // namespace qd::inline exchange
