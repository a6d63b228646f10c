#include "base/text.hpp"
#include "exchange/minutes/lines.hpp"
#include "exchange/minutes/list_marks.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct Keyword {
    std::string_view word;
    DecisionKind kind;
    bool action = false;
};
constexpr std::array<Keyword, 38> keywords{{
    {"unanimously resolved", DecisionKind::agreed},
    {"unanimously agreed", DecisionKind::agreed},
    {"resolved", DecisionKind::agreed},
    {"resolution", DecisionKind::agreed},
    {"resolutions", DecisionKind::agreed},
    {"agreed actions", DecisionKind::requested, true},
    {"agreed action", DecisionKind::requested, true},
    {"agreed", DecisionKind::agreed},
    {"agreement", DecisionKind::agreed},
    {"recommended", DecisionKind::referred},
    {"recommendations", DecisionKind::referred},
    {"recommendation", DecisionKind::referred},
    {"recommends", DecisionKind::referred},
    {"decisions", DecisionKind::agreed},
    {"decision", DecisionKind::agreed},
    {"decided", DecisionKind::agreed},
    {"outcome", DecisionKind::agreed},
    {"ordered", DecisionKind::agreed},
    {"carried", DecisionKind::agreed},
    {"approved", DecisionKind::agreed},
    {"endorsed", DecisionKind::agreed},
    {"adopted", DecisionKind::agreed},
    {"noted", DecisionKind::noted},
    {"received", DecisionKind::noted},
    {"deferred", DecisionKind::deferred},
    {"referred", DecisionKind::referred},
    {"requested", DecisionKind::requested},
    {"request", DecisionKind::requested},
    {"requests", DecisionKind::requested},
    {"action points", DecisionKind::requested, true},
    {"action point", DecisionKind::requested, true},
    {"action required", DecisionKind::requested, true},
    {"actions agreed", DecisionKind::requested, true},
    {"actions arising", DecisionKind::requested, true},
    {"actions", DecisionKind::requested, true},
    {"action", DecisionKind::requested, true},
    {"follow-up", DecisionKind::requested, true},
    {"undertaking", DecisionKind::promised},
}};

// After a keyword: what separates it from what was decided. npos = it is not a stem.
std::size_t behind_keyword(std::string_view line, std::size_t end, bool capitals, bool agreed_word) {
    std::string_view rest = line.substr(end);
    std::size_t skipped = 0;
    const auto skip = [&](std::size_t count) {
        skipped += count;
        rest.remove_prefix(count);
    };
    for (const std::string_view manner :
         {" unanimously", " (unanimously)", " by a majority", " nem con", " on a show of hands"})
        if (lower(rest).starts_with(manner)) skip(manner.size());
    if (rest.empty()) return end + skipped;
    if (rest.starts_with(" (") || rest.starts_with(" [")) return end + skipped; // an owner, a vote
    for (const std::string_view mark :
         {"/-", "/–", ":-", ":–", " :", ":", " – ", " - ", " — ", "– ", "- ", "— ", ". ", ", "})
        if (rest.starts_with(mark)) return end + skipped + mark.size();
    for (const std::string_view mark : {":", "/-", "/–", ":-", ":–", " –", " -", "-", "–", "."})
        if (rest == mark) return end + skipped + mark.size();
    if (rest.starts_with('\t')) return end + skipped + 1;
    const std::string low = lower(rest);
    for (const std::string_view word : {" that", " to ", " by ", " as follows"})
        if (low.starts_with(word) && (low.size() == word.size() || !is_lower(low[word.size()]) || word.ends_with(' ')))
            return end + skipped + (word == " by " || word == " to " ? 0 : 1);
    if (capitals && rest[0] == ' ') return end + skipped + 1;
    if (agreed_word && low.starts_with(" the ")) return end + skipped + 1;
    return std::string_view::npos;
}

bool all_capitals(std::string_view text) { return std::ranges::none_of(text, is_lower); }

