#pragma once

#include <string_view>

namespace qd::palette {

// Colour is spent on status, on the figure in question, on what a person forecasts; everything else is ink and grey.
// Marks reach 3:1 on white, words 4.5:1.
inline constexpr std::string_view ink = "#0b0c0c";
inline constexpr std::string_view quiet = "#505a5f";
inline constexpr std::string_view axis = "#595959";
inline constexpr std::string_view grid = "#dadde0";
inline constexpr std::string_view wash = "#f3f5f8";
inline constexpr std::string_view paper = "#ffffff";
inline constexpr std::string_view navy = "#12436d";
inline constexpr std::string_view plum = "#801650";
inline constexpr std::string_view other = "#bfbfbf";
inline constexpr std::string_view target = "#3d3d3d";
inline constexpr std::string_view green = "#00703c";
inline constexpr std::string_view amber = "#c46a00";
inline constexpr std::string_view red = "#c3261b";
inline constexpr std::string_view done = "#1d70b8";
inline constexpr std::string_view purple = "#54319f"; // of a status of the council's own, like the next
inline constexpr std::string_view teal = "#00676b";
// What statistics says, never a status: to the good, to the bad, neither, and nothing at all.
inline constexpr std::string_view better = "#1d70b8";
inline constexpr std::string_view worse = "#d4500f";
inline constexpr std::string_view apart = "#6a3d9a";
inline constexpr std::string_view usual = "#6f777b";

} // namespace qd::palette
