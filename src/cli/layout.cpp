#include "cli/commands.hpp"

#include "acts/keep_layout.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/layout_history.hpp"
#include "cli/options.hpp"
#include "cli/sheet_options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/own_sheet.hpp"
#include "exchange/layouts/supplied.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace qd::cli {

void add_sheet_options(CLI::App& app, SheetWish& wish) {
    app.add_option("--layout", wish.layout, "The layout for your own sheet; if left out, the one with its headings")
        ->option_text("NAME");
    app.add_option("--period", wish.period, "The period that such a sheet is for, if it does not say so")
        ->option_text("PERIOD");
    app.add_option("--confirm", wish.confirmed,
                   "What differs from the last such sheet and is right, as its complaint says: gone:PL05, or all")
        ->option_text("DIFFERENCE")
        ->allow_extra_args(false);
}

namespace {

struct LayoutOptions {
    std::string action;
    std::vector<std::string> words;
    SheetWish wish;
    std::string keep_as;  // --as
    bool history = false; // --history
};

std::string words_of(const std::vector<Pattern>& patterns, std::string_view mark = ", ") {
    std::vector<std::string> texts;
    for (const Pattern& pattern : patterns) texts.push_back(pattern.text());
    return join(texts, mark);
}

[[noreturn]] void refuse(const std::string& message) { throw Error(Fault::request, message); }

SheetLayout find_layout(const Content& content, const std::string& name) {
    const std::vector<SheetLayout> layouts = layouts_at_hand(content);
    const auto found = std::ranges::find(layouts, name, &SheetLayout::name);
    if (found != layouts.end()) return *found;
    std::vector<std::string> names;
    for (const SheetLayout& each : layouts) names.push_back(each.name);
    throw absent("layout", name, names, "To see them all: quarterday layout show");
}

void tell(Call& call, const Complaints& complaints) {
    for (const Complaint& complaint : complaints) call.err << wrap("  " + print(complaint), call.width, "    ") << "\n";
    call.exit_code = 1;
}

void list_layouts(Call& call, const Content& content) {
    TextTable table({{"LAYOUT"}, {"HEADINGS", Align::left, Yield::wraps}, {"TITLE", Align::left, Yield::wraps}});
    for (const SheetLayout& each : layouts_at_hand(content)) {
        const auto layout = parse_layout(each, "layouts/" + each.name + ".toml");
        if (!layout) continue;
        std::vector<std::string> headings;
        for (const LayoutBlock& block : layout->blocks) headings.push_back(words_of(block.heading));
        table.add({each.name, join(headings, "; "),
                   layout->title + (is_own(content, each.name) ? "" : " (comes with Quarterday)")});
    }
    call.out << table.print(call.width);
    if (content.layouts.empty())
        call.out << "\nThe store has no layout of your own. To have one proposed: quarterday layout guess FILE\n";
}

// What a column is, with whatever else the layout says.
std::string described(const LayoutColumn& column) {
    std::string is = replace_all(std::string(print(column.is)), "_", " ");
    const auto add = [&](const std::string& what, const std::string& value) {
        if (!value.empty()) is += ", " + what + (what.empty() ? "" : " ") + value;
    };
    add("of measure", column.measure);
    add("of area", column.area);
    add("of", column.period);
    add("of", column.year);
    add("of quarter", column.quarter);
    add("keeps", words_of(column.keep));
    if (column.keep_blank) is += ", keeps blanks";
    if (column.leave_others) is += ", leaves out what is not known";
    if (column.statistical) is += ", years of the calendar";
    add("written as", words_of(column.forms, " or "));
    if (!(column.scale == Decimal(1))) is += ", times " + print(column.scale);
    if (column.fill_down) is += ", blanks as above";
    for (const auto& [word, meaning] : column.words) is += ", “" + word + "” = " + meaning;
    return is;
}

void show_layout(Call& call, const SheetLayout& given) {
    const auto layout = parse_layout(given, "layouts/" + given.name + ".toml");
    if (!layout) return tell(call, layout.error());
    call.out << wrap(layout->title.empty() ? given.name : layout->title, call.width, "") << "\n";
    if (!layout->file_names.empty())
        call.out << wrap("Files: " + words_of(layout->file_names), call.width, "  ") << "\n";
    for (const LayoutBlock& block : layout->blocks) {
        call.out << "\n"
                 << wrap((block.sheets.empty() ? "Every sheet" : "Sheets " + words_of(block.sheets)) +
                             (block.turned ? ", turned" : "") + ", from the row with " + words_of(block.heading),
                         call.width, "  ")
                 << "\n";
        TextTable table({{"  COLUMN", Align::left, Yield::wraps}, {"IS", Align::left, Yield::wraps}});
        for (const LayoutColumn& column : block.columns)
            table.add({"  " + words_of(column.headings), described(column)});
        call.out << table.print(call.width);
    }
}

void try_sheet(Call& call, const LayoutOptions& options) {
    if (options.words.size() != 1) refuse("Name the file: quarterday layout try FILE");
    Desk desk(call.store, call.clock);
    const auto outcomes = watched(call, "Reading " + options.words[0], [&] {
        return import_sources(desk, call.actor, {options.words[0]}, DryRun::yes, BadRows::refuse, options.wish);
    });
    tell_outcomes(call, outcomes, DryRun::yes, SheetDetail::cells);
}

void tell(Call& call, const GuessedLayout& guessed) {
    std::size_t open = 0;
    for (const LayoutQuestion& question : guessed.questions) {
        open += question.is_open ? 1 : 0;
        call.err << wrap(std::string(question.is_open ? "  ?? " : "  ?  ") + question.text +
                             (question.evidence.empty() ? "" : " (" + question.evidence + ")"),
                         call.width, "     ")
                 << "\n";
    }
    for (const std::string& line : guessed.told) call.err << wrap("  " + line, call.width, "    ") << "\n";
    if (open > 0)
        call.err << wrap(plural(open, "question has", "questions have") +
                             " to be answered before it can read a file: those marked ??",
                         call.width, "")
                 << "\n";
    if (open > 0 || guessed.text.empty()) call.exit_code = 1;
}

void guess_sheet(Call& call, const LayoutOptions& options) {
    if (options.words.size() != 1) refuse("Name the file: quarterday layout guess FILE");
    Desk desk(call.store, call.clock);
    const auto snapshot = desk.newest();
    const auto guessed = watched(call, "Looking at " + options.words[0],
                                 [&] { return guess_layout_of(options.words[0], snapshot->content(), options.wish); });
    if (!guessed) {
        call.err << "No layout is proposed.\n";
        return tell(call, guessed.error());
    }
    if (options.keep_as.empty()) {
        call.out << guessed->text;
        return tell(call, *guessed);
    }
    tell(call, *guessed);
    if (guessed->text.empty()) return;
    const auto kept = keep_layout(desk, call.actor, {options.keep_as, guessed->text});
    if (!kept) return tell(call, kept.error());
    call.out << "Kept as the layout " << options.keep_as << ". Next: quarterday layout try \"" << options.words[0]
             << "\" --layout " << options.keep_as << "\n";
}

void set_answer(Call& call, const LayoutOptions& options) {
    if (options.words.size() != 3)
        refuse("Name the layout, what is set, and its value: quarterday layout set corporate markers.TBC not_due");
    Desk desk(call.store, call.clock);
    SheetLayout layout = find_layout(desk.newest()->content(), options.words[0]);
    const auto text = with_answer(layout.text, options.words[1], options.words[2]);
    if (!text) refuse("“" + options.words[1] + "” " + text.error().message + " " + text.error().remedy);
    layout.text = *text;
    const auto outcome = keep_layout(desk, call.actor, layout);
    if (!outcome) {
        call.err << "The layout was not changed.\n";
        return tell(call, outcome.error());
    }
    call.out << (outcome->changes() == 0
                     ? "The layout already says that.\n"
                     : wrap("layouts/" + layout.name + ".toml: " + options.words[1] + " = " + options.words[2] +
                                ". Put the same into the council folder, or export it.",
                            call.width, "  ") +
                           "\n");
}

void run_layout(Call& call, const LayoutOptions& options) {
    if (options.action == "try") return try_sheet(call, options);
    if (options.action == "set") return set_answer(call, options);
    if (options.action == "guess") return guess_sheet(call, options);
    if (options.action != "show")
        refuse("“" + options.action + "” is not an action for a layout. Write guess, show, try or set.");
    Desk desk(call.store, call.clock);
    const auto snapshot = desk.newest();
    if (options.words.size() > 1) refuse("Name one layout: quarterday layout show NAME");
    if (options.words.empty()) return list_layouts(call, snapshot->content());
    const SheetLayout& layout = find_layout(snapshot->content(), options.words[0]);
    if (options.history) return tell_layout_history(call, layout.name);
    show_layout(call, layout);
}

} // namespace

const Command layout_command = {
    "layout", "Propose, show, try and correct how your own spreadsheets are read",
    "  quarterday layout guess \"KPIs 2025-26.xlsx\" --as corporate\n"
    "  quarterday layout show corporate\n"
    "  quarterday layout try \"KPIs 2025-26.xlsx\" --period 2025-26Q3\n"
    "  quarterday layout set corporate markers.TBC not_due",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<LayoutOptions>();
        app.add_option("ACTION", options->action,
                       "guess FILE, show (all, or one by its NAME), try FILE, set NAME KEY VALUE")
            ->required();
        app.add_option("WORD", options->words, "What the action applies to");
        add_sheet_options(app, options->wish);
        app.add_option("--reason", options->wish.reason, "Why figures that were known change; it is kept with them")
            ->option_text("TEXT");
        app.add_option("--as", options->keep_as, "Keep the layout that is proposed in the store, by this name")
            ->option_text("NAME");
        app.add_flag("--history", options->history, "With show NAME: who changed the layout when, and which lines");
        app.callback([&call, options] { run_layout(call, *options); });
    }};

} // namespace qd::cli