// "Action (Head of Roads): …": the owner in brackets goes from the rest.
void take_owner(std::string_view line, Stem& stem) {
    std::string_view rest = line.substr(stem.rest);
    const auto open = rest.find_first_not_of(' ');
    if (open == std::string_view::npos || (rest[open] != '(' && rest[open] != '[')) return;
    const auto close = rest.find_first_of(")]", open);
    if (close == std::string_view::npos || close > 80 || marked_entry(trim(rest))) return;
    if (stem.action) stem.owner = std::string(trim(rest.substr(open + 1, close - open - 1)));
    std::size_t end = close + 1;
    while (end < rest.size() && (rest[end] == ' ' || rest[end] == ':' || rest[end] == '-')) ++end;
    if (rest.substr(end).starts_with("–")) end += std::string_view("–").size();
    stem.rest += end;
}

// "RESOLVED:", "Agreed that": the keyword leads.
std::optional<Stem> keyword_stem(std::string_view line, std::size_t begin) {
    std::string_view text = line.substr(begin);
    std::size_t lead = 0;
    const std::string low = lower(text);
    for (const std::string_view words :
         {"it was therefore ", "it was further ", "it was also ", "it was then ", "it was ", "it is ", "we ",
          "accordingly, ", "and ", "further ", "also ", "therefore ", "unanimously "})
        if (std::string_view(low).substr(lead).starts_with(words)) lead += words.size();
    for (const Keyword& keyword : keywords) {
        if (!std::string_view(low).substr(lead).starts_with(keyword.word)) continue;
        const std::size_t end = lead + keyword.word.size();
        if (end < text.size() && is_letter(text[end])) continue;
        const std::string_view as_written = text.substr(lead, keyword.word.size());
        const bool capitals = all_capitals(as_written);
        if (all_capitals(text) && text.size() > end + 2 && text.find(':') == std::string_view::npos && keyword.action)
            return std::nullopt;
        const bool plain_verb =
            keyword.kind == DecisionKind::noted || keyword.word == "approved" || keyword.word == "received";
        std::size_t rest = behind_keyword(text, end, capitals && !keyword.action, plain_verb && lead == 0);
        // "It was noted that calls fell" reports; "NOTED that" decides.
        if (keyword.kind == DecisionKind::noted && lead > 0 && !capitals) return std::nullopt;
        if (keyword.word == "carried" && !capitals) return std::nullopt;
        if (rest == std::string_view::npos && keyword.action && capitals && text.size() > end && text[end] == ' ')
            rest = end + 1;
        if (rest == std::string_view::npos) continue;
        Stem stem{keyword.kind, keyword.action, begin, begin + rest, {}};
        take_owner(line, stem);
        return stem;
    }
    return std::nullopt;
}

struct Verb {
    std::string_view word;
    DecisionKind kind;
};
constexpr std::array<Verb, 22> verbs{{
    {"resolved", DecisionKind::agreed},      {"agreed", DecisionKind::agreed},
    {"recommended", DecisionKind::referred}, {"recommends", DecisionKind::referred},
    {"approved", DecisionKind::agreed},      {"endorsed", DecisionKind::agreed},
    {"decided", DecisionKind::agreed},       {"adopted", DecisionKind::agreed},
    {"accepted", DecisionKind::agreed},      {"ratified", DecisionKind::agreed},
    {"requested", DecisionKind::requested},  {"asked", DecisionKind::requested},
    {"instructed", DecisionKind::requested}, {"invited", DecisionKind::requested},
    {"noted", DecisionKind::noted},          {"received", DecisionKind::noted},
    {"deferred", DecisionKind::deferred},    {"referred", DecisionKind::referred},
    {"authorised", DecisionKind::agreed},    {"delegated", DecisionKind::agreed},
    {"confirmed", DecisionKind::confirmed},  {"supported", DecisionKind::agreed},
}};

// Whether the verb decides by what follows it: "noted the report" does, "noted that calls fell" and "asked whether" do not.
bool decides(const Verb& verb, std::string_view rest) {
    const std::string low = lower(trim(rest));
    const auto begins = [&](std::string_view words) { return low.starts_with(words); };
    if (verb.word == "noted" || verb.word == "received" || verb.word == "confirmed" || verb.word == "accepted" ||
        verb.word == "supported")
        return begins("the ") || begins(":") || begins("and ");
    if (verb.word == "asked")
        return begins("that") || begins("for ") || begins("the ") || begins("officers ") || begins("to ") ||
               begins(":");
    if (verb.word == "referred") return begins("the ") || begins("it ") || begins("this ");
    return !begins("with ") && !begins("by ") && !low.empty() && low != ".";
}

