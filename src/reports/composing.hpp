#pragma once

#include "reports/filler.hpp"

#include <string>

namespace qd::inline reports {

// The text of a definition or a paper with its placeholders filled; what cannot be filled is noted in the filler, with its
// place, and so are the words that came of it. Headings begin at `top_level`.
Blocks compose_text(Filler& filler, const DefinitionBody& body, const std::string& name, int top_level);
// The same of one line without blocks, such as a title.
std::string compose_line(Filler& filler, const std::string& text, const std::string& file);

// What the paper's frame says in its own text; empty if it says nothing, or there is none. Unfilled if the
// text would include itself.
Filled<Blocks> compose_paper_text(Filler& filler, std::string Paper::*text, const std::string& part, int top_level);

} // namespace qd::inline reports
