#pragma once

#include "documents/document.hpp"
#include "domain/finding.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// The text of a report definition, split up and put together again; the caller says what the placeholders mean.
namespace qd::inline documents {

// {{name argument …}}; {{name argument …?}} leaves out its line if there is nothing to say.
struct Placeholder {
    std::string name;
    std::vector<std::string> arguments;
    bool may_be_left_out = false;
    std::string text; // as written, without the braces
    std::string file; // where it stands
    std::size_t line = 0;
};

struct DefinitionLine {
    std::vector<std::variant<std::string, Placeholder>> parts;
    // The placeholder that is all there is on the line; null = none.
    const Placeholder* alone() const;
};

struct DefinitionBody {
    std::string file;           // "reports/scorecard.md"
    std::size_t first_line = 1; // of the body, in the file
    std::string text;
};

// What is wrong with the text of a report, as a finding with its file and line.
Finding definition_finding(FindingKind kind, const std::string& file, std::size_t line, const std::string& message,
                           const std::string& remedy = "");

// The lines of a body, those that it includes ({{include NAME}}, alone on a line) in their place. Braces that are not
// closed, names that `find` does not know and definitions that include themselves are added to `findings`.
using FindDefinition = std::function<std::optional<DefinitionBody>(const std::string& name)>;
struct DefinitionLines {
    std::vector<DefinitionLine> lines;
    Findings findings;
};
DefinitionLines lines_of(const DefinitionBody& body, const std::string& name, const FindDefinition& find);
// One line of its own, such as a title.
DefinitionLine line_of(const std::string& text, const std::string& file, std::size_t line, Findings& findings);

// What a placeholder became: words and figures within a paragraph, or blocks of their own.
using Filling = std::variant<Spans, Blocks>;

// Collects a text whose placeholders are filled, and reads it as Markdown once. What fills them is never read as Markdown.
class FilledText {
public:
    void add(std::string_view markdown);
    void add(Filling filling);
    // Headings start at `top_level`. A filling of blocks within a list, table or quotation is left out if it
    // cannot go there; `misplaced` counts these.
    Blocks blocks(std::size_t& misplaced, int top_level = 2) const;

private:
    std::string markdown_;
    std::vector<Filling> fillings_;
};

} // namespace qd::inline documents
