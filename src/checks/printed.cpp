#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/status_counts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace qd::inline checks {
namespace {

using Texts = std::vector<const Printed*>;
using Tokens = std::vector<std::string>;

Finding finding(const Printed& row, FindingKind kind, std::string message) {
    return {kind, row.subject.value_or(Subject()), row.place, std::move(message)};
}

std::string quoted(const std::string& text) { return "“" + text + "”"; }

// Small letters and digits; "and" and "&" are the same to a reader, and so is none of them.
Tokens words_in(const std::string& text) {
    Tokens words(1);
    for (const char c : lower(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0)
            words.back() += c;
        else if (byte < 0x80 && !words.back().empty() &&
                 c != '\'') // a letter or quotation mark beyond ASCII parts nothing
            words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) { return word.empty() || word == "and"; });
    return words;
}

// Whether all `words` are in `whole` in this order; the rest of `whole` goes into `rest`.
bool stand_in(const Tokens& words, const Tokens& whole, Tokens& rest) {
    std::size_t next = 0;
    for (const std::string& word : whole)
        if (next < words.size() && word == words[next])
            ++next;
        else
            rest.push_back(word);
    return next == words.size();
}

// What the store calls it: the full name first.
std::vector<std::string> names_of(const Content& content, const Subject& subject) {
    std::vector<std::string> names;
    const auto add = [&](const auto& rows, auto name) {
        for (const auto& row : rows)
            if (row.code.text() == subject.code) names.push_back(row.*name);
    };
    switch (subject.kind) {
    case SubjectKind::measure: add(content.measures, &Measure::title); break;
    case SubjectKind::priority: add(content.priorities, &Priority::title); break;
    case SubjectKind::unit: add(content.units, &Unit::name); break;
    case SubjectKind::plan: add(content.plans, &Plan::title); break;
    case SubjectKind::project: add(content.projects, &Project::title); break;
    case SubjectKind::programme: add(content.programmes, &Programme::title); break;
    case SubjectKind::phase: add(content.phases, &Phase::title); break;
    case SubjectKind::deliverable: add(content.deliverables, &Deliverable::title); break;
    case SubjectKind::risk: add(content.risks, &Risk::title); break;
    default: break;
    }
    if (subject.kind == SubjectKind::measure)
        if (const Measure* measure = find_row(content.measures, MeasureCode(subject.code)))
            names.push_back(short_name(*measure));
    return names;
}

// --- symbols

constexpr std::array symbols = std::to_array<std::string_view>({"*", "†", "‡", "§", "#", "^", "¹", "²", "³"});

// The symbols at the end of a text: "Ahead**" → "**".
std::string symbol_behind(std::string text) {
    std::string found;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view symbol : symbols)
            if (text.size() > symbol.size() && text.ends_with(symbol)) {
                found.insert(0, symbol);
                text.resize(text.size() - symbol.size());
                more = true;
            }
    }
    return found;
}

bool is_explained(const std::string& symbol, const Texts& place) {
    return std::ranges::any_of(place, [&](const Printed* row) {
        if (row->kind != PrintedKind::note || !row->text.starts_with(symbol)) return false;
        const std::string rest = row->text.substr(symbol.size());
        return std::ranges::none_of(symbols, [&](std::string_view more) { return rest.starts_with(more); });
    });
}

void unexplained_symbols(const Texts& place, Findings& findings) {
    std::map<std::string, Texts> marked;
    for (const Printed* row : place)
        if (row->kind != PrintedKind::note)
            if (const std::string symbol = symbol_behind(row->text); !symbol.empty()) marked[symbol].push_back(row);
    for (const auto& [symbol, rows] : marked) {
        if (is_explained(symbol, place)) continue;
        Tokens texts;
        for (const Printed* row : rows)
            if (std::ranges::find(texts, quoted(row->text)) == texts.end()) texts.push_back(quoted(row->text));
        findings.push_back(finding(*rows.front(), warning("symbol-unexplained"),
                                   quoted(symbol) + " comes after " + in_words(texts) + ", " +
                                       (rows.size() == 1 ? std::string("once") : plural(rows.size(), "time", "times")) +
                                       ", and no note explains it."));
    }
}

// --- headings

bool has_word_of(const std::string& text, std::initializer_list<std::string_view> wanted) {
    const Tokens words = words_in(text);
    return std::ranges::any_of(wanted, [&](std::string_view word) { return std::ranges::count(words, word) > 0; });
}

// "Outcomes achieved" above a column that says what was planned.
void headings(const Texts& place, Findings& findings) {
    for (const Printed* row : place) {
        if (row->kind != PrintedKind::heading || row->above.empty()) continue;
        const bool of_what_is_done =
            has_word_of(row->above, {"achieved", "actual", "actuals", "delivered", "completed", "outturn", "paid"});
        const bool of_what_is_meant =
            has_word_of(row->text, {"profile", "profiled", "target", "targets", "plan", "planned", "forecast",
                                    "expected", "budget", "trajectory"});
        if (!of_what_is_done || !of_what_is_meant) continue;
        findings.push_back(finding(*row, warning("heading-covers"),
                                   quoted(row->above) + " is also above the column " + quoted(row->text) +
                                       ", which says what was planned."));
    }
}

