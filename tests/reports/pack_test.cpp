#include "reports/pack.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/formats/package.hpp"
#include "documents/with_programs.hpp"
#include "exchange/folder.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant now = Instant::parse("2024-09-01T08:00:00Z").value();

// A meeting with one paper an item; the last item is exempt.
Content council(const std::vector<std::string>& papers) {
    Content content;
    content.settings.name = "Borsetshire County Council";
    content.settings.area = AreaCode("E1");
    content.settings.status_rules = {usual_status_rules()};
    content.areas.push_back({AreaCode("E1"), "Borsetshire", AreaKind::county, {}, {}, {}});
    content.units.push_back({UnitCode("CT"), "Committee", UnitKind::committee, {}, {}});
    content.report_definitions.push_back(
        {"plain", "+++\ntitle = \"Paper\"\nsummary = \"Its text\"\n+++\n{{background}}\n"});
    Meeting meeting;
    meeting.code = MeetingCode("CT-1");
    meeting.body = UnitCode("CT");
    meeting.date = Date::parse("2024-09-10").value();
    content.meetings.push_back(meeting);
    Measure measure;
    measure.code = MeasureCode("M1");
    measure.title = "Visits";
    content.measures.push_back(measure);
    Return handed_in;
    handed_in.measure = measure.code;
    Observation observation;
    observation.area = AreaCode("E1");
    observation.period = Period::parse("2024-25Q1").value();
    observation.value = Decimal(12'345);
    handed_in.observations.add(observation);
    content.returns.push_back(handed_in);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        Paper paper;
        paper.code = PaperCode("CT-1-" + number);
        paper.report = "plain";
        paper.period = Period::parse("2024-25Q1").value();
        paper.title = "Paper " + number;
        paper.body_text = papers[i];
        content.papers.push_back(paper);
        Item item;
        item.code = ItemCode("CT-1-" + number);
        item.meeting = meeting.code;
        item.number = number;
        item.position = static_cast<int>(i) + 1;
        item.title = paper.title;
        item.paper = paper.code;
        item.part = i + 1 == papers.size() ? ItemPart::two : ItemPart::one;
        content.items.push_back(item);
    }
    return content;
}

// Few words with much behind them: parts that are laid out side by side, and soon.
std::string with_long_links(int links) {
    std::string text;
    for (int i = 0; i < links; ++i)
        text += "See [note " + std::to_string(i) + "](https://example.org/" + std::string(10'000, 'a') + ").\n\n";
    return text;
}

Pack pack_of(const Content& content, const PackRequest& request) {
    const Snapshot snapshot(content, "", 1, {});
    return make_pack(snapshot, snapshot.content().meetings.at(0), request, now);
}

TEST(Pack, CountsInPiecesWhatItLaysOutAsAWhole) {
    PackRequest request;
    request.readers = PackReaders::members;
    std::vector<std::string> steps;
    const Snapshot snapshot(council({with_long_links(45), with_long_links(12), "Short.", with_long_links(40)}), "", 1,
                            {});
    const Pack pack = make_pack(snapshot, snapshot.content().meetings.at(0), request, now,
                                [&](const std::string& step) { steps.push_back(step); });
    std::vector<std::string> pages;
    for (const Item& item : pack.paged)
        pages.push_back(std::to_string(*item.page_from) + "-" + std::to_string(*item.page_to));
    EXPECT_EQ(pages, (std::vector<std::string>{"1-2", "3-3", "4-4", "5-6"}));
    EXPECT_EQ(pack.sheets, 7);
    EXPECT_EQ(steps, (std::vector<std::string>{"Putting the papers of CT-1 together", "Counting the pages of 4 items",
                                               "Laying out 7 pages"}));
    const std::string words = test::told_by("pdftotext", {"-layout", "FILE", "-"}, pack.bytes);
    EXPECT_NE(words.find("pages 5 to 6"), std::string::npos) << words;
    EXPECT_NE(test::told_by("pdfinfo", {"FILE"}, pack.bytes).find("Tagged:          yes"), std::string::npos);
}

// Minutes, a scorecard with charts and recovery plans, and items without a paper, as they are read to people who do not see.
TEST(Pack, IsTaggedAsPdfUaAsks) {
    const Snapshot snapshot(read_source("examples/lancashire", Content())->content, "", 1, {});
    const Meeting* meeting = find_row(snapshot.content().meetings, MeetingCode("CCPI-2013-02-26"));
    ASSERT_NE(meeting, nullptr);
    const std::string pdf = make_pack(snapshot, *meeting, {}, now).bytes;
    const std::string said = test::told_by("/usr/bin/python3", {"-B", "tests/documents/check_pdf.py", "FILE"}, pdf);
    EXPECT_NE(said.find(": sound: "), std::string::npos) << said;
}

TEST(Pack, LeavesOutWhatIsExempt) {
    PackRequest request;
    request.format = DocumentFormat::html;
    const Content content = council({"Open to all.", "Not for all."});
    EXPECT_EQ(pack_of(content, request).bytes.find("Not for all."), std::string::npos);
    request.readers = PackReaders::members;
    EXPECT_NE(pack_of(content, request).bytes.find("Not for all."), std::string::npos);
}

TEST(Pack, RefusesMorePagesThanAFileMayHave) {
    PackRequest request;
    request.readers = PackReaders::members;
    request.most_sheets = 3;
    try {
        pack_of(council({"One.", with_long_links(40), "Three."}), request);
        FAIL() << "made it";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::conflict);
        EXPECT_EQ(
            std::string(error.what()),
            "The pack has 5 pages, more than the 3 that one PDF may have; the longest is “Item 2. Paper 2” with 2. "
            "Ask for html, docx or xlsx, or leave papers out and give them as files of their own.");
    }
}

TEST(Pack, RefusesAPaperWhosePlaceholderCannotBeFilled) {
    for (const DocumentFormat format : document_formats()) {
        PackRequest request;
        request.format = format;
        try {
            pack_of(council({"One.\n\nSome {{measure NONE actual}} came.", "Two."}), request);
            FAIL() << "made it";
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what())
                          .find("papers/CT-1-1.md, below its front matter, line 3: {{measure NONE "
                                "actual}}: There is no measure “NONE”."),
                      std::string::npos)
                << error.what();
        }
    }
}

} // namespace
} // namespace qd
