#include "exchange/layouts/block_heading.hpp"

#include "base/text.hpp"
#include "exchange/layouts/answers_given.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <set>

namespace qd::inline exchange {
namespace {

using Place = Pattern::Place;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Recognises the row of the headings of a block. Most cells of a long sheet have been seen before, or are numbers.
class HeadingSearch {
public:
    HeadingSearch(const LayoutBlock& block, const SheetContext& context)
        : block_(block), context_(context), seen_(block.heading.size()) {}

    bool is_in(std::span<const GridCell> row) {
        for (std::size_t i = 0; i < block_.heading.size(); ++i)
            if (std::ranges::none_of(row, [&](const GridCell& cell) { return fits(i, cell.text); })) return false;
        return true;
    }

private:
    bool fits(std::size_t number, std::string_view text) {
        const Pattern& pattern = block_.heading[number];
        if (text.empty() || text.size() > 300) return false;
        const char first = pattern.text().empty() ? '*' : pattern.text().front();
        if (is_digit(text.front()) && ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) return false;
        return seen_[number].of(text, [&] {
            const Pattern::Fits held = [&](Place place, std::string_view words) { return context_.fits(place, words); };
            return pattern.match(same_words(text), held).has_value();
        });
    }

    const LayoutBlock& block_;
    const SheetContext& context_;
    std::vector<AnswersGiven<bool>> seen_; // by heading
};

// The texts of a column's headings from above; equal neighbours only once.
std::vector<std::string> heading_texts(const LayoutBlock& block, const SheetGrid& sheet, std::uint32_t first,
                                       std::uint32_t last, std::uint32_t column) {
    std::vector<std::string> texts;
    const GridCell* before = nullptr;
    for (std::uint32_t row = first; row <= last; ++row) {
        const GridCell* cell = sheet.find_spread(row, column);
        if (cell == nullptr && block.fill_right && row < last)
            for (std::uint32_t left = column; left > 0 && cell == nullptr; --left) cell = sheet.find(row, left - 1);
        if (cell == nullptr || cell == before) continue;
        texts.push_back(replace_all(std::string(trim(cell->text)), "\n", " "));
        before = cell;
    }
    return texts;
}

ColumnUse use_of(const LayoutBlock& block, const SheetContext& context, std::uint32_t column,
                 const std::vector<std::string>& texts) {
    ColumnUse use;
    use.column = column;
    use.heading = join(texts, " / ");
    const std::string words = same_words(use.heading), letters = letters_of_column(column);
    const Pattern::Fits fits = [&](Place place, std::string_view held) { return context.fits(place, held); };
    for (const LayoutColumn& rule : block.columns) {
        if (!rule.letters.empty() && rule.letters != letters) continue;
        if (rule.area.empty() && rule.measure.empty() && words.empty() && rule.letters.empty()) continue;
        if (const auto captures = match_any(rule.headings, words, fits)) {
            use.rule = &rule;
            use.said = read_captures(*captures, context.times, rule.academic ? Years::school : Years::reporting);
            return use;
        }
    }
    return use;
}

FoundTable table_at(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context,
                    std::uint32_t heading) {
    FoundTable table;
    table.block = &block;
    table.last_heading = heading;
    const auto above = static_cast<std::uint32_t>(block.heading_rows - 1);
    table.first_heading = heading >= above ? heading - above : 0;
    std::set<std::uint32_t> columns;
    for (std::uint32_t row = table.first_heading; row <= heading; ++row)
        for (const GridCell& cell : sheet.cells_of(row)) columns.insert(cell.column);
    for (const CellRange& range : sheet.merged)
        if (range.bottom >= table.first_heading && range.top <= heading)
            for (std::uint32_t column = range.left; column <= std::min(range.right, range.left + 300); ++column)
                columns.insert(column);
    for (const std::uint32_t column : columns) {
        const auto texts = heading_texts(block, sheet, table.first_heading, heading, column);
        if (!texts.empty()) table.columns.push_back(use_of(block, context, column, texts));
    }
    return table;
}

} // namespace

bool SheetContext::fits(Place place, std::string_view text) const {
    switch (place) {
    case Place::year: return times.year(text).has_value();
    case Place::quarter: return times.quarter(text).has_value();
    case Place::month: return times.month(text).has_value();
    case Place::period: return times.period(text).has_value();
    case Place::to_date: return times.to_date(text).has_value();
    case Place::area: return names.area(text).has_value();
    case Place::measure:
    case Place::measure_title: return true;
    case Place::value:
    case Place::numerator:
    case Place::denominator:
    case Place::lower:
    case Place::upper: break;
    }
    return false;
}

Captured read_captures(const Pattern::Captures& captures, const TimeReader& times, Years years) {
    const bool academic = years == Years::school;
    Captured said;
    for (const auto& [place, text] : captures) {
        switch (place) {
        case Place::year:
            said.time.year = academic ? times.academic_year(text) : times.year(text);
            said.time.is_academic = academic;
            break;
        case Place::quarter: said.time.quarter = times.quarter(text); break;
        case Place::month: said.time.month = times.month(text); break;
        case Place::period: said.time.period = times.period(text); break;
        case Place::to_date:
            if (const auto parts = times.to_date(text)) {
                said.time.period = parts->period;
                said.time.to_month = parts->to_month;
            }
            break;
        case Place::area: said.area = text; break;
        case Place::measure: said.measure = text; break;
        case Place::measure_title: said.measure_title = text; break;
        default: break;
        }
    }
    return said;
}

std::vector<FoundTable> find_tables(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context) {
    std::vector<FoundTable> tables;
    if (sheet.cells.empty()) return tables;
    HeadingSearch heading(block, context);
    for (std::size_t i = 0; i < sheet.rows(); ++i) {
        const auto row = sheet.row(i);
        if (row.size() < block.heading.size() && block.heading_rows == 1 && row.size() < 2) continue;
        if (!heading.is_in(row)) continue;
        tables.push_back(table_at(block, sheet, context, row.front().row));
        if (!block.repeats) break;
    }
    for (std::size_t i = 0; i < tables.size(); ++i)
        tables[i].last_row = i + 1 < tables.size() ? tables[i + 1].first_heading - 1 : sheet.cells.back().row;
    return tables;
}

} // namespace qd::inline exchange
