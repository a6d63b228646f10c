#include "web/visit.hpp"

#include "base/error.hpp"

namespace qd::web {
namespace {

constexpr std::size_t longest_choice = 100; // bytes; anything longer is not a period, area or day, and is not passed on

Question question_of(const Address& address) {
    Question question;
    if (const std::string text{address.parameter("period")}; !text.empty()) {
        question.period = Period::parse(text);
        if (!question.period)
            throw Error(Fault::request,
                        "“" + text +
                            "” is not a period. Write a year as 2012-13, a quarter as 2012-13Q3, a month as 2012-12.");
    }
    if (const std::string text{address.parameter("area")}; !text.empty()) question.area = AreaCode{text};
    if (const std::string text{address.parameter("as_at")}; !text.empty()) {
        question.as_at = Instant::parse(text);
        if (!question.as_at) throw Error(Fault::request, "“" + text + "” is not a day. Write it as 2013-02-15.");
    }
    return question;
}

} // namespace

const std::string& Visit::capture(std::string_view name) const {
    const auto found = captures.find(name);
    if (found == captures.end()) throw std::logic_error("no capture " + std::string{name});
    return found->second;
}

Visit Visit::as_known(Unasked unasked) const {
    std::optional<View> view;
    try {
        const Question question = question_of(address);
        const Instant today = Instant::end_of(now.date());
        view = unasked == Unasked::today ? snapshot.view(question, today) : snapshot.paper_view("", question, today);
    } catch (const Error&) {
        return *this;
    }
    auto known = snapshot.known_by(view->as_at);
    Visit visit(address, *known, now);
    visit.captures = captures;
    visit.library = library;
    visit.view_ = view;
    visit.known_ = std::move(known);
    return visit;
}

// "Now" is the end of the day, so that a page stays the same all day and need not be computed for each visit.
// A period whose paper has been to its meeting is shown as that meeting knew it, on every page; the frame links to today.
const View& Visit::view() const {
    if (!view_) view_ = snapshot.paper_view("", question_of(address), Instant::end_of(now.date()));
    return *view_;
}

bool Visit::shows_meeting() const { return parameter("as_at").empty() && view().as_at < Instant::end_of(now.date()); }

std::string Visit::link(std::string_view path, const Parameters& more) const {
    Parameters parameters;
    for (const char* name : {"period", "area", "as_at"})
        if (const std::string_view value = address.parameter(name); !value.empty() && value.size() <= longest_choice)
            parameters.emplace_back(name, value);
    for (const auto& [name, value] : more) {
        std::erase_if(parameters, [&](const auto& pair) { return pair.first == name; });
        parameters.emplace_back(name, value);
    }
    return std::string{path} + print_query(parameters);
}

} // namespace qd::web
