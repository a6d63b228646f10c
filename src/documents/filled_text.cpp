#include "documents/definition.hpp"

#include "documents/markdown.hpp"
#include "documents/words_of.hpp"

#include <charconv>

namespace qd::inline documents {
namespace {

// Characters of private use (U+E000, U+E001) enclose the number of a filling while the text is read as Markdown.
constexpr std::string_view opening = "\xEE\x80\x80", closing = "\xEE\x80\x81", replaced = "\xEF\xBF\xBD";

std::string without_marks(std::string_view text) {
    std::string out(text);
    for (const std::string_view mark : {opening, closing})
        for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark))
            out.replace(at, mark.size(), replaced);
    return out;
}

struct Mark {
    std::size_t start = 0, end = 0, number = 0;
};

std::optional<Mark> next_mark(std::string_view text, std::size_t from) {
    const std::size_t start = text.find(opening, from);
    if (start == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.find(closing, start);
    if (end == std::string_view::npos) return std::nullopt;
    Mark mark{start, end + closing.size(), 0};
    std::from_chars(text.data() + start + opening.size(), text.data() + end, mark.number);
    return mark;
}

// Puts fillings where their marks are.
class Merger {
public:
    explicit Merger(const std::vector<Filling>& fillings) : fillings_(fillings) {}
    std::size_t misplaced = 0;

    Blocks merged(Blocks blocks) {
        Blocks out;
        for (Block& block : blocks) {
            const Blocks* filling = blocks_alone(block);
            if (filling) {
                out.insert(out.end(), filling->begin(), filling->end());
                continue;
            }
            merge_within(block);
            out.push_back(std::move(block));
        }
        return out;
    }

private:
    const Filling* filling_of(const Mark& mark) const {
        return mark.number < fillings_.size() ? &fillings_[mark.number] : nullptr;
    }

    // The blocks whose mark is all that a paragraph contains; null = it contains something else.
    const Blocks* blocks_alone(const Block& block) const {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph || paragraph->spans.size() != 1) return nullptr;
        const auto* text = std::get_if<Text>(&paragraph->spans.front());
        const auto mark = text ? next_mark(text->words, 0) : std::nullopt;
        if (!mark || mark->start != 0 || mark->end != text->words.size()) return nullptr;
        const Filling* filling = filling_of(*mark);
        return filling ? std::get_if<Blocks>(filling) : nullptr;
    }

    void merge_within(Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.content)) heading->words = merged_words(heading->words);
        if (auto* paragraph = std::get_if<Paragraph>(&block.content)) paragraph->spans = merged(paragraph->spans);
        if (auto* list = std::get_if<List>(&block.content))
            for (Blocks& item : list->items) merge_each(item);
        if (auto* section = std::get_if<Section>(&block.content)) merge_each(section->blocks);
        if (auto* table = std::get_if<Table>(&block.content)) merge_table(*table);
    }

    void merge_each(Blocks& blocks) {
        for (Block& block : blocks) merge_within(block);
    }

    void merge_table(Table& table) {
        for (Column& column : table.columns) column.heading = merged_words(column.heading);
        for (RowGroup& group : table.groups)
            for (TableRow& row : group.rows)
                for (TableCell& cell : row.cells) cell.spans = merged(cell.spans);
    }

    Spans merged(const Spans& spans) {
        Spans out;
        for (const Span& span : spans) {
            if (const auto* text = std::get_if<Text>(&span)) {
                add_text(out, *text);
            } else if (const auto* link = std::get_if<Link>(&span)) {
                out.push_back(Link{merged_words(link->words), link->href});
            } else {
                out.push_back(span);
            }
        }
        return out;
    }

    void add_text(Spans& out, const Text& text) {
        std::size_t at = 0;
        while (const auto mark = next_mark(text.words, at)) {
            if (mark->start > at) out.push_back(Text{text.words.substr(at, mark->start - at), text.voice});
            add_filling(out, *mark, text.voice);
            at = mark->end;
        }
        if (at < text.words.size() || text.words.empty()) out.push_back(Text{text.words.substr(at), text.voice});
    }

    void add_filling(Spans& out, const Mark& mark, Voice voice) {
        const Filling* filling = filling_of(mark);
        const Spans* spans = filling ? std::get_if<Spans>(filling) : nullptr;
        if (!spans) {
            ++misplaced;
            return;
        }
        for (Span span : *spans) {
            if (auto* text = std::get_if<Text>(&span); text && text->voice == Voice::plain) text->voice = voice;
            if (auto* figure = std::get_if<BoundFigure>(&span); figure && figure->voice == Voice::plain)
                figure->voice = voice;
            out.push_back(std::move(span));
        }
    }

    std::string merged_words(const std::string& words) {
        std::string out;
        std::size_t at = 0;
        while (const auto mark = next_mark(words, at)) {
            out += words.substr(at, mark->start - at);
            Spans spans;
            add_filling(spans, *mark, Voice::plain);
            out += words_of(spans);
            at = mark->end;
        }
        return out + words.substr(at);
    }

    const std::vector<Filling>& fillings_;
};

} // namespace

void FilledText::add(std::string_view markdown) { markdown_ += without_marks(markdown); }

void FilledText::add(Filling filling) {
    markdown_ += std::string(opening) + std::to_string(fillings_.size()) + std::string(closing);
    fillings_.push_back(std::move(filling));
}

Blocks FilledText::blocks(std::size_t& misplaced, int top_level) const {
    Merger merger(fillings_);
    Blocks out = merger.merged(from_markdown(markdown_, top_level));
    misplaced = merger.misplaced;
    return out;
}

} // namespace qd::inline documents
