#include "checks/claims.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

const PriorityLine* line_of(const ClaimSentence& sentence) {
    if (sentence.text.subject.kind != SubjectKind::priority) return nullptr;
    for (const GroupLines& group : sentence.input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            if (line.priority.code.text() == sentence.text.subject.code) return &line;
    return nullptr;
}

// The words after a number, in small letters.
std::string after(const ClaimSentence& sentence, std::size_t i) {
    return lower(sentence.words.substr(sentence.numbers[i].end));
}
std::string before(const ClaimSentence& sentence, std::size_t i) {
    return lower(sentence.words.substr(0, sentence.numbers[i].start));
}

bool starts_with_any(const std::string& text, std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

void counted(ClaimSentence& sentence, std::size_t i, std::size_t there, const std::string& what, Findings& findings) {
    if (sentence.bound[i]) return; // by a statement
    sentence.bound[i] = true;
    if (sentence.numbers[i].value == Decimal::whole(static_cast<std::int64_t>(there))) return;
    findings.push_back(sentence.finding("published-differs", Severity::error,
                                        print_stated(sentence.numbers[i].value) + " " + what + " said, but " +
                                            std::to_string(there) + (there == 1 ? " is" : " are") + " counted.",
                                        "Correct the number, or add what is missing."));
}

struct StatusCount {
    std::string_view word;
    std::size_t StatusTally::*tally;
};
constexpr StatusCount status_counts[] = {{"green", &StatusTally::green},
                                         {"amber", &StatusTally::amber},
                                         {"red", &StatusTally::red},
                                         {"complete", &StatusTally::complete},
                                         {"not started", &StatusTally::not_started}};

// "… three are green", "one amber": null = no status follows.
const StatusCount* status_after(const std::string& words) {
    for (const StatusCount& one : status_counts)
        for (const std::string_view link : {" ", " are ", " is ", " of them ", " of them are ", " rated "})
            if (words.starts_with(std::string(link) + std::string(one.word))) return &one;
    return nullptr;
}

// "Of five actions three are green and two not started." "All three actions are green."
void actions_of_priority(ClaimSentence& sentence, Findings& findings) {
    const PriorityLine* line = line_of(sentence);
    const std::string words = lower(sentence.words);
    if (!line || line->actions.total() == 0 || words.find("action") == std::string::npos) return;
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        const std::string rest = after(sentence, i);
        if (const StatusCount* status = status_after(rest))
            counted(sentence, i, line->actions.*status->tally, "actions " + std::string(status->word), findings);
        else if (starts_with_any(rest, {" actions", " action "}))
            counted(sentence, i, line->actions.total(), "actions", findings);
    }
}

// "holds 35 measures", "30 of the 35 measures (86%) are forecast to meet …; 5 (14%) have missed it"
void measures_of_scorecard(ClaimSentence& sentence, Findings& findings) {
    const Counts& counts = sentence.input.scorecard.counts;
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        if (sentence.numbers[i].percent) continue;
        const std::string rest = after(sentence, i), start = before(sentence, i);
        if (starts_with_any(rest, {" measures"}) && (start.ends_with("holds ") || start.ends_with(" of the ")))
            counted(sentence, i, counts.measures, "measures", findings);
        const std::size_t meet = rest.find("forecast to meet"), miss = rest.find("forecast to miss"),
                          missed = std::min(rest.find("have missed"), rest.find("missed"));
        if (starts_with_any(rest, {" of the "}) && rest.find(" measures") < meet && meet < std::min(miss, missed) &&
            meet < 70)
            counted(sentence, i, counts.outlook_meet, "forecast to meet", findings);
        if (starts_with_any(rest, {" ("}) && std::min(miss, missed) < 30)
            counted(sentence, i, counts.outlook_miss, "forecast to miss, or missed,", findings);
    }
}

// "nineteen priorities, seventeen of them green and two not started"
void priorities_of_partnership(ClaimSentence& sentence, Findings& findings) {
    if (sentence.text.subject.kind != SubjectKind::council) return;
    const Partnership& all = sentence.input.partnership;
    if (all.priorities == 0 || lower(sentence.words).find("priorities") == std::string::npos) return;
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        const std::string rest = after(sentence, i);
        if (starts_with_any(rest, {" priorities"}))
            counted(sentence, i, all.priorities, "priorities", findings);
        else if (const StatusCount* status = status_after(rest))
            counted(sentence, i, all.tally.*status->tally, "priorities " + std::string(status->word), findings);
    }
}

// "the majority of measures are green": more than half of those rated, where any are.
void majorities(ClaimSentence& sentence, Findings& findings) {
    if (sentence.text.subject.kind == SubjectKind::measure) return; // that is said of the whole, in the paper
    const std::string words = lower(sentence.words);
    const std::size_t most = std::min(words.find("majority of measures"), words.find("most measures"));
    if (most == std::string::npos || words.find(" green", most) == std::string::npos) return;
    const Counts& counts = sentence.input.scorecard.counts;
    if (counts.rated == 0)
        findings.push_back(sentence.finding("majority-without-count", Severity::note,
                                            "Most measures are said to be green, but no measure is rated, so that it "
                                            "cannot be counted.",
                                            "Hand in the statuses, or print how many of how many."));
    else if (2 * counts.green <= counts.rated)
        findings.push_back(sentence.finding("word-against-figure", Severity::error,
                                            "Most measures are said to be green, but " + std::to_string(counts.green) +
                                                " of " + std::to_string(counts.rated) + " rated are.",
                                            "Correct the word, or print how many of how many."));
}

} // namespace

void check_counts(ClaimSentence& sentence, Findings& findings) {
    actions_of_priority(sentence, findings);
    measures_of_scorecard(sentence, findings);
    priorities_of_partnership(sentence, findings);
    majorities(sentence, findings);
}

} // namespace qd::inline checks
