#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The committee side: when a body meets, what stands on its agenda, who was there, what was resolved. Posts, never names.
namespace qd {

using MeetingCode = Code<struct Meeting>;
using ItemCode = Code<struct Item>;
using DecisionCode = Code<struct Decision>;

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
std::string_view print(Weekday day);
std::string label(Weekday day); // "Tuesday"
Weekday weekday_of(Date date);

// Confirmed: the body has agreed its minutes.
enum class MeetingState { planned, published, held, confirmed, cancelled };
std::string_view print(MeetingState state);
std::string label(MeetingState state);

// A body meets on a day.
struct Meeting {
    MeetingCode code;
    UnitCode body; // the committee
    Date date;
    std::optional<Weekday> weekday; // as printed
    std::string time;               // "14:00"; empty = not given
    std::string place;
    MeetingState state = MeetingState::planned;
    std::optional<Date> published_on; // the agenda and its papers
    std::optional<Date> next_on;      // the next meeting, as it was told at this one
    std::optional<Weekday> next_weekday;
    std::string note; // what else is known of it, or how it is known at all

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

template <> struct Shape<Meeting> {
    static constexpr std::string_view table = "meetings", one = "a meeting";
    static constexpr auto parts = made_of(
        code("code", &Meeting::code), need("body", &Meeting::body), need("date", &Meeting::date),
        part("weekday", &Meeting::weekday), part("time", &Meeting::time), part("place", &Meeting::place),
        part("state", &Meeting::state), part("published_on", &Meeting::published_on),
        part("next_on", &Meeting::next_on), part("next_weekday", &Meeting::next_weekday), part("note", &Meeting::note));
    static std::vector<RowProblem> problems(const Meeting& row);
};

enum class ItemKind { report, apologies, disclosure, minutes, matters_arising, urgent, exclusion, next_meeting, other };
std::string_view print(ItemKind kind);
std::string label(ItemKind kind);

// Part 1 is open to press and public, part 2 is exempt.
enum class ItemPart { one, two };
std::string_view print(ItemPart part); // "1"

// Of schedule 12A of the Local Government Act 1972: why an item may be taken in private.
enum class ExemptParagraph { one, two, three, four, five, six, seven };
std::string_view print(ExemptParagraph paragraph); // "3"
std::string label(ExemptParagraph paragraph);      // "financial or business affairs"

// What stands on the agenda of a meeting, in the order of `position`.
struct Item {
    ItemCode code;
    MeetingCode meeting;
    std::string number; // as printed: "4"
    int position = 0;
    std::string title;
    ItemKind kind = ItemKind::report;
    ItemPart part = ItemPart::one;
    std::vector<Subject> about;          // measures, plans, programmes …
    PaperCode paper;                     // that belongs to it; empty = none is kept here
    MeetingCode minutes_of;              // the meeting whose minutes are to be confirmed
    std::string report_of, presented_by; // posts
    std::optional<Date> published_on;    // where it came out after the agenda
    bool key_decision = false;
    std::optional<Date> notice_on; // when notice was given of a key decision, or of meeting in private
    std::vector<ExemptParagraph> exempt_paragraphs;
    std::string exempt_reason, public_interest;
    std::string urgent_reason;             // the special circumstances, where it came too late for notice
    std::optional<int> page_from, page_to; // in the pack, once it is published

    friend bool operator==(const Item&, const Item&) = default;
};

template <> struct Shape<Item> {
    static constexpr std::string_view table = "items", one = "an item";
    static constexpr auto parts =
        made_of(code("code", &Item::code), need("meeting", &Item::meeting), need("number", &Item::number),
                part("position", &Item::position), need("title", &Item::title), part("kind", &Item::kind),
                part("part", &Item::part), part("about", &Item::about), part("paper", &Item::paper),
                part("minutes_of", &Item::minutes_of), part("report_of", &Item::report_of),
                part("presented_by", &Item::presented_by), part("published_on", &Item::published_on),
                part("key_decision", &Item::key_decision), part("notice_on", &Item::notice_on),
                part("exempt_paragraphs", &Item::exempt_paragraphs), part("exempt_reason", &Item::exempt_reason),
                part("public_interest", &Item::public_interest), part("urgent_reason", &Item::urgent_reason),
                part("page_from", &Item::page_from), part("page_to", &Item::page_to));
    static std::vector<RowProblem> problems(const Item& row);
};

enum class Presence { present, apologies, absent, substitute, in_attendance };
std::string_view print(Presence presence);
std::string label(Presence presence);

// Who was at a meeting, or sent apologies: "Chair", "Member 3", "Director of …".
struct Attendance {
    MeetingCode meeting;
    std::string who; // a post or a seat
    Presence presence = Presence::present;
    std::string in_place_of; // of a substitute
    std::string note;        // "until item 5"

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

template <> struct Shape<Attendance> {
    static constexpr std::string_view table = "attendance", one = "an attendance";
    static constexpr auto parts = made_of(
        key("meeting", &Attendance::meeting), key("who", &Attendance::who), part("presence", &Attendance::presence),
        part("in_place_of", &Attendance::in_place_of), part("note", &Attendance::note));
};

enum class InterestKind { pecuniary, non_pecuniary, other };
std::string_view print(InterestKind kind);
std::string label(InterestKind kind);

// An interest that somebody disclosed.
struct Declaration {
    MeetingCode meeting;
    std::string who;
    ItemCode item; // empty = of no item by itself
    InterestKind kind = InterestKind::pecuniary;
    std::string nature;
    bool withdrew = false; // left the room for the item

