#include "documents/formats/page_numbers.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "documents/document_template.hpp"
#include "documents/formats/html.hpp"
#include "documents/formats/pdf.hpp"

#include <algorithm>
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

SheetPlaces places_of(const std::string& listed) {
    SheetPlaces places;
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

constexpr std::size_t piece_bytes = 300'000; // of HTML: about 70 pages, some seconds
constexpr auto end_of_piece = "end-of-piece";

const PackPart* part_in(const Block& block) { return std::get_if<PackPart>(&block.content); }

// A run of parts that is laid out on its own.
struct Piece {
    std::size_t first = 0, count = 0; // parts
    Document document;
};

// Each piece has about the same share of what there is to lay out. The front is in the first; notes, which only the last
// piece has in their place, come after a part that is not counted.
std::vector<Piece> pieces_of(const Document& pack) {
    Document front = pack;
    front.blocks.clear();
    std::vector<const Block*> parts;
    for (const Block& block : pack.blocks)
        if (part_in(block))
            parts.push_back(&block);
        else
            front.blocks.push_back(block);
    std::vector<std::size_t> sizes(parts.size());
    std::size_t total = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Document alone;
        alone.blocks = {*parts[i]};
        total += sizes[i] = to_paged_html(alone).size();
    }
    const std::size_t share = total / std::min(threads_at_hand(), 1 + total / piece_bytes) + 1;
    std::vector<Piece> pieces;
    for (std::size_t i = 0, size = 0; i < parts.size(); size += sizes[i++]) {
        if (pieces.empty() || size >= share) {
            pieces.push_back({i, 0, i == 0 ? front : Document()});
            size = 0;
        }
        ++pieces.back().count;
        pieces.back().document.blocks.push_back(*parts[i]);
    }
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        pieces[i].document.blocks.push_back({PackPart{"End", end_of_piece, {}, {}, {}, {}}});
    return pieces;
}

} // namespace

SheetPlaces sheet_places(const Document& document) {
    return places_of(run_paginator("pages.py", to_paged_html(document)).output);
}

PackSheets pack_sheets(const Document& pack) {
    const std::vector<Piece> pieces = pieces_of(pack);
    PackSheets sheets;
    if (pieces.empty()) return {sheet_places(pack).sheets, {}};
    std::vector<std::vector<int>> counted(pieces.size());
    in_parallel(pieces.size(), [&](std::size_t i) {
        const SheetPlaces places = sheet_places(pieces[i].document);
        const auto start_of = [&](const std::string& id) {
            const auto found = places.ids.find(id);
            if (found == places.ids.end()) throw Error(Fault::outage, "The pages of “" + id + "” were not found.");
            return found->second;
        };
        for (const Block& block : pieces[i].document.blocks)
            if (const PackPart* part = part_in(block)) counted[i].push_back(start_of(part->id));
        if (i + 1 == pieces.size()) counted[i].push_back(places.sheets + 1);
    });
    sheets.front = counted[0][0] - 1;
    for (const std::vector<int>& starts : counted)
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) sheets.parts.push_back(starts[i + 1] - starts[i]);
    return sheets;
}

LaidOut lay_out(const Document& document, const std::vector<PageStart>& starts) {
    std::string html = to_paged_html(document);
    const auto head_end = html.find("</head>");
    if (head_end == std::string::npos)
        throw Error(Fault::outage, "The document has no head to put its page numbers into.");
    html.insert(head_end, "<style>\n" + style_of(starts) + "</style>\n");
    Paginated made = run_paginator("paginate.py", html);
    return {std::move(made.output), places_of(made.places)};
}

} // namespace qd::inline documents
