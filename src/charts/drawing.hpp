#pragma once

#include "charts/palette.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline charts {

// Text made safe inside XML and HTML, in content and in attributes. Characters that XML 1.0 forbids become U+FFFD.
std::string escape_markup(std::string_view text);

enum class Anchor { start, middle, end };
enum class Weight { normal, bold };
struct Lettering {
    std::string_view colour = palette::ink;
    double size = 14;
    Weight weight = Weight::normal;
    Anchor anchor = Anchor::start;
};

struct Stroke {
    std::string_view colour = palette::axis;
    double width = 1;
    std::string_view dash = ""; // "2 4"; empty = solid
};

struct Point {
    double x = 0, y = 0;
};

// About how wide a text is in Arial, in units of the drawing; good to some per cent, so leave a little room.
double text_width(std::string_view text, double size, Weight weight = Weight::normal);

// Collects the shapes of one SVG. Presentation attributes only: no style, no class, no script, so that a strict
// Content-Security-Policy, a PDF program and an office program all show the same. Coordinates are printed to 0.1.
class Drawing {
public:
    Drawing(double width, double height) : width_(width), height_(height) {}

    double width() const { return width_; }
    double height() const { return height_; }

    void line(Point from, Point to, const Stroke& stroke);
    void polyline(const std::vector<Point>& points, const Stroke& stroke);
    void polygon(const std::vector<Point>& points, std::string_view fill);
    void rectangle(Point corner, double width, double height, std::string_view fill);
    void frame(Point corner, double width, double height, const Stroke& stroke); // unfilled rectangle
    void dot(Point centre, double radius, std::string_view fill);
    void ring(Point centre, double radius, const Stroke& stroke);    // white inside
    void diamond(Point centre, double radius, const Stroke& stroke); // white inside
    void path(std::string_view d, std::string_view fill);
    void text(Point at, std::string_view words, const Lettering& lettering);
    // Text with white behind it, so that lines which pass below do not cross the letters.
    void text_on_white(Point at, std::string_view words, const Lettering& lettering);
    void raw(std::string_view markup) { body_ += markup; }
    const std::string& body() const { return body_; } // what was drawn, without the SVG around it

    // The whole SVG. `prefix` makes its ids unique in a document.
    std::string svg(std::string_view prefix, std::string_view title, std::string_view description) const;

private:
    double width_, height_;
    std::string body_;
};

std::string print_coordinate(double value); // "12", "12.5", "-0.3"

} // namespace qd::inline charts
