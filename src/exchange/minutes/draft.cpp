#include "exchange/minutes/draft.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/minutes/people.hpp"
#include "exchange/minutes/possible_names.hpp"
#include "exchange/minutes/resolutions.hpp"
#include "exchange/minutes/sections.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

ItemKind kind_of_title(std::string_view title) {
    if (has_words(title, "apologies")) return ItemKind::apologies;
    if (has_words(title, "disclosure") || has_words(title, "declaration")) return ItemKind::disclosure;
    if (has_words(title, "minutes of the") || lower(title) == "minutes") return ItemKind::minutes;
    if (has_words(title, "matters arising")) return ItemKind::matters_arising;
    if (has_words(title, "urgent business")) return ItemKind::urgent;
    if (has_words(title, "exclusion of")) return ItemKind::exclusion;
    if (has_words(title, "next meeting")) return ItemKind::next_meeting;
    return ItemKind::report;
}

// "(Pages 9 - 22)" of an agenda.
std::optional<std::pair<int, int>> pages_of(std::string_view line) {
    if (!lower(line.substr(0, 6)).starts_with("(pages") && !lower(line.substr(0, 5)).starts_with("(page"))
        return std::nullopt;
    std::vector<int> numbers;
    for (std::size_t i = 0; i < line.size();) {
        int value = 0, digits = 0;
        for (; i < line.size() && line[i] >= '0' && line[i] <= '9' && digits < 6; ++i, ++digits)
            value = value * 10 + (line[i] - '0');
        if (digits > 0)
            numbers.push_back(value);
        else
            ++i;
    }
    if (numbers.empty() || numbers.size() > 2 || numbers.front() < 1 || numbers.back() < numbers.front())
        return std::nullopt;
    return std::pair(numbers.front(), numbers.back());
}

class Drafting {
public:
    Drafting(const MinutesSheet& sheet, const std::string& file, const UnitCode& body, const Content& known)
        : sheet_(sheet), file_(file), body_(body), known_(known), names_(known, sheet) {}

    MinutesDraft take() {
        for (const MinutesLine& line : sheet_.head) posts_.learn(line.text);
        for (const MinutesSection& section : sheet_.items)
            for (const MinutesLine& line : section.body) posts_.learn(line.text);
        for (const Complaint& complaint : sheet_.to_confirm) {
            draft_.to_confirm.push_back(complaint);
            draft_.to_confirm.back().value = masked(complaint.value);
        }
        add_meeting();
        add_next_meeting();
        add_attendance();
        for (const MinutesSection& section : sheet_.items) add_item(section);
        if (sheet_.kind == MinutesSheet::Kind::minutes) {
            std::erase(text_, '\t');
            draft_.content.minutes.push_back({draft_.meeting, sheet_.taken_by, std::string(trim(text_))});
        }
        check_numbers();
        return std::move(draft_);
    }

private:
    void unsure(std::size_t line, const std::string& value, const std::string& message, const std::string& remedy) {
        draft_.to_confirm.push_back({file_, line, "", shorten(masked(value), 80), message, remedy});
    }

    // What is quoted of the text goes to terminals and logs: without names.
    std::string masked(const std::string& text) const { return names_.masked(posts_.clean(text).text); }

    MeetingCode code_on(Date date) const {
        for (const Meeting& meeting : known_.meetings)
            if (meeting.body == body_ && meeting.date == date) return meeting.code;
        return MeetingCode(body_.text() + "-" + print(date));
    }

    // The meeting on that day: of the store, of this draft, or a new row for it.
    MeetingCode meeting_on(Date date, MeetingState state, const std::string& note) {
        const MeetingCode code = code_on(date);
        if (find_row(known_.meetings, code) != nullptr || find_row(draft_.content.meetings, code) != nullptr)
            return code;
        Meeting meeting;
        meeting.code = code;
        meeting.body = body_;
        meeting.date = date;
        meeting.state = state;
        meeting.note = note;
        draft_.content.meetings.push_back(std::move(meeting));
        return code;
    }

    void add_meeting() {
        Meeting meeting;
        const bool held = sheet_.kind == MinutesSheet::Kind::minutes;
        if (const Meeting* there = find_row(known_.meetings, code_on(sheet_.day.date))) meeting = *there;
        draft_.meeting = meeting.code = code_on(sheet_.day.date);
        meeting.body = body_;
        meeting.date = sheet_.day.date;
        meeting.weekday = sheet_.day.weekday;
        meeting.time = sheet_.time;
        meeting.place = sheet_.place;
        if (meeting.state != MeetingState::confirmed)
            meeting.state = held ? MeetingState::held : MeetingState::published;
        draft_.content.meetings.push_back(std::move(meeting));
        if (sheet_.time.empty()) unsure(sheet_.day_line, "", "No time of day was found.", "Fill in time.");
        if (sheet_.place.empty()) unsure(sheet_.day_line, "", "No place was found.", "Fill in place.");
        if (sheet_.day.weekday != weekday_of(sheet_.day.date))
            unsure(sheet_.day_line, print(sheet_.day.date),
                   "The day is a " + label(weekday_of(sheet_.day.date)) + ", not the weekday that is printed.",
                   "See which of the two is right.");
    }

