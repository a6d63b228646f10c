#include "exchange/layouts/apply_layout.hpp"

#include "base/text.hpp"
#include "exchange/layouts/block_heading.hpp"
#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/next_file.hpp"
#include "exchange/layouts/table_reading.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

namespace qd::inline exchange {
namespace {

// One layout applied to one file.
class Applying {
public:
    Applying(const Layout& layout, const SheetFile& file, const Content& known, const std::optional<Period>& asked)
        : layout_(layout), file_(file), times_(known.settings.calendar, layout.periods),
          names_(known, layout.measures, layout.areas), context_{layout, times_, names_, {}, {}} {
        if (asked) context_.asked.period = *asked;
        const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
            return context_.fits(place, held);
        };
        if (const auto captures = match_any(layout.file_names, same_words(file.name), fits)) {
            is_named_ = true;
            context_.file = read_captures(*captures, times_);
        }
    }

    struct Found {
        const LayoutBlock* block = nullptr;
        std::size_t sheet = 0;
        const SheetGrid* grid = nullptr; // turned if the block says so
        Captured said;                   // by the names of sheet and file, and by the call
        FoundTable table;
    };

    // Every table that the layout finds; if one is below another, the upper ends before the lower. A table whose headings are not
    // all there any more is found by the others.
    std::vector<Found> find() {
        std::vector<Found> all;
        for (const LayoutBlock& block : layout_.blocks) {
            const std::size_t before = all.size();
            for (std::size_t i = 0; i < file_.sheets.size(); ++i) find_in(block, i, Search::exact, all);
            for (std::size_t i = 0; i < file_.sheets.size() && all.size() == before; ++i)
                find_in(block, i, Search::nearest, all);
        }
        std::ranges::stable_sort(all, {}, &Found::sheet);
        for (Found& upper : all)
            for (const Found& lower : all)
                if (upper.grid == lower.grid && lower.table.first_heading > upper.table.last_heading &&
                    lower.table.left <= upper.table.right && upper.table.left <= lower.table.right)
                    upper.table.last_row = std::min(upper.table.last_row, lower.table.first_heading - 1);
        return all;
    }

    SheetContext& context() { return context_; }
    bool is_named() const { return is_named_; }

private:
    enum class Search { exact, nearest };

    void find_in(const LayoutBlock& block, std::size_t number, Search search, std::vector<Found>& all) {
        const SheetGrid& sheet = file_.sheets[number];
        if ((sheet.hidden && !block.with_hidden) || sheet.cells.empty()) return;
        const std::string name = same_words(sheet.name);
        Captured said;
        const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
            return context_.is_known(place, held);
        };
        if (!sheet.name.empty() && !block.sheets.empty()) {
            const auto captures = match_any(block.sheets, name, fits);
            const bool renamed = search == Search::nearest && layout_.seen.has_value(); // which is told
            if (!captures && !renamed) return;
            if (captures) said = read_captures(*captures, times_);
        }
        if (match_any(block.not_sheets, name, fits)) return;
        const Calendar& calendar = times_.calendar();
        said.time = completed(completed(said.time, context_.asked, calendar), context_.file.time, calendar);
        if (!said.measure) said.measure = context_.file.measure;
        if (!said.measure_title) said.measure_title = context_.file.measure_title;
        if (!said.area) said.area = context_.file.area;
        const SheetGrid& grid = block.turned ? turned(number) : sheet;
        std::vector<FoundTable> tables = find_tables(block, grid, context_);
        if (search == Search::nearest && tables.empty())
            if (auto nearest = nearest_table(block, grid, context_)) tables.push_back(*std::move(nearest));
        for (FoundTable& table : tables) all.push_back({&block, number, &grid, said, std::move(table)});
    }

    const SheetGrid& turned(std::size_t number) {
        for (const auto& [sheet, grid] : turned_)
            if (sheet == number) return grid;
        return turned_.emplace_back(number, file_.sheets[number].turned()).second;
    }

    const Layout& layout_;
    const SheetFile& file_;
    TimeReader times_;
    NameBook names_;
    SheetContext context_;
    bool is_named_ = false;
    std::deque<std::pair<std::size_t, SheetGrid>> turned_;
};

