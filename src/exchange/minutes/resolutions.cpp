#include "exchange/minutes/resolutions.hpp"

#include "base/text.hpp"

#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

// "(ii) Requested …" → the mark and the rest.
std::optional<std::pair<std::string, std::string>> marked(std::string_view line) {
    if (line.starts_with("- ")) line = trim(line.substr(2));
    const auto close = line.find(')');
    if (!line.starts_with('(') || close == std::string_view::npos || close < 2 || close > 6) return std::nullopt;
    if (line.substr(1, close - 1).find_first_not_of("ivxabcdefgh") != std::string_view::npos) return std::nullopt;
    return std::pair(std::string(line.substr(0, close + 1)), std::string(trim(line.substr(close + 1))));
}

bool begins_resolved(std::string_view line) {
    const std::string start = lower(line.substr(0, 8));
    return start == "resolved" || (lower(line.substr(0, 6)) == "agreed" && line.size() > 6 &&
                                   !(line[6] == ' ' && line.size() > 7 && line[7] >= 'a' && line[7] <= 'z'));
}

// Without "Resolved: That the Cabinet Committee", up to what was resolved.
std::string_view without_lead(std::string_view text) {
    for (const std::string_view word : {"resolved", "agreed"})
        if (lower(text.substr(0, word.size())) == word) text.remove_prefix(word.size());
    const auto first = text.find_first_not_of(" :\t-");
    text = first == std::string_view::npos ? "" : text.substr(first);
    for (const std::string_view dash : {"–", "—"})
        if (text.starts_with(dash)) text = trim(text.substr(dash.size()));
    if (lower(text.substr(0, 5)) == "that ") text = trim(text.substr(5));
    return text;
}

std::string ended(std::string_view text) {
    text = trim(text);
    for (bool cut = true; cut;) {
        cut = false;
        if (text.ends_with("; and") || text.ends_with(", and;")) {
            text.remove_suffix(text.ends_with("; and") ? 5 : 6);
            cut = true;
        }
        if (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) {
            text.remove_suffix(1);
            cut = true;
        }
        text = trim(text);
    }
    std::string out(text);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

DecisionKind kind_of(std::string_view text) {
    if (has_words(text, "request")) return DecisionKind::requested;
    if (has_words(text, "confirmed and signed") || has_words(text, "accurate record") ||
        has_words(text, "correct record"))
        return DecisionKind::confirmed;
    if (has_words(text, "deferred")) return DecisionKind::deferred;
    if (has_words(text, "referred to")) return DecisionKind::referred;
    if (has_words(text, "will be made") || has_words(text, "will be provided")) return DecisionKind::promised;
    if (has_words(text, "reminded") || has_words(text, "be invited") || has_words(text, "be asked"))
        return DecisionKind::requested;
    if (has_words(text, "note")) return DecisionKind::noted;
    return DecisionKind::agreed;
}

struct Phrase {
    std::string_view words;
    DecisionKind kind;
};
constexpr std::array<Phrase, 16> in_passing{{
    {"requested more", DecisionKind::requested},
    {"requested that", DecisionKind::requested},
    {"asked if some", DecisionKind::requested},
    {"would be a useful measure", DecisionKind::requested},
    {"helpful for committee to have", DecisionKind::requested},
    {"helpful for the committee to have", DecisionKind::requested},
    {"agreed to look into", DecisionKind::promised},
    {"would take up these", DecisionKind::promised},
    {"there would be an update", DecisionKind::promised},
    {"would be added to the next", DecisionKind::promised},
    {"would be detailed on the next", DecisionKind::promised},
    {"would be provided to the next", DecisionKind::promised},
    {"would be presented to", DecisionKind::referred},
    {"should be discussed with", DecisionKind::referred},
    {"would be reported to", DecisionKind::promised},
    {"would be brought to", DecisionKind::promised},
}};

// A sentence ends at ". " before a capital.
std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        for (;; ++end) {
            end = text.find(". ", end);
            if (end == std::string_view::npos) {
                end = text.size();
                break;
            }
            const auto next = text.find_first_not_of(' ', end + 1);
            if (next == std::string_view::npos || (text[next] >= 'A' && text[next] <= 'Z')) break;
        }
        found.push_back(trim(text.substr(begin, end - begin)));
        begin = std::min(text.size(), end + 1);
    }
    return found;
}

void add_in_passing(const MinutesSection& section, std::size_t end, std::vector<Resolution>& into) {
    for (std::size_t at = 0; at < end; ++at)
        for (const std::string_view sentence : sentences(section.body[at].text))
            for (const Phrase& phrase : in_passing)
                if (has_words(sentence, phrase.words)) {
                    into.push_back({section.body[at].number, "", phrase.kind, ended(sentence), true});
                    break;
                }
}

// "noted the report and requested that …" are two.
void add(Resolution given, std::vector<Resolution>& into) {
    given.text = ended(given.text);
    if (given.text.empty()) return;
    if (lower(given.text).starts_with("the committee:") || given.text.ends_with(':')) return;
    constexpr std::string_view joint = " and requested that ";
    const auto at = find_words(given.text, joint);
    if (at != std::string_view::npos) {
        Resolution first = given;
        first.text = ended(given.text.substr(0, at));
        first.kind = kind_of(first.text);
        into.push_back(std::move(first));
        given.text = ended("Requested that " + given.text.substr(at + joint.size()));
    }
    given.kind = kind_of(given.text);
    into.push_back(std::move(given));
}

void add_resolved(const MinutesSection& section, std::size_t from, std::vector<Resolution>& into) {
    std::optional<Resolution> open;
    for (std::size_t at = from; at < section.body.size(); ++at) {
        const MinutesLine& line = section.body[at];
        if (line.text.empty()) continue;
        const std::string text(at == from ? without_lead(line.text) : std::string_view(line.text));
        if (auto item = marked(text)) {
            if (open) add(*std::move(open), into);
            open = Resolution{line.number, item->first, {}, item->second, false};
        } else if (open) {
            open->text += " " + text;
        } else {
            open = Resolution{line.number, "", {}, text, false};
        }
    }
    if (open) add(*std::move(open), into);
}

} // namespace

std::size_t resolved_from(const MinutesSection& section) {
    for (std::size_t at = 0; at < section.body.size(); ++at)
        if (begins_resolved(section.body[at].text)) return at;
    return section.body.size();
}

std::vector<Resolution> resolutions_of(const MinutesSection& section) {
    std::vector<Resolution> found;
    const std::size_t from = resolved_from(section);
    add_resolved(section, from, found);
    add_in_passing(section, from, found);
    return found;
}

} // namespace qd::inline exchange
