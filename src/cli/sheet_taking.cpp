#include "cli/sheet_taking.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"

#include <fmt/format.h>

namespace qd::cli {
namespace {

constexpr std::size_t samples_shown = 4, notes_shown = 50, cells_shown = 500;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return count == 0 ? std::string() : plural(count, one, many);
}

void tell_sums(Call& call, const SheetTaking& taking) {
    std::vector<std::string> parts{counted(taking.count(Fate::figure), "figure", "figures"),
                                   counted(taking.count(Fate::target), "target", "targets"),
                                   counted(taking.count(Fate::narrative), "narrative", "narratives"),
                                   counted(taking.count(Fate::noted), "note", "notes"),
                                   counted(taking.count(Fate::checked), "checked", "checked"),
                                   counted(taking.count(Fate::named), "name or heading", "names and headings"),
                                   counted(taking.count(Fate::left_out), "left out", "left out")};
    std::erase(parts, "");
    call.out << wrap(taking.file.name +
                         (taking.layout.empty() ? ", a hand-in workbook: "
                                                : " by layouts/" + taking.layout + ".toml: ") +
                         plural(taking.filled(), "filled cell", "filled cells") +
                         (taking.file.form.empty() ? "" : " (" + taking.file.form + ")"),
                     call.width, "  ")
             << "\n"
             << wrap("  " + join(parts, ", "), call.width, "  ") << "\n";
}

void tell_left_out(Call& call, const SheetTaking& taking) {
    const bool is_hand_in = taking.layout.empty(); // its titles and its other sheets are there to be read by people
    if (is_hand_in)
        call.out << wrap("  " + std::to_string(taking.count(WhyLeftOut::above) + taking.count(WhyLeftOut::no_block)) +
                             " left out, there to be read only: titles, the sheets Read me and Examples",
                         call.width, "    ")
                 << "\n";
    for (std::size_t i = 1; i < reasons_to_leave_out; ++i) {
        const auto why = static_cast<WhyLeftOut>(i);
        const std::size_t count = taking.count(why);
        if (count == 0 || (is_hand_in && (why == WhyLeftOut::above || why == WhyLeftOut::no_block))) continue;
        const std::vector<std::string> samples = taking.samples(why, samples_shown);
        call.out << wrap("  " + std::to_string(count) + " left out, " + std::string(print(why)) + ": “" +
                             join(samples, "”, “") + "”" + (count > samples.size() ? " …" : ""),
                         call.width, "    ")
                 << "\n";
    }
    if (!is_hand_in && !taking.unread_sheets.empty())
        call.out << wrap("  Sheets not read: " + join(taking.unread_sheets, ", "), call.width, "    ") << "\n";
}

void tell_checks(Call& call, const SheetTaking& taking) {
    if (taking.checks_that_agree > 0)
        call.out << "  " << plural(taking.checks_that_agree, "total agrees", "totals agree")
                 << " with what the sheet's figures make\n";
    for (std::size_t i = 0; i < std::min(taking.notes.size(), notes_shown); ++i)
        call.out << wrap("  " + taking.notes[i], call.width, "    ") << "\n";
    if (taking.notes.size() > notes_shown) call.out << "  … and " << taking.notes.size() - notes_shown << " more.\n";
}

std::string shown_text(const std::string& text) { return shorten(replace_all(text, "\n", " "), 50); }

void tell_cells(Call& call, const SheetTaking& taking, const Calendar& calendar) {
    TextTable table({{"  MEASURE"}, {"AREA"}, {"PERIOD"}, {"IS"}, {"READ AS", Align::left, Yield::wraps}, {"CELL"}});
    std::size_t rows = 0;
    const auto add = [&](const std::string& measure, const std::string& area, Period period, std::string is,
                         const std::string& text, CellAt at) {
        if (rows++ < cells_shown)
            table.add({"  " + measure, area, calendar.text(period), std::move(is), shown_text(text), taking.place(at)});
    };
    for (const auto& [key, figure] : taking.figures)
        for (const auto& [field, filled] : figure.fields)
            add(key.measure, key.area, key.period, std::string(print(field)), filled.text, filled.from);
    for (const auto& [about, target] : taking.targets) {
        const TargetWords& words = target.words;
        add(about.first.measure, about.first.area, about.first.period, about.second + " target",
            words.kind == "range" ? words.lower + " to " + words.upper
                                  : words.kind + (words.kind.empty() ? "" : " ") + words.value,
            target.from);
    }
    for (const auto& [about, update] : taking.updates)
        add(about.first, "", about.second, "narrative", update.narrative, update.from);
    for (const TakenStatus& status : taking.statuses)
        add(status.key.measure, status.key.area, status.key.period, "status said", status.status, status.from);
    if (rows == 0) return;
    call.out << "\n" << table.print(call.width);
    if (rows > cells_shown) call.out << "  … and " << rows - cells_shown << " more.\n";
    call.out << "\n";
}

} // namespace

void tell_sheet(Call& call, const SheetTaking& taking, const Calendar& calendar, SheetDetail detail) {
    tell_sums(call, taking);
    tell_left_out(call, taking);
    tell_checks(call, taking);
    if (detail == SheetDetail::cells) tell_cells(call, taking, calendar);
}

} // namespace qd::cli