    friend bool operator==(const Declaration&, const Declaration&) = default;
};

template <> struct Shape<Declaration> {
    static constexpr std::string_view table = "declarations", one = "a declaration";
    static constexpr auto parts =
        made_of(key("meeting", &Declaration::meeting), key("who", &Declaration::who),
                key_if("item", &Declaration::item), part("kind", &Declaration::kind),
                part("nature", &Declaration::nature), part("withdrew", &Declaration::withdrew));
};

// Requested and promised are to be answered: a request is the body's, a promise was made to it.
enum class DecisionKind { noted, agreed, confirmed, requested, promised, deferred, referred };
std::string_view print(DecisionKind kind);
std::string label(DecisionKind kind);

// What was resolved on an item, or undertaken in its course.
struct Decision {
    DecisionCode code;
    ItemCode item;
    int position = 0;
    std::string mark; // "(ii)"; empty = not marked
    DecisionKind kind = DecisionKind::noted;
    std::string text;
    std::string owner; // the post that answers for it
    UnitCode to_body;  // where it was sent; empty = stays with this body
    MeetingCode due_meeting;
    std::optional<Date> due_from, due_by; // "September/October": the first and last day
    std::string due_words;                // as it was said
    ItemCode answered_by;                 // the item at which the answer came
    std::optional<Date> answered_on;      // where it came outside of a meeting
    std::string answer;
    std::vector<Subject> about; // the measures, plans, risks … that it is about
    bool standing = false;      // to be reported on at every meeting, until it is answered

    friend bool operator==(const Decision&, const Decision&) = default;
};

template <> struct Shape<Decision> {
    static constexpr std::string_view table = "decisions", one = "a decision";
    static constexpr auto parts =
        made_of(code("code", &Decision::code), need("item", &Decision::item), part("position", &Decision::position),
                part("mark", &Decision::mark), part("kind", &Decision::kind), need("text", &Decision::text),
                part("owner", &Decision::owner), part("to_body", &Decision::to_body),
                part("due_meeting", &Decision::due_meeting), part("due_from", &Decision::due_from),
                part("due_by", &Decision::due_by), part("due_words", &Decision::due_words),
                part("answered_by", &Decision::answered_by), part("answered_on", &Decision::answered_on),
                part("answer", &Decision::answer), later(part("about", &Decision::about)),
                later(part("standing", &Decision::standing)));
    static std::vector<RowProblem> problems(const Decision& row);
};

// What was said on a request before its answer: how far it is, or that it was put off.
struct RequestProgress {
    DecisionCode decision;
    Date noted_on;
    ItemCode item; // at which it was said; empty = outside of a meeting
    std::string text;
    MeetingCode deferred_to; // the meeting that it was put off to
    std::optional<Date> deferred_until;

    bool defers() const { return !deferred_to.empty() || deferred_until.has_value(); }
    friend bool operator==(const RequestProgress&, const RequestProgress&) = default;
};

template <> struct Shape<RequestProgress> {
    using T = RequestProgress;
    static constexpr std::string_view table = "request_progress", one = "a progress note";
    static constexpr auto parts = made_of(
        key("decision", &T::decision), key("noted_on", &T::noted_on), part("item", &T::item), part("text", &T::text),
        part("deferred_to", &T::deferred_to), part("deferred_until", &T::deferred_until));
    static std::vector<RowProblem> problems(const RequestProgress& row);
};

// What the minutes of a meeting tell, as the file minutes/CODE.md: a heading "## 4. Title" an item.
struct Minutes {
    MeetingCode meeting;
    std::string taken_by; // a post
    std::string text;     // Markdown

    friend bool operator==(const Minutes&, const Minutes&) = default;
};

template <> struct Shape<Minutes> {
    static constexpr std::string_view table = "minutes", one = "minutes", folder = "minutes/";
    static constexpr auto parts =
        made_of(key("meeting", &Minutes::meeting), part("taken_by", &Minutes::taken_by), part("text", &Minutes::text));
};

// A day on which no business is done, beside those that follow from the rules of England, or instead of one of them.
struct BankHoliday {
    Date date;
    std::string name;
    bool holds = true; // no: a day of the rules that was moved or not kept

    friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

template <> struct Shape<BankHoliday> {
    static constexpr std::string_view table = "bank_holidays", one = "a bank holiday";
    static constexpr auto parts =
        made_of(key("date", &BankHoliday::date), need("name", &BankHoliday::name), part("holds", &BankHoliday::holds));
};

} // namespace qd
