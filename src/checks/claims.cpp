#include "checks/claims.hpp"

#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "checks/said/families.hpp"
#include "checks/said/shares.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

constexpr std::size_t examples_shown = 8; // of numbers that could not be compared with anything

const Figure* figure_in(const CheckInput& input, const Measure& measure) {
    if (const Figure* figure = figure_of(input.scorecard, measure.code)) return figure;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            for (const Figure& figure : line.figures)
                if (figure.measure == measure.code) return &figure;
    return nullptr;
}

bool is_said_by(const Statement& statement, Decimal number) {
    const auto is = [&](const std::optional<Decimal>& value) { return value && value->abs() == number; };
    return is(statement.stated) || is(statement.count) || is(statement.denominator) || is(statement.from) ||
           is(statement.to) || std::ranges::any_of(statement.parts, [&](Decimal part) { return part == number; });
}

// Worth naming if nothing supports it: a percentage, a number with decimals, or one of two digits and more.
bool is_telling(const ProseNumber& number) {
    return !number.in_words && (number.percent || number.decimals > 0 || number.value >= Decimal(10));
}

// What a statement says is compared by the families of statements.
void bind_to_statements(ClaimSentence& sentence) {
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i)
        for (const Statement& statement : sentence.input.content.statements)
            if (statement.period == sentence.input.period &&
                (statement.subject == sentence.text.subject || sentence.text.subject.kind == SubjectKind::council ||
                 is_telling(sentence.numbers[i])) &&
                is_said_by(statement, sentence.numbers[i].value))
                sentence.bound[i] = sentence.stated[i] = true;
}

bool was_filled(const ClaimSentence& sentence, const ProseNumber& number) {
    const std::string words = as_written(sentence.words, number);
    return std::ranges::any_of(sentence.text.filled, [&](const std::string& filled) {
        return filled.find(words) != std::string::npos || words.find(filled) != std::string::npos;
    });
}

struct Unbound {
    std::size_t numbers = 0, texts = 0;
    std::vector<std::string> examples;
};

void note_unbound(const ClaimSentence& sentence, Unbound& unbound) {
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        if (sentence.bound[i] || !is_telling(sentence.numbers[i])) continue;
        if (was_filled(sentence, sentence.numbers[i])) continue;
        ++unbound.numbers;
        if (unbound.examples.size() < examples_shown)
            unbound.examples.push_back(as_written(sentence.words, sentence.numbers[i]) + " (" + sentence.text.place +
                                       ")");
    }
}

// The families, over the sentences of one text.
class Reader {
public:
    Reader(const CheckInput& input, KnownSubjects& known, Findings& findings, Unbound& unbound)
        : input_(input), known_(known), findings_(findings), unbound_(unbound) {}

    void read(const ClaimText& text) {
        const std::vector<Passage> passages = passages_of(text.text);
        for (std::size_t i = 0; i < passages.size(); ++i) {
            if (passages[i].words.find("{{") != std::string::npos) continue; // to be filled first: see reports/own_text
            ClaimSentence sentence = taken(text, passages[i].words);
            if (passages[i].stem)
                sentence.whole_above = whole_of_stem(taken(text, passages[*passages[i].stem].words).said);
            guarded(text.subject, text.place, findings_, [&] {
                one(sentence);
                hold_listed_parts(sentence, items_of(text, passages, i), findings_);
            });
            note_unbound(sentence, unbound_);
        }
    }

private:
    ClaimSentence taken(const ClaimText& text, const std::string& words) {
        const Facts* facts = facts_of(text, words);
        const Measure* measure = facts && facts->subject.kind == SubjectKind::measure
                                     ? find_row(input_.content.measures, MeasureCode(facts->subject.code))
                                     : nullptr;
        ClaimSentence sentence{input_,
                               text,
                               words,
                               understood(words, facts, input_),
                               measure,
                               measure ? figure_in(input_, *measure) : nullptr,
                               numbers_in(words),
                               {},
                               {}};
        sentence.bound.assign(sentence.numbers.size(), false);
        sentence.stated.assign(sentence.numbers.size(), false);
        bind_to_statements(sentence);
        return sentence;
    }

