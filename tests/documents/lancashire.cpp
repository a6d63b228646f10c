#include "documents/lancashire.hpp"

#include "charts/samples.hpp"
#include "domain/finding_catalogue.hpp"

namespace qd::test {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }
Period period(std::string_view text) { return Period::parse(text).value(); }

Measure measure(const char* code, const char* title, const char* short_title, const char* theme, Quantity quantity,
                int decimals, Polarity polarity) {
    Measure m;
    m.code = MeasureCode(code);
    m.title = title;
    m.short_title = short_title;
    m.theme = theme;
    m.quantity = quantity;
    m.per = quantity == Quantity::percent ? 100 : 1;
    m.decimals = decimals;
    m.polarity = polarity;
    m.definitions = {{}};
    return m;
}

Goal goal(std::string_view value, TargetRole role, Polarity polarity = Polarity::higher) {
    Goal g;
    g.aim = dec(value);
    (polarity == Polarity::lower ? g.upper : g.lower) = g.aim;
    g.role = role;
    g.period = period("2012-13");
    return g;
}

Figure figure(const char* code, Period at, Cell actual, Status status, Outlook outlook) {
    Figure f;
    f.measure = MeasureCode(code);
    f.area = AreaCode("E10000017");
    f.period = f.described = at;
    f.actual = actual;
    f.status.status = f.computed.status = status;
    f.status.basis = f.computed.basis = actual.has_value() ? Verdict::Basis::computed : Verdict::Basis::none;
    f.outlook = outlook;
    return f;
}

void moved(Movement& movement, Direction direction, std::string_view since, std::string_view value,
           std::string_view difference) {
    movement.direction = direction;
    movement.period = period(since);
    movement.value = dec(value);
    movement.difference = dec(difference);
}

void add_measures(Content& content) {
    content.settings.name = "Lancashire County Council";
    content.settings.area = AreaCode("E10000017");
    content.settings.tolerance = Tolerance::parse("5%").value();
    content.settings.status_rules = {usual_status_rules()};
    content.units = {{UnitCode("CCPI"), "Cabinet Committee on Performance Improvement", UnitKind::committee, {}, ""}};
    content.measures = {
        measure("CYP1", "Children looked after with 5 GCSEs A* to C, with English and maths",
                "Children looked after: 5 good GCSEs", "Children and young people", Quantity::percent, 1,
                Polarity::higher),
        measure("ASC1", "People who could have a personal budget and do", "Self directed support", "Adult care",
                Quantity::percent, 1, Polarity::higher),
        measure("ASC2", "Carers receiving assessments or reviews", "", "Adult care", Quantity::count, 0,
                Polarity::higher),
        measure("HWY1", "Potholes mended within 30 days", "", "Highways", Quantity::percent, 0, Polarity::higher),
        measure("M1", "A measure <without> a figure & a name", "", "", Quantity::number, 0, Polarity::none),
    };
    content.measures[0].grain = Grain::academic_year;
    content.measures[1].roll_up = RollUp::rolling;
    content.measures[1].definitions[0].text =
        "Service users and carers who received self directed support in a year, of all who could have it.";
    content.measures[1].definitions[0].numerator_label = "people with a personal budget";
    content.measures[1].definitions[0].source = "Adult social care records";
    for (const auto& [at, value] :
         {std::pair{"2012-13Q1", "80"}, {"2012-13Q2", "85"}, {"2012-13Q3", "90"}, {"2012-13Q4", "95"}}) {
        Target target;
        target.measure = MeasureCode("ASC1");
        target.period = period(at);
        target.role = TargetRole::profile;
        target.value = dec(value);
        content.targets.push_back(target);
    }
}

