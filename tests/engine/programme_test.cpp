#include "engine/programme.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant later = *Instant::parse("2013-02-26");
const Instant long_after = *Instant::parse("2024-10-01");
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

// A wall reported by the year, jobs by the month that ends with it, and what partners paid only up to December.
Content quays() {
    Content content;
    Programme programme;
    programme.code = ProgrammeCode("Q");
    content.programmes = {programme};
    const auto add = [&](const char* code, Period period, std::optional<int> profile, int delivered) {
        if (!find_row(content.deliverables, DeliverableCode(code))) {
            Deliverable deliverable;
            deliverable.code = DeliverableCode(code);
            deliverable.programme = programme.code;
            deliverable.total = Decimal(900);
            content.deliverables.push_back(deliverable);
        }
        Delivery row;
        row.deliverable = DeliverableCode(code);
        row.period = period;
        if (profile) row.profile = Decimal(*profile);
        row.delivered = Decimal(delivered);
        content.delivery.push_back(row);
    };
    add("WALL", Period::year(2023), 500, 470);
    add("JOBS", Period::month(2024, 3), {}, 21);
    add("PAID", Period::quarter(2023, 1), {}, 90);
    add("PAID", Period::quarter(2023, 3), {}, 140);
    return content;
}

TEST(ProgrammeProgress, ShowsEachLineAsItWasLastReported) {
    const Content content = quays();
    const Calendar& calendar = content.settings.calendar;
    const ProgrammeProgress now = compute_programme(content, content.programmes[0], {}, long_after);
    EXPECT_EQ(now.lines[0].row->delivered, Decimal(470));
    EXPECT_EQ(now.lines[1].row->delivered, Decimal(21));
    EXPECT_EQ(now.lines[2].row->delivered, Decimal(140));
    EXPECT_EQ(calendar.last_day(now.lines[2].row->period), *Date::parse("2023-12-31"));
    EXPECT_EQ(now.lines[2].course.size(), 2u);
    EXPECT_FALSE(reported_to(now.lines, calendar)) << "they were reported to different days";
    const ProgrammeProgress then =
        compute_programme(content, content.programmes[0], Date::parse("2023-09-30"), long_after);
    EXPECT_FALSE(then.lines[0].row);
    EXPECT_EQ(then.lines[2].row->delivered, Decimal(90));
    EXPECT_EQ(reported_to(then.lines, calendar), Date::parse("2023-06-30"));
}

TEST(ProgrammeProgress, AddsUpAWholeFromItsParts) {
    Content content = quays();
    content.delivery.resize(1);
    content.delivery[0].area = AreaCode("N");
    content.delivery.push_back(content.delivery[0]);
    content.delivery[1].area = AreaCode("S");
    content.delivery[1].delivered = Decimal(30);
    content.delivery[1].profile.reset();
    const auto wall = [&] { return compute_programme(content, content.programmes[0], {}, long_after).lines[0]; };
    EXPECT_EQ(wall().row->delivered, Decimal(500));
    EXPECT_EQ(wall().added, 2u);
    EXPECT_FALSE(wall().row->profile) << "of one part it is not known";
    content.delivery[1].period = Period::quarter(2023, 3);
    EXPECT_FALSE(wall().row) << "parts to different days make no whole";
    content.delivery[1].period = content.delivery[0].period;
    content.delivery[1].area = {};
    content.delivery[1].body = UnitCode("B");
    EXPECT_FALSE(wall().row) << "an area and a body may count the same twice";
}