constexpr std::array<std::string_view, 24> bodies{
    "committee",   "panel",       "board",       "cabinet",  "council",       "members",
    "forum",       "group",       "authority",   "trustees", "governors",     "meeting",
    "partnership", "executive",   "commission",  "trust",    "sub-committee", "subcommittee",
    "team",        "councillors", "improvement", "assembly", "party",         "conference"};

// "The Committee agreed to", "Members RESOLVED that": subject and verb lead.
std::optional<Stem> subject_stem(std::string_view line) {
    const std::string low = lower(line.substr(0, 160));
    std::size_t best = std::string_view::npos;
    const Verb* found = nullptr;
    for (const Verb& verb : verbs)
        for (auto at = low.find(verb.word); at != std::string::npos; at = low.find(verb.word, at + 1)) {
            const std::size_t end = at + verb.word.size();
            const bool whole = at > 0 && low[at - 1] == ' ' && (end >= low.size() || !is_letter(low[end]));
            if (whole && at < best) best = at, found = &verb;
        }
    if (found == nullptr || best < 4 || best > 100) return std::nullopt;
    std::string subject = low.substr(0, best);
    if (subject.find_first_of(".:;,") != std::string::npos) return std::nullopt;
    for (const std::string_view adverb : {"unanimously ", "also ", "therefore ", "further ", "formally ", "then ",
                                          "duly ", "accordingly ", "has ", "have "})
        subject = replace_all(std::move(subject), std::string(" ") + std::string(adverb), " ");
    subject = std::string(trim(subject));
    const bool on_something = subject.find(" committee on ") != std::string::npos;
    const bool is_body = on_something || std::ranges::any_of(bodies, [&](std::string_view body) {
                             return subject == body || subject.ends_with(" " + std::string(body));
                         });
    const bool other = subject.find(" of the ") != std::string::npos && subject.find("members of the") != 0;
    if (!is_body || other || subject.size() > 90 || subject.find("report") != std::string::npos) return std::nullopt;
    const std::size_t end = best + found->word.size();
    if (!decides(*found, line.substr(end))) return std::nullopt;
    return Stem{found->kind, false, 0, end, {}};
}

} // namespace

std::optional<Stem> stem_at_start(std::string_view line) {
    std::size_t begin = line.size() - without_bullet(line).size();
    if (const auto entry = marked_entry(line); entry && !entry->mark.empty() && !entry->rest.empty())
        begin = line.size() - entry->rest.size();
    if (auto stem = keyword_stem(line, begin)) return stem;
    const std::string low = lower(line.substr(0, 60));
    for (const std::string_view body : bodies) // "The Committee:" leads to a list
        if (low == "the " + std::string(body) + ":" || low == std::string(body) + ":" ||
            low == "that the " + std::string(body) + ":")
            if (body != "members" && body != "councillors")
                return Stem{DecisionKind::agreed, false, 0, line.size(), {}};
    if (begin > 0) return std::nullopt;
    return subject_stem(line);
}

std::optional<Stem> stem_within(std::string_view line) {
    const std::string low = lower(line);
    for (const std::string_view word : {"resolved", "agreed", "recommended"})
        for (auto at = low.find(word); at != std::string::npos; at = low.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            if (at == 0 || is_letter(low[at - 1]) || (end < low.size() && is_letter(low[end]))) continue;
            const bool capitals = all_capitals(line.substr(at, word.size()));
            const std::string before = low.substr(at > 12 ? at - 12 : 0, at > 12 ? 12 : at);
            const bool led = capitals || before.ends_with(" was ") || before.ends_with("unanimously ") ||
                             before.ends_with(" and ") || before.ends_with(", ");
            const std::string_view rest = std::string_view(low).substr(end);
            const bool follows = rest.starts_with(" that") || rest.starts_with(" to ") || rest.starts_with(":") ||
                                 rest.starts_with(" unanimously") || rest.starts_with(" –") || rest.starts_with(" -");
            if (!led || !follows ||
                (word == "agreed" && !capitals && !before.ends_with(" was ") && !before.ends_with("unanimously ")))
                continue;
            const std::size_t behind = behind_keyword(line, end, capitals, false);
            if (behind == std::string_view::npos) continue;
            return Stem{word == "recommended" ? DecisionKind::referred : DecisionKind::agreed, false, at, behind, {}};
        }
    return std::nullopt;
}

} // namespace qd::inline exchange
