#include "reports/pack.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "documents/formats/page_numbers.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/meeting_sections.hpp"
#include "reports/report.hpp"

#include <algorithm>
#include <map>

namespace qd::inline reports {
namespace {

constexpr int widest_page = 9'998; // what the agenda has room for, before the pages are known

struct Part {
    const Item* item = nullptr;
    PackPart content;
    int sheets = 0;
    int first_sheet = 0;
};

// As writers leave ids: lower case, no more than one hyphen together.
std::string id_of(const Item& item) {
    std::string id = "item-";
    for (const char c : lower(item.code.text()))
        if (c != '-' || id.back() != '-') id += c;
    while (id.back() == '-') id.pop_back();
    return id;
}

// Minutes of the last meeting, with what became of what was asked for.
void minutes_part(const Content& content, const Meeting& meeting, const Meeting& of, PackReaders readers,
                  PackPart& part) {
    part.blocks = minutes_section(content, of, 2,
                                  readers == PackReaders::members ? MinutesReaders::members : MinutesReaders::everyone);
    const auto items = items_of(content, meeting.code);
    const bool on_agenda =
        std::ranges::any_of(items, [](const Item* item) { return item->kind == ItemKind::matters_arising; });
    if (on_agenda || matters_arising(content, meeting).empty()) return;
    part.blocks.push_back(heading(2, "Matters arising"));
    for (Block& block : matters_arising_section(content, meeting)) part.blocks.push_back(std::move(block));
}

// As at the day of the meeting, once it is past.
void report_part(const Snapshot& snapshot, const Paper& paper, const Meeting& meeting, Instant now, PackPart& part) {
    Question question;
    question.period = paper.period;
    if (const Instant then = Instant::end_of(meeting.date); then < now) question.as_at = then;
    Document document = report_document(snapshot, paper.report, snapshot.view(question, now), &paper);
    part.masthead = std::move(document.masthead);
    part.facts = std::move(document.facts);
    part.blocks = std::move(document.blocks);
    part.foot = std::move(document.foot);
}

// What there is to read on an item; none where nothing is kept of it.
std::optional<PackPart> part_of(const Snapshot& snapshot, const Meeting& meeting, const Item& item, PackReaders readers,
                                Instant now) {
    const Content& content = snapshot.content();
    PackPart part;
    part.title = "Item " + item.number + ". " + item.title;
    part.id = id_of(item);
    const Meeting* minutes_from = find_row(content.meetings, item.minutes_of);
    const Paper* paper = find_row(content.papers, item.paper);
    if (minutes_from != nullptr && minutes_of(content, minutes_from->code) != nullptr)
        minutes_part(content, meeting, *minutes_from, readers, part);
    else if (item.kind == ItemKind::matters_arising)
        part.blocks = matters_arising_section(content, meeting);
    else if (paper != nullptr && !item.paper.empty())
        report_part(snapshot, *paper, meeting, now, part);
    else
        return std::nullopt;
    return part;
}

std::vector<Part> parts_of(const Snapshot& snapshot, const Meeting& meeting, PackReaders readers, Instant now) {
    std::vector<Part> parts;
    for (const Item* item : items_of(snapshot.content(), meeting.code)) {
        if (item->part == ItemPart::two && readers == PackReaders::everyone) continue;
        if (auto content = part_of(snapshot, meeting, *item, readers, now))
            parts.push_back({item, *std::move(content), 0, 0});
    }
    return parts;
}

Item with_pages(Item item, std::pair<int, int> pages) {
    item.page_from = pages.first > 0 ? std::optional(pages.first) : std::nullopt;
    item.page_to = pages.first > 0 ? std::optional(pages.second) : std::nullopt;
    return item;
}

// The pack with an agenda that gives these pages.
Document document_of(const Snapshot& snapshot, const Meeting& meeting, const std::vector<Part>& parts,
                     PackReaders readers, const std::map<ItemCode, std::pair<int, int>>& pages) {
    Content content = Content();
    content.settings = snapshot.content().settings;
    content.units = snapshot.content().units;
    content.meetings = snapshot.content().meetings;
    content.items = snapshot.content().items;
    for (Item& item : content.items)
        if (const auto found = pages.find(item.code); found != pages.end()) item = with_pages(item, found->second);
    Document document;
    document.organisation = content.settings.name;
    document.title = unit_name(content, meeting.body) + ", " + print_long(meeting.date);
    document.masthead.left = {content.settings.name, unit_name(content, meeting.body)};
    document.masthead.right = {readers == PackReaders::members ? "Agenda pack for members" : "Agenda pack"};
    const std::string when = weekday_name(meeting.date.weekday()) + " " + print_long(meeting.date);
    document.facts.entries.push_back({"When", plain(when + (meeting.time.empty() ? "" : ", " + meeting.time))});
    document.facts.entries.push_back({"Where", given(meeting.place)});
    document.blocks.push_back(heading(2, "Agenda"));
    for (Block& block : agenda_section(content, meeting)) document.blocks.push_back(std::move(block));
    if (!parts.empty()) {
        List contents{ListKind::plain, {}};
        for (const Part& part : parts)
            contents.items.push_back({paragraph({Link{part.content.title, "#" + part.content.id}})});
        document.blocks.push_back(heading(2, "In this pack"));
        document.blocks.push_back({contents});
    }
    for (const Part& part : parts) document.blocks.push_back({part.content});
    document.foot =
        "Made by Quarterday " + std::string(program_version()) + " from the store of " + content.settings.name + ".";
    document.as_at = Instant::end_of(meeting.date);
    return document;
}

// How many sheets each part takes, and on which it begins. Gives how many there are in all.
int measure(const Document& document, std::vector<Part>& parts, int most_sheets) {
    const PackSheets sheets = pack_sheets(document);
    int next = sheets.front + 1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].first_sheet = next;
        parts[i].sheets = sheets.parts.at(i);
        next += parts[i].sheets;
    }
    if (next - 1 <= most_sheets) return next - 1;
    const auto longest = std::ranges::max_element(parts, {}, &Part::sheets);
    throw Error(Fault::conflict,
                "The pack has " + std::to_string(next - 1) + " pages, more than the " + std::to_string(most_sheets) +
                    " that one PDF may have; the longest is “" + longest->content.title + "” with " +
                    std::to_string(longest->sheets) +
                    ". Ask for html, docx or xlsx, or leave papers out and give them as files of their own.");
}

