#include "exchange/layouts/block_heading.hpp"

#include "base/text.hpp"
#include "exchange/layouts/answers_given.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline exchange {
namespace {

using Place = Pattern::Place;

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
        const bool begins_with_digit = text.front() >= '0' && text.front() <= '9';
        if (begins_with_digit && ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) return false;
        return seen_[number].of(text, [&] {
            const Pattern::Fits held = [&](Place place, std::string_view words) { return context_.fits(place, words); };
            return pattern.match(same_words(text), held).has_value();
        });
    }

    const LayoutBlock& block_;
    const SheetContext& context_;
    std::vector<AnswersGiven<bool>> seen_; // by heading
};

// The headings by which the block is found, and which the row has not.
std::vector<std::string> missing_headings(const LayoutBlock& block, std::span<const GridCell> row,
                                          const SheetContext& context) {
    std::vector<std::string> words, missing;
    for (const GridCell& cell : row)
        if (cell.text.size() <= 300) words.push_back(same_words(cell.text));
    for (const Pattern& pattern : block.heading) {
        const bool there = std::ranges::any_of(words, [&](const std::string& text) {
            return pattern.match(text, [&](Place place, std::string_view held) { return context.fits(place, held); })
                .has_value();
        });
        if (!there) missing.push_back(pattern.text());
    }
    return missing;
}

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

// The columns of headings that stand together, from one that has none to the next.
struct Run {
    std::uint32_t left = 0, right = UINT32_MAX;
};
std::vector<Run> runs_of(const LayoutBlock& block, const SheetGrid& sheet, std::span<const GridCell> row) {
    if (!block.apart) return {Run()};
    std::set<std::uint32_t> columns;
    for (const GridCell& cell : row) columns.insert(cell.column);
    for (const CellRange& range : sheet.merged)
        if (range.has(row.front().row, range.left) && sheet.find(range.top, range.left) != nullptr)
            for (std::uint32_t column = range.left; column <= std::min(range.right, range.left + 300); ++column)
                columns.insert(column);
    std::vector<Run> runs;
    for (const std::uint32_t column : columns) {
        if (runs.empty() || runs.back().right + 1 < column) runs.push_back({column, column});
        runs.back().right = column;
    }
    return runs;
}

std::span<const GridCell> within(std::span<const GridCell> row, std::uint32_t left, std::uint32_t right) {
    const auto from = std::ranges::lower_bound(row, left, {}, &GridCell::column);
    const auto to = std::ranges::upper_bound(row, right, {}, &GridCell::column);
    return {from, to};
}

bool calls_blank(const LayoutBlock& block) {
    return std::ranges::any_of(block.columns, [](const LayoutColumn& column) {
        return std::ranges::any_of(column.headings,
                                   [](const Pattern& pattern) { return pattern.text() == blank_heading; });
    });
}

// The first column with two texts or more below no heading, among those of the table or left of them.
std::optional<std::uint32_t> blank_column(const SheetGrid& sheet, const FoundTable& table,
                                          const std::set<std::uint32_t>& headed) {
    constexpr std::size_t rows_looked_at = 200, fewest = 2, shortest = 4;
    std::map<std::uint32_t, std::size_t> texts;
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < sheet.rows() && looked_at < rows_looked_at; ++i) {
        const auto row = sheet.row(i);
        if (row.front().row <= table.last_heading) continue;
        ++looked_at;
        for (const GridCell& cell : row)
            if (row.size() > 1 && cell.column + 1 >= *headed.begin() && cell.column <= *headed.rbegin() &&
                !headed.contains(cell.column) && cell.text.size() >= shortest && !read_number(cell.text))
                ++texts[cell.column];
    }
    for (const auto& [column, count] : texts)
        if (count >= fewest) return column;
    return std::nullopt;
}

FoundTable table_at(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context,
                    std::uint32_t heading, const Run& run = Run()) {
    FoundTable table;
    table.block = &block;
    table.last_heading = heading;
    table.left = run.left;
    table.right = run.right;
    const auto above = static_cast<std::uint32_t>(block.heading_rows - 1);
    table.first_heading = heading >= above ? heading - above : 0;
    std::set<std::uint32_t> columns;
    for (std::uint32_t row = table.first_heading; row <= heading; ++row)
        for (const GridCell& cell : sheet.cells_of(row)) columns.insert(cell.column);
    for (const CellRange& range : sheet.merged)
        if (range.bottom >= table.first_heading && range.top <= heading)
            for (std::uint32_t column = range.left; column <= std::min(range.right, range.left + 300); ++column)
                columns.insert(column);
    std::erase_if(columns, [&](std::uint32_t column) { return column < run.left || column > run.right; });
    for (const std::uint32_t column : columns) {
        const auto texts = heading_texts(block, sheet, table.first_heading, heading, column);
        if (!texts.empty()) table.columns.push_back(use_of(block, context, column, texts));
    }
    if (calls_blank(block) && !table.columns.empty()) {
        std::set<std::uint32_t> headed;
        for (const ColumnUse& column : table.columns) headed.insert(column.column);
        if (const auto blank = blank_column(sheet, table, headed)) {
            table.left = std::min(table.left, *blank);
            const auto place = std::ranges::lower_bound(table.columns, *blank, {}, &ColumnUse::column);
            table.columns.insert(place, use_of(block, context, *blank, {std::string(blank_heading)}));
        }
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

bool SheetContext::is_known(Place place, std::string_view text) const {
    if (place == Place::measure) return names.measure(text).has_value();
    return place == Place::measure_title ? names.measure_title(text).has_value() : fits(place, text);
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
        for (const Run& run : runs_of(block, sheet, row))
            if (heading.is_in(within(row, run.left, run.right)))
                tables.push_back(table_at(block, sheet, context, row.front().row, run));
        if (!tables.empty() && !block.repeats) break;
    }
    if (!block.repeats && tables.size() > 1) tables.resize(1);
    for (FoundTable& table : tables) table.last_row = sheet.cells.back().row;
    return tables; // which end above the next one below: Applying sees those of other blocks too
}

std::optional<FoundTable> nearest_table(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context) {
    constexpr std::size_t rows_looked_at = 60, fewest = 3;
    std::optional<FoundTable> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < std::min(sheet.rows(), rows_looked_at); ++i) {
        const auto row = sheet.row(i);
        if (row.size() < fewest) continue;
        FoundTable table = table_at(block, sheet, context, row.front().row);
        const auto known = static_cast<std::size_t>(
            std::ranges::count_if(table.columns, [](const ColumnUse& column) { return column.rule != nullptr; }));
        if (known < fewest || known * 10 < table.columns.size() * 6 || known <= most) continue;
        table.missing = missing_headings(block, row, context);
        table.last_row = sheet.cells.back().row;
        best = std::move(table);
        most = known;
    }
    return best;
}

} // namespace qd::inline exchange
