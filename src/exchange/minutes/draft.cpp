#include "exchange/minutes/draft.hpp"

#include "base/text.hpp"
#include "exchange/minutes/attendance.hpp"
#include "exchange/minutes/draft_decisions.hpp"
#include "exchange/minutes/exclusion.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/sections.hpp"
#include "exchange/plain_text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

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

// As a code can be written: "12/23" → "12-23".
std::string code_of_number(const std::string& number) {
    std::string code;
    for (const char c : number) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.';
        code += plain ? c : '-';
    }
    return code;
}

class Drafting {
public:
    Drafting(MinutesSheet& sheet, const MinutesSource& source, const Content& known)
        : sheet_(sheet), source_(source), known_(known), names_(known, sheet.lines) {}

    MinutesDraft take() {
        learn_people();
        for (const Complaint& complaint : sheet_.to_confirm) {
            draft_.to_confirm.push_back(complaint);
            draft_.to_confirm.back().value = masked(complaint.value);
        }
        add_meeting();
        add_next_meeting();
        for (const MinutesSection& section : sheet_.items)
            readings_.push_back(read_section(sheet_.lines, section, people_, source_.file));
        privacy_ = privacy_of_items(sheet_);
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) add_item(i);
        if (is_minutes()) add_decisions();
        add_attendance();
        if (is_minutes())
            draft_.content.minutes.push_back(
                {draft_.meeting, people_.clean(sheet_.taken_by).text, std::string(trim(text_))});
        check_numbers();
        account();
        std::ranges::stable_sort(draft_.to_confirm, {}, &Complaint::row);
        return std::move(draft_);
    }

