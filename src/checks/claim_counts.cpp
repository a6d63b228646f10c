#include "checks/claims.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"
#include "domain/status_counts.hpp"

#include <algorithm>

// Counts of measures, priorities and actions, in figures or in words, against what the store counts.
namespace qd::inline checks {
namespace {

enum class Counted { measures, priorities, actions };

struct CountedNoun {
    Counted kind;
    std::size_t first = 0, last = 0;     // words, `last` after it; for the first time it is said
    std::vector<std::size_t> again = {}; // first words of the other times
};

// What a tally says about each status, and how many there are in all.
struct Tally {
    StatusTally by_status;
    std::size_t all = 0;
    std::optional<std::size_t> to_meet, to_miss; // forecast
};

const PriorityLine* line_of(const ClaimSentence& sentence) {
    if (sentence.text.subject.kind != SubjectKind::priority) return nullptr;
    for (const GroupLines& group : sentence.input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            if (line.priority.code.text() == sentence.text.subject.code) return &line;
    return nullptr;
}

// Of the priorities of one group.
std::optional<Tally> tally_of_group(const ClaimSentence& sentence) {
    for (const GroupLines& group : sentence.input.partnership.groups)
        if (group.unit.code.text() == sentence.text.subject.code && !group.lines.empty())
            return Tally{group.tally, group.lines.size(), {}, {}};
    return {};
}

std::optional<Tally> tally_of(const ClaimSentence& sentence, Counted kind) {
    const CheckInput& input = sentence.input;
    const SubjectKind about = sentence.text.subject.kind;
    if (kind == Counted::measures) {
        if (about != SubjectKind::council) return {};
        const Counts& counts = input.scorecard.counts;
        if (counts.measures == 0) return {};
        Tally tally{{}, counts.measures, counts.outlook_meet, counts.outlook_miss};
        for (const Status status : every_status) count_of(tally.by_status, status) = count_of(counts, status);
        return tally;
    }
    if (kind == Counted::priorities) {
        if (about == SubjectKind::unit) return tally_of_group(sentence);
        if (about != SubjectKind::council || input.partnership.priorities == 0) return {};
        return Tally{input.partnership.tally, input.partnership.priorities, {}, {}};
    }
    if (const PriorityLine* line = line_of(sentence)) {
        if (line->actions.total() == 0) return {};
        return Tally{line->actions, line->actions.total(), {}, {}};
    }
    if (about != SubjectKind::plan) return {};
    Tally of_plan;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            if (line.priority.plan.text() == sentence.text.subject.code) {
                of_plan.all += line.actions.total();
                add(of_plan.by_status, line.actions);
            }
    return of_plan.all == 0 ? std::nullopt : std::optional(of_plan);
}

class Counting {
public:
    Counting(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), findings_(findings) {}

    void hold() {
        const auto noun = noun_said();
        if (!noun) return;
        const auto tally = tally_of(sentence_, noun->kind);
        if (!tally || is_of_some(*noun) || is_of_another_time()) return;
        whole(*noun, *tally);
        for (const Amount& amount : s_.amounts) one(*noun, *tally, amount);
    }

private:
    bool is_at(std::size_t at, std::string_view phrase) const { return is_phrase_at(s_.words, at, phrase); }

    // The one kind of thing that the sentence counts; none where there are several.
    std::optional<CountedNoun> noun_said() const {
        static const Lexicon<Counted> lexicon({
            {"performance? measures|measure|indicators|indicator|kpis|pis|kpi", Counted::measures},
            {"priorities|priority", Counted::priorities},
            {"actions|action", Counted::actions},
        });
        std::optional<CountedNoun> found;
        for (const auto& one : lexicon.found_in(s_.words)) {
            if (one.first > 0 &&
                is_at(one.first - 1, "sub|safety|security|control|preventive|traffic|cost|emergency|further|new|"
                                     "industrial|legal|disciplinary|top|key|main|mitigating|follow|corrective") &&
                !(one.first > 1 && is_at(one.first - 1, "key") && one.meaning == Counted::measures))
                return {};
            if (found && found->kind != one.meaning) return {};
            if (!found)
                found = CountedNoun{one.meaning, one.first, one.last};
            else
                found->again.push_back(one.first);
        }
        return found;
    }

    // "of the measures in the children's theme", "the group's priorities": of a part that is not counted here.
    bool is_of_some(const CountedNoun& noun) const {
        for (std::size_t i = noun.last; i < std::min(noun.last + 6, s_.words.size()); ++i) {
            if (s_.words[i].kind == WordKind::mark || s_.has_amount_at(i)) break;
            if (is_at(i, "with|without|that|which|who|whose|having") && i == noun.last &&
                noun.kind == Counted::measures)
                return true; // "the measures with a target"
            if (!is_at(i, "in|for|under|within|of|owned|on|led")) continue;
            std::size_t next = i + 1;
            while (next < s_.words.size() && is_at(next, "the|this|our|them|a|its|all")) ++next;
            if (s_.has_time_at(i) || s_.has_time_at(next) || next >= s_.words.size()) return false;
            return !is_at(next, "scorecard|report|plan|corporate|council|partnership|strategy|table|paper|quarter|year|"
                                "track|target|time|set|them|course|dashboard|green|amber|red|which|performance");
        }
        return noun.first > 0 && is_at(noun.first - 1, "group|trust|service|team|housing|health|children|adult|"
                                                       "education|environment|finance|local|national|other|its|their");
    }

    bool is_of_another_time() const {
        return std::ranges::any_of(
            s_.times, [](const TimeSaid& time) { return time.when != When::now && time.when != When::year_end; });
    }

    struct StatusSaid {
        std::string word;
        std::size_t counted = 0;
    };

    std::optional<StatusSaid> colour_at(std::size_t at, const StatusTally& by) const {
        if (is_at(at, "green")) return StatusSaid{"green", by.green};
        if (is_at(at, "amber")) return StatusSaid{"amber", by.amber};
        if (is_at(at, "red")) return StatusSaid{"red", by.red};
        if (is_at(at, "complete|completed")) return StatusSaid{"complete", by.complete};
        if (is_at(at, "not yet? started|begun")) return StatusSaid{"not started", by.not_started};
        return {};
    }

    // The status given to what comes before a word: "are rated green", "amber", "have been completed".
    std::optional<StatusSaid> status_at(std::size_t at, const Tally& tally) const {
        const StatusTally& by = tally.by_status;
        std::size_t next = at;
        while (next < s_.words.size() && is_at(next, "are|is|were|was|now|currently|rated|of|them|these|those|as|shown|"
                                                     "reported|being|at|have|has|been|judged|assessed|"
                                                     "still|remain|remains|performance|measures|indicators|priorities|"
                                                     "actions|priority|action|measure|stand|the|"
                                                     "scored|marked|flagged|set|for|partnership|rag|kpis|pis|turned|on|"
                                                     "scorecard|in|council|plan|corporate|)|%|("))
            ++next;
        if (next > at + 9) return {};
        if (const auto one = colour_at(next, by)) {
            const auto other = is_at(next + 1, "or") ? colour_at(next + 2, by) : std::nullopt; // "green or complete"
            return other ? StatusSaid{one->word + " or " + other->word, one->counted + other->counted} : *one;
        }
        if (tally.to_meet && (is_at(next, "forecast|expected|predicted to meet")))
            return StatusSaid{"forecast to meet", *tally.to_meet};
        if (tally.to_miss && *tally.to_miss > 0 &&
            (is_at(next, "forecast|expected|predicted to miss") || is_at(next, "missed it|their|or")))
            return StatusSaid{"forecast to miss, or missed,", *tally.to_miss};
        return {};
    }

    static std::string name_of(Counted kind) {
        return kind == Counted::measures ? "measures" : kind == Counted::priorities ? "priorities" : "actions";
    }

    void one(const CountedNoun& noun, const Tally& tally, const Amount& amount) {
        if (amount.is_fraction || sentence_.is_stated(amount) || s_.is_expected(amount.first_word)) {
            if (!(s_.is_expected(amount.first_word) && !amount.is_fraction && !sentence_.is_stated(amount))) return;
        }
        if (amount.unit == AmountUnit::percent) return share(noun, tally, amount);
        if (amount.unit != AmountUnit::none || amount.closeness == Closeness::about) return;
        std::size_t next = amount.behind_word;
        if (const std::size_t behind = behind_bracket(next)) next = behind;
        std::optional<StatusSaid> status = status_at(next, tally);
        if (!status) status = status_at(behind_whole(next), tally);
        if (status && !is_total(noun, amount, next))
            return counted(amount, status->counted, name_of(noun.kind) + " " + status->word);
        if (status && noun.kind == Counted::measures && is_total(noun, amount, next) && !is_whole(amount))
            return counted(amount, status->counted, name_of(noun.kind) + " " + status->word);
        if (is_total(noun, amount, next) && (noun.kind != Counted::measures || is_whole(amount) || !status)) {
            if (status && !is_whole(amount))
                return counted(amount, status->counted, name_of(noun.kind) + " " + status->word);
            if (noun.kind == Counted::measures && !is_whole(amount)) return;
            if (noun.kind == Counted::actions && is_at(amount.behind_word, "more|new|further")) return;
            counted(amount, tally.all, name_of(noun.kind));
        }
    }

    // Whether the noun follows the amount: "six priorities", "35 performance measures".
    bool is_total(const CountedNoun& noun, const Amount& amount, std::size_t next) const {
        while (is_at(next, "key|corporate|of|the|our|council|strategic")) ++next;
        return next >= amount.behind_word &&
               (next == noun.first || std::ranges::find(noun.again, next) != noun.again.end());
    }

    bool is_whole(const Amount& amount) const { // "holds 35", "of the six", "all nine"
        for (std::size_t back = 1; back <= 3 && back <= amount.hedge_word; ++back) {
            if (is_at(amount.hedge_word - back,
                      "holds|contains|of|all|has|covers|includes|total|comprises|lists|counts"))
                return true;
            if (!is_at(amount.hedge_word - back, "the|these|our|its|a")) return false;
        }
        return false;
    }

    // "(86%)" after a count.
    std::size_t behind_bracket(std::size_t at) const {
        if (!is_at(at, "(")) return 0;
        for (std::size_t i = at; i < std::min(at + 5, s_.words.size()); ++i)
            if (s_.words[i].text == ")") return i + 1;
        return 0;
    }

    // "of the 35 measures (86%)" after a count.
    std::size_t behind_whole(std::size_t at) const {
        if (!is_at(at, "of|out")) return at;
        std::size_t next = at;
        while (next < s_.words.size() &&
               (is_at(next, "of|out|the|our|all|these|performance|measures|indicators|priorities|actions|key|corporate|"
                            "council|kpis|pis|in|scorecard|reported|a|total") ||
                s_.has_amount_at(next)))
            ++next;
        if (const std::size_t behind = behind_bracket(next)) next = behind;
        return next;
    }

    void counted(const Amount& amount, std::size_t there, const std::string& what) {
        sentence_.bind(amount);
        if (tells(amount, Decimal::whole(static_cast<std::int64_t>(there)))) return;
        findings_.push_back(sentence_.finding(error("published-differs"),
                                              print_stated(amount.value) + " " + what + " said, but " +
                                                  std::to_string(there) + (there == 1 ? " is" : " are") + " counted."));
    }

    // "83% of measures are green": of all, or of those that are rated.
    void share(const CountedNoun& noun, const Tally& tally, const Amount& amount) {
        if (!is_at(amount.behind_word, "of")) return;
        const auto status = status_at(behind_whole(amount.behind_word), tally);
        if (!status || tally.all == 0) return;
        const std::size_t rated =
            tally.by_status.green + tally.by_status.amber + tally.by_status.red + tally.by_status.complete;
        const auto of = [&](std::size_t whole) {
            return whole > 0 && tells(amount, Decimal::ratio(Decimal::whole(static_cast<std::int64_t>(status->counted)),
                                                             Decimal::whole(static_cast<std::int64_t>(whole)), 100));
        };
        sentence_.bind(amount);
        if (of(tally.all) || of(rated)) return;
        findings_.push_back(sentence_.finding(error("published-differs"),
                                              as_written(sentence_.words, s_.words, amount) + " of " +
                                                  name_of(noun.kind) + " " + status->word + " said, but " +
                                                  std::to_string(status->counted) + " of " + std::to_string(tally.all) +
                                                  (status->counted == 1 ? " is." : " are.")));
    }

    // "all measures are green", "none of the priorities is red", "no measures are red".
    void whole(const CountedNoun& noun, const Tally& tally) {
        const auto status = status_at(noun.last, tally);
        if (!status || noun.first == 0) return;
        std::size_t before = noun.first;
        while (before > 0 &&
               (is_at(before - 1, "the|our|of|performance|corporate|key|council") || s_.has_amount_at(before - 1)))
            --before;
        if (before == 0) return;
        const std::string& word = s_.words[before - 1].text;
        const bool both = word == "both" || word == "neither";
        if (both && tally.all != 2) return;
        const std::size_t wanted = word == "all" || word == "every" || word == "both" ? tally.all : 0;
        if (!both && word != "all" && word != "every" && word != "no" && word != "none") return;
        if (status->counted == wanted) return;
        findings_.push_back(sentence_.finding(error("published-differs"),
                                              "“" + word + "” said, but " + std::to_string(status->counted) + " of " +
                                                  std::to_string(tally.all) + " " + name_of(noun.kind) +
                                                  (status->counted == 1 ? " is " : " are ") + status->word + "."));
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    Findings& findings_;
};

// "the majority of measures are green": more than half of those rated, where any are.
void majorities(ClaimSentence& sentence, Findings& findings) {
    if (sentence.text.subject.kind == SubjectKind::measure) return; // that is said of the whole, in the paper
    const std::string words = lower(sentence.words);
    const std::size_t most = std::min(words.find("majority of measures"), words.find("most measures"));
    if (most == std::string::npos || words.find(" green", most) == std::string::npos) return;
    const Counts& counts = sentence.input.scorecard.counts;
    if (counts.rated == 0)
        findings.push_back(sentence.finding(note("majority-without-count"),
                                            "Most measures are said to be green, but no measure is rated, so that it "
                                            "cannot be counted."));
    else if (2 * counts.green <= counts.rated)
        findings.push_back(sentence.finding(error("word-against-figure"),
                                            "Most measures are said to be green, but " + std::to_string(counts.green) +
                                                " of " + std::to_string(counts.rated) + " rated are."));
}

} // namespace

void check_counts(ClaimSentence& sentence, Findings& findings) {
    Counting(sentence, findings).hold();
    majorities(sentence, findings);
}

} // namespace qd::inline checks
