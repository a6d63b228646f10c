#include "documents/sections/meeting_sections.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "domain/roll.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

std::string ended(const std::string& text) {
    const std::string_view words = trim(text);
    return std::string(words) + (words.empty() || words.ends_with('.') || words.ends_with('?') ? "" : ".");
}

TableCell numbered_title(const Item& item) {
    TableCell title = cell(plain(item.title));
    const auto below = [&](const std::string& words) {
        title.blocks.push_back(paragraph(quiet(words), ParagraphRole::small));
    };
    if (!item.report_of.empty()) below("Report of: " + item.report_of);
    if (!item.presented_by.empty()) below("Presented by: " + item.presented_by);
    if (item.key_decision) below("Key decision");
    if (!item.urgent_reason.empty()) below("Urgent: " + item.urgent_reason);
    if (item.part == ItemPart::two) {
        below(exempt_words(item));
        if (!item.exempt_reason.empty()) below("Reason: " + item.exempt_reason);
        if (!item.public_interest.empty()) below("Public interest: " + item.public_interest);
    }
    return title;
}

Table items_table(const std::vector<const Item*>& items, ItemPart part) {
    const bool with_pages = std::ranges::any_of(items, [&](const Item* item) { return item->page_from.has_value(); });
    Table table;
    table.form = TableForm::plain;
    table.columns = {{"No.", Align::left, 8}, {"Item", Align::left, 0}};
    if (with_pages) table.columns.push_back({"Pages", Align::right, 16});
    table.groups.emplace_back();
    for (const Item* item : items) {
        if (item->part != part) continue;
        TableRow row{{cell(plain(item->number)), numbered_title(*item)}, {}};
        if (with_pages) row.cells.push_back(cell(item->page_from ? plain(pages_words(*item)) : quiet("no paper")));
        table.groups.front().rows.push_back(std::move(row));
    }
    return table;
}

void write_attendance(Blocks& blocks, const Content& content, const Meeting& meeting) {
    Definitions attendance;
    for (const RollLine& line : roll_of(content, meeting))
        attendance.entries.push_back({line.label, plain(line.words)});
    if (!attendance.entries.empty()) blocks.push_back({attendance});
}

// "## 4. Title" of the minutes belongs to item 4, "## 23.PC.4. Title" to item 23.PC.4.
bool heads(std::string_view words, const Item& item) {
    const std::string number = item.number + ".";
    return words.starts_with(number) && (words.size() == number.size() || words[number.size()] == ' ');
}

void write_resolved(Blocks& blocks, const Content& content, const Item& item) {
    const auto decisions = decisions_of(content, item.code);
    if (decisions.empty()) return;
    blocks.push_back(paragraph(strong("Resolved or undertaken:")));
    List list{ListKind::plain, {}};
    for (const Decision* decision : decisions) {
        Spans words = plain((decision->mark.empty() ? "" : decision->mark + " ") + ended(decision->text));
        append(words,
               quiet(" " + label(decision->kind) + (decision->due_words.empty() ? "" : ", " + decision->due_words) +
                     (decision->owner.empty() ? "" : "; " + decision->owner) + "."));
        list.items.push_back({paragraph(words)});
    }
    blocks.push_back({list});
}

TableRow request_row(const Content& content, const Request& request) {
    Spans answer = quiet(label(request.state));
    if (request.answered) {
        answer = plain(label(request.state) + " on " + print_long(*request.answered));
        if (request.answer_item != nullptr) append(answer, plain(", item " + request.answer_item->number));
        if (!request.decision->answer.empty()) append(answer, plain(": " + request.decision->answer));
    }
    if (const auto progress = progress_words(content, request); !progress.empty()) {
        append(answer, line_break());
        append(answer, quiet(progress));
    }
    Spans what = plain(request.decision->text);
    if (const auto about = about_words(content, *request.decision); !about.empty()) {
        append(what, line_break());
        append(what, quiet("About " + about));
    }
    return {{cell(plain(print_long(request.meeting->date) + ", item " + request.item->number)), cell(what),
             cell(given(request.decision->owner)), cell(given(due_words(request))), cell(answer)},
            {}};
}

