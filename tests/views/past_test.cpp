#include "store/store.hpp"
#include "views/issued.hpp"
#include "views/snapshot.hpp"

#include <filesystem>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

class SettableClock : public Clock {
public:
    Instant now() const override { return now_; }
    void pass_a_day() { now_ = Instant(now_.seconds() + 86'400); }

private:
    Instant now_ = Instant::parse("2024-06-03T10:00:00Z").value();
};

// A measure computed from two others, an action, and a council that changes both and its own tolerance.
class KnownPast : public testing::Test {
protected:
    KnownPast() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-past.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        Store::init(address(), clock_);
        store_.emplace(address(), Opening::read_write, clock_);
        Content content;
        content.areas.push_back({AreaCode("E1"), "Shire", AreaKind::county, {}, {}, {}});
        content.units.push_back({UnitCode("U1"), "Council", UnitKind::council, {}, ""});
        for (const char* code : {"M1", "M2", "SUM"}) {
            Measure& measure = content.measures.emplace_back();
            measure.code = MeasureCode(code);
            measure.title = std::string("Measure ") + code;
            measure.quantity = Quantity::count;
            measure.owner = UnitCode("U1");
            measure.definitions.emplace_back();
            if (measure.code.text() == "SUM") {
                measure.formula = "M1 + M2";
                continue;
            }
            Return& handed_in = content.returns.emplace_back();
            handed_in.measure = measure.code;
            Observation cell;
            cell.period = quarter_;
            cell.value = Decimal(measure.code.text() == "M1" ? 30 : 7);
            handed_in.observations.add(cell);
        }
        Action& made = content.actions.emplace_back();
        made.code = ActionCode("A1");
        made.subject = {SubjectKind::measure, "M1"};
        made.title = "Widen the ford";
        made.state = ActionState::under_way;
        council_ = content;
        import(2);
        clock_.pass_a_day();
        council_.returns.clear();
        council_.measures[2].formula = "M1 - M2";
        council_.actions[0].state = ActionState::complete;
        council_.actions[0].completed_on = Date::parse("2024-06-04");
        import(9);
        clock_.pass_a_day();
    }
    ~KnownPast() override { std::filesystem::remove_all(folder_); }

    std::string address() const { return "sqlite:" + (folder_ / "store.db").string(); }
    void import(int tolerance) {
        const std::string settings =
            "name = \"Shire\"\narea = \"E1\"\ntolerance = \"" + std::to_string(tolerance) + "%\"\n";
        store_->import(council_, settings, "council");
    }
    std::string shown(const Snapshot& whole, const char* day) const {
        const Instant as_at = Instant::end_of(*Date::parse(day));
        const auto snapshot = whole.known_by(as_at);
        const Figure figure = snapshot->figure(MeasureCode("SUM"), {quarter_, AreaCode("E1"), as_at});
        return std::string(print(snapshot->content().actions.front().state)) + ", " +
               (figure.actual.has_value() ? print(figure.actual.value()) : "none") + ", " +
               print(snapshot->content().settings.tolerance);
    }

    const Period quarter_ = Period::quarter(2024, 1);
    std::filesystem::path folder_;
    SettableClock clock_;
    std::optional<Store> store_;
    Content council_;
};

TEST_F(KnownPast, IsShownAsItStoodWithWhatFollowsFromIt) {
    const auto whole = Snapshot::read(*store_);
    EXPECT_EQ(shown(*whole, "2024-06-03"), "under_way, 37, 2%");
    EXPECT_EQ(shown(*whole, "2024-06-04"), "complete, 23, 9%");
    EXPECT_EQ(whole->known_by(clock_.now()), whole->known_by(Instant::end_of(*Date::parse("2024-06-04"))));
}

// It may have been a draft, or hidden, at that time.
TEST_F(KnownPast, IsNothingForEveryone) {
    const auto whole = Snapshot::read(*store_, Reader::everyone);
    const auto then = whole->known_by(Instant::end_of(*Date::parse("2024-06-03")));
    EXPECT_EQ(then->content().settings.tolerance, whole->content().settings.tolerance);
    EXPECT_EQ(then->content().measures, whole->content().measures);
    for (const Action& action : then->content().actions) EXPECT_NE(action.state, ActionState::under_way);
}

// An issue depends on its generation only, whatever is done later.
TEST_F(KnownPast, ForAnIssueIsThatOfItsGeneration) {
    Issue issue;
    issue.report = "scorecard";
    issue.period = quarter_;
    issue.area = AreaCode("E1");
    issue.as_at = issue.issued_at = clock_.now();
    issue.generation = store_->generation();
    issue.audience = "council";
    const Content before = Snapshot::read(*store_)->known_by(Instant::end_of(*Date::parse("2024-06-03")))->content();
    clock_.pass_a_day();
    council_.actions[0].title = "Widen both fords";
    council_.measures[0].title = "Another";
    import(4);
    Issued issued(address(), clock_);
    const auto snapshot = issued.snapshot_of(issue);
    EXPECT_EQ(shown(*snapshot, "2024-06-03"), "under_way, 37, 2%");
    EXPECT_EQ(shown(*snapshot, "2024-06-04"), "complete, 23, 9%");
    EXPECT_TRUE(snapshot->known_by(Instant::end_of(*Date::parse("2024-06-03")))->content() == before);
}

} // namespace
} // namespace qd
