#include "cli/blocks.hpp"

#include "base/overloaded.hpp"
#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/table.hpp"
#include "documents/words_of.hpp"

#include <algorithm>
#include <cctype>

namespace qd::cli {
namespace {

std::string course_arrow(Course course) { return course == Course::up ? "↑" : course == Course::down ? "↓" : "→"; }

std::string words_of(const Call& call, const Spans& spans) {
    std::string out;
    for (const Span& span : spans)
        out += std::visit(
            Overloaded{
                [&](const Text& text) { return text.voice == Voice::strong ? bold(call, text.words) : text.words; },
                [&](const StatusTag& tag) {
                    return (tag.look ? mark(call, *tag.look) : mark(call, tag.status)) + " " + tag.word;
                },
                [&](const OutlookTag& outlook) { return arrow(call, outlook.outlook) + outlook.word; },
                [&](const CourseTag& tag) { return course_arrow(tag.course) + " " + tag.words; },
                [&](const Missing& missing) { return missing.reason; },
                [&](const auto&) { return qd::words_of(Spans{span}); },
            },
            span);
    return out;
}

std::string words_of(const Call& call, const TableCell& cell) {
    std::string out = words_of(call, cell.spans);
    const std::string below = qd::words_of(cell.blocks);
    return out + (out.empty() || below.empty() ? "" : "\n") + below;
}

// Whether it only says that something is not known, in one of the ways in which sections say so.
bool says_nothing(const TableCell& cell) {
    const std::string words = qd::words_of(cell);
    return words.empty() || words == "not given" || words == "not known" || words == "not judged" ||
           words == "none given" || words == "none set";
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// The columns that say something in any row; the first, which heads the rows, always does.
std::vector<std::size_t> spoken_columns(const qd::Table& table) {
    std::vector<std::size_t> spoken;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto is_silent = [&](const TableRow& row) { return i >= row.cells.size() || says_nothing(row.cells[i]); };
        if (i == 0 || std::ranges::any_of(table.groups, [&](const RowGroup& group) {
                return !std::ranges::all_of(group.rows, is_silent);
            }))
            spoken.push_back(i);
    }
    return spoken;
}

class BlockPrinter {
public:
    explicit BlockPrinter(Call& call) : call_(call) {}

    void print(const Blocks& blocks) {
        for (const Block& block : blocks) std::visit([&](const auto& content) { one(content); }, block.content);
    }

private:
    // Blocks are separated by an empty line, except for what is directly below its heading.
    void open(bool is_near) {
        if (any_ && !is_near) call_.out << "\n";
        any_ = true;
    }
    void say(const std::string& text, const std::string& first, const std::string& indent) {
        call_.out << wrap(first + text, call_.width, indent) << "\n";
    }

    void one(const Heading& heading) {
        open(false);
        say(bold(call_, heading.words), "", "  ");
        near_ = true;
    }
    void one(const Paragraph& paragraph) {
        open(near_);
        say(words_of(call_, paragraph.spans), paragraph.number.empty() ? "" : paragraph.number + " ", "  ");
        near_ = true; // sentences continue
    }
    void one(const List& list) {
        open(near_);
        std::size_t number = 0;
        for (const Blocks& item : list.items) {
            ++number;
            const std::string mark = list.kind == ListKind::bulleted ? "- "
                                     : list.kind == ListKind::plain  ? ""
                                                                     : std::to_string(number) + ". ";
            say(qd::words_of(item), "  " + mark, "  " + std::string(mark.size(), ' '));
        }
        near_ = false;
    }
    void one(const Definitions& definitions) {
        if (definitions.entries.empty()) return;
        open(near_);
        for (const Definitions::Entry& entry : definitions.entries)
            say(entry.term + ": " + words_of(call_, entry.description), "  ", "    ");
        near_ = false;
    }
    void one(const qd::Table& table) {
        open(false);
        if (!table.caption.empty()) say(table.caption, "", "  ");
        const std::vector<std::size_t> columns = spoken_columns(table);
        std::vector<Column> headings;
        for (const std::size_t i : columns)
            headings.push_back({upper(table.columns[i].heading),
                                table.columns[i].align == qd::Align::right ? Align::right : Align::left, Yield::wraps});
        TextTable text(std::move(headings));
        for (const RowGroup& group : table.groups) {
            if (!group.title.empty()) text.add({bold(call_, group.title)});
            for (const TableRow& row : group.rows) {
                std::vector<std::string> cells;
                for (const std::size_t i : columns)
                    cells.push_back(i < row.cells.size() ? words_of(call_, row.cells[i]) : std::string());
                text.add(std::move(cells));
            }
        }
        call_.out << text.print(call_.width);
        for (const Spans& note : table.notes) say(words_of(call_, note), "", "  ");
        near_ = false;
    }
    void one(const ChartBlock& drawn) {
        open(near_);
        say(drawn.chart.summary, "", "  ");
        near_ = false;
    }
    void one(const qd::Section& section) { print(section.blocks); }
    void one(const PackPart& part) {
        one(Heading{2, part.title, ""});
        print(part.blocks);
    }
    void one(const Rule&) {}
    void one(const PageBreak&) {}

    Call& call_;
    bool any_ = false, near_ = false;
};

} // namespace

void print_blocks(Call& call, const Blocks& blocks) { BlockPrinter(call).print(blocks); }

} // namespace qd::cli