using Found = Applying::Found;

// The headings of all tables. Of a row that several blocks read, a heading is known if one of these knows it.
std::vector<TakenHeading> headings_of(const std::vector<Found>& tables, const TimeReader& times) {
    constexpr std::size_t rows_sampled = 30;
    std::vector<TakenHeading> all;
    const auto place = [](const TakenHeading& heading) {
        return std::tuple(heading.sheet, heading.row, heading.column);
    };
    for (const Found& found : tables)
        for (const ColumnUse& column : found.table.columns) {
            TakenHeading heading{static_cast<std::uint32_t>(found.sheet), found.table.last_heading, column.column,
                                 column.heading, shape_of_heading(same_words(column.heading), times).pattern};
            if (column.rule != nullptr) {
                heading.is = column.rule->is;
                for (const Pattern& pattern : column.rule->headings) heading.rule.push_back(same_words(pattern.text()));
            }
            const auto at = std::ranges::find(all, place(heading), place);
            if (at == all.end())
                all.push_back(std::move(heading));
            else if (at->rule.empty())
                *at = std::move(heading);
        }
    for (const Found& found : tables)
        for (TakenHeading& heading : all) {
            if (!heading.rule.empty() || heading.sheet != found.sheet || heading.row != found.table.last_heading)
                continue;
            for (std::uint32_t row = heading.row + 1; row <= found.table.last_row; ++row)
                if (const GridCell* cell = found.grid->find(row, heading.column);
                    cell != nullptr && heading.samples.size() < rows_sampled)
                    heading.samples.push_back(cell->text);
        }
    std::ranges::sort(all, {}, place);
    return all;
}

// A count among the numerators of percentages has nothing to be divided by: it is the figure itself.
void settle_count(TakenFigure& figure, const Measure* measure) {
    const FilledField* numerator = figure.find(RowField::numerator);
    if (measure == nullptr || numerator == nullptr || figure.find(RowField::denominator) != nullptr ||
        figure.find(RowField::value) != nullptr || measure->quantity == Quantity::percent ||
        measure->quantity == Quantity::rate)
        return;
    const FilledField value = *numerator;
    std::erase_if(figure.fields, [](const auto& field) { return field.first == RowField::numerator; });
    figure.put(RowField::value, value);
}

// A target without a figure becomes a point of the target's profile; anything else without a figure is left out.
void settle_figures(SheetTaking& taking, NameBook& names) {
    for (auto each = taking.figures.begin(); each != taking.figures.end();) {
        auto& [key, figure] = *each;
        settle_count(figure, names.find(key.measure));
        if (figure.has_figure()) {
            ++each;
            continue;
        }
        for (const auto& [field, filled] : figure.fields) {
            if (field != RowField::target) {
                taking.uses[filled.from.sheet][filled.from.cell] = {Fate::left_out, WhyLeftOut::no_figure};
                continue;
            }
            const auto bound = taking.bounds.find(key);
            TargetWords words;
            if (bound != taking.bounds.end())
                words = bound->second;
            else
                words.value = filled.text;
            const Grain grain = key.period.grain();
            const bool annual = grain == Grain::year || grain == Grain::academic_year;
            taking.targets.try_emplace({key, annual ? "annual" : "profile"}, TakenTarget{words, filled.from});
        }
        each = taking.figures.erase(each);
    }
}