    void add_next_meeting() {
        for (const MinutesSection& section : sheet_.items) {
            if (kind_of_title(section.title) != ItemKind::next_meeting) continue;
            for (const MinutesLine& line : section.body) {
                const auto day = find_day(line.text);
                if (!day || day->date <= sheet_.day.date) continue;
                draft_.content.meetings.front().next_on = day->date;
                draft_.content.meetings.front().next_weekday = day->weekday;
                next_ = meeting_on(day->date, MeetingState::planned, "Known from the meeting before");
                if (Meeting& next = draft_.content.meetings.back(); next.code == next_) {
                    next.time = find_time(line.text.substr(day->end));
                    next.weekday = day->weekday;
                }
                return;
            }
            unsure(section.line, section.title, "No day of the next meeting was found.", "Fill in next_on.");
        }
    }

    void seat(const std::string& who, Presence presence) {
        const auto same = [&](const Attendance& other) { return other.who == who; };
        if (std::ranges::any_of(draft_.content.attendance, same)) return;
        draft_.content.attendance.push_back({draft_.meeting, who, presence, {}, {}});
    }

    void add_attendance() {
        if (sheet_.kind == MinutesSheet::Kind::agenda) return;
        const SeatCount present = count_present(sheet_.head);
        if (present.chair) seat("Chair", Presence::present);
        for (int i = 1; i <= present.members; ++i) seat("Member " + std::to_string(i), Presence::present);
        int seats = present.members;
        for (const MinutesSection& section : sheet_.items)
            if (kind_of_title(section.title) == ItemKind::apologies)
                for (int left = count_apologies(section.body); left > 0; --left)
                    seat("Member " + std::to_string(++seats), Presence::apologies);
        for (const std::string& post : posts_.all()) seat(post, Presence::in_attendance);
        if (present.members == 0 && !present.chair)
            unsure(sheet_.day_line, "", "Nobody was found to be present.", "Fill in attendance.csv.");
        else
            unsure(present.line, "",
                   "Names were counted and left out: " +
                       plural(static_cast<std::size_t>(present.members), "member", "members") +
                       (present.chair ? " and the Chair." : "."),
                   "Compare the count with the list.");
    }

    ItemCode item_code(const MinutesSection& section) const {
        return ItemCode(draft_.meeting.text() + "-" + section.number);
    }

    void add_item(const MinutesSection& section) {
        Item item;
        item.code = item_code(section);
        const Item* there = find_row(known_.items, item.code);
        if (there != nullptr && lower(there->title) != lower(section.title))
            unsure(section.line, section.title, "The store has this item as “" + there->title + "”, which was kept.",
                   "Take the right one.");
        item.meeting = draft_.meeting;
        item.number = section.number;
        item.position = static_cast<int>(draft_.content.items.size()) + 1;
        item.title = posts_.clean(section.title).text;
        item.kind = kind_of_title(section.title);
        if (find_row(draft_.content.items, item.code) != nullptr)
            return unsure(section.line, section.title, "There are two items of this number, and this one was left out.",
                          "Number it otherwise.");
        if (item.kind == ItemKind::minutes) item.minutes_of = minutes_of_item(section);
        std::vector<std::string> presenting;
        for (const MinutesLine& line : section.body) {
            if (const auto pages = pages_of(line.text)) {
                item.page_from = pages->first;
                item.page_to = pages->second;
            }
            if (has_words(line.text, "present"))
                for (const std::string& post : posts_.in(line.text))
                    if (std::ranges::find(presenting, post) == presenting.end()) presenting.push_back(post);
        }
        item.presented_by = join(presenting, "; ");
        if (there != nullptr) {
            const std::string presented_by = item.presented_by;
            item = *there;
            if (item.presented_by.empty()) item.presented_by = presented_by;
        }
        draft_.content.items.push_back(std::move(item));
        add_text(section);
        if (sheet_.kind == MinutesSheet::Kind::minutes) add_decisions(section);
    }

    MeetingCode minutes_of_item(const MinutesSection& section) {
        const auto day = find_day(section.title);
        if (day && day->date < sheet_.day.date)
            return meeting_on(day->date, MeetingState::held, "Known by its minutes");
        unsure(section.line, section.title, "It does not say of which meeting the minutes are.", "Fill in minutes_of.");
        return {};
    }

