#include "exchange/minutes/item_titles.hpp"

#include "base/text.hpp"
#include "exchange/minutes/names.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace

ItemKind kind_of_title(std::string_view title) {
    if (has_words(title, "apologies")) return ItemKind::apologies;
    if (has_words(title, "disclosure") || has_words(title, "declaration") || has_words(title, "disclosable"))
        return ItemKind::disclosure;
    if (has_words(title, "next meeting") || has_words(title, "date of meeting") ||
        has_words(title, "dates of meetings") || has_words(title, "future meetings") ||
        has_words(title, "date and time of next"))
        return ItemKind::next_meeting;
    const std::string low = lower(trim(title));
    if (has_words(title, "minutes of the") || low == "minutes" || low.starts_with("minutes of ") ||
        low.starts_with("minutes from ") || low.starts_with("minutes -") || low.starts_with("minutes –") ||
        low.starts_with("minutes:") || low.starts_with("minutes and ") || has_words(title, "previous minutes") ||
        has_words(title, "minutes of last") || has_words(title, "minutes of previous") || low == "the minutes" ||
        low.ends_with(" of the minutes") || low.ends_with(" of minutes") ||
        low.starts_with("confirmation of minutes") || low.starts_with("to approve the minutes"))
        return ItemKind::minutes;
    if (has_words(title, "matters arising")) return ItemKind::matters_arising;
    if (has_words(title, "urgent business") || has_words(title, "urgent item")) return ItemKind::urgent;
    if (has_words(title, "exclusion of") || has_words(title, "exclude the p") || has_words(title, "exclusion from"))
        return ItemKind::exclusion;
    return ItemKind::report;
}

bool is_usual_title(std::string_view title) {
    if (kind_of_title(title) != ItemKind::report) return true;
    constexpr std::array<std::string_view, 38> usual{"matters arising",
                                                     "any other business",
                                                     "aob",
                                                     "public participation",
                                                     "public questions",
                                                     "announcements",
                                                     "correspondence",
                                                     "finance",
                                                     "planning applications",
                                                     "membership",
                                                     "terms of reference",
                                                     "work programme",
                                                     "forward plan",
                                                     "performance",
                                                     "budget",
                                                     "update",
                                                     "welcome",
                                                     "introductions",
                                                     "election of",
                                                     "appointment of",
                                                     "questions",
                                                     "petitions",
                                                     "close of meeting",
                                                     "scrutiny",
                                                     "monitoring",
                                                     "chair's",
                                                     "chairman's",
                                                     "report",
                                                     "strategy",
                                                     "plan",
                                                     "review",
                                                     "programme",
                                                     "attendance",
                                                     "substitutes",
                                                     "items for",
                                                     "exempt",
                                                     "accounts",
                                                     "risk register"};
    return std::ranges::any_of(usual, [&](std::string_view words) { return has_word(title, words); });
}

double title_likeness(std::string_view title) {
    if (title.empty()) return -3;
    const auto words = std::ranges::count(title, ' ') + 1;
    double score = 1;
    if (is_usual_title(title) && words < 16) score += 1.5;
    const bool capitals = std::ranges::none_of(title, is_lower) && std::ranges::any_of(title, is_upper);
    if (capitals && title.size() > 3) score += 1;
    const auto letter = std::ranges::find_if(title, [](char c) { return is_lower(c) || is_upper(c); });
    if (letter == title.end())
        score -= 3;
    else if (is_lower(*letter))
        score -= 3;
    if (title.starts_with("That ") || title.starts_with("That,")) score -= 4;
    if (title.ends_with(';') || title.ends_with("; and") || title.ends_with(',') || title.ends_with(", and"))
        score -= 4;
    if (title.ends_with('.')) score -= words > 6 ? 2.5 : 0.5;
    if (title.find(". ") != std::string_view::npos && words > 8) score -= 2;
    if (words > 16) score -= 1;
    if (words > 34) score -= 2.5;
    for (const std::string_view verb :
         {" was ", " were ", " had ", " would ", " be ", " has been ", " said ", " asked "})
        if (words > 5 && title.find(verb) != std::string_view::npos && !capitals) {
            score -= 1.5;
            break;
        }
    if (stem_at_start(title)) score -= 2;
    return score;
}

bool is_attendance_label(std::string_view line) {
    const auto colon = line.find(':');
    if (colon != std::string_view::npos) {
        const std::string_view rest = trim(line.substr(colon + 1));
        if (!rest.empty() && rest != "-" && rest != "–") return false;
        line = line.substr(0, colon);
    }
    if (const auto bracket = line.find('('); bracket != std::string_view::npos && line.ends_with(')'))
        line = line.substr(0, bracket);
    line = trim(line);
    while (line.ends_with('-')) line = trim(line.substr(0, line.size() - 1));
    constexpr std::array<std::string_view, 18> keys{
        "present",     "attendance", "attendees", "apologies",       "absent", "officers",
        "councillors", "members",    "observers", "substitutes",     "guests", "attending",
        "attended",    "cllrs",      "invitees",  "representatives", "staff",  "advisers"};
    constexpr std::array<std::string_view, 37> others{
        "in",      "also",     "the",        "of",        "for",      "absence",   "and",         "those",
        "not",     "voting",   "non-voting", "co-opted",  "board",    "panel",     "committee",   "county",
        "borough", "district", "town",       "parish",    "city",     "council",   "independent", "substitute",
        "members", "other",    "executive",  "cabinet",   "trustees", "governors", "members'",    "elected",
        "were",    "as",       "parish",     "virtually", "remotely"};
    int named = 0, count = 0;
    for (const NameWord& word : name_words(line)) {
        const std::string low = lower(word.text);
        const bool key = std::ranges::find(keys, low) != keys.end();
        if (!key && std::ranges::find(others, low) == others.end()) return false;
        named += key ? 1 : 0;
        ++count;
    }
    return named > 0 && count < 8;
}

bool begins_attendance(std::string_view line) {
    const auto end = line.find_first_of(":\t");
    return is_attendance_label(line.substr(0, end));
}

bool is_capital_title(std::string_view line) {
    if (std::ranges::any_of(line, is_lower) || std::ranges::count_if(line, is_upper) < 4) return false;
    if (std::ranges::count(line, ' ') > 14 || line.ends_with(':') || line.find('|') != std::string_view::npos)
        return false;
    if (line.find('\t') != std::string_view::npos || (is_attendance_label(line) && !has_words(line, "APOLOGIES")) ||
        stem_at_start(line))
        return false;
    for (const std::string_view closing :
         {"CHAIR", "SIGNED", "CLERK", "END", "DATED", "MINUTES", "AGENDA", "DRAFT", "UNCONFIRMED"})
        if (line.starts_with(closing) && line.size() < closing.size() + 6) return false;
    const std::vector<NameWord> words = name_words(line);
    return !words.empty() && councillor_words(line, words, 0) == 0 && !is_title(words[0].text);
}

} // namespace qd::inline exchange
