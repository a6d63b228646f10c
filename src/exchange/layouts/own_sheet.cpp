#include "exchange/layouts/own_sheet.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/layouts/apply_layout.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/next_file.hpp"
#include "exchange/layouts/supplied.hpp"
#include "exchange/tables.hpp"
#include "exchange/workbook/convert_workbook.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace qd::inline exchange {
namespace {

bool is_workbook(const SourceFile& file) { return file.text().starts_with(std::string_view("PK\x03\x04", 4)); }

// A table that is made of what was taken, row by row; and of each cell where it comes from.
struct MadeTable {
    std::string name;
    std::vector<std::string> heading;
    struct Row {
        std::vector<std::string> cells;
        std::vector<CellAt> from; // for the same cells
    };
    std::size_t rows = 0;
    std::function<Row(std::size_t)> row;

    std::size_t at(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(heading, column) - heading.begin());
    }
};

template <class Map> auto places_of(const Map& map) {
    std::vector<const typename Map::value_type*> places;
    for (const auto& each : map) places.push_back(&each);
    return places;
}

// Where the figure itself stands; of two parts the numerator.
CellAt cell_of(const TakenFigure& figure) {
    for (const RowField field : {RowField::value, RowField::numerator, RowField::gap})
        if (const FilledField* filled = figure.find(field)) return filled->from;
    return figure.fields.front().second.from;
}

MadeTable returns_of(const SheetTaking& taking, const Calendar& calendar) {
    std::set<RowField> used;
    for (const auto& [key, figure] : taking.figures)
        for (const auto& [field, filled] : figure.fields) used.insert(field);
    MadeTable table{"returns", {"measure", "area", "period"}, taking.figures.size(), {}};
    for (const RowField field : used) table.heading.emplace_back(print(field));
    table.heading.emplace_back("cell");
    table.row = [&taking, figures = places_of(taking.figures), used, &calendar](std::size_t number) {
        const auto& [key, figure] = *figures[number];
        MadeTable::Row row;
        row.cells = {key.measure, key.area, calendar.text(key.period)};
        row.from.assign(row.cells.size() + used.size(), figure.fields.front().second.from);
        for (const RowField field : used) {
            const FilledField* filled = figure.find(field);
            if (filled != nullptr) row.from[row.cells.size()] = filled->from;
            row.cells.push_back(filled == nullptr ? "" : filled->text);
        }
        row.cells.push_back(taking.place(cell_of(figure)));
        row.from.push_back(row.from.front());
        return row;
    };
    return table;
}

MadeTable targets_of(const SheetTaking& taking, const Calendar& calendar) {
    const bool bounds =
        std::ranges::any_of(taking.targets, [](const auto& target) { return !target.second.words.kind.empty(); });
    MadeTable table{"targets", {"measure", "area", "period", "role", "value"}, taking.targets.size(), {}};
    if (bounds) table.heading.insert(table.heading.end(), {"kind", "lower", "upper", "strict"});
    table.row = [targets = places_of(taking.targets), bounds, &calendar](std::size_t number) {
        const auto& [about, target] = *targets[number];
        const TargetWords& words = target.words;
        MadeTable::Row row;
        row.cells = {about.first.measure, about.first.area, calendar.text(about.first.period), about.second,
                     words.value};
        if (bounds)
            row.cells.insert(row.cells.end(), {words.kind.empty() ? "value" : words.kind, words.lower, words.upper,
                                               words.strict ? "yes" : "no"});
        row.from.assign(row.cells.size(), target.from);
        return row;
    };
    return table;
}

// The newest update on each measure and period.
std::map<std::pair<std::string, Period>, const Update*> known_updates(const Content& known) {
    std::map<std::pair<std::string, Period>, const Update*> updates;
    for (const Update& each : known.updates) {
        if (each.subject.kind != SubjectKind::measure) continue;
        const Update*& newest = updates[{each.subject.code, each.period}];
        if (newest == nullptr || newest->known_at <= each.known_at) newest = &each;
    }
    return updates;
}

