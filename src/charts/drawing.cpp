#include "charts/drawing.hpp"

#include "base/printable.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace qd::inline charts {
namespace {

std::string n(double value) { return print_coordinate(value); }

std::string stroke_attributes(const Stroke& stroke) {
    std::string out = fmt::format(R"( stroke="{}" stroke-width="{}")", stroke.colour, n(stroke.width));
    if (!stroke.dash.empty()) out += fmt::format(R"( stroke-dasharray="{}")", stroke.dash);
    return out;
}

std::string point_list(const std::vector<Point>& points) {
    std::string out;
    for (const Point& point : points) {
        if (!out.empty()) out += ' ';
        out += n(point.x) + "," + n(point.y);
    }
    return out;
}

// Advance widths of Arial for U+0020 to U+007E, in thousandths of the type size.
constexpr std::array<int, 95> widths{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                     556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                     1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                     667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                     333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                     556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

} // namespace

std::string escape_markup(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : printable(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

double text_width(std::string_view text, double size, Weight weight) {
    int thousandths = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F)
            thousandths += widths[byte - 0x20U];
        else if (byte >= 0xC0)
            thousandths += 580; // the first byte of any other letter
    }
    return thousandths * size / 1000 * (weight == Weight::bold ? 1.08 : 1.0);
}

std::string print_coordinate(double value) {
    const long long tenths = std::llround(value * 10);
    const long long whole = std::llabs(tenths) / 10, rest = std::llabs(tenths) % 10;
    std::string out = (tenths < 0 ? "-" : "") + std::to_string(whole);
    if (rest != 0) out += "." + std::to_string(rest);
    return out;
}

void Drawing::line(Point from, Point to, const Stroke& stroke) {
    body_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}"{}/>)", n(from.x), n(from.y), n(to.x), n(to.y),
                         stroke_attributes(stroke)) +
             "\n";
}

void Drawing::polyline(const std::vector<Point>& points, const Stroke& stroke) {
    body_ += fmt::format(R"(<polyline points="{}" fill="none" stroke-linejoin="round"{}/>)", point_list(points),
                         stroke_attributes(stroke)) +
             "\n";
}

void Drawing::polygon(const std::vector<Point>& points, std::string_view fill) {
    body_ += fmt::format(R"(<polygon points="{}" fill="{}"/>)", point_list(points), fill) + "\n";
}

void Drawing::rectangle(Point corner, double width, double height, std::string_view fill) {
    body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)", n(corner.x), n(corner.y),
                         n(width), n(height), fill) +
             "\n";
}

void Drawing::frame(Point corner, double width, double height, const Stroke& stroke) {
    body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="none"{}/>)", n(corner.x), n(corner.y),
                         n(width), n(height), stroke_attributes(stroke)) +
             "\n";
}

void Drawing::dot(Point centre, double radius, std::string_view fill) {
    body_ +=
        fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"/>)", n(centre.x), n(centre.y), n(radius), fill) + "\n";
}

void Drawing::ring(Point centre, double radius, const Stroke& stroke) {
    body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"{}/>)", n(centre.x), n(centre.y), n(radius),
                         palette::paper, stroke_attributes(stroke)) +
             "\n";
}

void Drawing::diamond(Point centre, double radius, const Stroke& stroke) {
    const std::string r = n(radius);
    body_ += fmt::format(R"(<path d="M{0} {1}l{2} {2}-{2} {2}-{2}-{2}z" fill="{3}"{4}/>)", n(centre.x),
                         n(centre.y - radius), r, palette::paper, stroke_attributes(stroke)) +
             "\n";
}

void Drawing::path(std::string_view d, std::string_view fill) {
    body_ += fmt::format(R"(<path d="{}" fill="{}"/>)", d, fill) + "\n";
}

void Drawing::text(Point at, std::string_view words, const Lettering& lettering) {
    std::string attributes;
    if (lettering.anchor != Anchor::start)
        attributes += fmt::format(R"( text-anchor="{}")", lettering.anchor == Anchor::end ? "end" : "middle");
    if (lettering.weight == Weight::bold) attributes += R"( font-weight="700")";
    body_ += fmt::format(R"(<text x="{}" y="{}" font-size="{}" fill="{}"{}>{}</text>)", n(at.x), n(at.y),
                         n(lettering.size), lettering.colour, attributes, escape_markup(words)) +
             "\n";
}

void Drawing::text_on_white(Point at, std::string_view words, const Lettering& lettering) {
    const double width = text_width(words, lettering.size, lettering.weight);
    const double left = lettering.anchor == Anchor::start ? at.x
                        : lettering.anchor == Anchor::end ? at.x - width
                                                          : at.x - width / 2;
    rectangle({left - 2, at.y - lettering.size * 0.8}, width + 4, lettering.size, palette::paper);
    text(at, words, lettering);
}

std::string Drawing::svg(std::string_view prefix, std::string_view title, std::string_view description) const {
    const std::string id = escape_markup(prefix);
    return fmt::format(
               R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="{2}-t {2}-d" font-family="Arial, sans-serif">)"
               "\n<title id=\"{2}-t\">{3}</title>\n<desc id=\"{2}-d\">{4}</desc>\n",
               n(width_), n(height_), id, escape_markup(title), escape_markup(description)) +
           body_ + "</svg>\n";
}

} // namespace qd::inline charts
