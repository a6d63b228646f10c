#pragma once

#include "documents/document.hpp"

#include <map>
#include <string>
#include <vector>

// Page numbers that do not simply count the sheets: of a pack, whose front bears none, and whose published pages keep theirs.
namespace qd::inline documents {

// From a sheet on (1 = the first), pages are numbered from that number on; 0 = they bear no number.
struct PageStart {
    int sheet = 1;
    int number = 1;
};

// Which sheet each id of the document is on, and how many sheets there are.
struct SheetPlaces {
    std::map<std::string, int> ids;
    int sheets = 0;
};
SheetPlaces sheet_places(const Document& document);

// How many sheets come before the parts of a pack, and how many each part takes, the last one with the notes. Long packs are
// laid out in pieces, side by side. Errors as of to_pdf.
struct PackSheets {
    int front = 0;
    std::vector<int> parts;
};
PackSheets pack_sheets(const Document& pack);

// The tagged PDF with these numbers, and where its ids ended up. Errors as of to_pdf.
struct LaidOut {
    std::string pdf;
    SheetPlaces places;
};
LaidOut lay_out(const Document& document, const std::vector<PageStart>& starts);

} // namespace qd::inline documents