// An empty cell of a sheet says nothing, so what was said of the other column stays.
MadeTable updates_of(const SheetTaking& taking, const Calendar& calendar, const Content& known) {
    const bool statuses =
        std::ranges::any_of(taking.updates, [](const auto& update) { return !update.second.status.empty(); });
    const bool posts =
        std::ranges::any_of(taking.updates, [](const auto& update) { return !update.second.by.empty(); });
    MadeTable table{"updates", {"subject", "period", "narrative"}, taking.updates.size(), {}};
    if (statuses) table.heading.emplace_back("status");
    if (posts) table.heading.emplace_back("by");
    table.row = [updates = places_of(taking.updates), before = known_updates(known), statuses, posts,
                 &calendar](std::size_t number) {
        const auto& [about, update] = *updates[number];
        const auto found = before.find(about);
        const Update* known_update = found == before.end() ? nullptr : found->second;
        std::string narrative = update.narrative, status = update.status;
        if (known_update != nullptr && narrative.empty()) narrative = known_update->narrative;
        if (known_update != nullptr && status.empty() && known_update->status)
            status = Field<StatusWord>::write(*known_update->status, calendar.year_style());
        MadeTable::Row row;
        row.cells = {"measure:" + about.first, calendar.text(about.second), narrative};
        if (statuses) row.cells.push_back(status);
        if (posts) row.cells.push_back(update.by);
        row.from.assign(row.cells.size(), update.from);
        return row;
    };
    return table;
}

// The name of the place begins with a character that no file has, so that complaints of it are known again.
std::string place_of(const MadeTable& made) { return "\x1f" + made.name; }

Table as_table(const MadeTable& made) {
    return Table(made.name, place_of(made), [&made](const OnRow& on_row) {
        std::vector<std::string_view> views(made.heading.begin(), made.heading.end());
        on_row(1, views);
        for (std::size_t i = 0; i < made.rows; ++i) {
            const MadeTable::Row row = made.row(i);
            views.assign(row.cells.begin(), row.cells.end());
            on_row(i + 2, views);
        }
        return Outcome::read;
    });
}

// A complaint about a generated table, with the cell that it comes from.
Complaint at_its_cell(const SheetTaking& taking, const MadeTable& made, Complaint complaint) {
    if (complaint.row < 2 || complaint.row - 2 >= made.rows) {
        complaint.file = taking.file.name;
        complaint.row = 0;
        return complaint;
    }
    const std::vector<CellAt> from = made.row(complaint.row - 2).from;
    const CellAt at = from[std::min(made.at(complaint.column), from.size() - 1)];
    const GridCell& cell = taking.file.sheets[at.sheet].cells[at.cell];
    const std::string field = complaint.column;
    const bool is_figure =
        field == print(RowField::value) || field == print(RowField::numerator) || field == print(RowField::denominator);
    if (!taking.layout.empty() && is_figure && complaint.value.find_first_of("0123456789") == std::string::npos)
        complaint.remedy = "Say what it means: quarterday layout set " + taking.layout + " markers.\"" +
                           complaint.value + "\" not_due, overdue, not_applicable, not_available, suppressed or leave.";
    complaint.file = taking.file.place(at.sheet);
    complaint.row = cell.row + std::size_t{1};
    complaint.column = letters_of_column(cell.column) + (field.empty() ? "" : " (" + field + ")");
    return complaint;
}

} // namespace

void read_tables_of(const SheetTaking& taking, Content& into, Intake& intake) {
    const Calendar& calendar = intake.settings.calendar;
    const MadeTable returns = returns_of(taking, calendar), targets = targets_of(taking, calendar),
                    updates = updates_of(taking, calendar, intake.known);
    const MadeTable* const all[] = {&returns, &targets, &updates};
    Source source;
    for (const MadeTable* made : all)
        if (made->rows > 0) source.tables.push_back(as_table(*made));
    read_into(source, into, intake);
    const std::size_t left_out = intake.left_out.complaints;
    for (Complaint& complaint : intake.complaints.take()) {
        for (const MadeTable* made : all)
            if (complaint.file == place_of(*made)) {
                complaint = at_its_cell(taking, *made, std::move(complaint));
                break;
            }
        intake.complaints.add(std::move(complaint));
    }
    intake.left_out.complaints = left_out;
}

