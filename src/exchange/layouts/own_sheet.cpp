#include "exchange/layouts/own_sheet.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/layouts/apply_layout.hpp"
#include "exchange/tables.hpp"
#include "exchange/workbook/workbook.hpp"
#include "exchange/workbook/workbook_xml.hpp"

#include <algorithm>
#include <tuple>

namespace qd::inline exchange {
namespace {

bool is_workbook(const SourceFile& file) { return file.text().starts_with(std::string_view("PK\x03\x04", 4)); }

// The rows of a table, and of each of their cells where it comes from.
struct MadeTable {
    explicit MadeTable(std::vector<std::string> columns) : heading(std::move(columns)) {}
    std::vector<std::string> heading;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<std::optional<CellAt>>> from; // beside them

    std::vector<std::string>& add(CellAt whole) {
        from.emplace_back(heading.size(), whole);
        return rows.emplace_back(heading.size());
    }
    std::size_t at(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(heading, column) - heading.begin());
    }
};

MadeTable returns_of(const SheetTaking& taking, const Calendar& calendar) {
    std::vector<std::string> columns{"measure", "area", "period"};
    for (std::size_t i = 0; i < row_fields; ++i) {
        const bool used = std::ranges::any_of(taking.figures,
                                              [&](const auto& figure) { return figure.second.fields[i].has_value(); });
        if (used) columns.emplace_back(print(static_cast<RowField>(i)));
    }
    MadeTable table(std::move(columns));
    for (const auto& [key, figure] : taking.figures) {
        const auto first = std::ranges::find_if(figure.fields, [](const auto& field) { return field.has_value(); });
        if (first == figure.fields.end()) continue;
        auto& row = table.add((*first)->from);
        row[0] = key.measure;
        row[1] = key.area;
        row[2] = calendar.text(key.period);
        for (std::size_t i = 0; i < row_fields; ++i) {
            if (!figure.fields[i]) continue;
            const std::size_t at = table.at(print(static_cast<RowField>(i)));
            row[at] = figure.fields[i]->text;
            table.from.back()[at] = figure.fields[i]->from;
        }
    }
    return table;
}

MadeTable targets_of(const SheetTaking& taking, const Calendar& calendar) {
    const bool bounds =
        std::ranges::any_of(taking.targets, [](const auto& target) { return !target.second.words.kind.empty(); });
    std::vector<std::string> columns{"measure", "area", "period", "role", "value"};
    if (bounds) columns.insert(columns.end(), {"kind", "lower", "upper", "strict"});
    MadeTable table(std::move(columns));
    for (const auto& [about, target] : taking.targets) {
        const auto& [key, role] = about;
        auto& row = table.add(target.from);
        row[0] = key.measure;
        row[1] = key.area;
        row[2] = calendar.text(key.period);
        row[3] = role;
        row[4] = target.words.value;
        if (!bounds) continue;
        row[5] = target.words.kind.empty() ? "value" : target.words.kind;
        row[6] = target.words.lower;
        row[7] = target.words.upper;
        row[8] = target.words.strict ? "yes" : "no";
    }
    return table;
}

MadeTable updates_of(const SheetTaking& taking, const Calendar& calendar) {
    const bool statuses =
        std::ranges::any_of(taking.updates, [](const auto& update) { return !update.second.status.empty(); });
    std::vector<std::string> columns{"subject", "period", "narrative"};
    if (statuses) columns.emplace_back("status");
    MadeTable table(std::move(columns));
    for (const auto& [about, update] : taking.updates) {
        auto& row = table.add(update.from);
        row[0] = "measure:" + about.first;
        row[1] = calendar.text(about.second);
        row[2] = update.narrative;
        if (statuses) row[3] = update.status;
    }
    return table;
}

Table as_table(const std::string& name, const std::string& place, const MadeTable& made) {
    return Table(name, place, [&made](const OnRow& on_row) {
        std::vector<std::string_view> views(made.heading.begin(), made.heading.end());
        on_row(1, views);
        for (std::size_t i = 0; i < made.rows.size(); ++i) {
            views.assign(made.rows[i].begin(), made.rows[i].end());
            on_row(i + 2, views);
        }
        return Outcome::read;
    });
}

// A complaint of a made table, said of the cell that it comes from.
Complaint at_its_cell(const SheetTaking& taking, const MadeTable& made, Complaint complaint) {
    if (complaint.row < 2 || complaint.row - 2 >= made.from.size()) {
        complaint.file = taking.file.name;
        complaint.row = 0;
        return complaint;
    }
    const auto& from = made.from[complaint.row - 2];
    const std::size_t column = std::min(made.at(complaint.column), from.size() - 1);
    const CellAt at = from[column].value_or(CellAt{});
    const GridCell& cell = taking.file.sheets[at.sheet].cells[at.cell];
    const std::string field = complaint.column;
    complaint.file = taking.file.place(at.sheet);
    complaint.row = cell.row + std::size_t{1};
    complaint.column = letters_of_column(cell.column) + (field.empty() ? "" : " (" + field + ")");
    return complaint;
}

void read_tables_of(const SheetTaking& taking, Content& into, Intake& intake) {
    const Calendar& calendar = intake.settings.calendar;
    const MadeTable returns = returns_of(taking, calendar), targets = targets_of(taking, calendar),
                    updates = updates_of(taking, calendar);
    const std::pair<std::string, const MadeTable*> all[] = {
        {"returns", &returns}, {"targets", &targets}, {"updates", &updates}};
    Source source;
    for (const auto& [name, made] : all)
        if (!made->rows.empty()) source.tables.push_back(as_table(name, "\x1f" + name, *made));
    read_into(source, into, intake);
    const std::size_t left_out = intake.left_out.complaints;
    for (Complaint& complaint : intake.complaints.take()) {
        for (const auto& [name, made] : all)
            if (complaint.file == "\x1f" + name) {
                complaint = at_its_cell(taking, *made, std::move(complaint));
                break;
            }
        intake.complaints.add(std::move(complaint));
    }
    intake.left_out.complaints = left_out;
}

struct Candidate {
    Layout layout;
    LayoutFit fit;
    auto rank() const { return std::tuple(fit.unknown == 0, fit.named); }
};

std::vector<Candidate> candidates_of(const SourceFile& file, const Content& known) {
    std::vector<Candidate> fitting;
    ComplaintBook unread; // said again when it is read by the one that is chosen
    const SheetFile sheets = read_sheet_file(file, {}, unread);
    for (const SheetLayout& each : known.layouts) {
        auto layout = parse_layout(each, "layouts/" + each.name + ".toml");
        if (!layout) continue;
        const bool own_form = layout->text.separator != 0 || !layout->text.encoding.empty();
        const LayoutFit fit = own_form && !is_workbook(file)
                                  ? fit_of(*layout, read_sheet_file(file, layout->text, unread), known)
                                  : fit_of(*layout, sheets, known);
        if (fit.tables > 0) fitting.push_back({*std::move(layout), fit});
    }
    std::ranges::stable_sort(fitting, [](const Candidate& a, const Candidate& b) { return a.rank() > b.rank(); });
    return fitting;
}

} // namespace

