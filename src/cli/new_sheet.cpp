#include "cli/new_sheet.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/table.hpp"
#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/values.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;

SheetFile read_own(const std::string& path) {
    const SourceFile file{std::filesystem::path(path).filename().string(), read_file(path, most_bytes), {}};
    ComplaintBook complaints;
    SheetFile sheets = read_sheet_file(file, {}, complaints);
    if (complaints.count() == 0) return sheets;
    std::string text = "The sheet cannot be read. Nothing was written.";
    for (const Complaint& complaint : complaints.take()) text += "\n  " + print(complaint);
    throw Error(Fault::request, text);
}

std::string direction_said(Polarity polarity, bool is_said) {
    return !is_said ? "?" : polarity == Polarity::none ? "neither" : std::string(print(polarity));
}

std::string unit_words(const Measure& measure) {
    return measure.quantity == Quantity::rate ? "per " + print_grouped(Decimal::whole(measure.per), 0)
                                              : std::string(print(measure.quantity));
}

void list_proposed(Call& call, const std::vector<ProposedMeasure>& measures) {
    TextTable table(
        {{"  CODE"}, {"MEASURE", Align::left, Yield::wraps}, {"UNIT"}, {"GOOD IS"}, {"EVERY"}, {"ROLL-UP"}, {"FROM"}});
    for (const ProposedMeasure& each : measures) {
        const Measure& measure = each.measure;
        table.add({"  " + measure.code.text(), measure.title, unit_words(measure),
                   direction_said(measure.polarity, each.says_which_way), std::string(print(measure.grain)),
                   std::string(print(measure.roll_up)), each.cell});
    }
    call.out << table.print(call.width);
}

// Every measure is confirmed; of one where nothing says it, which way is good is asked.
void confirm(Call& call, Asking& asking, std::vector<ProposedMeasure>& measures) {
    call.out << "\nThe sheet names " << plural(measures.size(), "measure", "measures") << ":\n\n";
    list_proposed(call, measures);
    call.out << "\n";
    if (!asking.confirm("Take all of them as they are (no: one by one)"))
        std::erase_if(measures, [&](const ProposedMeasure& each) {
            return !asking.confirm("  Take " + each.measure.code.text() + " " + each.measure.title);
        });
    if (!asking.asks()) return;
    for (ProposedMeasure& each : measures) {
        if (each.says_which_way) continue;
        const std::string answer =
            asking.ask("", {"  " + each.measure.code.text() + " " + each.measure.title +
                                ": which way is good (higher, lower, neither)",
                            "", std::string("higher"), [](const std::string& word) -> std::optional<std::string> {
                                const std::string plain = lower(word);
                                if (plain == "higher" || plain == "lower" || plain == "neither") return std::nullopt;
                                return "is none of these: higher, lower, neither.";
                            }});
        each.measure.polarity = lower(answer) == "higher"  ? Polarity::higher
                                : lower(answer) == "lower" ? Polarity::lower
                                                           : Polarity::none;
        each.says_which_way = true;
    }
}

// "KPIs 2025-26.xlsx" → "kpis"
std::string layout_name(const std::string& file) {
    std::string name;
    for (const char c : lower(file.substr(0, file.rfind('.')))) {
        if (c >= 'a' && c <= 'z')
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "own" : name;
}

Content known_of(const NewCouncil& council) {
    Content known;
    known.settings = council.settings();
    Area own;
    own.code = council.code;
    own.name = council.name;
    own.kind = council.kind;
    known.areas = council.areas;
    known.areas.insert(known.areas.begin(), std::move(own));
    known.measures = council.measures;
    for (Measure& measure : known.measures) measure.definitions.emplace_back();
    return known;
}

void keep_layout(Call& call, const SheetFile& sheets, const std::string& period, Answered& answered) {
    const Content known = known_of(answered.council);
    std::optional<Period> asked;
    if (!period.empty()) {
        const auto read = read_period(period, known.settings.calendar);
        if (!read)
            throw Error(Fault::request,
                        "--period “" + period + "” " + read.error().message + " " + read.error().remedy);
        asked = *read;
    }
    const GuessedLayout guessed = guess_layout(sheets, known, asked);
    const SheetLayout layout{layout_name(sheets.name), guessed.text};
    std::size_t open = 0;
    for (const LayoutQuestion& question : guessed.questions) open += question.is_open ? 1 : 0;
    if (guessed.text.empty() || !parse_layout(layout, "layouts/" + layout.name + ".toml")) {
        answered.not_kept.emplace_back(
            "How the sheet is read could not be settled. Once the folder is imported, have it proposed: "
            "quarterday layout guess");
        for (const LayoutQuestion& question : guessed.questions)
            if (question.is_open) answered.not_kept.push_back("  " + question.text);
        return;
    }
    answered.council.layouts.push_back(layout);
    if (guessed.questions.empty()) return;
    call.out << "\n"
             << wrap("How the sheet is read, with what is assumed (layouts/" + layout.name + ".toml):", call.width, "")
             << "\n";
    for (const LayoutQuestion& question : guessed.questions)
        call.out << wrap(std::string(question.is_open ? "  ?? " : "  ?  ") + question.text +
                             (question.evidence.empty() ? "" : " (" + question.evidence + ")"),
                         call.width, "     ")
                 << "\n";
    if (open > 0) call.out << "Those marked ?? have to be answered in that file before the sheet can be read.\n";
}

} // namespace

void take_sheet(Call& call, Asking& asking, const std::string& period, Grain reports, Answered& answered) {
    const SheetFile sheets = read_own(answered.sheet);
    std::vector<ProposedMeasure> measures = propose_measures(sheets, answered.council.settings(), reports);
    if (measures.empty()) {
        answered.not_kept.push_back(
            sheets.name + " has no column of codes or titles of measures above its figures, so none are "
                          "proposed. Add them to measures.csv; then quarterday layout guess reads the sheet.");
        return;
    }
    confirm(call, asking, measures);
    for (const ProposedMeasure& each : measures) {
        answered.undecided += each.says_which_way ? 0 : 1;
        answered.council.measures.push_back(each.measure);
    }
    if (!measures.empty()) keep_layout(call, sheets, period, answered);
}

} // namespace qd::cli