// What was laid out in pieces has to come out the same as a whole.
void require_same(const std::vector<Part>& parts, const SheetPlaces& places) {
    for (const Part& part : parts) {
        const auto found = places.ids.find(part.content.id);
        if (found == places.ids.end() || found->second != part.first_sheet)
            throw Error(Fault::outage, "“" + part.content.title + "” was laid out in two ways. Ask for html instead.");
    }
}

// Published pages stay, also those of items that are not in this pack; the rest goes after the last. {0, 0} = none.
std::map<ItemCode, std::pair<int, int>> number_pages(const Content& content, const Meeting& meeting,
                                                     const std::vector<Part>& parts, PackPages numbering) {
    int last = 0;
    std::map<ItemCode, std::pair<int, int>> pages;
    for (const Item* item : items_of(content, meeting.code)) {
        if (!item->page_to) continue;
        if (numbering == PackPages::kept)
            last = std::max(last, *item->page_to);
        else
            pages[item->code] = {0, 0};
    }
    for (const Part& part : parts) {
        const Item& item = *part.item;
        if (!item.page_from || numbering == PackPages::afresh) {
            pages[item.code] = {last + 1, last + part.sheets};
            last += part.sheets;
            continue;
        }
        const int room = *item.page_to - *item.page_from + 1;
        if (part.sheets > room)
            throw Error(Fault::conflict,
                        "Item " + item.number + " takes " +
                            plural(static_cast<std::size_t>(part.sheets), "page", "pages") +
                            ", and was published on pages " + std::to_string(*item.page_from) + " to " +
                            std::to_string(*item.page_to) +
                            ". Give what is new an item of its own, or renumber all pages with --renumber.");
        pages[item.code] = {*item.page_from, *item.page_to};
    }
    return pages;
}

std::vector<PageStart> starts_of(const std::vector<Part>& parts, const std::map<ItemCode, std::pair<int, int>>& pages) {
    std::vector<PageStart> starts{{1, 0}};
    for (const Part& part : parts) starts.push_back({part.first_sheet, pages.at(part.item->code).first});
    return starts;
}

void write_pdf(const Snapshot& snapshot, const Meeting& meeting, const PackRequest& request, std::vector<Part>& parts,
               const TellStep& tell, Pack& pack) {
    // First with the widest numbers there are, to see how many sheets each part takes; then with the right ones.
    std::map<ItemCode, std::pair<int, int>> widest;
    for (const Part& part : parts) widest[part.item->code] = {widest_page, widest_page + 1};
    tell("Counting the pages of " + plural(parts.size(), "item", "items"));
    pack.sheets = measure(document_of(snapshot, meeting, parts, request.readers, widest), parts, request.most_sheets);
    const auto pages = number_pages(snapshot.content(), meeting, parts, request.numbering);
    const Document document = document_of(snapshot, meeting, parts, request.readers, pages);
    tell("Laying out " + plural(static_cast<std::size_t>(pack.sheets), "page", "pages"));
    LaidOut laid_out = lay_out(document, starts_of(parts, pages));
    require_same(parts, laid_out.places);
    if (laid_out.places.sheets != pack.sheets)
        throw Error(Fault::outage, "The last paper was laid out in two ways. Ask for html instead.");
    pack.bytes = std::move(laid_out.pdf);
    for (const Item* item : items_of(snapshot.content(), meeting.code))
        if (const auto found = pages.find(item->code); found != pages.end())
            pack.paged.push_back(with_pages(*item, found->second));
}

} // namespace

Pack make_pack(const Snapshot& snapshot, const Meeting& meeting, const PackRequest& request, Instant now,
               const TellStep& tell) {
    if (items_of(snapshot.content(), meeting.code).empty())
        throw Error(Fault::absent,
                    "Meeting " + meeting.code.text() + " has no agenda. Add its items to items.csv and import them.");
    const TellStep said = tell ? tell : [](const std::string&) {};
    said("Putting the papers of " + meeting.code.text() + " together");
    std::vector<Part> parts = parts_of(snapshot, meeting, request.readers, now);
    Pack pack;
    pack.name = meeting.code.text() + "-pack." + std::string(print(request.format));
    if (request.format == DocumentFormat::pdf)
        write_pdf(snapshot, meeting, request, parts, said, pack);
    else
        pack.bytes = write_document(document_of(snapshot, meeting, parts, request.readers, {}), request.format,
                                    house_looks(snapshot.content()));
    return pack;
}

} // namespace qd::inline reports
