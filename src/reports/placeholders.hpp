#pragma once

#include "reports/filler.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace qd::inline reports {

// One kind of placeholder. A new one is a line in one of the lists below; `quarterday report --placeholders` prints them all,
// and docs/placeholders.md is held against them by a test.
struct PlaceholderKind {
    enum class Place { in_words, on_its_own_line };
    static constexpr Place alone = Place::on_its_own_line;
    std::string_view name;      // "measure"
    std::string_view arguments; // "CODE WHAT"
    std::string_view gives;     // for people
    Place place;
    std::size_t least, most; // arguments
    // Blocks that are empty have nothing to say: that is Unfilled, but where the placeholder may be left out.
    Filled<Filling> (*fill)(Filler& filler, const std::vector<std::string>& arguments);
};

std::span<const PlaceholderKind> figure_placeholders();         // figures and names within a line
std::span<const PlaceholderKind> section_placeholders();        // whole parts of a report
std::span<const PlaceholderKind> register_placeholders();       // programmes, projects, risks
std::span<const PlaceholderKind> meeting_placeholders();        // agendas, minutes, what was asked for
std::vector<PlaceholderKind> placeholder_kinds();               // all, in this order
const PlaceholderKind* find_placeholder(std::string_view name); // null = none of that name

// What replaces a placeholder. Unfilled if its name, its arguments or what it asks for do not exist.
Filled<Filling> fill(Filler& filler, const Placeholder& placeholder);

} // namespace qd::inline reports
