#include "base/text.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace qd::inline exchange {
namespace {

using Words = std::span<const std::string_view>;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_any(std::string_view low, Words words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return low.find(word) != std::string_view::npos; });
}
bool has_any_word(std::string_view low, Words words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return has_word(low, word); });
}

bool confirms_minutes(std::string_view low) {
    constexpr std::array<std::string_view, 3> records{"accurate record", "correct record", "confirmed and signed"};
    if (has_any(low, records)) return true;
    constexpr std::array<std::string_view, 9> ways{"confirmed", "confirm", "approved",    "approve",      "signed",
                                                   "accepted",  "accept",  "true record", "taken as read"};
    const bool minutes = has_word(low, "minutes") || low.find("notes of the") != std::string_view::npos;
    const bool agreed = has_word(low, "agreed") || has_word(low, "agree");
    return minutes && (has_any(low, ways) || agreed) && low.find("matters arising") == std::string_view::npos;
}

bool asks(std::string_view low) {
    constexpr std::array<std::string_view, 4> nouns{"the request ", "a request ", "this request ", "requests for"};
    constexpr std::array<std::string_view, 15> verbs{"request",  "requested", "requests",   "ask",     "asked",
                                                     "asks",     "instruct",  "instructed", "invited", "invite",
                                                     "reminded", "remind",    "tasked",     "urge",    "called on"};
    return has_any_word(low, verbs) && !has_any(low, nouns);
}

// Something comes back: "a further report be submitted".
bool comes_back(std::string_view low) {
    constexpr std::array<std::string_view, 15> what{"report",  "update", "breakdown", "briefing", "information",
                                                    "figures", "detail", "list",      "review",   "presentation",
                                                    "paper",   "data",   "analysis",  "survey",   "item"};
    constexpr std::array<std::string_view, 16> ways{
        "be submitted", "be brought",  "be presented",    "be provided",      "be circulated", "be reported",
        "be prepared",  "be produced", "be supplied",     "be sent",          "be added to",   "be shared",
        "come back",    "report back", "be brought back", "be made available"};
    if (has_any(low, what) && has_any(low, ways)) return true;
    constexpr std::array<std::string_view, 3> back{"report back", "brought back", "bring back"};
    if (has_any(low, back)) return true;
    return low.find("be considered") != std::string_view::npos && find_due(low, Date()).has_value();
}

bool passes_on(std::string_view low) {
    constexpr std::array<std::string_view, 12> ways{
        "referred to",    "be referred",      "refer the",       "refer to",        "recommended to", "recommend to",
        "recommend that", "recommended that", "be forwarded to", "recommended for", "recommend the",  "be recommended"};
    constexpr std::array<std::string_view, 6> to{"submitted to cabinet",      "submitted to council",
                                                 "submitted to full council", "presented to cabinet",
                                                 "presented to council",      "forwarded to"};
    return has_any(low, ways) || has_any(low, to);
}

constexpr std::array<std::string_view, 30> given{
    "circulate", "provide", "send",   "share", "bring",  "look",    "check",   "write",  "arrange", "investigate",
    "report",    "supply",  "raise",  "take",  "feed",   "contact", "update",  "review", "prepare", "ask",
    "speak",     "confirm", "liaise", "find",  "follow", "come",    "include", "ensure", "explore", "add"};

bool is_followed_by_giving(std::string_view low, std::string_view lead) {
    for (auto at = low.find(lead); at != std::string_view::npos; at = low.find(lead, at + 1)) {
        const std::string_view rest = low.substr(at + lead.size());
        if (std::ranges::any_of(given, [&](std::string_view verb) {
                return rest.starts_with(verb) && (rest.size() == verb.size() || !is_letter(rest[verb.size()]));
            }))
            return true;
    }
    return false;
}

bool undertakes(std::string_view low, std::string_view sentence) {
    constexpr std::array<std::string_view, 24> plain{"undertook to",
                                                     "undertook that",
                                                     "gave an undertaking",
                                                     "would circulate",
                                                     "would look into",
                                                     "would follow up",
                                                     "would report back",
                                                     "would come back",
                                                     "would take up these",
                                                     "there would be an update",
                                                     "would be added to the next",
                                                     "would be detailed on the next",
                                                     "would be provided to",
                                                     "would be reported to",
                                                     "would be brought to",
                                                     "would be circulated",
                                                     "would be sent to",
                                                     "would be shared with",
                                                     "will circulate",
                                                     "will report back",
                                                     "will be circulated",
                                                     "would feed back",
                                                     "took an action to",
                                                     "would be provided at"};
    if (has_any(low, plain)) return true;
    for (const std::string_view lead : {"agreed to ", "offered to ", "promised to ", "committed to ", "undertaken to "})
        if (is_followed_by_giving(low, lead)) return true;
    const bool officer = charges_post(sentence) || low.starts_with("an officer") || low.starts_with("officers ") ||
                         low.starts_with("he ") || low.starts_with("she ") || low.starts_with("they ");
    return officer && (is_followed_by_giving(low, "would ") || is_followed_by_giving(low, "will "));
}