TEST(ProgrammeProgress, ReadsAProfileThatIsAShareOfItsYear) {
    Content content = quays();
    content.delivery.resize(1); // 500 by the end of 2023/24
    Delivery row = content.delivery[0];
    row.profile.reset();
    row.profile_share = Decimal(30);
    row.period = Period::quarter(2023, 2);
    row.delivered = Decimal(120);
    content.delivery.push_back(row);
    const auto at = [&](const char* day) {
        return compute_programme(content, content.programmes[0], Date::parse(day), long_after).lines[0];
    };
    EXPECT_EQ(at("2023-09-30").row->profile, Decimal(150));
    EXPECT_EQ(show_variance(*at("2023-09-30").variance), "−20.0%");
    EXPECT_EQ(at("2023-09-30").stands, ProfileLabel::behind);
    content.delivery.push_back(content.delivery[0]);
    content.delivery[2].period = Period::year(2022); // 200 were planned before the year began: 200 + 30% of 300
    content.delivery[2].profile = Decimal(200);
    EXPECT_EQ(at("2023-09-30").row->profile, Decimal(290));
    content.delivery.erase(
        content.delivery.begin()); // now only the total says what the year is to bring, if it ends then
    EXPECT_EQ(at("2023-09-30").row->profile, Decimal(410));
    content.deliverables[0].due = Date::parse("2025-03-31");
    EXPECT_FALSE(at("2023-09-30").row->profile);
}

TEST(ProgrammeProgress, SaysBySizeWhetherItIsAsPlanned) {
    const auto stands = [](int delivered, int profile) {
        return profile_standing(Decimal(delivered), Decimal(profile), Decimal(5));
    };
    EXPECT_EQ(stands(95, 100), ProfileLabel::as_planned);
    EXPECT_EQ(stands(105, 100), ProfileLabel::as_planned);
    EXPECT_EQ(stands(94, 100), ProfileLabel::behind);
    EXPECT_EQ(stands(106, 100), ProfileLabel::ahead);
    EXPECT_FALSE(stands(3, 0));
}

TEST(ProgrammeProgress, CountsMoneyBroughtForwardAndMoved) {
    Content content = quays();
    Funding stream;
    stream.code = FundingCode("F");
    stream.programme = ProgrammeCode("Q");
    stream.each = Decimal(250);
    stream.count = Decimal(400);
    stream.brought_forward = Decimal(-10'000);
    stream.virement = Decimal(15'000);
    stream.spent = Decimal(110'000);
    content.funding = {stream};
    const auto line = [&] { return compute_programme(content, content.programmes[0], {}, long_after).funding[0]; };
    EXPECT_EQ(line().to_spend, Decimal(105'000));
    EXPECT_EQ(line().remaining, Decimal(-5'000));
    content.funding[0].each.reset();
    EXPECT_FALSE(line().to_spend) << "what there was is not known, so neither is what is left";
    EXPECT_FALSE(line().remaining);
}

TEST(ProgrammeProgress, ShowsTheLatestUpdateOnAPhase) {
    Content content = quays();
    Phase phase;
    phase.code = PhaseCode("P1");
    phase.programme = ProgrammeCode("Q");
    content.phases = {phase};
    const auto say = [&](Period period, const char* narrative, const char* known) {
        Update update;
        update.subject = {SubjectKind::phase, "P1"};
        update.period = period;
        update.narrative = narrative;
        update.known_at = Instant::parse(known);
        content.updates.push_back(update);
    };
    say(Period::quarter(2023, 3), "Piles driven", "2024-01-15");
    say(Period::quarter(2023, 2), "Site cleared", "2023-10-15");
    const auto said = [&](std::optional<Date> until, Instant as_at) {
        const auto update = compute_programme(content, content.programmes[0], until, as_at).phases[0].said;
        return update ? update->narrative : "nothing";
    };
    EXPECT_EQ(said({}, long_after), "Piles driven");
    EXPECT_EQ(said(Date::parse("2023-09-30"), long_after), "Site cleared");
    EXPECT_EQ(said({}, *Instant::parse("2023-11-01")), "Site cleared");
    EXPECT_EQ(said({}, *Instant::parse("2023-05-01")), "nothing");
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

TEST(Income, UsesPlannedCasesIfARuleHasThem) {
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
