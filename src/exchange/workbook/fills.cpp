#include "exchange/workbook/fills.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace qd::inline exchange {
namespace {

// The colours that are known by number (ECMA-376 part 1, 18.8.27).
constexpr std::array<std::uint32_t, 64> palette{
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF, 0xFF0000,
    0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080,
    0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080,
    0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99,
    0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699,
    0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};

Fill parse_rgb(std::string_view text) {
    if (text.size() == 8) text.remove_prefix(2); // how opaque it is
    std::uint32_t colour = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), colour, 16);
    if (text.size() != 6 || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return colour;
}

double hue_part(double low, double high, double hue) {
    hue = hue < 0 ? hue + 1 : hue > 1 ? hue - 1 : hue;
    if (hue * 6 < 1) return low + (high - low) * 6 * hue;
    if (hue * 2 < 1) return high;
    if (hue * 3 < 2) return low + (high - low) * (2.0 / 3 - hue) * 6;
    return low;
}

// Lighter or darker: its lightness is changed, its hue and saturation stay.
std::uint32_t tinted(std::uint32_t colour, double tint) {
    if (tint == 0) return colour;
    const double red = (colour >> 16 & 255) / 255.0, green = (colour >> 8 & 255) / 255.0, blue = (colour & 255) / 255.0;
    const double most = std::max({red, green, blue}), least = std::min({red, green, blue}), range = most - least;
    double light = (most + least) / 2, hue = 0, saturation = 0;
    if (range > 0) {
        saturation = light > 0.5 ? range / (2 - most - least) : range / (most + least);
        if (most == red)
            hue = (green - blue) / range / 6 + (green < blue ? 1 : 0);
        else if (most == green)
            hue = (blue - red) / range / 6 + 1.0 / 3;
        else
            hue = (red - green) / range / 6 + 2.0 / 3;
    }
    light = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
    const double high = light < 0.5 ? light * (1 + saturation) : light + saturation - light * saturation;
    const double low = 2 * light - high;
    const auto byte = [](double part) {
        return static_cast<std::uint32_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    };
    return byte(hue_part(low, high, hue + 1.0 / 3)) << 16 | byte(hue_part(low, high, hue)) << 8 |
           byte(hue_part(low, high, hue - 1.0 / 3));
}

} // namespace

ThemeColours::ThemeColours()
    : colours_{0x000000, 0xFFFFFF, 0x44546A, 0xE7E6E6, 0x4472C4, 0xED7D31,
               0xA5A5A5, 0xFFC000, 0x5B9BD5, 0x70AD47, 0x0563C1, 0x954F72} {}

void ThemeColours::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "clrScheme") within_ = true;
    if (!within_ || (name != "srgbClr" && name != "sysClr") || next_ >= colours_.size()) return;
    if (const Fill colour = parse_rgb(attributes.get(name == "sysClr" ? "lastClr" : "val"))) colours_[next_] = *colour;
    ++next_;
}

void ThemeColours::end(std::string_view name) {
    if (name == "clrScheme") within_ = false;
}

// Styles count the light of each pair first.
Fill ThemeColours::at(std::size_t number) const {
    if (number >= colours_.size()) return std::nullopt;
    return colours_[number < 4 ? number ^ 1U : number];
}

Fill colour_of(const PatternFill& fill, const ThemeColours& theme) {
    if (!fill.is_solid) return std::nullopt;
    Fill colour;
    if (!fill.rgb.empty())
        colour = parse_rgb(fill.rgb);
    else if (fill.theme)
        colour = theme.at(*fill.theme);
    else if (fill.indexed && *fill.indexed < palette.size())
        colour = palette[*fill.indexed];
    return colour ? Fill(tinted(*colour, std::clamp(fill.tint, -1.0, 1.0))) : std::nullopt;
}

std::string print_colour(std::uint32_t colour) { return fmt::format("{:06X}", colour); }

} // namespace qd::inline exchange