bool asks_in_passing(std::string_view low) {
    constexpr std::array<std::string_view, 18> ways{"requested more",
                                                    "requested that",
                                                    "requested a ",
                                                    "requested an ",
                                                    "requested further",
                                                    "requested information",
                                                    "requested details",
                                                    "requested the ",
                                                    "asked that ",
                                                    "asked to be provided",
                                                    "asked to be sent",
                                                    "asked officers to",
                                                    "asked if some",
                                                    "asked to be kept",
                                                    "would be a useful measure",
                                                    "helpful for committee to have",
                                                    "helpful for the committee to have",
                                                    "asked to receive"};
    if (has_any(low, ways)) return true;
    if (low.find("asked for ") != std::string_view::npos &&
        low.find("asked for clarification") == std::string_view::npos &&
        low.find("asked for assurance") == std::string_view::npos)
        return true;
    if (low.find("asked the ") != std::string_view::npos &&
        low.find(" to ", low.find("asked the ")) != std::string_view::npos)
        return true;
    const auto asked = std::min(low.find("asked if"), low.find("asked whether"));
    if (asked == std::string_view::npos) return false;
    constexpr std::array<std::string_view, 7> could{"could be brought",  "could be provided", "could be circulated",
                                                    "could be shared",   "could be included", "could be sent",
                                                    "could be presented"};
    return has_any(low.substr(asked), could);
}

} // namespace

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = find_words(text, word); at != std::string_view::npos; at = find_words(text, word, at + 1)) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const bool ends = at + word.size() >= text.size() || !is_letter(text[at + word.size()]);
        if (begins && ends) return true;
    }
    return false;
}

DecisionKind kind_of_outcome(std::string_view text, const Stem& stem) {
    const std::string low = lower(text);
    if (stem.action) return DecisionKind::requested;
    if (confirms_minutes(low)) return DecisionKind::confirmed;
    constexpr std::array<std::string_view, 6> later{"deferred",  "defer",     "adjourned",
                                                    "postponed", "held over", "adjourn"};
    if (has_any_word(low, later) || stem.kind == DecisionKind::deferred) return DecisionKind::deferred;
    if (asks(low)) return DecisionKind::requested;
    if (passes_on(low)) return DecisionKind::referred;
    if (low.find("will be made") != std::string::npos || low.find("will be provided") != std::string::npos ||
        has_word(low, "undertook") || stem.kind == DecisionKind::promised)
        return DecisionKind::promised;
    if (comes_back(low) || charges_post(text)) return DecisionKind::requested;
    constexpr std::array<std::string_view, 8> noting{"note",    "noted",        "notes",   "received",
                                                     "receive", "acknowledged", "welcome", "welcomed"};
    if (has_any_word(low, noting)) return DecisionKind::noted;
    return stem.kind;
}

std::optional<DecisionKind> kind_in_passing(std::string_view sentence) {
    const std::string low = lower(sentence);
    const bool stated = low.find(" were ") != std::string::npos || low.find(" was ") != std::string::npos ||
                        low.find("signed") != std::string::npos;
    if (stated && confirms_minutes(low) && low.find("minutes") < 40) return DecisionKind::confirmed;
    constexpr std::array<std::string_view, 3> later{" was deferred", " were deferred", " be deferred"};
    if (has_any(low, later)) return DecisionKind::deferred;
    constexpr std::array<std::string_view, 7> other{
        "would be presented to", "should be discussed with", "was referred to the ",  "were referred to the ",
        "be referred to the ",   "was referred to cabinet",  "be referred to cabinet"};
    if (has_any(low, other)) return DecisionKind::referred;
    if (undertakes(low, sentence)) return DecisionKind::promised;
    if (asks_in_passing(low)) return DecisionKind::requested;
    return std::nullopt;
}

} // namespace qd::inline exchange
