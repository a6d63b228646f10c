#pragma once

#include "domain/issue.hpp"
#include "domain/paper.hpp"
#include "domain/printed.hpp"
#include "domain/statement.hpp"

#include <vector>

namespace qd {

// What is said on paper, and how papers are made.
struct PapersContent {
    std::vector<Statement> statements;
    std::vector<Printed> printed;
    std::vector<Paper> papers;
    std::vector<ReportDefinition> report_definitions;
    std::vector<ReferenceDocument> reference_documents;

    friend bool operator==(const PapersContent&, const PapersContent&) = default;
};

} // namespace qd