void add_plans(Content& content) {
    RecoveryPlan plan;
    plan.code = RecoveryPlanCode("ASC1-P");
    plan.measure = MeasureCode("ASC1");
    plan.raised_in = period("2012-13Q3");
    plan.description = "Raise the share of people with a personal budget from 75% to 95%";
    plan.presented = {{UnitCode("CCPI"), day("2013-02-26"), "plan"}};
    plan.causes = "Everybody new gets it as the standard offer.\n\n## Households that share\n\nPeople in **shared "
                  "housing** have to be reviewed together.\n\n## Reviews displaced\n\n"
                  "- urgent reviews came first\n- 1,060 people in stable situations were not reviewed\n";
    RecoveryPlan carers = plan;
    carers.code = RecoveryPlanCode("ASC2-P");
    carers.measure = MeasureCode("ASC2");
    carers.raised_in = period("2011-12Q3");
    carers.presented = {{UnitCode("CCPI"), day("2012-02-21"), "plan"}};
    carers.causes.clear();
    carers.description.clear();
    carers.text_published = false;
    content.recovery_plans = {plan, carers};
    const Subject subject{SubjectKind::recovery_plan, "ASC1-P"};
    Action done{ActionCode("A1"),
                subject,
                "Revise the structure so that planned reviews are supported",
                "",
                {{{}, day("2012-11-05"), ""}},
                "A team manager and practitioners for planned reviews",
                ActionState::complete,
                {},
                day("2012-11-05"),
                1};
    Action monthly{ActionCode("A2"),
                   subject,
                   "Report competing priorities to the Performance Management Group",
                   "County Operations Manager",
                   {{{}, {}, "monthly"}},
                   "",
                   ActionState::no_update,
                   {},
                   {},
                   2};
    Action phased{
        ActionCode("A3"),
        subject,
        "Name staff for transfers",
        "",
        {{day("2013-01-01"), day("2013-03-31"), "phase 1"}, {day("2013-04-01"), day("2013-07-31"), "phase 2"}},
        "",
        ActionState::under_way,
        {},
        {},
        3};
    content.actions = {done, monthly, phased};
}

void add_series(SmallCouncil& council) {
    Series sds{MeasureCode("ASC1"), AreaCode("E10000017"), {}};
    for (const auto& [at, value, profile] : {std::tuple{"2011-12Q3", "70.3", ""},
                                             {"2011-12Q4", "75", ""},
                                             {"2012-13Q1", "77.2", "80"},
                                             {"2012-13Q2", "82", "85"}}) {
        Figure point = figure("ASC1", period(at), dec(value), Status::amber, Outlook::to_miss);
        if (*profile) point.goal = goal(profile, TargetRole::profile);
        sds.points.push_back(point);
    }
    sds.points.push_back(council.now.figures[1]);
    Series gcse{MeasureCode("CYP1"), AreaCode("E10000017"), {}};
    for (const auto& [described, reported, value] :
         {std::tuple{"AY2009-10", "2010-11Q3", "18.6"}, {"AY2010-11", "2011-12Q3", "11.9"}}) {
        Figure point = figure("CYP1", period(reported), dec(value), Status::red, Outlook::missed);
        point.described = period(described);
        gcse.points.push_back(point);
    }
    gcse.points.push_back(council.now.figures[0]);
    council.series = {sds, gcse};
}

Figure children(Period q3) {
    Figure f = figure("CYP1", q3, dec("12.903226"), Status::red, Outlook::missed);
    f.described = period("AY2011-12");
    f.numerator = Decimal(12);
    f.denominator = Decimal(93);
    f.goal = f.year_end = goal("18", TargetRole::annual);
    moved(f.previous, Direction::improved, "2011-12Q3", "11.9", "1.003226");
    f.last_year = f.previous;
    return f;
}

Figure self_directed_support(Period q3) {
    Figure f = figure("ASC1", q3, dec("84.516441"), Status::red, Outlook::to_miss);
    f.numerator = Decimal(19252);
    f.denominator = Decimal(22779);
    f.goal = goal("90", TargetRole::profile);
    f.year_end = goal("95", TargetRole::annual);
    f.forecast = Decimal(90);
    f.forecast_by = "County Operations Manager";
    f.forecast_reason = "A conservative estimate.";
    f.lineage = Lineage{{}, "Agenda pack of 26 February 2013, item 4", "", "", "", ""};
    moved(f.previous, Direction::improved, "2012-13Q2", "82", "2.516441");
    moved(f.last_year, Direction::improved, "2011-12Q3", "70.3", "14.216441");
    return f;
}

