#pragma once

#include "documents/format.hpp"
#include "domain/committee.hpp"
#include "views/snapshot.hpp"

#include <functional>
#include <string>
#include <vector>

namespace qd::inline reports {

// Who gets a pack: everyone, or the members of the body, whose pack also includes part 2.
enum class PackReaders { everyone, members };
// Whether pages that were published are kept, or all are numbered from 1.
enum class PackPages { kept, afresh };

// The agenda of a meeting, the minutes of the last and all papers, in one file.
struct Pack {
    std::string name; // "CCPI-2013-02-26-pack.pdf"
    std::string bytes;
    std::vector<Item> paged; // the items that have pages in it, with these; of a PDF only
    int sheets = 0;          // of a PDF
};

struct PackRequest {
    PackReaders readers = PackReaders::everyone;
    DocumentFormat format = DocumentFormat::pdf;
    PackPages numbering = PackPages::kept;
    int most_sheets = 1'000; // of a PDF that can still be opened, made in some minutes
};

// Called with what is being done, for people who wait: "Counting the pages of 42 papers".
using TellStep = std::function<void(const std::string& doing)>;

// Each item with something to read begins on a page of its own. Pages of published items are kept: later
// ones go after the last of them. Error(absent) without an agenda; Error(conflict) if an item no longer fits between
// its published pages and the next, and for more sheets than were allowed; errors of the papers and of the formats. Nothing is
// written.
Pack make_pack(const Snapshot& snapshot, const Meeting& meeting, const PackRequest& request, Instant now,
               const TellStep& tell = {});

} // namespace qd::inline reports
