#include "charts/control_chart.hpp"

#include <fmt/format.h>

namespace qd::inline charts {
namespace {

// A ring in the tone's colour around what is drawn inside, named for those who cannot see it.
std::string icon(std::string_view ring, std::string_view dash, const std::string& inner, std::string_view words,
                 std::string_view id) {
    const std::string name = escape_markup(id);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44" width="44" height="44" role="img" aria-labelledby="{0}" font-family="Arial, sans-serif"><title id="{0}">{1}</title><circle cx="22" cy="22" r="19.5" fill="#ffffff" stroke="{2}" stroke-width="3.5"{3}/>{4}</svg>)",
        name, escape_markup(words), ring, dash, inner);
}

std::string letter(std::string_view words, double x, double y, double size) {
    return fmt::format(
        R"(<text x="{}" y="{}" font-size="{}" font-weight="700" text-anchor="middle" fill="{}">{}</text>)",
        print_coordinate(x), print_coordinate(y), print_coordinate(size), palette::ink, words);
}

std::string course(std::string_view points) {
    return fmt::format(R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="1.5"/>)", points, palette::usual);
}

} // namespace

std::string variation_icon(Tone tone, Lean lean, std::string_view words, std::string_view id) {
    if (tone == Tone::usual || lean == Lean::none)
        return icon(palette::usual, "",
                    course("8,25 15,18 22,26 29,18 36,23") + tone_shape(Tone::usual, {15, 18}, 4) +
                        tone_shape(Tone::usual, {22, 26}, 4) + tone_shape(Tone::usual, {29, 18}, 4),
                    words, id);
    // Points that leave the line of the mean, upwards or downwards, and the letter on the other side.
    const bool high = lean == Lean::high;
    const double first = high ? 27 : 17, second = high ? 20 : 24, third = high ? 13 : 31;
    const std::string line = fmt::format("10,{} 19,{} 27,{} 34,{}", high ? 29 : 15, print_coordinate(first),
                                         print_coordinate(second), print_coordinate(third));
    return icon(colour_of(tone), "",
                course(line) + tone_shape(tone, {19, first}, 3.6) + tone_shape(tone, {27, second}, 3.6) +
                    tone_shape(tone, {34, third}, 3.6) + letter(high ? "H" : "L", 15, high ? 20 : 36, 14),
                words, id);
}

std::string assurance_icon(Prospect prospect, std::string_view words, std::string_view id) {
    // The band of the limits and the dashed target: clear of it, or inside.
    const auto band = [](double top) {
        return fmt::format(R"(<rect x="8" y="{}" width="28" height="10" fill="#c9d1da"/>)", print_coordinate(top));
    };
    const auto target = [](double y) {
        return fmt::format(R"(<path d="M11 {0}h22" stroke="{1}" stroke-width="2" stroke-dasharray="4 2"/>)",
                           print_coordinate(y), palette::ink);
    };
    switch (prospect) {
    case Prospect::met: return icon(palette::better, "", letter("P", 22, 18, 13) + band(20.5) + target(35), words, id);
    case Prospect::missed:
        return icon(palette::worse, "", target(10) + band(14) + letter("F", 22, 36.5, 13), words, id);
    case Prospect::by_chance:
        return icon(palette::usual, R"( stroke-dasharray="5 3")", letter("?", 22, 18, 13) + band(21.5) + target(26.5),
                    words, id);
    case Prospect::unsettled:
    case Prospect::none: break;
    }
    return "";
}

} // namespace qd::inline charts
