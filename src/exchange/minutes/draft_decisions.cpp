#include "exchange/minutes/draft_decisions.hpp"

#include "base/text.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

bool is_to_be_answered(DecisionKind kind) { return kind == DecisionKind::requested || kind == DecisionKind::promised; }

class Drafting {
public:
    Drafting(const MinutedOutcome& outcome, const DraftGround& ground, const People& people, const PossibleNames& names)
        : outcome_(outcome), ground_(ground), people_(people), names_(names) {}

    DraftedDecision take(const Item& item, int position) {
        Decision& decision = drafted_.decision;
        decision.code = DecisionCode(item.code.text() + "-" + std::to_string(position));
        decision.item = item.code;
        decision.position = position;
        decision.mark = outcome_.mark;
        decision.kind = outcome_.kind;
        const CleanedLine cleaned = people_.clean(replace_all(outcome_.text, "\t", " "));
        decision.text = cleaned.text;
        if (cleaned.unknown > 0 || !names_.in(cleaned.text).empty())
            unsure("This may name a person.", "Write the post instead, if it does.");
        if (is_to_be_answered(decision.kind) || decision.kind == DecisionKind::referred ||
            decision.kind == DecisionKind::deferred) {
            add_due();
            add_body();
        }
        if (is_to_be_answered(decision.kind)) add_owner();
        tell();
        return std::move(drafted_);
    }

private:
    void unsure(const std::string& message, const std::string& remedy) {
        const std::string value = shorten(names_.masked(people_.clean(outcome_.text).text), 80);
        drafted_.to_confirm.push_back({ground_.file, outcome_.line, "", value, message, remedy});
    }

    // A meeting of this body, of the store or the next one, on that day or within these.
    MeetingCode meeting_within(Date from, Date by) const {
        MeetingCode found;
        for (const Meeting& meeting : ground_.known.meetings)
            if (meeting.body == ground_.body && meeting.date > ground_.held && meeting.date >= from &&
                meeting.date <= by) {
                if (!found.empty()) return {};
                found = meeting.code;
            }
        return found;
    }

    void add_due() {
        Decision& decision = drafted_.decision;
        const std::string& text = outcome_.due.empty() ? outcome_.text : outcome_.due;
        if (const auto due = find_due(text, ground_.held)) {
            decision.due_from = due->from;
            decision.due_by = due->by;
            decision.due_words = people_.clean(due->words).text;
            if (due->by && has_words(text, "meeting"))
                decision.due_meeting = meeting_within(due->from.value_or(*due->by), *due->by);
            if (due->by) return;
        }
        if (add_next_meeting(text)) return;
        if (!outcome_.due.empty()) decision.due_words = people_.clean(outcome_.due).text;
    }

    // "to the next meeting"; the day of another body's next meeting is not known here.
    bool add_next_meeting(const std::string& text) {
        constexpr std::array<std::string_view, 12> phrases{"next meeting",
                                                           "next update",
                                                           "next quarterly update",
                                                           "next quarter",
                                                           "next performance monitoring update",
                                                           "next scheduled meeting",
                                                           "following meeting",
                                                           "next ordinary meeting",
                                                           "next quarterly meeting",
                                                           "next committee meeting",
                                                           "next board meeting",
                                                           "next panel meeting"};
        bool found = false;
        for (const std::string_view words : phrases) {
            const auto at = find_words(text, words);
            if (at == std::string::npos) continue;
            const std::string_view after = std::string_view(text).substr(at + words.size());
            const bool other =
                has_words(after.substr(0, 24), "of cabinet") || has_words(after.substr(0, 24), "of the cabinet") ||
                has_words(after.substr(0, 24), "of council") || has_words(after.substr(0, 24), "of the council") ||
                has_words(after.substr(0, 24), "of full council") || !other_body(after.substr(0, 60)).empty();
            if (!other) drafted_.decision.due_meeting = ground_.next;
            drafted_.decision.due_words = "the " + text.substr(at, words.size());
            found = true;
        }
        return found;
    }

    UnitCode other_body(std::string_view text) const {
        for (const Unit& unit : ground_.known.units)
            if (unit.kind == UnitKind::committee && unit.code != ground_.body && has_words(text, unit.name))
                return unit.code;
        return {};
    }

    void add_body() { drafted_.decision.to_body = other_body(outcome_.text); }

    // A post as the text gives it. Initials, and words that are not an office, may mean a person.
    void add_owner() {
        const std::string given = outcome_.owner.empty() ? owner_of(people_.clean(outcome_.text).text) : outcome_.owner;
        if (given.empty()) return;
        const CleanedLine cleaned = people_.clean(given);
        std::string owner = cleaned.text;
        if (owner.starts_with("The ") || owner.starts_with("the ")) owner.erase(0, 4);
        const std::vector<NameWord> words = name_words(owner);
        const bool post = !post_at(owner, 0).empty() || std::ranges::all_of(words, [](const NameWord& word) {
            return is_ordinary(lower(word.text)) || is_office(word.text);
        });
        const bool from_verb = outcome_.owner.empty(); // "ask the operators to": small letters, no name
        const bool seat = lower(owner) == "a member" || lower(owner) == "members" || lower(owner) == "an officer";
        if (!seat && (post || from_verb) && !words.empty() && names_.in(owner).empty())
            drafted_.decision.owner = owner;
        else
            unsure("Its owner may be a person, who was left out.", "Write the post as owner.");
    }

    void tell() {
        const Decision& decision = drafted_.decision;
        if (outcome_.in_passing && decision.kind != DecisionKind::confirmed)
            unsure("This may ask for something, although it was not resolved; it is drafted as " +
                       std::string(print(decision.kind)) + ".",
                   "Keep the row, correct its kind, or remove it.");
        if (decision.kind == DecisionKind::referred && decision.to_body.empty())
            unsure("It goes to another body, which is not known here.", "Fill in to_body.");
        if (!is_to_be_answered(decision.kind) || !decision.owner.empty()) return;
        if (decision.due_words.empty() && decision.due_meeting.empty())
            unsure("It says neither who answers nor by when.", "Fill in owner and due_by or due_meeting.");
        else
            unsure("It does not say who answers.", "Fill in owner.");
    }

    const MinutedOutcome& outcome_;
    const DraftGround& ground_;
    const People& people_;
    const PossibleNames& names_;
    DraftedDecision drafted_;
};

} // namespace

DraftedDecision draft_decision(const MinutedOutcome& outcome, const Item& item, int position, const DraftGround& ground,
                               const People& people, const PossibleNames& names) {
    return Drafting(outcome, ground, people, names).take(item, position);
}

} // namespace qd::inline exchange
