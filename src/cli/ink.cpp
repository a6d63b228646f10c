#include "cli/ink.hpp"

namespace qd::cli {
namespace {

std::string in(const Call& call, std::string_view code, std::string_view text) {
    if (call.ink == Call::Ink::plain || code.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

struct Look {
    const char *shape, *colour;
};

Look look(Status status) {
    switch (status) {
    case Status::green: return {"●", "32"};
    case Status::amber: return {"▲", "33"};
    case Status::red: return {"◆", "31"};
    case Status::complete: return {"☑", "34"};
    case Status::not_started: return {"□", ""};
    case Status::not_rated: break;
    }
    return {"○", ""};
}

} // namespace

std::string bold(const Call& call, std::string_view text) { return in(call, "1", text); }
std::string quiet(const Call& call, std::string_view text) { return in(call, "2", text); }
std::string mark(const Call& call, Status status) { return in(call, look(status).colour, look(status).shape); }

std::string tag(const Call& call, const Verdict& verdict) {
    const std::string& own = verdict.name.empty() ? verdict.label : verdict.name;
    return mark(call, verdict.status) + " " + (own.empty() ? label(verdict.status) : own);
}

std::string tag(const Call& call, Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return in(call, "32", "--->|") + " meet";
    case Outlook::met: return in(call, "32", "===>|") + " met";
    case Outlook::to_miss: return in(call, "31", "->  |") + " miss";
    case Outlook::missed: return in(call, "31", "=>  |") + " missed";
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
