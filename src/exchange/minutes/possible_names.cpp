#include "exchange/minutes/possible_names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

// What sentences begin with, and what councils, calendars and laws are made of.
constexpr std::string_view ordinary =
    "a all also an and apologies appendix approval as at after agreed before both business by confirmed date during "
    "each "
    "following for from he how however if in it its members minutes no none noted of on one officers our parts quarter "
    "questions recommended report requested resolved she since some subject that the their there these they this those "
    "to "
    "two under update urgent we what when where which while who with would you act action agency agenda area authority "
    "bank "
    "bill board borough building cabinet care centre chair chairman champions charter chief child children city "
    "college "
    "commission committee communities community company consultation corporate council councillor county court "
    "customer "
    "deputy development director directorate district east education england enterprise environment europe european "
    "executive family fire forum foundation framework full fund government group hall head health help highways "
    "history "
    "home hospital house human improvement information inspection job key lead leader leadership learning library life "
    "live "
    "local manager management meeting member ministry monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december national nhs north northern office "
    "officer ofsted overview panel parish park partnership people performance plan planning police policy post prime "
    "programme project protection public quality region regional resources review road room royal safeguarding school "
    "schools scrutiny secretary section self service services single social society south southern sport staff "
    "standards "
    "start state strategic strategy street support survey system team terms together town trust unit united university "
    "urban vice ward welfare well west western work working young youth";

struct Run {
    std::size_t begin = 0, end = 0, words = 0;
};

// Words with capitals, parted by one space; an initial may have its dot.
template <class Visit> void each_run(std::string_view line, Visit visit) {
    Run run;
    const auto close = [&] {
        if (run.words > 0) visit(run);
        run = Run();
    };
    for (std::size_t at = 0; at < line.size();) {
        if (!is_letter(line[at])) {
            const bool joins = run.words > 0 && at == run.end && line[at] == ' ';
            const bool dot = run.words > 0 && at == run.end && line[at] == '.' && at > 0 && is_upper(line[at - 1]) &&
                             (at < 2 || !is_letter(line[at - 2])) && at + 1 < line.size() && line[at + 1] == ' ';
            if (dot) run.end = at + 1;
            if (!joins && !dot) close();
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_letter(line[end])) ++end;
        const bool name = is_upper(line[at]) && (end - at == 1 || !is_upper(line[at + 1]));
        if (run.words > 0 && (!name || at != run.end + 1)) close();
        if (name) run = {run.words == 0 ? at : run.begin, end, run.words + 1};
        at = end;
    }
    close();
}

} // namespace

PossibleNames::PossibleNames(const Content& known, const MinutesSheet& sheet) {
    add(std::string(ordinary));
    add(known.settings.name);
    for (const Unit& unit : known.units) add(unit.name + " " + unit.post);
    for (const Area& area : known.areas) add(area.name);
    for (const Measure& measure : known.measures) add(measure.title);
    for (const Programme& programme : known.programmes) add(programme.title);
    for (const Project& project : known.projects) add(project.title);
    for (const Item& item : known.items) add(item.title + " " + item.presented_by);
    for (const MinutesSection& section : sheet.items) add(section.title);
    add(sheet.place);
}

void PossibleNames::add(const std::string& text) {
    std::string word;
    for (const char c : lower(text) + " ") {
        if (is_letter(c)) {
            word += c;
        } else if (!word.empty()) {
            institutions_.insert(word);
            word.clear();
        }
    }
}

std::vector<std::string> PossibleNames::in(const std::string& line) const {
    std::vector<std::string> found;
    each_run(line, [&](const Run& run) {
        if (run.words < 2 || run.words > 3) return;
        const std::string words = line.substr(run.begin, run.end - run.begin);
        const std::vector<std::string> parts = split(replace_all(words, ".", ""), ' ');
        const bool initials = std::ranges::all_of(parts, [](const std::string& part) { return part.size() < 2; });
        const bool institution =
            std::ranges::any_of(parts, [&](const std::string& part) { return institutions_.contains(lower(part)); });
        if (!initials && !institution) found.push_back(words);
    });
    return found;
}

std::string PossibleNames::masked(std::string line) const {
    for (const std::string& name : in(line)) line = replace_all(std::move(line), name, "[name]");
    return line;
}

} // namespace qd::inline exchange
