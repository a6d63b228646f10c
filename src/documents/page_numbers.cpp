#include "documents/page_numbers.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/document_template.hpp"
#include "documents/html.hpp"
#include "documents/pdf.hpp"

#include <cstdlib>

namespace qd::inline documents {
namespace {

constexpr std::size_t most_front_sheets = 99;

// WeasyPrint 57 takes counters of pages from the style of the page itself, chosen by its place among the sheets.
std::string style_of(const std::vector<PageStart>& starts) {
    std::string style = "@page { @bottom-right { content: \"Page \" counter(page); } }\n";
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const PageStart& start = starts[i];
        const std::string sheet = std::to_string(start.sheet);
        if (start.number > 0) {
            style += "@page :nth(" + sheet + ") { counter-reset: page " + std::to_string(start.number) + "; }\n";
            continue;
        }
        const int end = i + 1 < starts.size() ? starts[i + 1].sheet : start.sheet + static_cast<int>(most_front_sheets);
        for (int blank = start.sheet; blank < end; ++blank)
            style += "@page :nth(" + std::to_string(blank) + ") { @bottom-right { content: none; } }\n";
    }
    return style;
}

} // namespace

SheetPlaces sheet_places(const Document& document) {
    SheetPlaces places;
    const std::string listed = run_paginator("pages.py", to_paged_html(document));
    for (const std::string& line : split(listed, '\n')) {
        const auto space = line.find(' ');
        if (space == std::string::npos) continue;
        const int sheet = std::atoi(line.substr(0, space).c_str());
        const std::string id = line.substr(space + 1);
        if (id.empty())
            places.sheets = sheet;
        else
            places.ids.emplace(id, sheet);
    }
    if (places.sheets == 0) throw Error(Fault::outage, "WeasyPrint laid out no pages. Ask for html instead.");
    return places;
}

std::string to_pdf(const Document& document, const std::vector<PageStart>& starts) {
    std::string html = to_paged_html(document);
    const auto head_end = html.find("</head>");
    if (head_end == std::string::npos)
        throw Error(Fault::outage, "The document has no head to put its page numbers into.");
    html.insert(head_end, "<style>\n" + style_of(starts) + "</style>\n");
    return run_paginator("paginate.py", html);
}

} // namespace qd::inline documents
