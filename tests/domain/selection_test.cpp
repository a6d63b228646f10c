#include "domain/selection.hpp"

#include "base/error.hpp"

#include <array>

#include <gtest/gtest.h>

namespace qd {
namespace {

Unit unit(const char* code, UnitKind kind, const char* parent) {
    Unit made;
    made.code = UnitCode(code);
    made.name = std::string("The ") + code;
    made.kind = kind;
    made.parent = UnitCode(parent);
    return made;
}

// Two directorates, a service below one of them, a panel on it, and a cabinet over all.
Content directorates() {
    Content content;
    content.units = {unit("C", UnitKind::council, ""),
                     unit("PLACE", UnitKind::directorate, "C"),
                     unit("PEOPLE", UnitKind::directorate, "C"),
                     unit("ROADS", UnitKind::service, "PLACE"),
                     unit("PANEL", UnitKind::committee, "PLACE"),
                     unit("CABINET", UnitKind::committee, "C")};
    for (const auto& [code, owner, theme] : {std::array{"M1", "ROADS", "Streets"}, std::array{"M2", "PLACE", "Parks"},
                                             std::array{"M3", "PEOPLE", "Care"}}) {
        Measure measure;
        measure.code = MeasureCode(code);
        measure.owner = UnitCode(owner);
        measure.theme = theme;
        content.measures.push_back(measure);
    }
    return content;
}

std::vector<Figure> figures() {
    std::vector<Figure> made(3);
    for (int i = 0; i < 3; ++i) made[static_cast<std::size_t>(i)].measure = MeasureCode("M" + std::to_string(i + 1));
    made[0].status.status = Status::red;
    made[1].status.status = Status::green;
    made[1].status.name = "star";
    return made;
}

Selection of_theme(const char* theme, const char* unit = "") { return {theme, UnitCode(unit), {}, {}}; }
Selection of_unit(const char* unit) { return {{}, UnitCode(unit), {}, {}}; }
Selection of_body(const char* body) { return {{}, {}, UnitCode(body), {}}; }
Selection of_status(const char* status) { return {{}, {}, {}, status}; }

std::string taken(const Content& content, const Selection& selection) {
    const std::vector<Figure> all = figures();
    std::string codes;
    for (const Figure* figure : selected(content, all, selection)) codes += figure->measure.text() + " ";
    return codes;
}

TEST(Selection, TakesAUnitWithAllBelowIt) {
    EXPECT_EQ(taken(directorates(), of_unit("PLACE")), "M1 M2 ");
    EXPECT_EQ(taken(directorates(), of_unit("roads")), "M1 ");
    EXPECT_EQ(taken(directorates(), of_unit("the roads")), "M1 ");
    EXPECT_EQ(taken(directorates(), of_theme("parks")), "M2 ");
    EXPECT_EQ(taken(directorates(), of_theme("Parks", "PEOPLE")), "");
    EXPECT_EQ(taken(directorates(), {}), "M1 M2 M3 ");
}

TEST(Selection, TakesWhatACommitteeLooksAt) {
    Content content = directorates();
    EXPECT_EQ(taken(content, of_body("PANEL")), "M1 M2 ");
    EXPECT_EQ(taken(content, of_body("CABINET")), "M1 M2 M3 ");
    Meeting meeting;
    meeting.code = MeetingCode("CAB-1");
    meeting.body = UnitCode("CABINET");
    Item item;
    item.meeting = meeting.code;
    item.about = {{SubjectKind::measure, "M3"}};
    content.meetings = {meeting};
    content.items = {item};
    EXPECT_EQ(taken(content, of_body("CABINET")), "M3 "); // its agendas say what it looks at
}

TEST(Selection, TakesAStatusOfTheCouncilsOwn) {
    Content content = directorates();
    content.settings.own_statuses = {{"star", "exceptional", Status::green, {}}};
    EXPECT_EQ(taken(content, of_status("star")), "M2 ");
    EXPECT_EQ(taken(content, of_status("green")), "M2 "); // as which it counts
    EXPECT_EQ(taken(content, of_status("not rated")), "M3 ");
}

TEST(Selection, RefusesWhatIsNotKnown) {
    const auto why = [](const Selection& selection) {
        try {
            return taken(directorates(), selection);
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_EQ(why(of_unit("PLAC")), "“PLAC” is not a unit. Did you mean PLACE?");
    EXPECT_EQ(why(of_body("PLACE")), "“PLACE” is not a committee. Choose one of PANEL, CABINET.");
    EXPECT_EQ(why(of_status("gren")), "“gren” is not a status. Did you mean green?");
}

} // namespace
} // namespace qd