Table requests_table(const Content& content, const std::vector<Request>& requests) {
    Table table;
    table.columns = {{"Asked at", Align::left, 16},
                     {"What", Align::left, 30},
                     {"Who answers", Align::left, 16},
                     {"By when", Align::left, 18},
                     {"Answer", Align::left, 20}};
    table.groups.emplace_back();
    for (const Request& request : requests) table.groups.front().rows.push_back(request_row(content, request));
    return table;
}

} // namespace

std::string pages_words(const Item& item) {
    if (!item.page_from || !item.page_to) return {};
    if (*item.page_from == *item.page_to) return "page " + std::to_string(*item.page_from);
    return "pages " + std::to_string(*item.page_from) + " to " + std::to_string(*item.page_to);
}

std::string exempt_words(const Item& item) {
    if (item.part != ItemPart::two) return {};
    std::vector<std::string> paragraphs;
    for (const ExemptParagraph paragraph : item.exempt_paragraphs)
        paragraphs.push_back(std::string(print(paragraph)) + " (" + label(paragraph) + ")");
    return paragraphs.empty() ? std::string("Exempt; the paragraph is not given")
                              : "Exempt under paragraph " + join(paragraphs, ", ") + " of schedule 12A";
}

Definitions meeting_facts(const Content& content, const Meeting& meeting, const MeetingAddress& address) {
    Definitions facts;
    const auto say = [&](const std::string& term, const std::string& words) {
        if (!words.empty()) facts.entries.push_back({term, plain(words)});
    };
    const Publication publication = publication_of(WorkingDays(content.bank_holidays), meeting);
    say("Day", with_weekday(meeting.date) + (meeting.time.empty() ? "" : ", " + meeting.time));
    say("Place", meeting.place);
    say("State", label(meeting.state));
    say("Papers by", with_weekday(publication.latest));
    if (publication.published)
        say("Published",
            with_weekday(*publication.published) + ", " +
                plural(static_cast<std::size_t>(std::max(0, *publication.clear_days)), "clear day", "clear days") +
                (publication.late ? ", late" : ""));
    if (const Item* confirms = confirmation_of(content, meeting.code))
        if (const Meeting* at = find_row(content.meetings, confirms->meeting)) {
            const std::string words = print_long(at->date) + ", item " + confirms->number;
            facts.entries.push_back({"Minutes before", address ? Spans{Link{words, address(*at)}} : plain(words)});
        }
    if (meeting.next_on) say("Next meeting", with_weekday(*meeting.next_on));
    for (const RollLine& line : roll_of(content, meeting)) say(line.label, line.words);
    say("Note", meeting.note);
    return facts;
}

Blocks meeting_section(const Content& content, const Meeting& meeting) {
    Blocks blocks{heading(2, name_of(content, meeting)), {meeting_facts(content, meeting)}};
    append(blocks, agenda_section(content, meeting));
    blocks.push_back(heading(3, "Resolved or undertaken"));
    append(blocks, decisions_section(content, meeting));
    return blocks;
}

Blocks requests_section(const Content& content, const std::vector<Request>& requests) {
    if (requests.empty()) return {paragraph("No requests are open.")};
    return {{requests_table(content, requests)}};
}

Blocks agenda_section(const Content& content, const Meeting& meeting) {
    const auto items = items_of(content, meeting.code);
    Blocks blocks;
    if (items.empty()) {
        blocks.push_back(paragraph(quiet("There is no agenda for this meeting.")));
        return blocks;
    }
    const auto is_private = [](const Item* item) { return item->part == ItemPart::two; };
    const bool has_private = std::ranges::any_of(items, is_private);
    blocks.push_back(paragraph(strong("Part 1, open to press and public")));
    blocks.push_back({items_table(items, ItemPart::one)});
    if (has_private) {
        blocks.push_back(paragraph(strong("Part 2, not open to press and public")));
        blocks.push_back({items_table(items, ItemPart::two)});
    }
    return blocks;
}

