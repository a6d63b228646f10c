#include "cli/ink.hpp"

#include "domain/own_status.hpp"

namespace qd::cli {
namespace {

std::string in(const Call& call, std::string_view code, std::string_view text) {
    if (call.ink == Call::Ink::plain || code.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

std::string_view glyph(StatusShape shape) {
    switch (shape) {
    case StatusShape::circle: return "●";
    case StatusShape::triangle: return "▲";
    case StatusShape::diamond: return "◆";
    case StatusShape::tick: return "☑";
    case StatusShape::box: return "□";
    case StatusShape::star: return "★";
    case StatusShape::hexagon: return "⬢";
    case StatusShape::cross: return "✚";
    case StatusShape::bar: return "▬";
    case StatusShape::ring: break;
    }
    return "○";
}

std::string_view code(StatusColour colour) {
    switch (colour) {
    case StatusColour::green: return "32";
    case StatusColour::amber: return "33";
    case StatusColour::red: return "31";
    case StatusColour::blue: return "34";
    case StatusColour::purple: return "35";
    case StatusColour::teal: return "36";
    case StatusColour::grey:
    case StatusColour::black: break;
    }
    return "";
}

} // namespace

std::string bold(const Call& call, std::string_view text) { return in(call, "1", text); }
std::string quiet(const Call& call, std::string_view text) { return in(call, "2", text); }
std::string mark(const Call& call, const StatusLook& look) { return in(call, code(look.colour), glyph(look.shape)); }
std::string mark(const Call& call, Status status) { return mark(call, look_of(status)); }

std::string tag(const Call& call, const Verdict& verdict) {
    return mark(call, look_of(verdict)) + " " + (verdict.name.empty() ? word_of(verdict) : verdict.name);
}

std::string arrow(const Call& call, Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return in(call, "32", "--->|") + " ";
    case Outlook::met: return in(call, "32", "===>|") + " ";
    case Outlook::to_miss: return in(call, "31", "->  |") + " ";
    case Outlook::missed: return in(call, "31", "=>  |") + " ";
    case Outlook::unknown: break;
    }
    return {};
}

std::string tag(const Call& call, Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return arrow(call, outlook) + "meet";
    case Outlook::met: return arrow(call, outlook) + "met";
    case Outlook::to_miss: return arrow(call, outlook) + "miss";
    case Outlook::missed: return arrow(call, outlook) + "missed";
    case Outlook::unknown: break;
    }
    return quiet(call, "not given");
}

std::string tag(const Call& call, Severity severity) {
    switch (severity) {
    case Severity::error: return in(call, "1;31", "ERROR  ");
    case Severity::warning: return in(call, "33", "WARNING");
    case Severity::note: break;
    }
    return in(call, "36", "NOTE   ");
}

} // namespace qd::cli