private:
    bool is_minutes() const { return sheet_.kind == MinutesSheet::Kind::minutes; }
    Date held() const { return sheet_.head.day.date; }
    const MinutesLine& line(std::size_t at) const { return sheet_.lines[at]; }

    void unsure(std::size_t row, const std::string& value, const std::string& message, const std::string& remedy) {
        draft_.to_confirm.push_back({source_.file, row, "", shorten(masked(value), 80), message, remedy});
    }

    // What is quoted of the text goes to terminals and logs: without names.
    std::string masked(const std::string& text) const {
        return names_.masked(people_.clean(replace_all(text, "\t", " ")).text);
    }

    void learn_people() {
        for (const Area& area : known_.areas) people_.know_place(area.name);
        const std::size_t top = sheet_.items.front().heading.line;
        read_attendance(sheet_.lines, std::min(sheet_.head.people, top), top, people_, seats_);
        for (const MinutesSection& section : sheet_.items)
            if (is_attendance_label(section.heading.title) &&
                kind_of_title(section.heading.title) != ItemKind::apologies)
                read_attendance(sheet_.lines, section.begin, section.end, people_, seats_);
        for (std::size_t at = sheet_.begin; at < sheet_.end; ++at)
            if (line(at).place != LinePlace::letterhead && line(at).place != LinePlace::head)
                people_.learn(line(at).text);
    }

    MeetingCode code_on(Date date) const {
        for (const Meeting& meeting : known_.meetings)
            if (meeting.body == source_.body && meeting.date == date) return meeting.code;
        return MeetingCode(source_.body.text() + "-" + print(date));
    }

    // The meeting on that day: of the store, of this draft, or a new row for it.
    MeetingCode meeting_on(Date date, MeetingState state, const std::string& note) {
        const MeetingCode code = code_on(date);
        if (find_row(known_.meetings, code) != nullptr || find_row(draft_.content.meetings, code) != nullptr)
            return code;
        Meeting meeting;
        meeting.code = code;
        meeting.body = source_.body;
        meeting.date = date;
        meeting.state = state;
        meeting.note = note;
        draft_.content.meetings.push_back(std::move(meeting));
        return code;
    }

    void add_meeting() {
        const MinutesHead& head = sheet_.head;
        Meeting meeting;
        if (const Meeting* there = find_row(known_.meetings, code_on(held()))) meeting = *there;
        draft_.meeting = meeting.code = code_on(held());
        meeting.body = source_.body;
        meeting.date = held();
        meeting.weekday = head.day.weekday;
        meeting.time = head.time;
        meeting.place = masked(head.place);
        if (meeting.state != MeetingState::confirmed)
            meeting.state = is_minutes() ? MeetingState::held : MeetingState::published;
        draft_.content.meetings.push_back(std::move(meeting));
        if (head.time.empty()) unsure(head.day_line, "", "No time of day was found.", "Fill in time.");
        if (head.place.empty()) unsure(head.day_line, "", "No place was found.", "Fill in place.");
        if (head.printed && *head.printed != held())
            unsure(head.day_line, print(*head.printed), "The text gives this day and --date another, which was used.",
                   "Check which of the two is right.");
        if (head.day.weekday && head.day.weekday != weekday_of(held()))
            unsure(head.day_line, print(held()),
                   "The day is a " + label(weekday_of(held())) + ", not the weekday that is printed.",
                   "Check which of the two is right.");
    }

    void tell_next(const SpokenDay& day, const std::string& text) {
        Meeting& meeting = draft_.content.meetings.front();
        meeting.next_on = day.date;
        meeting.next_weekday = day.weekday;
        next_ = meeting_on(day.date, MeetingState::planned, "Known from the meeting before");
        if (Meeting& next = draft_.content.meetings.back(); next.code == next_) {
            next.time = find_time(std::string_view(text).substr(day.end));
            if (next.time.empty()) next.time = find_time(std::string_view(text).substr(0, day.begin));
            next.weekday = day.weekday;
        }
    }

    void add_next_meeting() {
        for (const MinutesSection& section : sheet_.items) {
            if (kind_of_title(section.heading.title) != ItemKind::next_meeting) continue;
            for (std::size_t at = section.heading.line; at < section.end; ++at) {
                const auto day = find_coming_day(line(at).text, held());
                if (day && day->date > held()) return tell_next(*day, line(at).text);
            }
            return unsure(line(section.heading.line).number, section.heading.title,
                          "No day of the next meeting was found.", "Fill in next_on.");
        }
        // Without an item of its own, it is announced during the last ones.
        for (std::size_t at = sheet_.items.front().begin; at < sheet_.end; ++at) {
            const auto words = find_words(line(at).text, "next meeting");
            if (words == std::string::npos) continue;
            for (std::size_t near = at; near < std::min(sheet_.end, at + 3); ++near) {
                const auto day = find_coming_day(line(near).text, held(), near == at ? words : 0);
                if (!day || day->date <= held() || (near == at && day->begin > words + 80)) continue;
                return tell_next(*day, line(near).text);
            }
        }
    }

    void seat(std::string who, Presence presence) {
        if (who.starts_with("The ")) who.erase(0, 4);
        const auto same = [&](const Attendance& other) { return other.who == who; };
        if (std::ranges::any_of(draft_.content.attendance, same)) return;
        draft_.content.attendance.push_back({draft_.meeting, who, presence, {}, {}});
    }

    void add_attendance() {
        if (!is_minutes()) return;
        for (const MinutesSection& section : sheet_.items)
            if (kind_of_title(section.heading.title) == ItemKind::apologies)
                for (std::size_t at = section.heading.title_line; at < section.end; ++at)
                    if (line(at).place != LinePlace::attendance)
                        seats_.apologies += count_apologies(line(at).text, people_);
        if (seats_.chair) seat("Chair", Presence::present);
        int seats = 0;
        const auto seat_members = [&](int count, Presence presence) {
            for (; count > 0; --count) seat("Member " + std::to_string(++seats), presence);
        };
        seat_members(seats_.members, Presence::present);
        seat_members(seats_.substitutes, Presence::substitute);
        seat_members(seats_.apologies, Presence::apologies);
        seat_members(seats_.absent, Presence::absent);
        for (const auto& [post, presence] : seats_.posts) seat(masked(post), presence);
        for (const std::string& post : people_.posts()) seat(masked(post), Presence::in_attendance);
        tell_attendance();
    }

    void tell_attendance() {
        const std::size_t row = seats_.line == 0 ? sheet_.head.day_line : seats_.line;
        if (seats_.members == 0 && !seats_.chair && seats_.substitutes == 0)
            unsure(row, "", "Nobody was found to be present.", "Fill in attendance.csv.");
        else
            unsure(row, "",
                   "Names were counted and left out: " +
                       plural(static_cast<std::size_t>(seats_.members + seats_.substitutes), "member", "members") +
                       (seats_.chair ? " and the Chair." : "."),
                   "Compare the count with the list.");
        if (seats_.substitutes > 0)
            unsure(row, "", "It is not clear whom the substitutes replaced.", "Fill in in_place_of.");
        for (const std::size_t partly : seats_.partly)
            unsure(partly, "", "This line says more than could be read.", "Check who else it names.");
        if (seats_.without_post > 0)
            unsure(row, "",
                   plural(static_cast<std::size_t>(seats_.without_post), "person", "people") +
                       " in attendance without a post were left out.",
                   "Write their posts into attendance.csv.");
    }

    // A number may appear twice; the code of the later one has a suffix.
    ItemCode item_code(const ItemHeading& heading) {
        const std::string code = draft_.meeting.text() + "-" + code_of_number(heading.number);
        if (find_row(draft_.content.items, ItemCode(code)) == nullptr) return ItemCode(code);
        std::string other = code;
        for (int n = 2; find_row(draft_.content.items, ItemCode(other)) != nullptr; ++n)
            other = code + "-" + std::to_string(n);
        unsure(line(heading.line).number, heading.number,
               "There are two items with this number; this one has the code " + other + ".", "Give it another number.");
        return ItemCode(other);
    }

    void add_item(std::size_t index) {
        const MinutesSection& section = sheet_.items[index];
        const ItemHeading& heading = section.heading;
        const std::size_t row = line(heading.title_line).number;
        Item item;
        item.code = item_code(heading);
        const Item* there = find_row(known_.items, item.code);
        const std::string title = clean(heading.title, row);
        if (there != nullptr && lower(there->title) != lower(title))
            unsure(row, title, "The store has this item as “" + there->title + "”, which was kept.",
                   "Use the right one.");
        item.meeting = draft_.meeting;
        item.number = heading.number;
        item.position = static_cast<int>(index) + 1;
        item.title = title;
        item.kind = kind_of_title(heading.title);
        item.part = privacy_[index].part;
        item.exempt_paragraphs = privacy_[index].paragraphs;
        if (!privacy_[index].unsure.empty())
            unsure(row, title, privacy_[index].unsure, "Check part and exempt_paragraphs.");
        if (item.kind == ItemKind::minutes) item.minutes_of = minutes_of_item(section, row);
        std::vector<std::string> presenting;
        for (std::size_t at = section.begin; at < section.end; ++at) {
            if (const auto pages = pages_of(line(at).text)) {
                item.page_from = pages->first;
                item.page_to = pages->second;
            }
            if (has_words(line(at).text, "present"))
                for (const std::string& post : people_.posts_in(line(at).text))
                    if (std::ranges::find(presenting, post) == presenting.end()) presenting.push_back(post);
        }
        item.presented_by = masked(join(presenting, "; "));
        if (there != nullptr) {
            const Item drafted = item;
            item = *there;
            if (item.presented_by.empty()) item.presented_by = drafted.presented_by;
            if (drafted.part == ItemPart::two) item.part = ItemPart::two;
        }
        codes_.push_back(item.code);
        draft_.content.items.push_back(std::move(item));
        if (is_minutes())
            add_text(section, title);
        else
            leave_out_text(section);
    }

    // Which meeting's minutes an item confirms: by its title, or by what it says about them.
    std::optional<Date> day_of_minutes(const MinutesSection& section) const {
        if (kind_of_title(section.heading.title) != ItemKind::minutes) return std::nullopt;
        for (std::size_t at = section.heading.title_line; at < section.end; ++at) {
            const std::string& text = at == section.heading.title_line ? section.heading.title : line(at).text;
            if (at > section.heading.title_line && !has_words(text, "minutes") && !has_words(text, "meeting")) continue;
            if (const auto day = find_day(text); day && day->date < held()) return day->date;
        }
        return std::nullopt;
    }

    MeetingCode minutes_of_item(const MinutesSection& section, std::size_t row) {
        if (const auto day = day_of_minutes(section))
            return meeting_on(*day, MeetingState::held, "Known by its minutes");
        unsure(row, section.heading.title, "It does not say which meeting the minutes are of.", "Fill in minutes_of.");
        return {};
    }

    // Without names; reports where one may be left.
    std::string clean(const std::string& text, std::size_t row) {
        const CleanedLine cleaned = people_.clean(text);
        if (cleaned.unknown > 0)
            unsure(row, text, "A person is named without a post; “an officer” was put for the name.",
                   "Write the post.");
        else if (const auto possible = names_.in(cleaned.text); !possible.empty())
            unsure(row, cleaned.text, possible.size() == 1 ? "This may name a person." : "These may name people.",
                   "Write the post instead, if it does.");
        return replace_all(cleaned.text, "\t", std::ranges::count(cleaned.text, '\t') > 1 ? " | " : " ");
    }

    void add_text(const MinutesSection& section, const std::string& title) {
        text_ += "## " + section.heading.number + ". " + title + "\n\n";
        for (std::size_t at = section.begin; at < section.end; ++at) {
            if (line(at).place == LinePlace::text)
                text_ += clean(line(at).text, line(at).number) + "\n";
            else if (!text_.ends_with("\n\n"))
                text_ += "\n";
        }
        if (!text_.ends_with("\n\n")) text_ += text_.ends_with("\n") ? "\n" : "\n\n";
    }

    void leave_out_text(const MinutesSection& section) {
        const auto lines =
            std::count_if(sheet_.lines.begin() + static_cast<std::ptrdiff_t>(section.begin),
                          sheet_.lines.begin() + static_cast<std::ptrdiff_t>(section.end), [](const MinutesLine& each) {
                              return each.place == LinePlace::text || each.place == LinePlace::decision;
                          });
        if (lines > 0)
            unsure(line(section.heading.line).number, section.heading.title,
                   "An agenda has only titles; left out below this one: " +
                       plural(static_cast<std::size_t>(lines), "line", "lines") + ".",
                   "Nothing, unless they are minutes.");
    }

    void add_decisions() {
        const DraftGround ground{known_, source_.file, source_.body, held(), next_};
        std::vector<std::vector<MinutedOutcome>> of_items(sheet_.items.size());
        for (std::size_t i = 0; i < readings_.size(); ++i) {
            for (MinutedOutcome& outcome : readings_[i].outcomes) {
                std::size_t to = i; // a table may name the item
                for (std::size_t other = 0; other < sheet_.items.size() && !outcome.of_item.empty(); ++other)
                    if (sheet_.items[other].heading.number == outcome.of_item) to = other;
                of_items[to].push_back(std::move(outcome));
            }
            for (const Complaint& complaint : readings_[i].to_confirm) {
                draft_.to_confirm.push_back(complaint);
                draft_.to_confirm.back().value = shorten(masked(complaint.value), 80);
            }
        }
        for (std::size_t i = 0; i < of_items.size(); ++i) {
            int position = 0;
            // What was said in the course of the text follows what was decided.
            std::ranges::stable_partition(of_items[i],
                                          [](const MinutedOutcome& outcome) { return !outcome.in_passing; });
            for (const MinutedOutcome& outcome : of_items[i]) {
                auto drafted = draft_decision(outcome, draft_.content.items[i], ++position, ground, people_, names_);
                if (drafted.decision.kind == DecisionKind::confirmed) confirm(sheet_.items[i]);
                for (Complaint& complaint : drafted.to_confirm) draft_.to_confirm.push_back(std::move(complaint));
                draft_.content.decisions.push_back(std::move(drafted.decision));
            }
        }
    }

    void confirm(const MinutesSection& section) {
        const auto day = day_of_minutes(section);
        if (!day) return;
        for (Meeting& meeting : draft_.content.meetings)
            if (meeting.date == *day) meeting.state = MeetingState::confirmed;
        if (const Meeting* there = find_row(known_.meetings, code_on(*day));
            there != nullptr && find_row(draft_.content.meetings, there->code) == nullptr) {
            draft_.content.meetings.push_back(*there);
            draft_.content.meetings.back().state = MeetingState::confirmed;
        }
    }

    // A number that leaves a gap may hide an item.
    void check_numbers() {
        const auto count = [](const std::string& number) {
            return number.size() < 5 && number.find_first_not_of("0123456789") == std::string::npos ? std::stoi(number)
                                                                                                    : 0;
        };
        for (std::size_t i = 1; i < sheet_.items.size(); ++i) {
            const int before = count(sheet_.items[i - 1].heading.number), now = count(sheet_.items[i].heading.number);
            if (before == 0 || now == 0 || now == before + 1) continue;
            unsure(line(sheet_.items[i].heading.line).number,
                   sheet_.items[i].heading.number + ". " + sheet_.items[i].heading.title,
                   "The item before it suggests " + std::to_string(before + 1) + ".",
                   "Check whether an item is missing.");
        }
    }

    // Every line records where it went; anything no reader took is reported.
    void account() {
        std::size_t item = 0;
        for (std::size_t at = 0; at < sheet_.lines.size(); ++at) {
            while (item + 1 < sheet_.items.size() && sheet_.items[item + 1].heading.line <= at) ++item;
            const bool within = at >= sheet_.items.front().heading.line && at < sheet_.end;
            draft_.lines.push_back({line(at).number, line(at).place, within ? codes_[item] : ItemCode()});
            if (line(at).place != LinePlace::unplaced || at < sheet_.begin || at >= sheet_.end) continue;
            if (is_minutes() || at < sheet_.items.front().heading.line)
                unsure(line(at).number, line(at).text, "This line was not placed, and is left out.",
                       "Put it where it belongs.");
        }
        leave_out(0, sheet_.begin, "before the minutes", "Import the agenda from a file of its own.");
        leave_out(sheet_.end, sheet_.lines.size(), "after the minutes", "Import the papers as papers.");
    }

    void leave_out(std::size_t begin, std::size_t end, const std::string& where, const std::string& remedy) {
        while (begin < end && line(begin).text.empty()) ++begin;
        while (end > begin && line(end - 1).text.empty()) --end;
        if (begin == end) return;
        unsure(line(begin).number, "",
               "What comes " + where + " was left out, up to row " + std::to_string(line(end - 1).number) + ".",
               remedy);
    }

    MinutesSheet& sheet_;
    const MinutesSource& source_;
    const Content& known_;
    MinutesDraft draft_;
    People people_;
    PossibleNames names_;
    Seats seats_;
    std::vector<SectionReading> readings_;
    std::vector<ItemPrivacy> privacy_;
    std::vector<ItemCode> codes_;
    MeetingCode next_;
    std::string text_;
};

} // namespace

tl::expected<MinutesDraft, Complaints> draft_minutes(const MinutesSource& source, const Content& known) {
    const auto read = read_plain_text(source.bytes, source.file);
    if (!read) return tl::make_unexpected(Complaints{read.error()});
    auto sheet = cut_minutes(lines_of(read->text), source.file, source.date);
    if (!sheet) return tl::make_unexpected(Complaints{std::move(sheet.error())});
    MinutesDraft draft = Drafting(*sheet, source, known).take();
    if (!read->read_as.empty())
        draft.to_confirm.insert(draft.to_confirm.begin(),
                                {source.file, 0, "", "",
                                 "The text is not UTF-8, and was read as " + read->read_as + ".",
                                 "Check that pounds, dashes and apostrophes are right."});
    return draft;
}

} // namespace qd::inline exchange
