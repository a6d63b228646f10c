#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"

#include "base/text.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

// What a sentence calls the status: "rated red", "moved from amber to green", "still high".
namespace qd::inline checks {
namespace {

struct StatusWord {
    std::string word;
    std::size_t at = 0;
};

// The status in force of what the text is about.
struct StatusKnown {
    std::string shown; // "red"
    std::vector<std::string> words;
    std::string before; // of the period before; empty = not known
};

void add_word(std::vector<std::string>& words, const std::string& word) {
    if (!word.empty()) words.push_back(lower(word));
}

class Statuses {
public:
    Statuses(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(sentence.said.facts), findings_(findings) {}

    void hold() {
        const auto known = known_status();
        if (!known) return;
        for (std::size_t at = 0; at < s_.words.size(); ++at)
            if (is_status_word(at) && is_called(at)) one(*known, at);
    }

private:
    bool is_text(std::size_t at, std::string_view text) const {
        return at < s_.words.size() && s_.words[at].text == text;
    }

    std::optional<StatusKnown> known_status() const {
        const Subject& subject = sentence_.text.subject;
        if (subject.kind == SubjectKind::priority) {
            for (const GroupLines& group : sentence_.input.partnership.groups)
                for (const PriorityLine& line : group.lines)
                    if (line.priority.code.text() == subject.code && line.update && line.update->status)
                        return StatusKnown{label(*line.update->status), {label(*line.update->status)}, ""};
            return {};
        }
        if (!facts_ || !facts_->now.status) return {};
        StatusKnown known{label(*facts_->now.status), {label(*facts_->now.status)}, ""};
        if (!facts_->now.status_name.empty()) known.shown = facts_->now.status_name;
        add_word(known.words, facts_->now.status_name);
        return known;
    }

    bool is_status_word(std::size_t at) const {
        if (is_phrase_at(s_.words, at, "green|amber|red")) return true;
        if (facts_ && facts_->subject.kind == SubjectKind::risk) return is_phrase_at(s_.words, at, "high|medium|low");
        const auto& rules = sentence_.input.content.settings.status_rules;
        return std::ranges::any_of(rules, [&](const StatusRules& one) {
            return std::ranges::any_of(one.rules, [&](const StatusRule& rule) {
                return !rule.name.empty() && s_.words[at].text == lower(rule.name);
            });
        });
    }

    // "is red", "rated red", "a red rating", "turned amber"; not "green waste", "red tape".
    bool is_called(std::size_t at) const {
        if (is_phrase_at(s_.words, at + 1, "status|rating|rag")) return true;
        std::size_t behind = at + 1;
        const bool open = behind >= s_.words.size() || s_.words[behind].kind == WordKind::mark ||
                          s_.has_time_at(behind) ||
                          is_phrase_at(s_.words, behind,
                                       "for|in|on|and|at|but|because|as|this|again|against|rather|to|from|with|since|"
                                       "now|overall|by|risk|or|having|despite|until|after|due|throughout");
        if (!open || at == 0) return false;
        for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
            const std::size_t i = at - back;
            if (is_phrase_at(
                    s_.words, i,
                    "is|are|was|were|rated|status|rag|remains|remained|stays|stayed|turned|turns|become|became|as|"
                    "rating|judged|"
                    "shown|reported|flagged|classed|scored|assessed|to|from|still|being|stood|stands|at|now|went|gone|"
                    "it|us|measure|marked|not|deemed|considered|firmly|back|scores|:|-|=|priority|risk|overall"))
                return true;
            if (!is_phrase_at(
                    s_.words, i,
                    "a|an|the|still|now|again|currently|of|longer|not|no|in|firmly|once|more|at|been|just|back"))
                return false;
        }
        return false;
    }

    void one(const StatusKnown& known, std::size_t at) {
        const std::string& word = s_.words[at].text;
        if (s_.is_expected(at)) return;
        if (at > 0 && is_text(at - 1, "from")) return; // "from amber to green" is now green
        for (std::size_t back = 1; back <= 4 && back <= at; ++back)
            if (is_phrase_at(s_.words, at - back, "green|amber|red|high|medium|low") &&
                is_phrase_at(s_.words, at - back + 1, "rather|or|than|not"))
                return;
        const Clause& clause = s_.clause_of(at);
        if (is_of_past(clause, at)) return;
        const Whose of = s_.subject_before(at);
        if (of == Whose::other) return;
        if (is_count_before(at)) return;
        const bool denied =
            s_.term_between(at >= 5 ? std::max(clause.first, at - 5) : clause.first, at, {Sense::no}) != nullptr;
        const bool same = std::ranges::find(known.words, word) != known.words.end();
        if (same != denied) return row(known, at, word);
        findings_.push_back(sentence_.finding(error("word-against-figure"),
                                              (denied ? "“not " : "“") + word + "” said, but the status " +
                                                  (facts_ ? "of " + facts_->name + " " : std::string()) + "is " +
                                                  known.shown + "."));
    }

    bool is_count_before(std::size_t at) const { // "three are green": of other things
        for (const Amount& amount : s_.amounts)
            if (amount.behind_word <= at && at - amount.behind_word <= 4 && amount.unit != AmountUnit::points &&
                !(facts_ && tells(amount, facts_->has_value() ? facts_->value() : Decimal(-1))))
                return true;
        return false;
    }

    bool is_of_past(const Clause& clause, std::size_t at) const {
        return std::ranges::any_of(s_.times, [&](const TimeSaid& time) {
            if (time.when == When::now || time.when == When::year_end) return false;
            if (&s_.clause_of(time.first_word) != &clause) return false;
            return !(time.first_word > at && time.first_word > 0 &&
                     is_phrase_at(s_.words, time.first_word - 1, "since|from|than|as|like"));
        });
    }

    // "red for the second quarter running": of each of them.
    void row(const StatusKnown& known, std::size_t at, const std::string& word) {
        const std::size_t wanted = periods_in_a_row(s_, s_.clause_of(at));
        if (wanted < 2 || !facts_ || facts_->points.size() < 2 || word != known.words.front()) return;
        const auto& points = facts_->points;
        for (std::size_t i = points.size() > wanted ? points.size() - wanted : 0; i < points.size(); ++i)
            if (points[i].status && label(*points[i].status) != word)
                return findings_.push_back(
                    sentence_.finding(error("word-against-figure"),
                                      facts_->name + " was " + label(*points[i].status) + " in " +
                                          sentence_.input.content.settings.calendar.label(points[i].period) + "."));
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts* facts_;
    Findings& findings_;
};

} // namespace

void hold_statuses(ClaimSentence& sentence, Findings& findings) { Statuses(sentence, findings).hold(); }

} // namespace qd::inline checks
