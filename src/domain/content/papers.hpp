#pragma once

#include "domain/issue.hpp"
#include "domain/paper.hpp"
#include "domain/printed.hpp"
#include "domain/sheet_layout.hpp"
#include "domain/statement.hpp"

#include <vector>

namespace qd {

// What papers say, how papers are made, and how sheets are read. No figure depends on it.
struct PapersContent {
    std::vector<Statement> statements;
    std::vector<Printed> printed;
    std::vector<Paper> papers;
    std::vector<ReportDefinition> report_definitions;
    std::vector<ReferenceDocument> reference_documents;
    std::vector<SheetLayout> layouts;

    friend bool operator==(const PapersContent&, const PapersContent&) = default;
};

} // namespace qd
