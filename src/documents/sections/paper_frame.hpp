#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/paper.hpp"

#include <optional>
#include <string>

// The parts of a committee paper that are not figures, the same in every report.
namespace qd::inline documents {

// Who it is for, and the facts below the title. Without a paper: what the report itself knows.
void write_head(Document& document, const Content& content, const std::optional<Paper>& paper, Period period,
                Instant as_at);

void write_purpose(Blocks& blocks, const std::optional<Paper>& paper);
// "The Cabinet Committee is asked to:" and the numbered list; reasons and alternatives where the paper gives them.
void write_recommendations(Blocks& blocks, const Content& content, const std::optional<Paper>& paper);
// Consultations, implications, background papers, reason for part 2.
void write_close(Blocks& blocks, const std::optional<Paper>& paper);

// Period, time of knowledge, and what the two mean.
void write_two_times(Blocks& blocks, const Content& content, Period period, Instant as_at);
std::string foot_line(const Content& content, Period period, Instant as_at, const std::string& program_version);

} // namespace qd::inline documents
