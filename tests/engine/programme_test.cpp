#include "engine/programme.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant later = *Instant::parse("2013-02-26");
Decimal number(const char* text) { return *Decimal::parse(text); }

Content european_social_fund() {
    Content content;
    Programme programme;
    programme.code = ProgrammeCode("ESF");
    programme.runs_from = Date::parse("2011-09-01");
    content.programmes = {programme};
    const auto add = [&](const char* code, int total, int profile, int delivered, int lag) {
        Deliverable deliverable;
        deliverable.code = DeliverableCode(code);
        deliverable.programme = programme.code;
        deliverable.total = Decimal(total);
        deliverable.lag_weeks = lag;
        content.deliverables.push_back(deliverable);
        Delivery row;
        row.deliverable = deliverable.code;
        row.period = Period::span(*Date::parse("2011-09-01"), *Date::parse("2012-03-20"));
        row.profile = Decimal(profile);
        row.delivered = Decimal(delivered);
        row.known_at = Instant::parse("2012-06-25");
        content.delivery.push_back(row);
    };
    add("START", 1621, 160, 264, 0);
    add("VULN", 434, 31, 27, 6);
    add("QUAL", 1058, 46, 31, 0);
    add("PROG", 808, 34, 27, 13);
    return content;
}

// The table of 20 March 2012.
TEST(ProgrammeProgress, SetsDeliveryAgainstItsProfile) {
    const Content content = european_social_fund();
    const ProgrammeProgress progress = compute_programme(content, content.programmes[0], {}, later);
    std::vector<std::string> variances, shares;
    for (const DeliveryLine& line : progress.lines) {
        variances.push_back(show_variance(*line.variance));
        shares.push_back(print_fixed(*line.share, 1));
    }
    EXPECT_EQ(variances, (std::vector<std::string>{"+65.0%", "−12.9%", "−32.6%", "−20.6%"}));
    EXPECT_EQ(shares, (std::vector<std::string>{"16.3", "6.2", "2.9", "3.3"}));
}

// 202 days from the start to 20 March, the first and the last counted: 31 × 160 ÷ 202, 34 × 111 ÷ 202.
TEST(ProgrammeProgress, ExpectsWhatTheProfileWasBeforeTheLag) {
    const Content content = european_social_fund();
    const ProgrammeProgress progress = compute_programme(content, content.programmes[0], {}, later);
    EXPECT_FALSE(progress.lines[0].after_lag);
    EXPECT_EQ(print_fixed(*progress.lines[1].after_lag, 2), "24.55");
    EXPECT_EQ(print_fixed(*progress.lines[3].after_lag, 2), "18.68");
    EXPECT_EQ(show_variance(*progress.lines[1].beside_lag), "+10.0%");
}

TEST(ProgrammeProgress, SeesOnlyWhatWasKnown) {
    Content content = european_social_fund();
    const auto at = [&](const char* day) {
        return compute_programme(content, content.programmes[0], {}, *Instant::parse(day));
    };
    EXPECT_FALSE(at("2012-06-24").period);
    Delivery corrected = content.delivery[0];
    corrected.delivered = Decimal(260);
    corrected.known_at = Instant::parse("2012-09-01");
    content.delivery.push_back(corrected);
    EXPECT_EQ(at("2012-07-03").lines[0].row->delivered, Decimal(264));
    EXPECT_EQ(at("2012-09-02").lines[0].row->delivered, Decimal(260));
}

