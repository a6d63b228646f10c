#include "charts/marks.hpp"

#include "base/text.hpp"
#include "charts/drawing.hpp"

#include <fmt/format.h>

namespace qd::inline charts {
namespace {

std::string placed(std::string_view inner, double x, double y, double factor) {
    if (x == 0 && y == 0 && factor == 1) return std::string(inner);
    std::string transform = fmt::format("translate({} {})", print_coordinate(x), print_coordinate(y));
    if (factor != 1) transform += fmt::format(" scale({:.3g})", factor);
    return fmt::format(R"(<g transform="{}">{}</g>)", transform, inner);
}

// Each in its colour in place of {0}.
std::string_view outline(StatusShape shape) {
    switch (shape) {
    case StatusShape::circle: return R"(<circle cx="8" cy="8" r="6.5" fill="{0}"/>)";
    case StatusShape::triangle: return R"(<path d="M8 1.2l7.4 13.3H.6z" fill="{0}"/>)";
    case StatusShape::diamond: return R"(<path d="M8 .5L15.5 8 8 15.5.5 8z" fill="{0}"/>)";
    case StatusShape::tick:
        return R"(<rect x="1.5" y="1.5" width="13" height="13" fill="{0}"/><path d="M4.3 8.2l2.6 2.7 4.8-5.6" fill="none" stroke="#ffffff" stroke-width="1.9"/>)";
    case StatusShape::box:
        return R"(<rect x="2.2" y="2.2" width="11.6" height="11.6" fill="none" stroke="{0}" stroke-width="1.5"/>)";
    case StatusShape::star:
        return R"(<path d="M8 .8l2.2 4.7 5.1.7-3.7 3.6.9 5.1L8 12.4l-4.5 2.5.9-5.1L.7 6.2l5.1-.7z" fill="{0}"/>)";
    case StatusShape::hexagon: return R"(<path d="M4.2 1.4h7.6L15.6 8l-3.8 6.6H4.2L.4 8z" fill="{0}"/>)";
    case StatusShape::cross: return R"(<path d="M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z" fill="{0}"/>)";
    case StatusShape::bar: return R"(<rect x="1" y="5" width="14" height="6" fill="{0}"/>)";
    case StatusShape::ring: break;
    }
    return R"(<circle cx="8" cy="8" r="5.75" fill="none" stroke="{0}" stroke-width="1.5"/>)";
}

std::string shape(const StatusLook& look) {
    return replace_all(std::string(outline(look.shape)), "{0}", colour_of(look.colour));
}

constexpr std::string_view bar = R"(<path d="M29.5 0v16" stroke="#0b0c0c" stroke-width="2.5"/>)";

std::string shape(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet:
        return R"(<path d="M1 8h21" stroke="#00703c" stroke-width="2.5" stroke-dasharray="5 2.5"/><path d="M20 2.5L28 8l-8 5.5z" fill="#00703c"/>)" +
               std::string(bar);
    case Outlook::met:
        return R"(<path d="M1 8h21" stroke="#00703c" stroke-width="2.5"/><path d="M20 2.5L28 8l-8 5.5z" fill="#00703c"/>)" +
               std::string(bar);
    case Outlook::to_miss:
        return R"(<path d="M1 8h9" stroke="#c3261b" stroke-width="2.5" stroke-dasharray="5 2.5"/><path d="M9 2.5L17 8l-8 5.5z" fill="#c3261b"/>)" +
               std::string(bar);
    case Outlook::missed:
        return R"(<path d="M1 8h9" stroke="#c3261b" stroke-width="2.5"/><path d="M9 2.5L17 8l-8 5.5z" fill="#c3261b"/>)" +
               std::string(bar);
    case Outlook::unknown: break;
    }
    return R"(<path d="M1 8h24" stroke="#505a5f" stroke-width="1.5" stroke-dasharray="1.5 3"/>)" + std::string(bar);
}

std::string mark(std::string_view inner, int width) {
    return fmt::format(
        R"(<svg viewBox="0 0 {0} 16" width="{0}" height="16" aria-hidden="true" focusable="false">{1}</svg>)", width,
        inner);
}

} // namespace

std::string status_shape(Status status, double x, double y, double size) {
    return status_shape(look_of(status), x, y, size);
}
std::string status_shape(const StatusLook& look, double x, double y, double size) {
    return placed(shape(look), x, y, size / 16);
}

std::string outlook_shape(Outlook outlook, double x, double y, double height) {
    return placed(shape(outlook), x, y, height / 16);
}

std::string course_shape(Course course) {
    switch (course) {
    case Course::up: return R"(<path d="M8 2l5.5 6h-4v6h-3V8h-4z" fill="#0b0c0c"/>)";
    case Course::down: return R"(<path d="M8 14L2.5 8h4V2h3v6h4z" fill="#0b0c0c"/>)";
    case Course::level: break;
    }
    return R"(<path d="M2 5h12v2.2H2zM2 9h12v2.2H2z" fill="#0b0c0c"/>)";
}

std::string_view colour_of(Status status) { return colour_of(look_of(status).colour); }

std::string_view colour_of(StatusColour colour) {
    switch (colour) {
    case StatusColour::green: return palette::green;
    case StatusColour::amber: return palette::amber;
    case StatusColour::red: return palette::red;
    case StatusColour::blue: return palette::done;
    case StatusColour::purple: return palette::purple;
    case StatusColour::teal: return palette::teal;
    case StatusColour::black: return palette::ink;
    case StatusColour::grey: break;
    }
    return palette::quiet;
}

std::string status_mark(Status status) { return status_mark(look_of(status)); }
std::string status_mark(const StatusLook& look) { return mark(shape(look), 16); }
std::string outlook_mark(Outlook outlook) { return mark(shape(outlook), 32); }
std::string course_mark(Course course) { return mark(course_shape(course), 16); }

} // namespace qd::inline charts
