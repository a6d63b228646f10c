#include "documents/sections/partnership_report.hpp"

#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "documents/composed.hpp"
#include "documents/formats/html.hpp"
#include "documents/lancashire.hpp"

namespace qd {
namespace {

TEST(PartnershipReport, LooksAsItDid) {
    test::expect_golden(article_html(test::composed(test::small_chorley().report())),
                        "documents/golden/partnership.html");
}

TEST(PartnershipReport, CountsBlankStatusesApart) {
    const std::string html = article_html(test::composed(test::small_chorley().report()));
    EXPECT_NE(html.find("<strong>2 of the 3 rated priorities are green (67%). </strong>4 of 5 priorities were reported "
                        "on: 2 green, 1 not started, 1 left blank. 1 was not. The priorities have 7 actions."),
              std::string::npos);
    EXPECT_NE(html.find("left blank</span>"), std::string::npos);
    EXPECT_NE(html.find("<span class=\"quiet\">not reported</span>"), std::string::npos);
}

TEST(PartnershipReport, SaysWhereActionsTellAnotherStory) {
    const std::string html = article_html(test::composed(test::small_chorley().report()));
    EXPECT_NE(html.find("3 actions: 1 green, 2 amber<strong>, which would make it amber</strong>"), std::string::npos);
    EXPECT_NE(html.find("worsened, +0.9 points"), std::string::npos);
}

TEST(PartnershipReport, StandsWithoutAnything) {
    test::SmallPartnership small = test::small_chorley();
    small.partnership = {small.partnership.period, small.as_at, {}, 0, 0, {}, 0};
    PartnershipReportInput input = small.report();
    input.paper.reset();
    const Document document = test::composed(input);
    EXPECT_EQ(document.title, "Partnership performance, 2013/14 quarter 1");
    EXPECT_TRUE(test::read_markup(article_html(document)).faults.empty());
}

} // namespace
} // namespace qd