    void add_text(const MinutesSection& section) {
        text_ += "## " + section.number + ". " + posts_.clean(section.title).text + "\n\n";
        const std::size_t end = resolved_from(section);
        for (std::size_t at = 0; at < end; ++at) {
            const MinutesLine& line = section.body[at];
            const Posts::Cleaned cleaned = posts_.clean(line.text);
            if (cleaned.unknown > 0)
                unsure(line.number, line.text, "A person is named without a post; “an officer” was put for the name.",
                       "Write the post.");
            else if (const auto possible = names_.in(cleaned.text); !possible.empty())
                unsure(line.number, cleaned.text,
                       possible.size() == 1 ? "This may name a person." : "These may name persons.",
                       "Write the post instead, if it does.");
            const bool blank = cleaned.text.empty();
            if (!blank || !text_.ends_with("\n\n")) text_ += cleaned.text + "\n";
        }
        if (!text_.ends_with("\n\n")) text_ += text_.ends_with("\n") ? "\n" : "\n\n";
    }

    void add_decisions(const MinutesSection& section) {
        int position = 0;
        for (const Resolution& resolution : resolutions_of(section)) {
            Decision decision;
            decision.code = DecisionCode(item_code(section).text() + "-" + std::to_string(++position));
            decision.item = item_code(section);
            decision.position = position;
            decision.mark = resolution.mark;
            decision.kind = resolution.kind;
            const Posts::Cleaned cleaned = posts_.clean(resolution.text);
            decision.text = cleaned.text;
            if (cleaned.unknown > 0 || !names_.in(cleaned.text).empty())
                unsure(resolution.line, resolution.text, "This may name a person.",
                       "Write the post instead, if it does.");
            if (decision.kind == DecisionKind::confirmed) confirm(section);
            if (decision.kind == DecisionKind::requested || decision.kind == DecisionKind::promised ||
                decision.kind == DecisionKind::referred)
                add_due(resolution, decision);
            draft_.content.decisions.push_back(std::move(decision));
        }
    }

    void confirm(const MinutesSection& section) {
        const auto day = find_day(section.title);
        if (!day) return;
        for (Meeting& meeting : draft_.content.meetings)
            if (meeting.date == day->date) meeting.state = MeetingState::confirmed;
        if (const Meeting* there = find_row(known_.meetings, code_on(day->date));
            there != nullptr && find_row(draft_.content.meetings, there->code) == nullptr) {
            draft_.content.meetings.push_back(*there);
            draft_.content.meetings.back().state = MeetingState::confirmed;
        }
    }

    void add_due(const Resolution& resolution, Decision& decision) {
        const std::string& text = resolution.text;
        if (const auto due = find_due(text, sheet_.day.date)) {
            if (due->from != due->by) decision.due_from = due->from;
            decision.due_by = due->by;
            decision.due_words = due->words;
        } else {
            for (const std::string_view words : {"next meeting", "next update", "next quarterly update", "next quarter",
                                                 "next performance monitoring update"})
                if (const auto at = find_words(text, words); at != std::string_view::npos) {
                    decision.due_meeting = next_;
                    decision.due_words = "the " + text.substr(at, words.size());
                }
        }
        for (const Unit& unit : known_.units)
            if (unit.kind == UnitKind::committee && unit.code != body_ && has_words(text, unit.name))
                decision.to_body = unit.code;
        if (resolution.in_passing)
            unsure(resolution.line, text,
                   "This may ask for something, though it is not among what was resolved; it stands as " +
                       std::string(print(resolution.kind)) + ".",
                   "Keep the row, correct its kind, or take it out.");
        if (decision.kind == DecisionKind::referred) return;
        if (decision.owner.empty() && decision.due_words.empty() && decision.due_meeting.empty())
            unsure(resolution.line, text, "It says neither who answers nor by when.",
                   "Fill in owner and due_by or due_meeting.");
        else
            unsure(resolution.line, text, "It does not say who answers.", "Fill in owner.");
    }

    void check_numbers() {
        int expected = 1;
        for (const MinutesSection& section : sheet_.items) {
            if (section.number != std::to_string(expected))
                unsure(section.line, section.number + ". " + section.title,
                       "The item before it would lead to " + std::to_string(expected) + ".",
                       "See whether an item is missing.");
            expected = section.number.size() <= 4 ? std::atoi(section.number.c_str()) + 1 : expected + 1;
        }
    }

    const MinutesSheet& sheet_;
    const std::string& file_;
    const UnitCode& body_;
    const Content& known_;
    MinutesDraft draft_;
    Posts posts_;
    PossibleNames names_;
    MeetingCode next_;
    std::string text_;
};

} // namespace

tl::expected<MinutesDraft, Complaints> draft_minutes(std::string_view text, const std::string& file,
                                                     const UnitCode& body, const Content& known) {
    if (auto complaint = complain_of_encoding(text, file))
        return tl::make_unexpected(Complaints{*std::move(complaint)});
    auto sheet = cut_minutes(text, file);
    if (!sheet) return tl::make_unexpected(Complaints{std::move(sheet.error())});
    return Drafting(*sheet, file, body, known).take();
}

} // namespace qd::inline exchange
