#include "exchange/json/row.hpp"

#include "domain/meeting.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(JsonRow, GivesEachColumnItsNameAndWhatIsAbsentAsNull) {
    Item item;
    item.code = ItemCode("I1");
    item.meeting = MeetingCode("M1");
    item.number = "4";
    item.position = 4;
    item.title = "Lease “of” the depot";
    item.part = ItemPart::two;
    item.exempt_paragraphs = {ExemptParagraph::three, ExemptParagraph::five};
    item.notice_on = Date::from_ymd(2024, 11, 12);
    item.page_from = 9;
    JsonWriter json;
    json.open_object();
    write_row(json, item, Calendar(), {"meeting", "position"});
    const std::string text = json.close_object().finish();
    const auto holds = [&](const std::string& words) { return text.find(words) != std::string::npos; };
    EXPECT_TRUE(holds("\"code\": \"I1\",\n  \"number\": \"4\",\n  \"title\": \"Lease “of” the depot\"")) << text;
    EXPECT_TRUE(holds("\"part\": \"2\"")) << text;
    EXPECT_TRUE(holds("\"exempt_paragraphs\": [\n    \"3\",\n    \"5\"\n  ]")) << text;
    EXPECT_TRUE(holds("\"about\": []")) << text;
    EXPECT_TRUE(holds("\"key_decision\": false")) << text;
    EXPECT_TRUE(holds("\"notice_on\": \"2024-11-12\"")) << text;
    EXPECT_TRUE(holds("\"paper\": null")) << text;
    EXPECT_TRUE(holds("\"page_from\": 9,\n  \"page_to\": null")) << text;
    EXPECT_FALSE(holds("\"meeting\"") || holds("\"position\"")) << text;
}

} // namespace
} // namespace qd
