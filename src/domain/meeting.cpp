#include "domain/meeting.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<Weekday> weekdays[] = {
    {Weekday::monday, "monday"},     {Weekday::tuesday, "tuesday"}, {Weekday::wednesday, "wednesday"},
    {Weekday::thursday, "thursday"}, {Weekday::friday, "friday"},   {Weekday::saturday, "saturday"},
    {Weekday::sunday, "sunday"},
};
constexpr Word<MeetingState> meeting_states[] = {
    {MeetingState::planned, "planned"},     {MeetingState::published, "published"}, {MeetingState::held, "held"},
    {MeetingState::confirmed, "confirmed"}, {MeetingState::cancelled, "cancelled"},
};
constexpr Word<ItemKind> item_kinds[] = {
    {ItemKind::report, "report"},
    {ItemKind::apologies, "apologies"},
    {ItemKind::disclosure, "disclosure"},
    {ItemKind::minutes, "minutes"},
    {ItemKind::matters_arising, "matters_arising"},
    {ItemKind::urgent, "urgent"},
    {ItemKind::exclusion, "exclusion"},
    {ItemKind::next_meeting, "next_meeting"},
    {ItemKind::other, "other"},
};
constexpr Word<ItemPart> item_parts[] = {{ItemPart::one, "1"}, {ItemPart::two, "2"}};
constexpr Word<ExemptParagraph> exempt_paragraphs[] = {
    {ExemptParagraph::one, "1"},   {ExemptParagraph::two, "2"},  {ExemptParagraph::three, "3"},
    {ExemptParagraph::four, "4"},  {ExemptParagraph::five, "5"}, {ExemptParagraph::six, "6"},
    {ExemptParagraph::seven, "7"},
};
constexpr Word<Presence> presences[] = {
    {Presence::present, "present"},       {Presence::apologies, "apologies"},         {Presence::absent, "absent"},
    {Presence::substitute, "substitute"}, {Presence::in_attendance, "in_attendance"},
};
constexpr Word<InterestKind> interest_kinds[] = {
    {InterestKind::pecuniary, "pecuniary"},
    {InterestKind::non_pecuniary, "non_pecuniary"},
    {InterestKind::other, "other"},
};
constexpr Word<DecisionKind> decision_kinds[] = {
    {DecisionKind::noted, "noted"},         {DecisionKind::agreed, "agreed"},
    {DecisionKind::confirmed, "confirmed"}, {DecisionKind::requested, "requested"},
    {DecisionKind::promised, "promised"},   {DecisionKind::deferred, "deferred"},
    {DecisionKind::referred, "referred"},
};

} // namespace

std::string_view print(Weekday day) { return word_of(weekdays, day); }
std::string label(Weekday day) { return capitalised(print(day)); }
Weekday weekday_of(Date date) { return static_cast<Weekday>(date.weekday() - 1); }

std::string_view print(MeetingState state) { return word_of(meeting_states, state); }
std::string label(MeetingState state) { return capitalised(spoken(print(state))); }
std::string_view print(ItemKind kind) { return word_of(item_kinds, kind); }
std::string label(ItemKind kind) { return capitalised(spoken(print(kind))); }
std::string_view print(ItemPart part) { return word_of(item_parts, part); }
std::string_view print(ExemptParagraph paragraph) { return word_of(exempt_paragraphs, paragraph); }
std::string_view print(Presence presence) { return word_of(presences, presence); }
std::string label(Presence presence) { return capitalised(spoken(print(presence))); }
std::string_view print(InterestKind kind) { return word_of(interest_kinds, kind); }
std::string label(InterestKind kind) {
    return kind == InterestKind::non_pecuniary ? "Non-pecuniary" : capitalised(spoken(print(kind)));
}
std::string_view print(DecisionKind kind) { return word_of(decision_kinds, kind); }
std::string label(DecisionKind kind) { return capitalised(spoken(print(kind))); }

std::string label(ExemptParagraph paragraph) {
    switch (paragraph) {
    case ExemptParagraph::one: return "information about an individual";
    case ExemptParagraph::two: return "information likely to reveal who an individual is";
    case ExemptParagraph::three: return "financial or business affairs of somebody";
    case ExemptParagraph::four: return "consultations or negotiations on labour relations";
    case ExemptParagraph::five: return "information under legal privilege";
    case ExemptParagraph::six: return "a notice, order or direction that is to be given or made";
    case ExemptParagraph::seven: return "prevention, investigation or prosecution of crime";
    }
    return {};
}

std::vector<RowProblem> Shape<Meeting>::problems(const Meeting& row) {
    std::vector<RowProblem> problems;
    if (row.next_on && *row.next_on <= row.date)
        problems.push_back({"next_on", "is not after the meeting itself.", "Put the day of the next meeting here."});
    return problems;
}

std::vector<RowProblem> Shape<Item>::problems(const Item& row) {
    std::vector<RowProblem> problems;
    if (row.page_from.has_value() != row.page_to.has_value())
        problems.push_back({row.page_from ? "page_to" : "page_from", "is missing, but the other is given.",
                            "Write the first and the last page, or neither."});
    else if (row.page_from && (*row.page_from < 1 || *row.page_to < *row.page_from))
        problems.push_back(
            {"page_to", "is before page_from, or page_from is below 1.", "Write the first and the last page."});
    return problems;
}

std::vector<RowProblem> Shape<Decision>::problems(const Decision& row) {
    std::vector<RowProblem> problems;
    if (row.due_from && row.due_by && *row.due_by < *row.due_from)
        problems.push_back({"due_by", "is before due_from.", "Put the later day here."});
    if (row.due_from && !row.due_by)
        problems.push_back({"due_by", "is missing, but due_from is given.", "Put the last day of the stretch here."});
    return problems;
}

std::vector<RowProblem> Shape<RequestProgress>::problems(const RequestProgress& row) {
    std::vector<RowProblem> problems;
    if (row.text.empty() && !row.defers())
        problems.push_back({"text", "is missing, and nothing is deferred.",
                            "Write what was said, or until when the request is put off."});
    if (row.deferred_until && *row.deferred_until <= row.noted_on)
        problems.push_back({"deferred_until", "is not after noted_on.", "Put the later day here."});
    return problems;
}

} // namespace qd