void add_scorecards(SmallCouncil& council) {
    const Period q2 = period("2012-13Q2"), q3 = period("2012-13Q3");
    council.now.period = q3;
    council.before.period = q2;
    council.now.area = council.before.area = AreaCode("E10000017");
    Figure potholes = figure("HWY1", q3, Decimal(90), Status::green, Outlook::to_meet);
    potholes.goal = potholes.year_end = goal("90", TargetRole::annual);
    moved(potholes.previous, Direction::improved, "2012-13Q2", "87", "3");
    council.now.figures = {children(q3), self_directed_support(q3),
                           figure("ASC2", q3, GapReason::overdue, Status::not_rated, Outlook::to_miss), potholes,
                           figure("M1", q3, GapReason::not_available, Status::not_rated, Outlook::to_meet)};
    council.now.figures[2].due_on = day("2013-01-18");
    council.now.counts = {5, 3, 1, 0, 2, 0, 0, 2, 2, 3, {}};
    Figure off = figure("HWY1", q2, Decimal(87), Status::red, Outlook::to_miss);
    off.goal = potholes.goal;
    Figure amber = figure("ASC1", q2, dec("82"), Status::amber, Outlook::to_miss);
    amber.goal = goal("85", TargetRole::profile);
    council.before.figures = {figure("CYP1", q2, GapReason::not_due, Status::not_rated, Outlook::to_meet), amber,
                              figure("ASC2", q2, GapReason::overdue, Status::not_rated, Outlook::to_miss), off};
}

Paper committee_paper() {
    Paper paper;
    paper.title = "Quarterly Corporate Performance Monitoring and Improvement: corporate scorecard";
    paper.body = UnitCode("CCPI");
    paper.meeting = day("2013-02-26");
    paper.item = "4";
    paper.report_of = "Chief Executive";
    paper.contact = "Corporate Policy and Performance Team";
    paper.part = "Part 1, open to press and public";
    paper.affects = "Electoral division affected: all";
    paper.purpose = "To report the corporate scorecard for quarter 3.";
    paper.consultations = "The Management Teams have seen the information in this report.";
    paper.part_two_reason = "Not applicable";
    paper.recommendations = {"Comment on the reported performance against the corporate scorecard.",
                             "Review the recovery plans and advise."};
    paper.implications = {{"Risk management", "No significant risk has been identified."}, {"Financial", ""}};
    paper.background_papers = {
        {"Corporate scorecard, quarter 2 2012/13", day("2012-11-22"), "Corporate Policy and Performance Team"},
        {"Corporate scorecard, quarter 1 2012/13", {}, ""}};
    return paper;
}

} // namespace

SmallCouncil small_lancashire() {
    SmallCouncil council;
    council.as_at = Instant::end_of(day("2013-02-15"));
    add_measures(council.content);
    add_plans(council.content);
    add_scorecards(council);
    add_series(council);
    Update update;
    update.subject = {SubjectKind::measure, "ASC1"};
    update.period = period("2012-13Q3");
    update.narrative = "Transfers at review have slowed.\n\nSee the plan.";
    council.content.updates = {update};
    council.findings = {{warning("action-incomplete"),
                         {SubjectKind::recovery_plan, "ASC1-P"},
                         "Recovery plan ASC1-P",
                         "2 of 3 actions have no lead.",
                         "Add the leads before the paper is issued."},
                        {error("percent-of-count"),
                         {SubjectKind::measure, "CYP1"},
                         "Appendix A, (g)",
                         "11 of 93 is printed as 12.9%; it is 11.8%.",
                         "Correct the percentage."}};
    council.paper = committee_paper();
    return council;
}

