#include "exchange/layouts/apply_layout.hpp"

#include "base/text.hpp"
#include "exchange/layouts/block_heading.hpp"
#include "exchange/layouts/table_reading.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace qd::inline exchange {
namespace {

// One layout applied to one file.
class Applying {
public:
    Applying(const Layout& layout, const SheetFile& file, const Content& known, const std::optional<Period>& asked)
        : layout_(layout), file_(file), times_(known.settings.calendar, layout.periods),
          names_(known, layout.measures, layout.areas), context_{layout, times_, names_, {}, {}, {}} {
        if (asked) context_.asked.period = *asked;
        const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
            return context_.fits(place, held);
        };
        if (const auto captures = match_any(layout.file_names, same_words(file.name), fits)) {
            is_named_ = true;
            context_.file = read_captures(*captures, times_).time;
        }
    }

    struct Found {
        const LayoutBlock* block = nullptr;
        std::size_t sheet = 0;
        const SheetGrid* grid = nullptr; // turned if the block says so
        TimeParts time;                  // from the names of sheet and file, and from the call
        FoundTable table;
    };

    // Every table that the layout finds; if one is below another, the upper ends before the lower.
    std::vector<Found> find() {
        std::vector<Found> all;
        for (std::size_t i = 0; i < file_.sheets.size(); ++i)
            for (const LayoutBlock& block : layout_.blocks) find_in(block, i, all);
        for (Found& upper : all)
            for (const Found& lower : all)
                if (upper.grid == lower.grid && lower.table.first_heading > upper.table.last_heading)
                    upper.table.last_row = std::min(upper.table.last_row, lower.table.first_heading - 1);
        return all;
    }

    SheetContext& context() { return context_; }
    bool is_named() const { return is_named_; }

private:
    void find_in(const LayoutBlock& block, std::size_t number, std::vector<Found>& all) {
        const SheetGrid& sheet = file_.sheets[number];
        if (sheet.hidden && !block.with_hidden) return;
        const std::string name = same_words(sheet.name);
        TimeParts time;
        const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
            return context_.fits(place, held);
        };
        if (!sheet.name.empty() && !block.sheets.empty()) {
            const auto captures = match_any(block.sheets, name, fits);
            if (!captures) return;
            time = read_captures(*captures, times_).time;
        }
        if (match_any(block.not_sheets, name, fits)) return;
        const Calendar& calendar = times_.calendar();
        time = completed(completed(time, context_.asked, calendar), context_.file, calendar);
        const SheetGrid& grid = block.turned ? turned(number) : sheet;
        for (FoundTable& table : find_tables(block, grid, context_))
            all.push_back({&block, number, &grid, time, std::move(table)});
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

// Columns whose heading fits no entry of their block, nor of another block that reads the same row.
std::vector<std::pair<const Found*, const ColumnUse*>> unknown_columns(const std::vector<Found>& tables) {
    std::vector<std::pair<const Found*, const ColumnUse*>> unknown;
    for (const Found& found : tables)
        for (const ColumnUse& column : found.table.columns) {
            if (column.rule != nullptr) continue;
            const bool elsewhere = std::ranges::any_of(tables, [&](const Found& other) {
                return other.grid == found.grid && other.table.last_heading == found.table.last_heading &&
                       std::ranges::any_of(other.table.columns, [&](const ColumnUse& use) {
                           return use.column == column.column && use.rule != nullptr;
                       });
            });
            if (!elsewhere) unknown.emplace_back(&found, &column);
        }
    return unknown;
}

void complain_of_headings(const std::vector<Found>& tables, const SheetTaking& taking, ComplaintBook& complaints) {
    for (const auto& [found, column] : unknown_columns(tables))
        complaints.add({taking.file.place(found->sheet), found->table.last_heading + std::size_t{1},
                        letters_of_column(column->column), column->heading,
                        "is a heading that the layout " + taking.layout + " does not know.",
                        "Say what it is: quarterday layout set " + taking.layout + " columns.\"" + column->heading +
                            "\" leave; or value, target, narrative … for what is to be taken in."});
}

// A target without a figure becomes a point of the target's profile; anything else without a figure is left out.
void settle_figures(SheetTaking& taking) {
    for (auto each = taking.figures.begin(); each != taking.figures.end();) {
        auto& [key, figure] = *each;
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
    std::set<std::size_t> read;
    for (const Found& found : tables) {
        if (read.insert(found.sheet).second)
            for (const Complaint& complaint : taking.file.sheets[found.sheet].complaints) complaints.add(complaint);
        TableReading(found.table, *found.grid, static_cast<std::uint32_t>(found.sheet), found.time, applying.context(),
                     taking, complaints)
            .read();
    }
    complain_of_headings(tables, taking, complaints);
    tell_of_bounds(taking);
    check_ratios(taking);
    settle_figures(taking);
    settle_rest(taking, read);
    return taking;
}

LayoutFit fit_of(const Layout& layout, const SheetFile& file, const Content& known) {
    Applying applying(layout, file, known, std::nullopt);
    const std::vector<Found> tables = applying.find();
    return {tables.size(), unknown_columns(tables).size(), applying.is_named()};
}

} // namespace qd::inline exchange
