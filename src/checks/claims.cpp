#include "checks/claims.hpp"

#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

constexpr std::size_t examples_shown = 8; // of numbers that nothing could be held against

// The one measure that a priority goes by; null = none, or several.
const Measure* measure_of_priority(const CheckInput& input, const std::string& code) {
    for (const Priority& priority : input.content.priorities)
        if (priority.code.text() == code && priority.measures.size() == 1)
            return measure_of(input.content, priority.measures.front());
    return nullptr;
}

const Figure* figure_in(const CheckInput& input, const Measure& measure) {
    if (const Figure* figure = figure_of(input.scorecard, measure.code)) return figure;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            for (const Figure& figure : line.figures)
                if (figure.measure == measure.code) return &figure;
    return nullptr;
}

std::string name_of(const CheckInput& input, const Subject& subject) {
    if (subject.kind == SubjectKind::measure)
        if (const Measure* measure = measure_of(input.content, MeasureCode(subject.code))) return name_of(*measure);
    if (subject.kind == SubjectKind::priority)
        for (const Priority& priority : input.content.priorities)
            if (priority.code.text() == subject.code) return priority.title;
    if (subject.kind == SubjectKind::unit)
        if (const Unit* unit = unit_of(input.content, UnitCode(subject.code))) return unit->name;
    return print(subject);
}

class Texts {
public:
    explicit Texts(const CheckInput& input) : input_(input) {}

    std::vector<ClaimText> take() {
        for (const Update& update : input_.content.updates)
            if (update.period == input_.period && &update == update_of(input_, update.subject, update.period))
                add(update.subject, name_of(input_, update.subject) + ", commentary", update.narrative);
        for (const RecoveryPlan& plan : input_.content.recovery_plans)
            if (plan.raised_in == input_.period && is_known_plan(plan))
                add({SubjectKind::measure, plan.measure.text()},
                    name_of(input_, {SubjectKind::measure, plan.measure.text()}) + ", recovery plan",
                    plan.description + ".\n\n" + plan.causes);
        for (const Paper& paper : input_.content.papers)
            if (paper.period == input_.period) add({}, paper.title, paper.summary + "\n\n" + paper.body_text);
        return std::move(texts_);
    }

private:
    bool is_known_plan(const RecoveryPlan& plan) const {
        return !plan.raised_on || *plan.raised_on <= input_.as_at.date();
    }

    void add(const Subject& subject, const std::string& place, const std::string& text) {
        if (trim(text).empty()) return;
        const Measure* measure = subject.kind == SubjectKind::measure
                                     ? measure_of(input_.content, MeasureCode(subject.code))
                                 : subject.kind == SubjectKind::priority ? measure_of_priority(input_, subject.code)
                                                                         : nullptr;
        texts_.push_back({subject, place, text, measure, measure ? figure_in(input_, *measure) : nullptr, {}});
    }

    const CheckInput& input_;
    std::vector<ClaimText> texts_;
};

bool is_stated(const Statement& statement, const ProseNumber& number) {
    const auto is = [&](const std::optional<Decimal>& value) { return value && value->abs() == number.value; };
    return is(statement.stated) || is(statement.count) || is(statement.denominator) || is(statement.from) ||
           is(statement.to) || std::ranges::any_of(statement.parts, [&](Decimal part) { return part == number.value; });
}

// Worth naming where nothing holds it: a percentage, a number with decimals, or one of two digits and more.
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
                is_stated(statement, sentence.numbers[i]))
                sentence.bound[i] = true;
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

} // namespace

Finding ClaimSentence::finding(std::string code, Severity severity, const std::string& message,
                               const std::string& remedy) const {
    return {std::move(code), severity, text.subject, text.place, message + " In: “" + shorten(words, 200) + "”",
            remedy};
}

Findings check_claims(const CheckInput& input) { return check_texts(input, Texts(input).take()); }

Findings check_texts(const CheckInput& input, const std::vector<ClaimText>& texts) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    Unbound unbound;
    for (const ClaimText& text : texts) {
        const std::size_t before = unbound.numbers;
        for (const std::string& words : sentences_of(text.text)) {
            if (words.find("{{") != std::string::npos) continue; // to be filled first: see service/own_text
            ClaimSentence sentence{input, text, words, numbers_in(words), {}};
            sentence.bound.assign(sentence.numbers.size(), false);
            bind_to_statements(sentence);
            guarded(text.subject, text.place, findings, [&] {
                check_within_sentence(sentence, findings);
                check_counts(sentence, findings);
                check_against_measure(sentence, findings);
            });
            note_unbound(sentence, unbound);
        }
        if (unbound.numbers > before) ++unbound.texts;
    }
    if (unbound.numbers > 0)
        findings.push_back({"claims-not-bound",
                            Severity::note,
                            {},
                            "Texts of the period",
                            plural(unbound.numbers, "figure", "figures") + " in " +
                                plural(unbound.texts, "text", "texts") + (unbound.numbers == 1 ? " stands" : " stand") +
                                " beside nothing that it could be compared with: " + join(unbound.examples, "; ") +
                                (unbound.numbers > unbound.examples.size() ? "; and others." : "."),
                            "Bring in what they rest on as statements, or put placeholders in their place."});
    return findings;
}

} // namespace qd::inline checks
