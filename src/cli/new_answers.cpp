#include "cli/new_answers.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/new_sheet.hpp"
#include "cli/table.hpp"
#include "domain/tolerance.hpp"
#include "exchange/starting/councils.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct Kind {
    std::string_view word;
    AreaKind area, below;
};
constexpr std::array<Kind, 7> kinds{{{"county", AreaKind::county, AreaKind::district},
                                     {"district", AreaKind::district, AreaKind::ward},
                                     {"unitary", AreaKind::unitary, AreaKind::ward},
                                     {"metropolitan", AreaKind::unitary, AreaKind::ward},
                                     {"london", AreaKind::unitary, AreaKind::ward},
                                     {"combined", AreaKind::region, AreaKind::unitary},
                                     {"other", AreaKind::local, AreaKind::local}}};

const Kind* kind_named(const std::string& word) {
    const auto* found = std::ranges::find(kinds, lower(word), &Kind::word);
    return found == kinds.end() ? nullptr : found;
}
std::string kind_words() {
    std::vector<std::string> words;
    for (const Kind& kind : kinds) words.emplace_back(kind.word);
    return join(words, ", ");
}

// "Wenlow Borough Council" → "wenlow-borough-council"
std::string folder_of(const std::string& name) {
    std::string folder;
    for (const char c : lower(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            folder += c;
        else if (!folder.empty() && folder.back() != '-')
            folder += '-';
    }
    while (folder.ends_with('-')) folder.pop_back();
    return folder.empty() ? "council" : folder;
}

std::optional<int> month_of(const std::string& text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size())
        return number >= 1 && number <= 12 ? std::optional(number) : std::nullopt;
    for (int month = 1; month <= 12; ++month)
        if (text.size() >= 3 && lower(month_name(month)).starts_with(lower(text))) return month;
    return std::nullopt;
}

std::vector<std::string> list_of(const std::string& text) {
    std::vector<std::string> parts;
    for (const std::string& part : split(replace_all(text, ";", ","), ','))
        if (!trim(part).empty()) parts.emplace_back(trim(part));
    return parts;
}

