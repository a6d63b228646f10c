#include "cli/commands.hpp"

#include "acts/publish_pack.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/blocks.hpp"
#include "cli/help.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"
#include "documents/sections/meeting_sections.hpp"
#include "exchange/folder.hpp"
#include "exchange/json/registers.hpp"
#include "exchange/minutes/draft.hpp"

#include <algorithm>
#include <filesystem>

namespace qd::cli {
namespace {

struct MeetingOptions {
    std::string what, name, body, as_at, out, format, date, part = "1";
    bool publish = false, renumber = false;
};

struct Room {
    Call& call;
    const Content& content;
    const MeetingOptions& options;
    Date today;
    Instant now;
};

Date day_of(const MeetingOptions& options, const Clock& clock) {
    if (options.as_at.empty()) return clock.now().date();
    const auto moment = Instant::parse(options.as_at);
    if (!moment) throw Error(Fault::request, "--as-at “" + options.as_at + "” is not a day. Write it like 2013-02-15.");
    return moment->date();
}

std::optional<Date> meeting_day(const MeetingOptions& options) {
    if (options.date.empty()) return std::nullopt;
    if (const auto day = Date::parse(options.date)) return day;
    throw Error(Fault::request, "--date “" + options.date + "” is not a day. Write it like 2013-02-15.");
}

UnitCode body_of(const Content& content, const MeetingOptions& options) {
    if (options.body.empty()) return {};
    if (const Unit* unit = find_row(content.units, UnitCode(options.body))) return unit->code;
    throw absent("unit", options.body, codes_of(content.units));
}

const Meeting& named_meeting(const Room& room) {
    if (room.options.name.empty())
        throw Error(Fault::request, "Name a meeting, such as quarterday meeting " + room.options.what +
                                        " CODE. quarterday meeting list shows their codes.");
    if (const Meeting* meeting = find_row(room.content.meetings, MeetingCode(room.options.name))) return *meeting;
    throw absent("meeting", room.options.name, codes_of(room.content.meetings),
                 "quarterday meeting list shows those that there are.");
}

std::string day(Date date) { return weekday_name(date.weekday()).substr(0, 3) + " " + short_date(date); }
std::string day(const std::optional<Date>& date) { return date ? day(*date) : "-"; }

void say(const Room& room, const std::string& text, const std::string& indent = "") {
    room.call.out << wrap(text, room.call.width, indent) << "\n";
}
void title(const Room& room, const std::string& text) { say(room, bold(room.call, text)); }

void list_meetings(const Room& room) {
    const auto meetings = meetings_of(room.content, body_of(room.content, room.options));
    if (meetings.empty()) return say(room, "There are no meetings in the store.");
    const WorkingDays days(room.content.bank_holidays);
    TextTable table({{"MEETING"},
                     {"BODY"},
                     {"DAY"},
                     {"STATE"},
                     {"PAPERS BY"},
                     {"PUBLISHED", Align::left, Yield::leaves},
                     {"ITEMS", Align::right},
                     {"ASKED FOR", Align::right}});
    for (const Meeting* meeting : meetings) {
        const auto items = items_of(room.content, meeting->code);
        std::size_t asked = 0;
        for (const Request& request : requests_of(room.content, meeting->body, room.today))
            asked += request.meeting == meeting ? 1 : 0;
        const Publication publication = publication_of(days, *meeting);
        table.add({meeting->code.text(), meeting->body.text(), day(meeting->date), label(meeting->state),
                   day(publication.latest), day(publication.published) + (publication.late ? ", late" : ""),
                   items.empty() ? "-" : std::to_string(items.size()), asked == 0 ? "-" : std::to_string(asked)});
    }
    room.call.out << table.print(room.call.width);
    say(room, "\nPAPERS BY: the last day that leaves " + std::to_string(agenda_clear_days) +
                  " clear days, not counting weekends and bank holidays.");
}

void show_meeting(const Room& room) { print_blocks(room.call, meeting_section(room.content, named_meeting(room))); }

void show_matters_arising(const Room& room) {
    const Meeting& meeting = named_meeting(room);
    title(room, "Matters arising at " + name_of(room.content, meeting));
    print_blocks(room.call, matters_arising_section(room.content, meeting));
}

void list_requests(const Room& room) {
    title(room, "Requests, as at " + print_long(room.today));
    const auto requests = requests_of(room.content, body_of(room.content, room.options), room.today);
    print_blocks(room.call, requests_section(room.content, requests));
}

void show_forward_plan(const Room& room) {
    title(room, "Forward plan from " + print_long(room.today));
    const ForwardPlan plan = forward_plan(room.content, body_of(room.content, room.options), room.today);
    print_blocks(room.call, forward_plan_section(room.content, plan));
}

void import_minutes(const Room& room) {
    const std::filesystem::path file = room.options.name;
    if (file.empty())
        throw Error(Fault::request, "Name the file of the minutes: quarterday meeting import FILE --body UNIT.");
    if (room.options.body.empty()) throw Error(Fault::request, "Say whose minutes they are, with --body UNIT.");
    const UnitCode body = body_of(room.content, room.options);
    const std::string bytes = read_file(file, most_minutes_bytes);
    const auto draft = draft_minutes({bytes, file.filename().string(), body, meeting_day(room.options)}, room.content);
    if (!draft) {
        room.call.err << file.string() << ": nothing was written.\n";
        for (const GroupedComplaint& complaint : print_grouped(draft.error()))
            room.call.err << wrap("  " + complaint.text, room.call.width, "    ") << "\n";
        room.call.exit_code = 1;
        return;
    }
    const std::string out = room.options.out.empty() ? draft->meeting.text() : room.options.out;
    write_folder(to_files(draft->content, ""), out);
    say(room, "Wrote a draft of " + plural(draft->content.items.size(), "item", "items") + " and " +
                  plural(draft->content.decisions.size(), "decision", "decisions") + " of meeting " +
                  draft->meeting.text() + " to the folder " + out + ".");
    if (!draft->to_confirm.empty()) {
        say(room, "To confirm, " + plural(draft->to_confirm.size(), "place", "places") + ":");
        for (const Complaint& complaint : draft->to_confirm) say(room, "  " + print(complaint), "    ");
    }
    say(room, "Read it, correct it, then: quarterday import " + out);
}

void write_pack(const Room& room, const Snapshot& snapshot) {
    const MeetingOptions& options = room.options;
    const Meeting& meeting = named_meeting(room);
    const DocumentFormat format = parse_document_format(options.format).value_or(DocumentFormat::pdf);
    if (options.publish && format != DocumentFormat::pdf)
        throw Error(Fault::request, "Only a pdf has pages that can be kept. Leave out --publish, or --format.");
    if (options.publish && options.part == "2")
        throw Error(Fault::request, "The pack with part 2 is not published. Leave out --publish, or --part 2.");
    std::optional<Desk> desk; // opened first: a store that cannot be written to should not cost anyone a long wait
    if (options.publish) desk.emplace(room.call.store, room.call.clock);
    PackRequest request;
    request.readers = options.part == "2" ? PackReaders::members : PackReaders::everyone;
    request.format = format;
    request.numbering = options.renumber ? PackPages::afresh : PackPages::kept;
    const bool to_stream = !options.out.empty() && goes_to_stream(options.out);
    if (to_stream && is_binary(format) && room.call.output == Call::Output::terminal)
        throw Error(Fault::request, "A pack cannot be shown on a terminal. Name a file with --out, or redirect it.");
    std::optional<Progress> progress;
    const Pack pack = make_pack(snapshot, meeting, request, room.now, [&](const std::string& doing) {
        progress.reset();
        progress.emplace(room.call, doing);
    });
    progress.reset();
    const std::string out = options.out.empty() ? pack.name : options.out;
    if (to_stream)
        room.call.out << pack.bytes;
    else
        write_file(out, pack.bytes);
    if (desk) {
        room.call.stands = "The pack was written, but its pages were not kept.";
        publish_pack(*desk, room.call.actor, snapshot, meeting, pack, room.today);
        room.call.stands = "The pages of the pack are kept.";
    }
    if (to_stream) return;
    say(room, "Wrote the pack of " + name_of(room.content, meeting) + " to " + out + "." +
                  (options.publish ? " Its pages are kept." : ""));
    for (const Item& item : pack.paged) {
        if (!item.page_from) continue;
        say(room,
            "  Item " + item.number + ", pages " + std::to_string(*item.page_from) + "-" +
                std::to_string(*item.page_to) + ": " + item.title,
            "    ");
    }
}

// What was asked for, as JSON; "" = not one of these.
std::string json_of(const Room& room) {
    const std::string& what = room.options.what;
    const Content& content = room.content;
    if (what == "show") return meeting_json(content, named_meeting(room), room.today);
    if (what == "matters-arising")
        return requests_json(content, matters_arising(content, named_meeting(room)), room.today);
    if (what == "pack" || what == "import") return {};
    const UnitCode body = body_of(content, room.options);
    if (what == "list") return meetings_json(content, meetings_of(content, body), room.today);
    if (what == "requests") return requests_json(content, requests_of(content, body, room.today), room.today);
    return forward_plan_json(content, forward_plan(content, body, room.today), room.today);
}

void refuse_format(const MeetingOptions& options) {
    const bool tells = options.format == "table" || options.format == "json";
    if (options.what == "import" && !options.format.empty())
        throw Error(Fault::request, "An import has no format. Leave out --format.");
    if (options.what == "pack" && tells)
        throw Error(Fault::request, "A pack is written as pdf, html, docx or xlsx, not as " + options.format + ".");
    if (options.what != "pack" && !tells && !options.format.empty())
        throw Error(Fault::request, "meeting " + options.what + " is shown as table or json, not as " + options.format +
                                        ". quarterday meeting pack writes a " + options.format + ".");
}

void run_meeting(Call& call, const MeetingOptions& options) {
    refuse_format(options);
    const auto whole = read_snapshot(call.store, call.clock);
    const Date today = day_of(options, call.clock);
    const bool tells = options.what != "pack" && options.what != "import";
    const auto snapshot = tells ? whole->known_by(Instant::end_of(today)) : whole;
    const Room room{call, snapshot->content(), options, today, call.clock.now()};
    if (options.format == "json") {
        call.out << json_of(room);
        return;
    }
    if (options.what == "list") return list_meetings(room);
    if (options.what == "show") return show_meeting(room);
    if (options.what == "matters-arising") return show_matters_arising(room);
    if (options.what == "requests") return list_requests(room);
    if (options.what == "forward-plan") return show_forward_plan(room);
    if (options.what == "pack") return write_pack(room, *snapshot);
    import_minutes(room);
}

} // namespace

const Command meeting_command = {
    "meeting", "Meetings of committees: what they asked for, what was answered, and what comes before them next",
    "  quarterday meeting list --body CCPI\n"
    "  quarterday meeting show CCPI-2012-07-03\n"
    "  quarterday meeting matters-arising CCPI-2013-01-17\n"
    "  quarterday meeting forward-plan --as-at 2013-01-18 --format json\n"
    "  quarterday meeting pack CCPI-2013-02-26 --out pack.pdf\n"
    "  quarterday meeting import minutes.txt --body CCPI --out draft",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<MeetingOptions>();
        app.add_option("WHAT", options->what,
                       "list, show, requests, matters-arising, forward-plan; pack writes agenda, minutes and papers as "
                       "one file; import "
                       "drafts a council folder from minutes")
            ->required()
            ->check(one_of({"list", "show", "requests", "matters-arising", "forward-plan", "pack", "import"}));
        app.add_option("NAME", options->name,
                       "The code of a meeting; for import, the file of its minutes as plain text");
        app.add_option("--body", options->body, "The code of the body that meets; all bodies if left out")
            ->option_text("UNIT");
        app.add_option("--as-at", options->as_at, "The day that “now” means; today if left out")->option_text("DAY");
        app.add_option("--date", options->date,
                       "For import: the day of the meeting, if the minutes do not give it or it cannot be read")
            ->option_text("DAY");
        app.add_option("--out", options->out,
                       "The file of a pack, - for standard output, or the folder of an import; named after the "
                       "meeting if left out")
            ->option_text("PATH");
        app.add_option("--format", options->format,
                       "table (if left out) or json; for a pack pdf (if left out), html, docx or xlsx")
            ->option_text("FORMAT")
            ->check(one_of({"table", "json", "pdf", "html", "docx", "xlsx"}));
        app.add_option("--part", options->part, "For a pack: 1 for everyone, 2 for members, with the exempt items")
            ->option_text("PART")
            ->check(one_of({"1", "2"}))
            ->capture_default_str();
        app.add_flag("--renumber", options->renumber,
                     "Number the pages of a pack from 1, whatever was published before");
        app.add_flag("--publish", options->publish, "Keep the pages of this pack: a later one continues after them");
        app.callback([&call, options] { run_meeting(call, *options); });
    }};

} // namespace qd::cli
