#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The committee side: when a body meets, what is on its agenda, who was there, what was resolved. Posts, never names.
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
    std::optional<Date> next_on;      // the next meeting, as announced at this one
    std::optional<Weekday> next_weekday;
    std::string note; // what else is known of it, or how it is known at all

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

template <> struct Shape<Meeting> : Rows<Readable::open> {
    static constexpr std::string_view table = "meetings", one = "a meeting";
    static constexpr auto parts = made_of(
        code<open>("code", &Meeting::code), need<open>("body", &Meeting::body), need<open>("date", &Meeting::date),
        part<open>("weekday", &Meeting::weekday), part<open>("time", &Meeting::time),
        part<open>("place", &Meeting::place), part<open>("state", &Meeting::state),
        part<open>("published_on", &Meeting::published_on), part<open>("next_on", &Meeting::next_on),
        part<open>("next_weekday", &Meeting::next_weekday), part<council>("note", &Meeting::note));
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

// What is on the agenda of a meeting, in the order of `position`.
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

template <> struct Shape<Item> : Rows<Readable::by_rule> {
    static constexpr std::string_view table = "items", one = "an item";
    static constexpr auto parts = made_of(
        code<open>("code", &Item::code), need<open>("meeting", &Item::meeting), need<open>("number", &Item::number),
        part<open>("position", &Item::position), need<open>("title", &Item::title), part<open>("kind", &Item::kind),
        part<open>("part", &Item::part), part<by_rule>("about", &Item::about), part<by_rule>("paper", &Item::paper),
        part<open>("minutes_of", &Item::minutes_of), part<open>("report_of", &Item::report_of),
        part<open>("presented_by", &Item::presented_by), part<open>("published_on", &Item::published_on),
        part<open>("key_decision", &Item::key_decision), part<open>("notice_on", &Item::notice_on),
        part<open>("exempt_paragraphs", &Item::exempt_paragraphs), part<open>("exempt_reason", &Item::exempt_reason),
        part<open>("public_interest", &Item::public_interest), part<open>("urgent_reason", &Item::urgent_reason),
        part<by_rule>("page_from", &Item::page_from), part<by_rule>("page_to", &Item::page_to));
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

template <> struct Shape<Attendance> : Rows<Readable::open> {
    static constexpr std::string_view table = "attendance", one = "an attendance";
    static constexpr auto parts =
        made_of(key<open>("meeting", &Attendance::meeting), key<open>("who", &Attendance::who),
                part<open>("presence", &Attendance::presence), part<open>("in_place_of", &Attendance::in_place_of),
                part<open>("note", &Attendance::note));
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

template <> struct Shape<Declaration> : Rows<Readable::by_rule> {
    static constexpr std::string_view table = "declarations", one = "a declaration";
    static constexpr auto parts =
        made_of(key<open>("meeting", &Declaration::meeting), key<open>("who", &Declaration::who),
                key_if<open>("item", &Declaration::item), part<open>("kind", &Declaration::kind),
                part<by_rule>("nature", &Declaration::nature), part<open>("withdrew", &Declaration::withdrew));
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

template <> struct Shape<Decision> : Rows<Readable::by_rule> {
    static constexpr std::string_view table = "decisions", one = "a decision";
    static constexpr auto parts = made_of(
        code<open>("code", &Decision::code), need<open>("item", &Decision::item),
        part<open>("position", &Decision::position), part<open>("mark", &Decision::mark),
        part<open>("kind", &Decision::kind), need<open>("text", &Decision::text), part<open>("owner", &Decision::owner),
        part<open>("to_body", &Decision::to_body), part<open>("due_meeting", &Decision::due_meeting),
        part<open>("due_from", &Decision::due_from), part<open>("due_by", &Decision::due_by),
        part<open>("due_words", &Decision::due_words), part<by_rule>("answered_by", &Decision::answered_by),
        part<by_rule>("answered_on", &Decision::answered_on), part<by_rule>("answer", &Decision::answer),
        later(part<by_rule>("about", &Decision::about)), later(part<open>("standing", &Decision::standing)));
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

template <> struct Shape<RequestProgress> : Rows<Readable::by_rule> {
    using T = RequestProgress;
    static constexpr std::string_view table = "request_progress", one = "a progress note";
    static constexpr auto parts =
        made_of(key<open>("decision", &T::decision), key<open>("noted_on", &T::noted_on), part<open>("item", &T::item),
                part<open>("text", &T::text), part<open>("deferred_to", &T::deferred_to),
                part<open>("deferred_until", &T::deferred_until));
    static std::vector<RowProblem> problems(const RequestProgress& row);
};

// The minutes of a meeting, as the file minutes/CODE.md: a heading "## 4. Title" for each item.
struct Minutes {
    MeetingCode meeting;
    std::string taken_by; // a post
    std::string text;     // Markdown

    friend bool operator==(const Minutes&, const Minutes&) = default;
};

template <> struct Shape<Minutes> : Rows<Readable::by_rule> {
    static constexpr std::string_view table = "minutes", one = "minutes", folder = "minutes/";
    static constexpr auto parts =
        made_of(key<open>("meeting", &Minutes::meeting), part<open>("taken_by", &Minutes::taken_by),
                part<by_rule>("text", &Minutes::text));
};

// A day on which no business is done, as well as those that follow from the rules of England, or instead of one of them.
struct BankHoliday {
    Date date;
    std::string name;
    bool holds = true; // no: a day of the rules that was moved or not kept

    friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

template <> struct Shape<BankHoliday> : Rows<Readable::open> {
    static constexpr std::string_view table = "bank_holidays", one = "a bank holiday";
    static constexpr auto parts = made_of(key<open>("date", &BankHoliday::date), need<open>("name", &BankHoliday::name),
                                          part<open>("holds", &BankHoliday::holds));
};

} // namespace qd
