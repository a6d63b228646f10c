#include "documents/words_of.hpp"

#include "base/overloaded.hpp"

namespace qd::inline documents {
namespace {

void end_line(std::string& out) {
    if (!out.empty() && out.back() != '\n') out += '\n';
}

std::string words_of_table(const Table& table) {
    std::string out;
    for (const RowGroup& group : table.groups)
        for (const TableRow& row : group.rows) {
            end_line(out);
            for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i ? "; " : "") + words_of(row.cells[i]);
        }
    return out;
}

} // namespace

std::string_view severity_word(Severity severity) {
    return severity == Severity::error ? "Error" : severity == Severity::warning ? "Warning" : "Note";
}

std::string words_of(const Spans& spans) {
    std::string out;
    for (const Span& span : spans)
        out += std::visit(Overloaded{
                              [](LineBreak) { return std::string("\n"); },
                              [](const StatusTag& tag) { return tag.word; },
                              [](const OutlookTag& tag) { return tag.word; },
                              [](const SeverityTag& tag) { return std::string(severity_word(tag.severity)); },
                              [](const Missing& missing) { return missing.reason + " " + missing.mark; },
                              [](const Note&) { return std::string(); },
                              [](const auto& other) { return other.words; },
                          },
                          span);
    return out;
}

std::string words_of(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        end_line(out);
        out += std::visit(Overloaded{
                              [](const Heading& heading) { return heading.words; },
                              [](const Paragraph& paragraph) { return words_of(paragraph.spans); },
                              [](const List& list) {
                                  std::string items;
                                  for (const Blocks& item : list.items) {
                                      end_line(items);
                                      items += words_of(item);
                                  }
                                  return items;
                              },
                              [](const Definitions& definitions) {
                                  std::string entries;
                                  for (const Definitions::Entry& entry : definitions.entries) {
                                      end_line(entries);
                                      entries += entry.term + ": " + words_of(entry.description);
                                  }
                                  return entries;
                              },
                              [](const Table& table) { return words_of_table(table); },
                              [](const ChartBlock& drawn) { return drawn.chart.summary; },
                              [](const Section& section) { return words_of(section.blocks); },
                              [](const PackPart& part) { return part.title + "\n" + words_of(part.blocks); },
                              [](const auto&) { return std::string(); },
                          },
                          block.content);
    }
    return out;
}

std::string words_of(const TableCell& cell) {
    std::string out = words_of(cell.spans);
    const std::string below = words_of(cell.blocks);
    if (!out.empty() && !below.empty()) end_line(out);
    return out + below;
}

} // namespace qd::inline documents