namespace {

// With the figures goes what their file was like, into the layout that the store has.
void remember(const Layout& layout, const SheetTaking& taking, const Content& known, Content& into) {
    const auto stored = std::ranges::find(known.layouts, layout.name, &SheetLayout::name);
    const SheetsSeen seen = seen_of(taking);
    if (stored == known.layouts.end() || layout.seen == seen) return;
    LayoutText text(stored->text);
    text.set_seen(seen);
    into.layouts.push_back({layout.name, text.text()});
}

constexpr std::size_t most_compared = 20'000; // figures, one by one

struct Candidate {
    Layout layout;
    LayoutFit fit;
    bool has_own_form = false; // it says how the text is cut into cells
    bool is_own = false;       // not one that comes with the program
    auto rank() const { return std::tuple(fit.tables > 0, fit.unknown == 0, is_own, fit.named); }
};

// Those that may read the file, best first, and the file as it is read without one.
struct Candidates {
    std::vector<Candidate> fitting;
    std::optional<SheetFile> sheets; // none where it cannot be read without complaints
    Complaints unread;               // these, which are made again when it is read by one of them
};
Candidates candidates_of(const SourceFile& file, const Content& known) {
    Candidates all;
    ComplaintBook unread;
    SheetFile sheets = read_sheet_file(file, {}, unread);
    const bool sound = unread.count() == 0;
    if (!sound) all.unread = unread.take();
    for (const SheetLayout& each : layouts_at_hand(known)) {
        auto layout = parse_layout(each, "layouts/" + each.name + ".toml");
        if (!layout) continue;
        const bool own_form = !is_workbook(file) && (layout->text.separator != 0 || !layout->text.encoding.empty());
        const LayoutFit fit = own_form ? fit_of(*layout, read_sheet_file(file, layout->text, unread), known)
                                       : fit_of(*layout, sheets, known);
        const bool own = is_own(known, each.name);
        if (fit.tables + (own ? fit.near : 0) > 0) all.fitting.push_back({*std::move(layout), fit, own_form, own});
    }
    std::ranges::stable_sort(all.fitting, [](const Candidate& a, const Candidate& b) { return a.rank() > b.rank(); });
    if (sound) all.sheets = std::move(sheets);
    return all;
}

} // namespace

bool is_own_sheet(const SourceFile& file) {
    if (!is_workbook(file)) {
        const std::string name = lower(file.path);
        return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt");
    }
    const auto outline = unpack_workbook(file.text(), Unpacked::outline);
    if (!outline) return false;
    try {
        return std::ranges::none_of(names_of_sheets(*outline), [](const std::string& given) {
            const std::string name = lower(trim(given));
            return name == files_sheet || find_table_kind(name) != nullptr;
        });
    } catch (const WorkbookFault&) {
        return false; // which is reported when it is read
    }
}

