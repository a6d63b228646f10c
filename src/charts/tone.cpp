#include "charts/tone.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline charts {
namespace {

constexpr double row_height = 21, words_at = 30, key_size = 13.5, between = 22;

double width_of(const KeyEntry& entry) { return words_at + text_width(entry.words, key_size); }

// Calls place(entry, x, row) for each entry and returns how many rows there are.
template <class Place> std::size_t flow(const std::vector<KeyEntry>& entries, double width, Place place) {
    double x = 0;
    std::size_t row = 0;
    for (const KeyEntry& entry : entries) {
        const double wide = width_of(entry);
        if (x > 0 && x + wide > width) {
            x = 0;
            ++row;
        }
        place(entry, x, row);
        x += wide + between;
    }
    return entries.empty() ? 0 : row + 1;
}

} // namespace

std::string_view colour_of(Tone tone) {
    switch (tone) {
    case Tone::better: return palette::better;
    case Tone::worse: return palette::worse;
    case Tone::apart: return palette::apart;
    case Tone::usual: break;
    }
    return palette::usual;
}

std::string tone_shape(Tone tone, Point centre, double radius) {
    const auto n = print_coordinate;
    const double x = centre.x, y = centre.y;
    switch (tone) {
    case Tone::better: {
        const double half = radius * 0.88;
        return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)", n(x - half), n(y - half),
                           n(2 * half), n(2 * half), palette::better);
    }
    case Tone::worse:
        return fmt::format(R"(<path d="M{} {}L{} {}L{} {}L{} {}z" fill="{}"/>)", n(x), n(y - radius * 1.2),
                           n(x + radius * 1.2), n(y), n(x), n(y + radius * 1.2), n(x - radius * 1.2), n(y),
                           palette::worse);
    case Tone::apart:
        return fmt::format(R"(<path d="M{} {}L{} {}L{} {}z" fill="{}"/>)", n(x), n(y - radius * 1.1),
                           n(x + radius * 1.1), n(y + radius * 0.9), n(x - radius * 1.1), n(y + radius * 0.9),
                           palette::apart);
    case Tone::usual: break;
    }
    return fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"/>)", n(x), n(y), n(radius * 0.7), palette::usual);
}

std::string tone_mark(Tone tone) {
    return R"(<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">)" +
           tone_shape(tone, {8, 8}, 6) + "</svg>";
}

KeyEntry tone_key(Tone tone, std::string words) { return {tone_shape(tone, {12, 8}, 5.5), std::move(words)}; }

KeyEntry line_key(const Stroke& stroke, std::string words) {
    Drawing drawing(24, 16);
    drawing.line({0, 8}, {24, 8}, stroke);
    return {drawing.body(), std::move(words)};
}

KeyEntry band_key(std::string_view fill, std::string words) {
    Drawing drawing(24, 16);
    drawing.rectangle({0, 2}, 24, 12, fill);
    drawing.frame({0.5, 2.5}, 23, 11, {palette::other});
    return {drawing.body(), std::move(words)};
}

double key_height(const std::vector<KeyEntry>& entries, double width) {
    return row_height * static_cast<double>(flow(entries, width, [](const KeyEntry&, double, std::size_t) {}));
}

void draw_key(Drawing& drawing, const std::vector<KeyEntry>& entries, Point corner, double width) {
    flow(entries, width, [&](const KeyEntry& entry, double x, std::size_t row) {
        const double top = corner.y + row_height * static_cast<double>(row);
        drawing.raw(fmt::format(R"svg(<g transform="translate({} {})">)svg", print_coordinate(corner.x + x),
                                print_coordinate(top)) +
                    entry.mark + "</g>\n");
        drawing.text({corner.x + x + words_at, top + 12.5}, entry.words, {palette::ink, key_size});
    });
}

} // namespace qd::inline charts
