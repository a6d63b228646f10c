#include "documents/sections/programme_section.hpp"
#include "documents/sections/risk_section.hpp"

#include "documents/formats/html.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string html_of(const Blocks& blocks) {
    Document document;
    document.title = "Test";
    document.blocks = blocks;
    return article_html(document);
}

void expect_words(const std::string& html, std::initializer_list<const char*> words) {
    for (const char* each : words) EXPECT_NE(html.find(each), std::string::npos) << each << " in " << html;
}

ProgrammeProgress progress() {
    ProgrammeProgress made;
    made.programme.title = "Families";
    made.period = Period::span(*Date::parse("2011-09-01"), *Date::parse("2012-03-20"));
    DeliveryLine line;
    line.deliverable.title = "Starts & more";
    line.deliverable.total = Decimal(1621);
    line.deliverable.lag_weeks = 6;
    line.row = Delivery();
    line.row->period = *made.period;
    line.row->profile = Decimal(160);
    line.row->delivered = Decimal(264);
    line.row->judged = ProfileLabel::ahead;
    line.variance = Decimal(65);
    line.after_lag = Decimal(100);
    made.lines = {line};
    line.deliverable = {};
    line.deliverable.title = "Evaluation";
    line.deliverable.total_words = "at the end";
    line.row.reset();
    made.lines.push_back(line);
    Income income;
    income.lines = {{PaymentRule(), Decimal(730), Decimal(5'260'000)}};
    income.attachment = Decimal(5'260'000);
    income.results = *Decimal::parse("3506666.666666");
    made.income = income;
    return made;
}

TEST(ProgrammeSection, ShowsTheWordAndTheDifference) {
    FigureNumbers numbers;
    const std::string html = html_of(programme_section(progress(), Content(), numbers));
    expect_words(html, {"Starts &amp; more", "1,621", "160", "264", "Ahead", "+65.0% against profile",
                        "expected after a lag of 6 weeks", "From the start to 20 March 2012", "at the end"});
}

TEST(ProgrammeSection, ShowsTheLatestUpdateOnAPhase) {
    PhaseLine line;
    line.phase.title = "Enabling";
    line.phase.state = PhaseState::largely_complete;
    EXPECT_EQ(phase_words(line), "Enabling: largely complete.");
    line.phase.started = *Date::parse("2024-05-01");
    line.phase.due = *Date::parse("2024-12-01");
    EXPECT_EQ(phase_words(line), "Enabling: largely complete, started on 1 May 2024, due on 1 December 2024.");
    line.phase.completed = *Date::parse("2024-11-20");
    EXPECT_EQ(phase_words(line), "Enabling: largely complete, started on 1 May 2024, completed on 20 November 2024.");
    line.phase.started = line.phase.completed = line.phase.due = std::nullopt;
    line.phase.note = "Two of three sites.";
    line.said = Update();
    line.said->narrative = "The third waits for a licence.";
    line.said->status = StatusWord(Status::amber);
    EXPECT_EQ(phase_words(line),
              "Enabling: largely complete. Two of three sites. Judged amber. The third waits for a licence.");
}

TEST(ProgrammeSection, ShowsTheArithmeticOfPayment) {
    expect_words(html_of(income_section(progress())),
                 {"£5,260,000 = £5.260m (rounded down: £5.2m)", "£3,506,667 = £3.507m (rounded down: £3.5m)",
                  "£8,766,667 = £8.767m (rounded down: £8.7m)"});
    EXPECT_TRUE(income_section(ProgrammeProgress()).empty());
}

TEST(RiskSection, NamesWhatWasLeftOut) {
    Risk lost, kept;
    lost.code = RiskCode("CO1");
    lost.title = "A new model";
    kept.code = RiskCode("CR30");
    kept.title = "Prevent";
    std::vector<RiskReview> reviews(3);
    for (RiskReview& review : reviews) review.impact = 4, review.likelihood = 3;
    reviews[0].risk = lost.code;
    reviews[1].risk = reviews[2].risk = kept.code;
    reviews[0].period = reviews[1].period = Period::quarter(2017, 2);
    reviews[2].period = Period::quarter(2017, 3);
    Content content;
    content.risks = {lost, kept};
    content.risk_reviews = reviews;
    const RiskRegister all = risk_register(content, Period::quarter(2017, 3), Instant(2'000'000'000));
    expect_words(html_of(risk_section(all, content)), {"CO1 A new model: left out without a reason.", "4 × 3 = 12",
                                                       "Same as before", "2017/18 quarter 2", "<svg"});
}

TEST(WaveSection, SaysWhatIsOnlyCounted) {
    Content content;
    Wave wave;
    wave.title = "Neighbourhoods";
    wave.completed = Decimal(22);
    wave.areas = Decimal(8);
    content.waves = {wave};
    const auto waves = wave_lines(content, Instant());
    expect_words(html_of(wave_section(waves.at(0), content)), {"22 completed; in 8 areas, 2.75 each"});
}

TEST(FormSection, SaysWhereNoReturnIsKnown) {
    FormReport report;
    report.form.title = "Self-evaluation";
    const std::string html = html_of(form_section(report, Content()));
    expect_words(html, {"Self-evaluation", "No returns are known."});
    EXPECT_EQ(html.find("<table"), std::string::npos);
}

TEST(EscalationsSection, IsNothingWithoutAny) {
    Content content;
    EXPECT_TRUE(escalations_section(content, {}).empty());
    Escalation raised;
    raised.title = "Schools";
    raised.outcome = "Raised at the trust";
    raised.period = Period::quarter(2013, 1);
    content.escalations = {raised};
    expect_words(html_of(escalations_section(content, raised.period)), {"Schools", "Raised at the trust", "Open"});
    EXPECT_TRUE(escalations_section(content, Period::quarter(2013, 2)).empty());
}

} // namespace
} // namespace qd
