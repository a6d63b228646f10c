#include "documents/sections/paper_frame.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"

namespace qd::inline documents {
namespace {

std::string body_name(const Content& content, const std::optional<Paper>& paper) {
    return paper && !paper->body.empty() ? unit_name(content, paper->body) : "";
}

void write_points(Blocks& blocks, std::string_view title, const std::vector<std::string>& points) {
    if (points.empty()) return;
    blocks.push_back(heading(2, title));
    if (points.size() == 1) {
        blocks.push_back(paragraph(points.front()));
        return;
    }
    List list;
    for (const std::string& point : points) list.items.push_back({paragraph(point)});
    blocks.push_back({list});
}

void write_words(Blocks& blocks, std::string_view title, const std::string& words) {
    if (trim(words).empty()) return;
    blocks.push_back(heading(2, title));
    for (Block& block : from_markdown(words, 3)) blocks.push_back(std::move(block));
}

} // namespace

void write_head(Document& document, const Content& content, const std::optional<Paper>& paper, Period period,
                Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    document.organisation = content.settings.name;
    document.masthead.left.push_back(content.settings.name);
    if (paper) {
        if (const std::string body = body_name(content, paper); !body.empty()) document.masthead.left.push_back(body);
        if (paper->meeting)
            document.masthead.left.push_back("Meeting to be held on " + weekday_name(paper->meeting->weekday()) + " " +
                                             print_long(*paper->meeting));
        if (!paper->item.empty()) document.masthead.right.push_back("Item " + paper->item);
        if (!paper->part.empty()) document.masthead.right.push_back(paper->part);
        if (!paper->affects.empty()) document.masthead.right.push_back(paper->affects);
        document.facts.entries.push_back({"Report of", given(paper->report_of)});
        document.facts.entries.push_back({"Contact", given(paper->contact)});
    }
    document.facts.entries.push_back({"Period", plain(calendar.label(period) + ", " + calendar.days_label(period))});
    document.facts.entries.push_back({"Figures", plain("as at " + print_long(as_at.date()))});
}

void write_purpose(Blocks& blocks, const std::optional<Paper>& paper) {
    if (paper) write_words(blocks, "Purpose of the report", paper->purpose);
}

void write_recommendations(Blocks& blocks, const Content& content, const std::optional<Paper>& paper) {
    if (!paper) return;
    if (!paper->recommendations.empty()) {
        blocks.push_back(heading(2, "Recommendations"));
        Section ask{SectionKind::ask, {}};
        const std::string body = body_name(content, paper);
        ask.blocks.push_back(
            paragraph((body.empty() ? std::string("Members are") : "The " + body + " is") + " asked to:"));
        List list{ListKind::roman, {}};
        for (std::size_t i = 0; i < paper->recommendations.size(); ++i) {
            std::string words = decapitalised(trim(paper->recommendations[i]));
            while (words.ends_with('.') || words.ends_with(';')) words.pop_back();
            words += i + 1 == paper->recommendations.size()   ? "."
                     : i + 2 == paper->recommendations.size() ? "; and"
                                                              : ";";
            list.items.push_back({paragraph(words)});
        }
        ask.blocks.push_back({list});
        blocks.push_back({ask});
    }
    write_points(blocks, "Reasons for the recommendations", paper->reasons);
    write_points(blocks, "Alternatives considered and rejected", paper->alternatives);
    write_points(blocks, "Corporate objectives", paper->objectives);
}

void write_close(Blocks& blocks, const std::optional<Paper>& paper) {
    if (!paper) return;
    write_words(blocks, "Consultations", paper->consultations);
    if (!paper->implications.empty()) {
        blocks.push_back(heading(2, "Implications"));
        Table table;
        table.columns = {{"Area", Align::left, 28}, {"Implication", Align::left, 0}};
        table.groups.emplace_back();
        for (const Implication& implication : paper->implications)
            table.groups[0].rows.push_back({{cell(given(implication.area)), cell(given(implication.text))}, ""});
        blocks.push_back({table});
    }
    blocks.push_back(heading(2, "Background papers"));
    if (paper->background_papers.empty()) {
        blocks.push_back(paragraph(quiet("None listed.")));
    } else {
        Table table;
        table.columns = {{"Paper", Align::left, 50}, {"Date", Align::left, 0}, {"Contact", Align::left, 0}};
        table.groups.emplace_back();
        for (const BackgroundPaper& other : paper->background_papers)
            table.groups[0].rows.push_back(
                {{cell(given(other.title)), cell(given(other.date)), cell(given(other.contact))}, ""});
        blocks.push_back({table});
    }
    if (!paper->part_two_reason.empty())
        blocks.push_back(paragraph({Text{"Reason for inclusion in Part 2: ", Voice::quiet},
                                    Text{decapitalised(paper->part_two_reason), Voice::plain}},
                                   ParagraphRole::small));
}

void write_two_times(Blocks& blocks, const Content& content, Period period, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    blocks.push_back(heading(2, "Which figures these are"));
    blocks.push_back(paragraph(
        "Every figure has two dates: the period it describes, and the day it became known. This report is for " +
            calendar.label(period) + ", the period from " + print_long(calendar.first_day(period)) + " to " +
            print_long(calendar.last_day(period)) +
            ". For each measure it shows the latest approved figure known by the end of " + print_long(as_at.date()) +
            ". Figures that were approved or corrected later are not included. If a figure describes a different "
            "period, the report says so.",
        ParagraphRole::small));
}

std::string foot_line(const Content& content, Period period, Instant as_at, const std::string& program_version) {
    return "Made by Quarterday" + (program_version.empty() ? "" : " " + program_version) + " from the figures of " +
           content.settings.name + " for " + content.settings.calendar.label(period) + " as at " + print(as_at) + ".";
}

} // namespace qd::inline documents