Blocks minutes_section(const Content& content, const Meeting& meeting, int top_level, MinutesReaders readers) {
    const auto is_hidden = [&](const Item* item) {
        return item != nullptr && item->part == ItemPart::two && readers == MinutesReaders::everyone;
    };
    Blocks blocks;
    write_attendance(blocks, content, meeting);
    const auto items = items_of(content, meeting.code);
    std::vector<const Item*> left = items;
    const Item* open = nullptr; // whose text is being written
    const auto close = [&] {
        if (is_hidden(open))
            blocks.push_back(paragraph(quiet("Taken in private.")));
        else if (open != nullptr)
            write_resolved(blocks, content, *open);
        open = nullptr;
    };
    if (const Minutes* minutes = minutes_of(content, meeting.code))
        for (Block& block : from_markdown(minutes->text, top_level)) {
            if (const auto* heading = std::get_if<Heading>(&block.content); heading != nullptr) {
                const auto item =
                    std::ranges::find_if(items, [&](const Item* each) { return heads(heading->words, *each); });
                if (item != items.end()) {
                    close();
                    open = *item;
                    std::erase(left, *item);
                    blocks.push_back(std::move(block));
                    continue;
                }
            }
            if (!is_hidden(open)) blocks.push_back(std::move(block));
        }
    close();
    for (const Item* item : left) { // without a text of its own
        if (decisions_of(content, item->code).empty() || is_hidden(item)) continue;
        blocks.push_back(heading(top_level, item->number + ". " + item->title));
        write_resolved(blocks, content, *item);
    }
    if (blocks.empty()) blocks.push_back(paragraph(quiet("There are no minutes of this meeting.")));
    return blocks;
}

Blocks matters_arising_section(const Content& content, const Meeting& meeting) {
    const auto requests = matters_arising(content, meeting);
    if (requests.empty()) return {paragraph("No requests from earlier meetings are open.")};
    return requests_section(content, requests);
}

Blocks decisions_section(const Content& content, const Meeting& meeting) {
    Table table;
    table.columns = {{"Item", Align::left, 10},
                     {"Decision", Align::left, 46},
                     {"Kind", Align::left, 14},
                     {"Who answers", Align::left, 15},
                     {"By when", Align::left, 15}};
    table.groups.emplace_back();
    for (const Item* item : items_of(content, meeting.code))
        for (const Decision* decision : decisions_of(content, item->code))
            table.groups.front().rows.push_back(
                {{cell(plain(item->number + (decision->mark.empty() ? "" : " " + decision->mark))),
                  cell(plain(decision->text)), cell(plain(label(decision->kind))), cell(given(decision->owner)),
                  cell(given(decision->due_words))},
                 {}});
    Blocks blocks;
    if (table.groups.front().rows.empty())
        blocks.push_back(paragraph(quiet("No decisions are recorded for this meeting.")));
    else
        blocks.push_back({table});
    return blocks;
}

Blocks forward_plan_section(const Content& content, const ForwardPlan& plan) {
    Table table;
    table.columns = {{"What", Align::left, 52}, {"Why", Align::left, 18}, {"Who", Align::left, 30}};
    const auto add = [&](const std::string& title, const std::vector<Planned>& items) {
        RowGroup group{title, {}};
        for (const Planned& planned : items) {
            std::string why = label(planned.why);
            if (planned.notice) why += "; notice by " + print_long(*planned.notice);
            group.rows.push_back({{cell(plain(planned.title)), cell(plain(why)), cell(given(planned.owner))}, {}});
        }
        if (items.empty())
            group.rows.push_back({{cell(quiet("Nothing is due yet")), cell(quiet("none")), cell(quiet("none"))}, {}});
        table.groups.push_back(std::move(group));
    };
    for (const PlannedMeeting& planned : plan.meetings)
        add(unit_name(content, planned.body) + ", " + with_weekday(planned.date) + "; papers out by " +
                print_long(planned.latest_publication),
            planned.items);
    if (!plan.without_date.empty()) add("For no known meeting", plan.without_date);
    if (!plan.never_closed.empty()) add("No longer due, but never closed", plan.never_closed);
    Blocks blocks;
    if (table.groups.empty())
        blocks.push_back(paragraph("No meeting is planned."));
    else
        blocks.push_back({table});
    return blocks;
}

} // namespace qd::inline documents
