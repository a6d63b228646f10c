#pragma once

#include "exchange/workbook/xml.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// A colour as red, green and blue; none where a cell has no fill of its own.
using Fill = std::optional<std::uint32_t>;

// The colours of a workbook's theme, in the order in which its styles count them. Those of the usual theme where it has none.
class ThemeColours : public XmlHandler {
public:
    ThemeColours();
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view) override {}
    Fill at(std::size_t number) const;

private:
    std::array<std::uint32_t, 12>
        colours_; // as the theme writes them: dark 1, light 1, dark 2, light 2, accents, links
    std::size_t next_ = 0;
    bool within_ = false;
};

// What one fill of a workbook's styles looks like: only one colour all over is a fill, and no pattern.
struct PatternFill {
    bool is_solid = false;
    std::string rgb{}; // "FF00B050"
    std::optional<std::size_t> theme{}, indexed{};
    double tint = 0; // -1 to 1: darker, lighter
};
Fill colour_of(const PatternFill& fill, const ThemeColours& theme);

std::string print_colour(std::uint32_t colour); // "00B050"

} // namespace qd::inline exchange