namespace {

Update said(Subject subject, Period in, std::optional<Status> status, const char* narrative) {
    Update made;
    made.subject = std::move(subject);
    made.period = in;
    made.status = status;
    made.narrative = narrative;
    return made;
}

PriorityLine priority_line(const char* title, std::optional<Status> status, const char* narrative, StatusTally actions,
                           std::optional<Status> from_actions) {
    PriorityLine out;
    out.priority.title = title;
    out.update = said({SubjectKind::priority, title}, period("2013-14Q1"), status, narrative);
    out.actions = actions;
    out.from_actions = from_actions;
    return out;
}

GroupLines childrens_trust() {
    const Period q1 = period("2013-14Q1");
    GroupLines trust;
    trust.unit = {UnitCode("CT"), "Children’s Trust", UnitKind::group, {}, ""};
    trust.plan = Plan{PlanCode("CT-P"),
                      UnitCode("CT"),
                      "Children and young people’s plan",
                      day("2013-04-01"),
                      day("2014-03-31"),
                      "The Trust chose them from the needs assessment.",
                      ""};
    trust.update = said({SubjectKind::unit, "CT"}, q1, {},
                        "Took on alcohol misuse among people under 18.\n\n- a task group met twice");
    trust.lines = {priority_line("Fewer young people not in education, employment or training", Status::green,
                                 "Numbers are said to be reduced.", {1, 0, 0, 0, 0, 0}, Status::green),
                   priority_line("Child sexual exploitation", {}, "The team works across the district.",
                                 {2, 1, 0, 0, 0, 0}, Status::green),
                   priority_line("Alcohol misuse", Status::not_started, "", {}, {})};
    Figure neet = figure("NEET", q1, dec("6.1"), Status::red, Outlook::unknown);
    moved(neet.last_year, Direction::worsened, "2012-13Q1", "5.2", "0.9");
    trust.lines[0].figures = {neet};
    trust.tally = {1, 0, 0, 0, 1, 1};
    return trust;
}

GroupLines economic_group() {
    GroupLines group;
    group.unit = {UnitCode("ED"), "Economic Development Group", UnitKind::group, {}, ""};
    group.lines = {priority_line("Inward investment", Status::green, "20 jobs.", {1, 2, 0, 0, 0, 0}, Status::amber),
                   {}};
    group.lines[1].priority.title = "Welfare reform";
    group.tally = {1, 0, 0, 0, 0, 0};
    return group;
}

} // namespace

SmallPartnership small_chorley() {
    SmallPartnership small;
    Content& content = small.content;
    content.settings.name = "Chorley Council";
    content.settings.area = AreaCode("E07000118");
    content.units = {{UnitCode("EC"), "Executive Cabinet", UnitKind::committee, {}, ""}};
    content.measures = {measure("NEET", "Young people not in education, employment or training", "NEET", "",
                                Quantity::percent, 1, Polarity::lower)};
    small.as_at = Instant::end_of(day("2013-08-01"));
    small.partnership = {
        period("2013-14Q1"), small.as_at, {childrens_trust(), economic_group()}, 5, 4, {2, 0, 0, 0, 1, 1}, 7};
    small.findings = {{error("status-blank"),
                       {SubjectKind::priority, "CSE"},
                       "Children’s Trust, table of priorities",
                       "“Child sexual exploitation” has no status but is counted.",
                       "Ask the group for it."}};
    small.paper = committee_paper();
    small.paper.title = "Partnership performance monitoring, quarter 1 2013/14";
    small.paper.body = UnitCode("EC");
    small.paper.recommendations = {"Note the report."};
    small.paper.reasons = {"So that the partnership’s performance goes on being managed."};
    small.paper.alternatives = {"None."};
    small.paper.objectives = {"A strong local economy", "Clean, safe and healthy communities"};
    return small;
}

} // namespace qd::test