    // Of the text's own subject, unless the sentence names another measure, or one of a programme's deliverables.
    const Facts* facts_of(const ClaimText& text, const std::string& words) {
        const Words taken_apart = words_of(words);
        const Facts* own = known_.of(text.subject);
        const Facts* named = known_.named_in(taken_apart, text.subject);
        if (!own || !named || named == own) return own ? own : named;
        if (named->subject == own->subject) return own;
        std::set<std::string> there;
        for (const Word& word : taken_apart)
            if (own->stems.contains(stem_of(word.text))) there.insert(stem_of(word.text));
        return named->stems.size() > there.size() && !std::ranges::includes(own->stems, named->stems) ? named : own;
    }

    std::vector<Sentence> items_of(const ClaimText& text, const std::vector<Passage>& passages, std::size_t stem) {
        std::vector<Sentence> items;
        for (std::size_t i = stem + 1; i < passages.size() && passages[i].stem; ++i)
            if (*passages[i].stem == stem && passages[i].opens_item)
                items.push_back(understood(passages[i].words, known_.of(text.subject), input_));
        return items;
    }

    void one(ClaimSentence& sentence) {
        if (sentence.words.ends_with('?')) return; // a question claims nothing
        hold_shares(sentence, findings_);
        hold_parts(sentence, findings_);
        check_within_sentence(sentence, findings_);
        check_counts(sentence, findings_);
        hold_differences(sentence, findings_);
        hold_directions(sentence, findings_);
        hold_targets(sentence, findings_);
        hold_statuses(sentence, findings_);
        hold_records(sentence, findings_);
        hold_ages(sentence, findings_);
        check_against_measure(sentence, findings_);
        hold_values(sentence, findings_);
        bind_known(sentence);
    }

    // A figure of the subject, for whatever time, has been compared by being found.
    static void bind_known(ClaimSentence& sentence) {
        const Facts* facts = sentence.said.facts;
        if (!facts) return;
        for (const Amount& amount : sentence.said.amounts) {
            const auto any = [&](const std::vector<Decimal>& values) {
                return std::ranges::any_of(values, [&](Decimal value) { return tells(amount, value.abs()); });
            };
            bool found = any(facts->now.values) || any(facts->before) || any(facts->a_year_ago) ||
                         any(facts->targets) || any(facts->forecasts) || any(facts->others);
            for (const KnownPoint& point : facts->points) found = found || any(point.values);
            if (found) sentence.bind(amount);
        }
    }

    const CheckInput& input_;
    KnownSubjects& known_;
    Findings& findings_;
    Unbound& unbound_;
};

} // namespace

Finding ClaimSentence::finding(FindingKind kind, const std::string& message, const std::string& remedy) const {
    return {kind, text.subject, text.place, message + " In: “" + shorten(words, 200) + "”", remedy};
}

std::vector<std::size_t> ClaimSentence::numbers_of(const Amount& amount) const {
    std::vector<std::size_t> found;
    const std::size_t start = said.words[amount.first_word].start, end = said.words[amount.behind_word - 1].end;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i].start >= start && numbers[i].start < end) found.push_back(i);
    return found;
}

void ClaimSentence::bind(const Amount& amount) {
    for (const std::size_t i : numbers_of(amount)) bound[i] = true;
    bound_words.insert(amount.first_word);
}

bool ClaimSentence::is_bound(const Amount& amount) const { return bound_words.contains(amount.first_word); }

bool ClaimSentence::is_stated(const Amount& amount) const {
    const std::vector<std::size_t> of = numbers_of(amount);
    return !of.empty() && std::ranges::all_of(of, [&](std::size_t i) { return stated[i]; });
}

Findings check_claims(const CheckInput& input) { return check_texts(input, texts_of(input)); }

Findings check_texts(const CheckInput& input, const std::vector<ClaimText>& texts) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    Unbound unbound;
    KnownSubjects known(input);
    Reader reader(input, known, findings, unbound);
    for (const ClaimText& text : texts) {
        const std::size_t before = unbound.numbers;
        reader.read(text);
        if (unbound.numbers > before) ++unbound.texts;
    }
    if (unbound.numbers > 0)
        findings.push_back({note("claims-not-bound"),
                            {},
                            "Texts of the period",
                            plural(unbound.numbers, "figure", "figures") + " in " +
                                plural(unbound.texts, "text", "texts") +
                                " could not be compared with anything: " + join(unbound.examples, "; ") +
                                (unbound.numbers > unbound.examples.size() ? "; and others." : ".")});
    return findings;
}

} // namespace qd::inline checks