// "E05000001=Northgate, Old Town" → two areas, the second with the code OLD-TOWN.
std::vector<Area> areas_of(const std::string& text, AreaKind kind) {
    std::vector<Area> areas;
    for (const std::string& part : list_of(text)) {
        Area area;
        const auto equals = part.find('=');
        area.name = trim(equals == std::string::npos ? part : part.substr(equals + 1));
        std::string code =
            equals == std::string::npos ? folder_of(area.name) : std::string(trim(part.substr(0, equals)));
        if (equals == std::string::npos)
            std::ranges::transform(code, code.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        area.code = AreaCode(code);
        area.kind = kind;
        areas.push_back(std::move(area));
    }
    return areas;
}

Asking::Check one_of_words(const std::vector<std::string>& words) {
    return [words](const std::string& answer) -> std::optional<std::string> {
        if (std::ranges::find(words, lower(answer)) != words.end()) return std::nullopt;
        return "is none of these: " + join(words, ", ") + ".";
    };
}

bool is_yes(const std::string& answer) { return lower(answer).starts_with('y'); }

class Questions {
public:
    Questions(Call& call, const NewOptions& options, Asking& asking)
        : call_(call), options_(options), asking_(asking) {}

    Answered ask() {
        ask_name();
        ask_kind_and_code();
        ask_rules();
        ask_areas();
        ask_sheet();
        return std::move(answered_);
    }

private:
    void ask_name() {
        std::optional<std::string> usual;
        if (const std::string name = std::filesystem::path(options_.folder).filename().string();
            !name.empty() && asking_.asks())
            usual = capitalised(replace_all(name, "-", " "));
        answered_.council.name = asking_.ask(
            options_.name, {"1 of 9  The council's name, in full", "--name NAME", usual, [](const std::string& answer) {
                                return answer.size() <= 200 ? std::nullopt
                                                            : std::optional<std::string>("is too long for a name.");
                            }});
        answered_.folder = options_.folder.empty() ? folder_of(answered_.council.name) : options_.folder;
        found_ = councils_named(answered_.council.name);
    }

    void ask_kind_and_code() {
        std::optional<std::string> kind;
        if (found_.is_name && found_.councils.size() == 1) kind = found_.councils.front()->kind;
        if (asking_.asks() && !kind) kind = "district";
        const std::string word = asking_.ask(
            options_.kind, {"2 of 9  What kind of council is it (" + kind_words() + ")", "--kind KIND", kind,
                            [](const std::string& answer) {
                                return kind_named(answer) != nullptr
                                           ? std::nullopt
                                           : std::optional<std::string>("is none of these: " + kind_words() + ".");
                            }});
        if (const Kind* found = kind_named(word)) kind_ = *found;
        answered_.council.kind = kind_.area;
        std::erase_if(found_.councils, [&](const KnownCouncil* council) { return council->kind != kind_.word; });
        ask_code();
    }

    void ask_code() {
        std::vector<std::string> offers;
        for (const KnownCouncil* council : found_.councils) offers.push_back(council->code + " " + council->name);
        std::optional<std::string> usual;
        if (found_.councils.empty())
            usual = "OWN";
        else if (found_.councils.size() == 1 && (found_.is_name || asking_.asks()))
            usual = found_.councils.front()->code;
        const std::string hint = found_.councils.empty()
                                     ? "no council of this name and kind is known; OWN if it has none"
                                     : join(offers, ", ") + "; OWN if it is none of these";
        answered_.council.code = AreaCode(
            asking_.ask(options_.code, {"3 of 9  The GSS code of its area (" + hint + ")", "--code CODE", usual,
                                        [](const std::string& answer) -> std::optional<std::string> {
                                            if (is_code(answer)) return std::nullopt;
                                            return "is not a code: write letters and digits, such as E07000117.";
                                        }}));
    }

    void ask_rules() {
        const std::string month =
            asking_.ask(options_.year_starts,
                        {"4 of 9  The month in which your year begins", "--year-starts MONTH", "April",
                         [](const std::string& answer) {
                             return month_of(answer)
                                        ? std::nullopt
                                        : std::optional<std::string>("is not a month. Write its name or number.");
                         }});
        answered_.council.year_starts = month_of(month).value_or(4);
        const std::string reports =
            asking_.ask(options_.reports, {"5 of 9  How often figures are reported (quarter, month)",
                                           "--reports quarter|month", "quarter", one_of_words({"quarter", "month"})});
        grain_ = lower(reports) == "month" ? Grain::month : Grain::quarter;
        ask_statuses();
        const std::string plans = asking_.ask(
            options_.recovery_plans, {"7 of 9  Does a measure that is off target need a recovery plan (yes, no)",
                                      "--recovery-plans yes|no", "yes", one_of_words({"yes", "no", "y", "n"})});
        answered_.council.recovery_plans = is_yes(plans);
    }

    void ask_statuses() {
        const std::string words = asking_.ask(
            options_.statuses,
            {"6 of 9  Your words for green, amber and red, in this order and with commas", "--statuses WORDS",
             "green, amber, red", [](const std::string& answer) -> std::optional<std::string> {
                 if (list_of(answer).size() == 3) return std::nullopt;
                 return "has to be three words or phrases: on track, at risk, off track.";
             }});
        if (std::vector<std::string> own = list_of(words);
            own.size() == 3 && lower(join(own, ",")) != "green,amber,red")
            answered_.council.statuses = std::move(own);
        answered_.council.tolerance =
            asking_.ask(options_.tolerance,
                        {"        How far from its target is a figure still amber (5%, 2 points, none)",
                         "--tolerance TOLERANCE", "5%", [](const std::string& answer) -> std::optional<std::string> {
                             const auto read = Tolerance::parse(answer);
                             if (read && read->kind != Tolerance::Kind::cut_offs) return std::nullopt;
                             return "is not a tolerance. Write it like 5%, 2 points or none.";
                         }});
    }

    void ask_areas() {
        const std::string below =
            asking_.ask(options_.areas, {"8 of 9  Areas below it, such as wards, with commas (none for now)",
                                         "--areas AREAS", "none", [&](const std::string& answer) {
                                             return lower(answer) == "none" ? std::nullopt : problem_of_areas(answer);
                                         }});
        if (!below.empty() && lower(below) != "none") answered_.council.areas = areas_of(below, kind_.below);
    }

    std::optional<std::string> problem_of_areas(const std::string& answer) const {
        std::set<std::string> codes{answered_.council.code.text()};
        for (const Area& area : areas_of(answer, kind_.below)) {
            if (!is_code(area.code.text()))
                return "has a code that is none, " + area.code.text() + ". Write CODE=Name, Name …";
            if (!codes.insert(area.code.text()).second)
                return "has the area " + area.code.text() + " twice. Give one of them a code: CODE=Name";
        }
        return std::nullopt;
    }

    void ask_sheet() {
        const std::string path = asking_.ask(
            options_.sheet, {"9 of 9  A sheet of your own with your indicators: the path of a workbook or CSV (none)",
                             "--sheet FILE", "none", [](const std::string& answer) -> std::optional<std::string> {
                                 if (lower(answer) == "none" || std::filesystem::is_regular_file(answer))
                                     return std::nullopt;
                                 return "is not a file. Write its path, or none.";
                             }});
        if (path.empty() || lower(path) == "none") return;
        answered_.sheet = path;
        if (asking_.missing().empty()) take_sheet(call_, asking_, options_.period, grain_, answered_);
    }

    Call& call_;
    const NewOptions& options_;
    Asking& asking_;
    CouncilsNamed found_;
    Kind kind_ = kinds[1];
    Grain grain_ = Grain::quarter;
    Answered answered_;
};

} // namespace