bool is_own_sheet(const SourceFile& file) {
    if (!is_workbook(file)) {
        const std::string name = lower(file.path);
        return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt");
    }
    auto parts = unpack_workbook(file.text());
    if (!parts) return false;
    try {
        const Budget budget(file.text().size());
        return std::ranges::none_of(read_frame(*parts, budget).sheets, [](const WorkbookFrame::SheetPart& part) {
            const std::string name = lower(trim(part.name));
            return name == files_sheet || find_table_kind(name) != nullptr;
        });
    } catch (const WorkbookFault&) {
        return false; // which is said where it is read
    }
}

std::optional<Layout> find_layout(const SourceFile& file, const Content& known, const SheetWish& wish,
                                  ComplaintBook& complaints) {
    if (!wish.layout.empty()) {
        const auto found = std::ranges::find(known.layouts, wish.layout, &SheetLayout::name);
        std::vector<std::string> names;
        for (const SheetLayout& each : known.layouts) names.push_back(each.name);
        if (found == known.layouts.end()) {
            complaints.add({file.path, 0, "", wish.layout, "is not the name of a layout.",
                            names.empty() ? "The store has none. To have one proposed: quarterday layout guess FILE"
                                          : "Name one of " + join(names, ", ") + "."});
            return std::nullopt;
        }
        auto layout = parse_layout(*found, "layouts/" + found->name + ".toml");
        if (layout) return *std::move(layout);
        for (Complaint& complaint : layout.error()) complaints.add(std::move(complaint));
        return std::nullopt;
    }
    std::vector<Candidate> fitting = candidates_of(file, known);
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
    return std::move(fitting.front().layout);
}

std::shared_ptr<const SheetTaking> read_own_sheet(const SourceFile& file, const Layout& layout, const SheetWish& wish,
                                                  Content& into, Intake& intake) {
    std::optional<Period> asked;
    if (!wish.period.empty()) {
        const auto period = read_period(wish.period, intake.settings.calendar);
        if (period)
            asked = *period;
        else
            intake.complaints.add(
                {file.path, 0, "--period", wish.period, period.error().message, period.error().remedy});
    }
    SheetFile sheets = read_sheet_file(file, layout.text, intake.complaints);
    if (intake.complaints.count() > 0) return nullptr;
    auto taking =
        std::make_shared<SheetTaking>(apply_layout(layout, std::move(sheets), intake.known, asked, intake.complaints));
    const bool sound = intake.complaints.count() == 0;
    Content made;
    read_tables_of(*taking, sound ? into : made, intake); // what is wrong with the cells is said as well
    return taking;
}

tl::expected<GuessedLayout, Complaints> guess_layout_of(const std::filesystem::path& path, const Content& known,
                                                        const SheetWish& wish) {
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    if (!std::filesystem::exists(path))
        throw Error(Fault::absent, path.string() + " is not there. Name a workbook or a text of cells.");
    const SourceFile file{path.filename().string(), read_file(path, most_bytes), {}};
    ComplaintBook complaints;
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
    return guess_layout(sheets, known, asked);
}

} // namespace qd::inline exchange