// --- names and rows

void other_names(const Content& content, const Texts& place, Findings& findings) {
    for (const Printed* row : place) {
        if (row->kind != PrintedKind::name || !row->subject) continue;
        const auto names = names_of(content, *row->subject);
        Tokens rest;
        if (names.empty() || std::ranges::any_of(names, [&](const std::string& name) {
                return stand_in(words_in(row->text), words_in(name), rest); // it may be shortened
            }))
            continue;
        findings.push_back(
            finding(*row, warning("name-varies"),
                    "It is called " + quoted(row->text) + " here, and is " + quoted(names.front()) + "."));
    }
}

// A row with the words of its title, and the status that belongs into the next cell among them.
void mixed_cells(const Content& content, const Printed& row, Findings& findings) {
    for (const std::string& name : names_of(content, *row.subject)) {
        Tokens rest;
        if (!stand_in(words_in(name), words_in(row.text), rest)) continue;
        const std::string more = join(rest, " ");
        for (const Status status : every_status)
            if (is_rated(status) && more == label(status)) {
                findings.push_back(finding(row, warning("cell-split"),
                                           quoted(row.text) + " is one text made of two cells: " + quoted(name) +
                                               " and its status, " + quoted(more) + "."));
                return;
            }
    }
}

// A title that goes on in the next row, as if there were two.
void split_rows(const Content& content, const Texts& place, Findings& findings) {
    std::set<std::string> seen;
    for (const Printed* row : place) {
        if (row->kind != PrintedKind::row || !row->subject || !seen.insert(print(*row->subject)).second) continue;
        Tokens parts;
        for (const Printed* other : place)
            if (other->kind == PrintedKind::row && other->subject == row->subject) parts.push_back(other->text);
        if (parts.size() == 1) {
            mixed_cells(content, *row, findings);
            continue;
        }
        const auto names = names_of(content, *row->subject);
        if (std::ranges::none_of(names,
                                 [&](const std::string& name) { return words_in(name) == words_in(join(parts, " ")); }))
            continue;
        for (std::string& part : parts) part = qd::quoted(part);
        findings.push_back(
            finding(*row, warning("cell-split"),
                    "One row of the table is " + std::to_string(parts.size()) + ": " + in_words(parts) + "."));
    }
}

// --- fields and labels

void open_choices(const Texts& place, Findings& findings) {
    for (const Printed* row : place)
        if (row->kind == PrintedKind::choice && trim(row->text).empty())
            findings.push_back(
                finding(*row, warning("choice-open"),
                        quoted(row->above) + " offers " + quoted(row->choices) + ", and none of them is marked."));
}

// "2013/1": a year of two, the second with one digit.
bool has_cut_year(const std::string& text) {
    const auto digits_at = [&](std::size_t at) {
        std::size_t end = at;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
        return end - at;
    };
    for (std::size_t slash = text.find('/'); slash != std::string::npos; slash = text.find('/', slash + 1)) {
        std::size_t start = slash;
        while (start > 0 && std::isdigit(static_cast<unsigned char>(text[start - 1])) != 0) --start;
        const bool is_date = start > 0 && text[start - 1] == '/';
        const bool goes_on = slash + 2 < text.size() && text[slash + 2] == '/';
        if (slash - start == 4 && digits_at(slash + 1) == 1 && !is_date && !goes_on) return true;
    }
    return false;
}

void cut_labels(const Texts& place, Findings& findings) {
    for (const Printed* row : place) {
        const bool open = std::ranges::count(row->text, '(') > std::ranges::count(row->text, ')');
        if (!open && !has_cut_year(row->text)) continue;
        findings.push_back(finding(*row, warning("label-cut-off"),
                                   quoted(row->text) + " is cut off: " +
                                       (open ? "its bracket is not closed" : "its year is not whole") + "."));
    }
}

} // namespace

// How published papers print what they say, place by place.
Findings check_printed(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    std::vector<std::pair<std::string, Texts>> places;
    for (const Printed& row : input.content.printed) {
        if (row.period != input.period) continue;
        auto found = std::ranges::find(places, row.place, &std::pair<std::string, Texts>::first);
        if (found == places.end()) found = places.insert(places.end(), {row.place, {}});
        found->second.push_back(&row);
    }
    for (auto& [place, texts] : places) {
        std::ranges::stable_sort(texts, {}, &Printed::position);
        unexplained_symbols(texts, findings);
        headings(texts, findings);
        other_names(input.content, texts, findings);
        split_rows(input.content, texts, findings);
        open_choices(texts, findings);
        cut_labels(texts, findings);
    }
    return findings;
}

} // namespace qd::inline checks