void add_new_options(CLI::App& app, NewOptions& options) {
    const auto add = [&](const char* name, std::string& into, const std::string& help, const char* text) {
        app.add_option(name, into, help)->option_text(text);
    };
    add("--name", options.name, "The council's name, in full", "NAME");
    add("--kind", options.kind, "One of " + kind_words() + "; as the list of councils says if left out", "KIND");
    add("--code", options.code, "The GSS code of its area, or OWN; found by the name if left out", "CODE");
    add("--year-starts", options.year_starts, "The month in which the year begins; April if left out", "MONTH");
    add("--reports", options.reports, "How often figures are reported: quarter (if left out) or month", "GRAIN");
    add("--statuses", options.statuses, "Your words for green, amber and red, with commas", "WORDS");
    add("--tolerance", options.tolerance, "How far from its target a figure is still amber; 5% if left out",
        "TOLERANCE");
    add("--recovery-plans", options.recovery_plans,
        "Whether a measure that is off target needs one: yes (if left out) or no", "ANSWER");
    add("--areas", options.areas, "The areas below it, with commas: Northgate, or E05000001=Northgate", "AREAS");
    add("--sheet", options.sheet, "Your own workbook or CSV with indicators, from which measures are proposed", "FILE");
    add("--period", options.period, "The period that the sheet is for, if it does not say so", "PERIOD");
}

Answered ask_all(Call& call, const NewOptions& options, Asking& asking) {
    return Questions(call, options, asking).ask();
}

void tell_next(Call& call, const Answered& answered) {
    const NewCouncil& council = answered.council;
    const auto tell = [&](const std::string& text) { call.out << wrap(text, call.width, "  ") << "\n"; };
    if (answered.undecided > 0)
        tell("Nothing says which way is good for " + plural(answered.undecided, "measure", "measures") +
             ": shown, but not rated, until measures.csv says higher or lower in the column polarity.");
    if (council.measures.empty()) tell("No measures yet: add a line for each to " + answered.folder + "/measures.csv.");
    for (const std::string& why : answered.not_kept) tell(why);
    call.out << "\nNext:\n  quarterday init\n  quarterday import " << answered.folder << "\n";
    if (!council.layouts.empty())
        call.out << "  quarterday layout try \"" << answered.sheet << "\"\n  quarterday import \"" << answered.sheet
                 << "\"\n";
    else if (!answered.sheet.empty() && !council.measures.empty())
        call.out << "  quarterday layout guess \"" << answered.sheet << "\" --as own\n";
    else if (!council.measures.empty())
        call.out << "  quarterday template\n";
}

} // namespace qd::cli
