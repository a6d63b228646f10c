#include "domain/form_report.hpp"
#include "domain/risk_register.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant now = *Instant::parse("2018-02-27");
const Period second = Period::quarter(2017, 2), third = Period::quarter(2017, 3);

Risk risk(const char* code, RiskKind kind = RiskKind::risk) {
    Risk made;
    made.code = RiskCode(code);
    made.kind = kind;
    made.title = code;
    return made;
}
RiskReview review(const char* code, Period period, std::optional<int> impact, std::optional<int> likelihood) {
    RiskReview made;
    made.risk = RiskCode(code);
    made.period = period;
    made.impact = impact;
    made.likelihood = likelihood;
    made.known_at = Instant::parse("2017-09-25");
    return made;
}

RiskRegister register_of(std::vector<Risk> risks, std::vector<RiskReview> reviews, Period period, Instant as_at = now) {
    Content content;
    content.risks = std::move(risks);
    content.risk_reviews = std::move(reviews);
    return risk_register(content, period, as_at);
}

TEST(RiskMatrix, BandsScoresTheOtherWayRoundForOpportunities) {
    const RiskMatrix matrix;
    EXPECT_EQ(band_of(matrix, 15)->label, "high");
    EXPECT_EQ(band_of(matrix, 12)->label, "medium");
    EXPECT_EQ(band_of(matrix, 6)->label, "low");
    EXPECT_EQ(status_of(*band_of(matrix, 20), RiskKind::risk), Status::red);
    EXPECT_EQ(status_of(*band_of(matrix, 20), RiskKind::opportunity), Status::green);
    EXPECT_EQ(status_of(*band_of(matrix, 4), RiskKind::opportunity), Status::red);
    EXPECT_EQ(status_of(*band_of(matrix, 9), RiskKind::opportunity), Status::amber);
}

TEST(RiskRegister, ShowsWhatMovedWhatLeftAndWhatIsMissing) {
    std::vector<Risk> risks = {risk("UP"),  risk("DOWN"), risk("SAME"),  risk("NEW"),
                               risk("CO1"), risk("GONE"), risk("MERGED")};
    risks[5].closed_in = third;
    risks[6].closed_in = third;
    risks[6].merged_into = RiskCode("UP");
    const std::vector<RiskReview> reviews = {
        review("UP", second, 4, 3),  review("DOWN", second, 4, 4), review("SAME", second, 4, 3),
        review("CO1", second, 4, 3), review("GONE", second, 3, 3), review("MERGED", second, 3, 4),
        review("UP", third, 4, 4),   review("DOWN", third, 3, 3),  review("SAME", third, 3, 4),
        review("NEW", third, 5, 5),
    };
    const RiskRegister all = register_of(risks, reviews, third);
    EXPECT_EQ(all.before, second);
    std::vector<std::string> told;
    for (const auto* lines : {&all.lines, &all.left, &all.missing})
        for (const RiskLine& line : *lines)
            told.push_back(line.risk.code.text() + " " + std::string(print(line.movement)));
    EXPECT_EQ(told, (std::vector<std::string>{"DOWN down", "NEW new", "SAME same", "UP up", "GONE closed",
                                              "MERGED merged", "CO1 missing"}));
    EXPECT_EQ(show(all.matrix, all.rule, all.lines[3].residual), "4 × 4 = 16");
    EXPECT_EQ(all.lines[3].residual.status, Status::red);
    EXPECT_EQ(all.lines[3].change, "up from 12");
}

TEST(RiskRegister, KeepsWhatIsOnlyKnownToBeAtLeastSoMuch) {
    RiskReview known = review("A", second, {}, {});
    known.least_score = 12;
    const RiskRegister all = register_of({risk("A")}, {known}, second);
    EXPECT_EQ(show(all.matrix, all.rule, all.lines[0].residual), "12 or above");
    EXPECT_FALSE(all.lines[0].residual.status);
    EXPECT_EQ(all.lines[0].movement, RiskMovement::unknown);
    EXPECT_TRUE(register_of({risk("A")}, {known}, second, *Instant::parse("2017-09-24")).lines.empty());
}

FormReturn returned(Period period, int green, int amber, int red) {
    FormReturn row;
    row.form = FormCode("BS");
    row.period = period;
    row.green_percent = Decimal(green);
    row.amber_percent = Decimal(amber);
    row.red_percent = Decimal(red);
    row.known_at = Instant::parse("2013-01-17");
    return row;
}

// Best Start: 44/54/2 against 25/64/11, and 69 of 79 forms.
TEST(FormReport, ComparesDistributionsAndCountsResponses) {
    Form form;
    form.code = FormCode("BS");
    form.asked = Decimal(79);
    std::vector<FormReturn> returns = {returned(Period::month(2012, 3), 25, 64, 11),
                                       returned(Period::month(2013, 1), 44, 54, 2)};
    returns[1].received = Decimal(69);
    const FormReport report = form_report(form, returns, {}, Calendar(), now);
    ASSERT_EQ(report.results.size(), 2U);
    const FormResult& last = report.results[1];
    EXPECT_EQ(print_fixed(*last.response, 1), "87.3");
    EXPECT_EQ(last.change.green, Decimal(19));
    EXPECT_EQ(last.change.amber, -Decimal(10));
    EXPECT_EQ(last.change.red, -Decimal(9));
}

TEST(FormReport, CountsTheSitesThatAnswered) {
    Form form;
    form.code = FormCode("BS");
    std::vector<SiteRating> ratings;
    for (const auto& [site, rating] :
         {std::pair("A", std::optional(Status::green)), {"B", Status::red}, {"C", std::nullopt}})
        ratings.push_back({form.code, Period::month(2013, 1), site, {}, rating, "", "", now});
    const FormResult result = form_report(form, {}, ratings, Calendar(), now).results.at(0);
    EXPECT_EQ(result.asked, Decimal(3));
    EXPECT_EQ(result.received, Decimal(2));
    EXPECT_EQ(result.percent.red, Decimal(50));
    ASSERT_EQ(result.red_sites.size(), 1U);
    EXPECT_EQ(result.red_sites[0].site, "B");
}

} // namespace
} // namespace qd