void check_ratios(SheetTaking& taking) {
    for (const RatioCheck& check : taking.ratios) {
        const auto found = taking.figures.find(check.key);
        const auto part = [&](RowField field) -> std::optional<Decimal> {
            const FilledField* filled = found == taking.figures.end() ? nullptr : found->second.find(field);
            if (filled == nullptr) return std::nullopt;
            const auto read = read_number(filled->text);
            return read ? std::optional(*read) : std::nullopt;
        };
        const auto numerator = part(RowField::numerator), denominator = part(RowField::denominator);
        const auto made = numerator && denominator ? Decimal::ratio_if(*numerator, *denominator, 100) : std::nullopt;
        const std::string what = taking.place(check.from) + " (" + check.key.measure + "): " + print(check.said);
        if (!made) {
            taking.notes.push_back(what + " could not be compared: the parts are missing.");
        } else if ((*made - check.said).abs() <= Decimal::from_millionths(50'000)) {
            ++taking.checks_that_agree;
        } else {
            taking.notes.push_back(what + ", and " + print(*numerator) + " of " + print(*denominator) + " make " +
                                   print(made->rounded(2)) + ".");
        }
    }
}

// Cells outside every table: a cover, lines between tables. A sheet that is not read is named.
void settle_rest(SheetTaking& taking, const std::set<std::size_t>& read) {
    for (std::size_t i = 0; i < taking.uses.size(); ++i) {
        const SheetGrid& sheet = taking.file.sheets[i];
        if (!read.contains(i) && !sheet.name.empty())
            taking.unread_sheets.push_back(sheet.name + (sheet.hidden ? " (hidden)" : ""));
        for (CellUse& use : taking.uses[i])
            if (use.fate == Fate::open) use = {Fate::left_out, WhyLeftOut::no_block};
    }
}

void complain_of_nothing(const SheetTaking& taking, ComplaintBook& complaints) {
    complaints.add({taking.file.name, 0, "", "", "No row has the headings of the layout " + taking.layout + ".",
                    "Name another layout with --layout, or correct heading and sheets in layouts/" + taking.layout +
                        ".toml. To have one proposed: quarterday layout guess FILE"});
}

void tell_of_bounds(SheetTaking& taking) {
    for (const auto& [key, words] : taking.bounds) {
        const auto found = taking.figures.find(key);
        if (found == taking.figures.end() || found->second.find(RowField::target) == nullptr) continue;
        const FilledField& target = *found->second.find(RowField::target);
        const SheetGrid& sheet = taking.file.sheets[target.from.sheet];
        taking.notes.push_back(taking.place(target.from) + " (" + key.measure + "): the target “" +
                               std::string(trim(sheet.cells[target.from.cell].text)) + "” is taken as " + target.text +
                               ".");
    }
}

} // namespace

SheetTaking apply_layout(const Layout& layout, SheetFile file, const Content& known, const std::optional<Period>& asked,
                         ComplaintBook& complaints) {
    SheetTaking taking;
    taking.layout = layout.name;
    taking.file = std::move(file);
    for (const SheetGrid& sheet : taking.file.sheets) taking.uses.emplace_back(sheet.cells.size());
    Applying applying(layout, taking.file, known, asked);
    const std::vector<Found> tables = applying.find();
    if (tables.empty()) complain_of_nothing(taking, complaints);
    taking.headings = headings_of(tables, applying.context().times);
    for (const SheetGrid& sheet : taking.file.sheets) {
        const HeadingShape shape = shape_of_heading(sheet.name, applying.context().times);
        taking.sheet_shapes.push_back(shape.time.says_something() ? shape.pattern : sheet.name);
    }
    for (const Found& found : tables)
        taking.missing.insert(taking.missing.end(), found.table.missing.begin(), found.table.missing.end());
    std::set<std::size_t> read;
    for (const Found& found : tables) {
        if (read.insert(found.sheet).second)
            for (const Complaint& complaint : taking.file.sheets[found.sheet].complaints) complaints.add(complaint);
        TableReading(found.table, *found.grid, static_cast<std::uint32_t>(found.sheet), found.said, applying.context(),
                     taking, complaints)
            .read();
    }
    complain_of_headings(layout, taking, applying.context().names, complaints);
    tell_of_bounds(taking);
    check_ratios(taking);
    settle_figures(taking, applying.context().names);
    settle_rest(taking, read);
    return taking;
}

LayoutFit fit_of(const Layout& layout, const SheetFile& file, const Content& known) {
    Applying applying(layout, file, known, std::nullopt);
    const std::vector<Found> tables = applying.find();
    LayoutFit fit;
    for (const Found& found : tables) ++(found.table.missing.empty() ? fit.tables : fit.near);
    const auto headings = headings_of(tables, applying.context().times);
    fit.unknown = static_cast<std::size_t>(
        std::ranges::count_if(headings, [](const TakenHeading& heading) { return heading.rule.empty(); }));
    fit.named = applying.is_named();
    return fit;
}

} // namespace qd::inline exchange
