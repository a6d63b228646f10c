#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/finding.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace qd {

// A text that a report is composed from: a council's own reports/NAME.md, word for word.
struct ReportDefinition {
    std::string name; // "scorecard"
    std::string text; // TOML front matter, then Markdown with placeholders

    friend bool operator==(const ReportDefinition&, const ReportDefinition&) = default;
};

// A Word document whose styles other ones take: a council's own templates/NAME.docx.
struct ReferenceDocument {
    std::string name; // "reference.docx"
    std::string bytes;

    friend bool operator==(const ReferenceDocument&, const ReferenceDocument&) = default;
};

// What an issue was made from: a definition, the value of one of its parameters, the reference document of its Word file.
struct IssueText {
    enum class Kind { definition, parameter, reference } kind = Kind::definition;
    std::string name;
    std::string origin; // of a definition: "council" or "supplied"; of a reference document: "council" or "given"
    std::string text;   // of a reference document the SHA-256 of its bytes

    friend bool operator==(const IssueText&, const IssueText&) = default;
};

// Why an error in the paper's own text was accepted.
struct Explanation {
    std::string code; // of the finding
    Subject subject;
    std::string place, message;
    std::string reason;

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

// One format of an issue. `bytes` are read one file at a time.
struct IssueFile {
    std::string format; // "html"
    std::string sha256; // of the bytes
    std::int64_t size = 0;
    std::string bytes; // empty where only the list of files was asked for

    friend bool operator==(const IssueFile&, const IssueFile&) = default;
};

// A report that was issued: what it was made from, and what it was, for good.
struct Issue {
    std::int64_t number = 0; // 1, 2, 3 …
    std::string report;      // "scorecard"
    std::string title;
    Period period;
    AreaCode area;
    std::string audience = "council"; // or "everyone"
    Instant as_at;                    // what was known by then
    Instant issued_at;
    std::string issued_by;       // a post; empty = not said
    std::int64_t generation = 0; // of the store, whose content it was made from
    std::string program_version;
    std::vector<IssueText> texts;
    std::vector<Explanation> explanations;
    std::vector<IssueFile> files;
    std::string reference; // the bytes of the reference document; empty = none, or the issue was only listed

    friend bool operator==(const Issue&, const Issue&) = default;
};

} // namespace qd