Content troubled_families() {
    Content content;
    Programme programme;
    programme.code = ProgrammeCode("WTWF");
    content.programmes = {programme};
    Deliverable families;
    families.code = DeliverableCode("FAM");
    families.programme = programme.code;
    families.total = Decimal(2630);
    content.deliverables = {families};
    const int fees[] = {3200, 2400, 1600};
    for (int year = 0; year < 3; ++year)
        for (const PaymentKind kind : {PaymentKind::attachment, PaymentKind::result}) {
            PaymentRule rule;
            rule.code = PaymentRuleCode(std::string(print(kind)) + std::to_string(year));
            rule.programme = programme.code;
            rule.deliverable = families.code;
            rule.kind = kind;
            rule.amount = Decimal(kind == PaymentKind::attachment ? fees[year] : 4000 - fees[year]);
            rule.funded = 5;
            rule.funded_of = 6;
            rule.valid_from = Date::from_ymd(2012 + year, 4, 1);
            rule.valid_to = Date::from_ymd(2013 + year, 3, 31);
            content.payment_rules.push_back(rule);
        }
    return content;
}

// 2,630 × 5/6 × £4,000 = £8.767 million, 60% of it attachment fees; papers cut off to £8.7m = £5.2m + £3.5m.
TEST(Income, FollowsRulesThatChangeFromYearToYear) {
    const Content content = troubled_families();
    const Income income = *forecast_income(content, ProgrammeCode("WTWF"));
    EXPECT_EQ(print_fixed(income.attachment, 2), "5260000.00");
    EXPECT_EQ(money_in_millions(income.attachment), "£5.260m");
    EXPECT_EQ(money_in_millions(income.results), "£3.507m");
    EXPECT_EQ(money_in_millions(income.total()), "£8.767m");
    EXPECT_EQ(money_cut_to_tenths(income.total()), "£8.7m");
    EXPECT_EQ(money_cut_to_tenths(income.attachment), "£5.2m");
    EXPECT_EQ(money_cut_to_tenths(income.results), "£3.5m");
    EXPECT_EQ(print_fixed(income.lines[0].cases, 2), "730.56");
}

TEST(Income, TakesPlannedCasesWhereARuleHasThem) {
    Content content = troubled_families();
    for (PaymentRule& rule : content.payment_rules) rule.cases = Decimal(rule.valid_from->year() == 2012 ? 12 : 0);
    const Income income = *forecast_income(content, ProgrammeCode("WTWF"));
    EXPECT_EQ(income.attachment, Decimal(32000));
    EXPECT_EQ(income.results, Decimal(8000));
    EXPECT_FALSE(forecast_income(content, ProgrammeCode("OTHER")));
}

TEST(Claims, AreSummedWithWhatWasTakenBack) {
    Content content = troubled_families();
    const auto add = [&](const char* code, ClaimState state, std::optional<Decimal> clawback) {
        PaymentClaim claim;
        claim.code = PaymentClaimCode(code);
        claim.rule = content.payment_rules[0].code;
        claim.reference = code;
        claim.state = state;
        claim.clawback = clawback;
        content.payment_claims.push_back(claim);
    };
    add("A", ClaimState::claimed, {});
    add("B", ClaimState::paid, {});
    add("C", ClaimState::clawed_back, Decimal(800));
    add("D", ClaimState::prepared, {});
    const ClaimTotals totals = compute_programme(content, content.programmes[0], {}, later).claims;
    EXPECT_EQ(totals.claims, 3U);
    EXPECT_EQ(totals.claimed, Decimal(9600));
    EXPECT_EQ(totals.received, Decimal(6400));
    EXPECT_EQ(totals.clawed_back, Decimal(800));
}

TEST(Milestones, SlipByDays) {
    Milestone milestone;
    milestone.due = Date::parse("2012-09-30");
    const Date today = *Date::parse("2012-10-10");
    EXPECT_TRUE(milestone_line(milestone, today).is_overdue);
    EXPECT_FALSE(milestone_line(milestone, today).slippage);
    milestone.forecast = Date::parse("2012-10-14");
    EXPECT_EQ(slippage_words(milestone_line(milestone, today).slippage), "14 days late");
    milestone.completed = Date::parse("2012-09-29");
    EXPECT_EQ(slippage_words(milestone_line(milestone, today).slippage), "1 day early");
    EXPECT_FALSE(milestone_line(milestone, today).is_overdue);
    EXPECT_EQ(show_variance(number("-12.94")), "−12.9%");
}

} // namespace
} // namespace qd
