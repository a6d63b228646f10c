#include "exchange/layouts/cell_figure.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <charconv>

namespace qd::inline exchange {
namespace {

bool fits_number(Pattern::Place place, std::string_view text) {
    using enum Pattern::Place;
    if (place != value && place != numerator && place != denominator && place != lower && place != upper) return false;
    return read_number(text).has_value();
}

bool changes_numbers(const LayoutColumn& column, Decimal scale) {
    return column.negate || column.no_sign || column.fraction || !(scale * column.scale == Decimal(1));
}

// "1234", "-0.5": as it is, with nothing to be understood.
bool is_bare_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 15 && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(text.substr(0, point)) && (point == std::string_view::npos || digits(text.substr(point + 1)));
}

// Most cells by far are a number and nothing else, which nothing in the layout speaks of.
bool stays_as_it_is(std::string_view text, const Layout& layout, const LayoutColumn& column, Decimal scale) {
    return is_bare_number(text) && layout.decimal == '.' && column.forms.empty() && column.units.empty() &&
           !changes_numbers(column, scale) &&
           std::ranges::none_of(layout.markers, [&](const auto& marker) { return text.ends_with(marker.first); });
}

// The flags that the layout knows behind a number: "11,004e".
Flags take_own_flags(std::string& text, const Layout& layout) {
    Flags flags = 0;
    const std::string plain = plain_cell(text);
    for (const auto& [words, meaning] : layout.markers) {
        if (meaning.kind != MarkerMeaning::Kind::flags || plain.size() <= words.size() || !plain.ends_with(words))
            continue;
        const std::string rest(
            trim(std::string_view(text).substr(0, text.size() - std::min(text.size(), words.size()))));
        if (!read_number(rest)) continue;
        text = rest;
        flags = static_cast<Flags>(flags | meaning.flags);
        break;
    }
    return flags;
}

// "24 [3]": the number of a note behind a figure.
std::string take_note_mark(std::string& text) {
    const auto open = text.rfind('[');
    if (open == std::string::npos || open == 0 || !text.ends_with(']')) return "";
    const std::string mark = text.substr(open);
    const std::string rest(trim(std::string_view(text).substr(0, open)));
    const bool number = mark.size() > 2 && mark.find_first_not_of("0123456789", 1) == mark.size() - 1;
    if (!number || !read_number(rest)) return "";
    text = rest;
    return mark;
}

// "1:35", "00:01:35" as so many of a unit.
std::optional<Decimal> duration_of(std::string_view text, TimeUnit unit) {
    const std::vector<std::string> parts = split(text, ':');
    if (unit == TimeUnit::none || parts.size() < 2 || parts.size() > 3) return std::nullopt;
    std::int64_t seconds = 0;
    for (const std::string& part : parts) {
        int number = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
        if (read.ec != std::errc() || read.ptr != part.data() + part.size() || number < 0 || number > 1'000'000)
            return std::nullopt;
        seconds = seconds * 60 + number;
    }
    if (parts.size() == 2) seconds *= 60; // hours and minutes, as spreadsheets write them
    constexpr int seconds_of[] = {1, 1, 60, 3'600, 86'400};
    return Decimal::ratio(Decimal::whole(seconds), Decimal(seconds_of[static_cast<std::size_t>(unit)]));
}

std::string without_unit(std::string_view text, const LayoutColumn& column) {
    const std::string plain = plain_cell(text);
    for (const std::string& unit : column.units) {
        if (!plain.ends_with(unit) || plain.size() <= unit.size()) continue;
        const std::string rest(trim(text.substr(0, text.size() - std::min(text.size(), unit.size()))));
        if (read_number(rest)) return rest;
    }
    return std::string(text);
}

// As the layout says that numbers are to be changed. "80%" of a scaled column stays a percentage.
std::string changed(const std::string& text, const LayoutColumn& column, Decimal scale) {
    const auto number = read_number(text);
    if (!number || !changes_numbers(column, scale)) return text;
    Decimal made = *number;
    if (column.no_sign && trim(text).starts_with("(")) made = made.abs();
    if (column.negate) made = -made;
    if (column.fraction && !trim(text).ends_with("%")) made = made * Decimal(100);
    made = made * column.scale * scale;
    return print(made) + (trim(text).ends_with("%") ? "%" : "");
}

bool take_form(std::string_view text, const LayoutColumn& column, CellFigure& into) {
    const std::string words = plain_cell(text);
    const auto captures = match_any(column.forms, same_words(words), fits_number);
    if (!captures) return false;
    for (const auto& [place, held] : *captures) {
        if (place == Pattern::Place::value) into.value = held;
        if (place == Pattern::Place::numerator) into.numerator = held;
        if (place == Pattern::Place::denominator) into.denominator = held;
    }
    return true;
}

bool take_marker(std::string_view text, const Layout& layout, CellFigure& into) {
    const auto marker = layout.markers.find(plain_cell(text));
    if (marker == layout.markers.end() || marker->second.kind == MarkerMeaning::Kind::flags) return false;
    const MarkerMeaning& meaning = marker->second;
    into.leave = meaning.kind == MarkerMeaning::Kind::leave;
    if (meaning.kind == MarkerMeaning::Kind::gap) into.gap = meaning.gap;
    if (meaning.kind == MarkerMeaning::Kind::number) into.value = print(meaning.number);
    if (meaning.noted) into.note = std::string(trim(text));
    return true;
}

} // namespace

std::string with_point(std::string_view text, char decimal) {
    if (decimal == '.') return std::string(text);
    std::string plain = replace_all(std::string(text), ".", "");
    return replace_all(plain, std::string(1, decimal), ".");
}

CellFigure read_cell_figure(std::string_view given, const Layout& layout, const LayoutColumn& column, Decimal scale) {
    CellFigure figure;
    std::string text(trim(given));
    if (stays_as_it_is(text, layout, column, scale)) {
        figure.value = std::move(text);
        return figure;
    }
    if (take_marker(text, layout, figure)) return figure;
    if (layout.decimal != '.') {
        const std::string pointed = with_point(text, layout.decimal);
        if (read_number(pointed)) text = pointed;
    }
    figure.note = take_note_mark(text);
    figure.flags = take_own_flags(text, layout);
    if (take_form(text, column, figure)) {
        if (figure.value) figure.value = changed(*figure.value, column, scale);
        return figure;
    }
    if (const auto lasted = duration_of(text, column.time))
        figure.value = print(*lasted);
    else
        figure.value = changed(without_unit(text, column), column, scale);
    return figure;
}

std::optional<Decimal> number_of_cell(std::string_view text, const Layout& layout, const LayoutColumn& column) {
    const CellFigure figure = read_cell_figure(text, layout, column, Decimal(1));
    if (!figure.value) return std::nullopt;
    const auto read = read_figure(*figure.value);
    return read ? read->number : std::nullopt;
}

} // namespace qd::inline exchange