std::optional<FoundLayout> find_layout(const SourceFile& file, const Content& known, const SheetWish& wish,
                                       ComplaintBook& complaints) {
    if (!wish.layout.empty()) {
        const std::vector<SheetLayout> layouts = layouts_at_hand(known);
        const auto found = std::ranges::find(layouts, wish.layout, &SheetLayout::name);
        if (found == layouts.end()) {
            std::vector<std::string> names;
            for (const SheetLayout& each : layouts) names.push_back(each.name);
            complaints.add(
                {file.path, 0, "", wish.layout, "is not the name of a layout.",
                 "Name one of " + join(names, ", ") + "; or have one proposed: quarterday layout guess FILE"});
            return std::nullopt;
        }
        auto layout = parse_layout(*found, "layouts/" + found->name + ".toml");
        if (layout) return FoundLayout{*std::move(layout)};
        for (Complaint& complaint : layout.error()) complaints.add(std::move(complaint));
        return std::nullopt;
    }
    Candidates candidates = candidates_of(file, known);
    std::vector<Candidate>& fitting = candidates.fitting;
    if (fitting.empty() && !candidates.unread.empty()) {
        for (Complaint& complaint : candidates.unread) complaints.add(std::move(complaint));
        return std::nullopt;
    }
    if (fitting.empty()) {
        complaints.add(
            {file.path, 0, "", "",
             "It has no table of a council folder, and no layout in the store knows its headings.",
             "If this is your own sheet, have a layout proposed: quarterday layout guess \"" + file.path + "\""});
        return std::nullopt;
    }
    if (fitting.size() > 1 && fitting[0].rank() == fitting[1].rank()) {
        std::vector<std::string> names;
        for (const Candidate& each : fitting)
            if (each.rank() == fitting[0].rank()) names.push_back(each.layout.name);
        complaints.add({file.path, 0, "", "", "Several layouts know its headings: " + join(names, ", ") + ".",
                        "Name one with --layout."});
        return std::nullopt;
    }
    if (fitting.front().has_own_form) candidates.sheets.reset();
    return FoundLayout{std::move(fitting.front().layout), std::move(candidates.sheets)};
}

std::shared_ptr<const SheetTaking> read_own_sheet(const SourceFile& file, FoundLayout found, const SheetWish& wish,
                                                  Content& into, Intake& intake) {
    const Layout& layout = found.layout;
    std::optional<Period> asked;
    if (!wish.period.empty()) {
        const auto period = read_period(wish.period, intake.settings.calendar);
        if (period)
            asked = *period;
        else
            intake.complaints.add(
                {file.path, 0, "--period", wish.period, period.error().message, period.error().remedy});
    }
    SheetFile sheets = found.sheets ? *std::move(found.sheets) : read_sheet_file(file, layout.text, intake.complaints);
    if (intake.complaints.count() > 0) return nullptr;
    auto taking =
        std::make_shared<SheetTaking>(apply_layout(layout, std::move(sheets), intake.known, asked, intake.complaints));
    NameBook names(intake.known, layout.measures, layout.areas);
    compare_with_last(layout, *taking, names, wish, intake.complaints);
    if (wish.stored && taking->figures.size() <= most_compared)
        compare_with_figures(*taking, intake.known, wish.stored(), wish, intake.complaints);
    const bool sound = intake.complaints.count() == 0;
    Content made;
    read_tables_of(*taking, sound ? into : made, intake); // mistakes in the cells are reported as well
    if (sound) remember(layout, *taking, intake.known, into);
    return taking;
}

tl::expected<GuessedLayout, Complaints> guess_layout_of(const std::filesystem::path& path, const Content& known,
                                                        const SheetWish& wish) {
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    if (!std::filesystem::exists(path))
        throw Error(Fault::absent, path.string() + " is not there. Name a workbook or a text of cells.");
    SourceFile file{path.filename().string(), read_file(path, most_bytes), {}};
    ComplaintBook complaints;
    if (is_convertible(path)) {
        auto converted = converted_workbook(file);
        if (!converted)
            return tl::make_unexpected(
                Complaints{{file.path, 0, "", "", converted.error().message, converted.error().remedy}});
        file = *std::move(converted);
    }
    std::optional<Period> asked;
    if (!wish.period.empty()) {
        const auto period = read_period(wish.period, known.settings.calendar);
        if (period)
            asked = *period;
        else
            complaints.add({file.path, 0, "--period", wish.period, period.error().message, period.error().remedy});
    }
    const SheetFile sheets = read_sheet_file(file, {}, complaints);
    if (complaints.count() > 0) return tl::make_unexpected(complaints.take());
    GuessedLayout guessed = guess_layout(sheets, known, asked);
    if (is_convertible(path)) guessed.told.push_back(file.path + " was converted by LibreOffice before it was read.");
    return guessed;
}

} // namespace qd::inline exchange
