#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Findings stated(std::string_view date, std::optional<Date> to = day("2013-03-31")) {
    Content content = council();
    content.statements = {statement("month of the high")};
    content.statements[0].date = day(date);
    content.statements[0].window_from = day("2012-04-01");
    content.statements[0].window_to = to;
    return checked(content, "2012-13Q1");
}

TEST(PeriodOutside, IsAStatedDateOutsideItsWindow) {
    const Finding found = only(stated("2012-03-31"), "period-outside");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "Month of the high: 31 March 2012 is before the time it is said to belong to, 1 April "
                             "2012 to 31 March 2013.");
    for (const char* inside : {"2012-04-01", "2013-03-31"})
        EXPECT_FALSE(has(stated(inside), "period-outside")) << inside;
    EXPECT_TRUE(has(stated("2013-04-01"), "period-outside"));
    EXPECT_EQ(only(stated("2012-03-31", {}), "period-outside").message,
              "Month of the high: 31 March 2012 is before 1 April 2012.");
}

Project project() {
    Project made;
    made.code = ProjectCode("J1");
    made.title = "Highways communication";
    made.wave = "Wave 5";
    made.window_from = day("2012-12-01");
    made.window_to = day("2013-07-31");
    made.due = day("2013-08-31");
    return made;
}

Findings of_project(const Project& made, std::string_view of = "2012-13Q3") {
    Content content = council();
    content.projects = {made};
    return with_code(checked(content, of), "date-outside");
}

TEST(DateOutside, IsAProjectDueOutsideItsWave) {
    const Finding found = only(of_project(project()), "date-outside");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.place, "Wave 5, Highways communication");
    EXPECT_EQ(found.message,
              "Due on 31 August 2013, but the wave is said to run from 1 December 2012 to 31 July 2013.");
    Project open = project();
    open.window_from.reset();
    EXPECT_EQ(only(of_project(open), "date-outside").message,
              "Due on 31 August 2013, but the wave is said to run until 31 July 2013.");
    Project inside = project();
    inside.due = day("2013-07-31");
    EXPECT_FALSE(has(of_project(inside), "date-outside"));
}

TEST(DateOutside, IsSaidInThePeriodsThatTheWaveRunsThrough) {
    EXPECT_FALSE(has(of_project(project(), "2012-13Q2"), "date-outside"));
    EXPECT_TRUE(has(of_project(project(), "2012-13Q3"), "date-outside"));
    EXPECT_TRUE(has(of_project(project(), "2013-14Q2"), "date-outside"));
    EXPECT_FALSE(has(of_project(project(), "2013-14Q3"), "date-outside"));
    Project done = project();
    done.completed = day("2013-07-01");
    EXPECT_FALSE(has(of_project(done), "date-outside"));
}

TEST(DateOutside, IsAProjectThatEndsBeforeItStarts) {
    Project made = project();
    made.due = made.window_to = day("2013-01-31");
    made.start = day("2013-02-01");
    const Finding found = only(of_project(made), "date-outside");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "Due on 31 January 2013, before it starts on 1 February 2013.");
    made.start = day("2013-01-31");
    EXPECT_FALSE(has(of_project(made), "date-outside"));
    made.completed = day("2013-01-30");
    EXPECT_EQ(only(of_project(made), "date-outside").message,
              "Completed on 30 January 2013, before it starts on 31 January 2013.");
}

} // namespace
} // namespace qd::test
