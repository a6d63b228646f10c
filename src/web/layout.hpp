#pragma once

#include "web/fields.hpp"
#include "web/message.hpp"
#include "web/visit.hpp"

#include <string>

namespace qd::web {

// The entries of the navigation.
enum class Section {
    none,
    overview,
    scorecard,
    areas,
    recovery_plans,
    priorities,
    programmes,
    projects,
    self_evaluation,
    risks,
    meetings,
    reports,
    findings,
    about
};

// Whether the page shows what period, area and time it is about.
enum class Framing { shown, hidden };

struct Page {
    std::string title; // first part of the window's title
    std::string name;  // of its template
    Fields fields;
    Section section = Section::none;
    Framing framing = Framing::shown;
};

// The page within header, navigation, frame and footer.
Response render_page(const Visit& visit, const Page& page);

} // namespace qd::web
