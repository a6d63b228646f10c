#include "charts/heat_map.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"

namespace qd {
namespace {

RiskRegister sample() {
    std::vector<Risk> risks;
    std::vector<RiskReview> reviews;
    const Period period = Period::quarter(2017, 3);
    const auto add = [&](const char* code, RiskKind kind, int impact, int likelihood) {
        Risk risk;
        risk.code = RiskCode(code);
        risk.kind = kind;
        risk.title = code;
        risks.push_back(risk);
        RiskReview review;
        review.risk = risk.code;
        review.period = period;
        review.impact = impact;
        review.likelihood = likelihood;
        reviews.push_back(review);
    };
    add("CR1", RiskKind::risk, 4, 3);
    add("CR2", RiskKind::risk, 4, 3);
    add("CR3", RiskKind::risk, 5, 4);
    add("CR4", RiskKind::risk, 2, 2);
    add("CO1", RiskKind::opportunity, 4, 4);
    Content content;
    content.risks = risks;
    content.risk_reviews = reviews;
    return risk_register(content, period, Instant(2'000'000'000));
}

TEST(HeatMap, LooksAsItDid) {
    const RiskRegister all = sample();
    const Chart chart = heat_map({"heat", RiskKind::risk, all});
    EXPECT_TRUE(test::read_markup(chart.svg).faults.empty());
    test::expect_golden(chart.svg, "charts/golden/heat-map.svg");
}

TEST(HeatMap, SaysInWordsWhatStandsWhere) {
    const RiskRegister all = sample();
    const Chart chart = heat_map({"heat", RiskKind::risk, all});
    EXPECT_EQ(chart.title, "3 of 4 risks score 12 or more");
    EXPECT_EQ(chart.table.rows.size(), 3U);
    EXPECT_EQ(chart.table.rows[1], (std::vector<std::string>{"4", "3", "12", "medium", "CR1, CR2"}));
    EXPECT_EQ(heat_map({"heat", RiskKind::opportunity, all}).title, "1 of 1 opportunity scores 12 or more");
}

TEST(HeatMap, NeedsImpactAndLikelihood) {
    RiskRegister all = sample();
    all.lines.clear();
    EXPECT_FALSE(has_heat_map(all, RiskKind::risk));
    EXPECT_THROW(heat_map({"heat", RiskKind::risk, all}), Error);
}

} // namespace
} // namespace qd
