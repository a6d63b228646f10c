#include "acts/undo.hpp"

#include "acts/init.hpp"
#include "acts/inside.hpp"
#include "base/error.hpp"
#include "engine/scorecard.hpp"
#include "exchange/withdrawing.hpp"
#include "views/ledger.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <tuple>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

const Actor tester{"tester"};

class MovedClock : public Clock {
public:
    Instant now() const override { return now_; }
    void pass_days(int days) { now_ = Instant(now_.seconds() + std::int64_t{days} * 86'400); }

private:
    Instant now_ = *Instant::parse("2025-06-02T12:00:00Z");
};

class Undo : public testing::Test {
protected:
    Undo() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-undo.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        init_store(address(), clock_, tester);
        desk_.emplace(address(), clock_);
        write("council/council.toml",
              "name = \"Borset\"\narea = \"E1\"\ntolerance = \"5%\"\n[[status]]\n[[status.rule]]\n"
              "status = \"green\"\nwhen = \"meets target\"\n[[status.rule]]\nstatus = \"red\"\n"
              "when = \"otherwise\"\n");
        write("council/areas.csv", "code,name,kind,parent\nE1,Borset,county,\nW1,Upton,district,E1\n");
        write("council/units.csv", "code,name,kind\nU1,Housing,service\n");
        write("council/measures.csv",
              "code,title,owner,unit,roll_up,polarity\nPCT,Homes let in time,U1,percent,last,higher\n"
              "SUM,Homes let,U1,count,sum,higher\nHAND,Spent to date,U1,count,by_hand,lower\n");
        write("council/targets.csv", "measure,period,value\nPCT,2024-25,80\nSUM,2024-25,400\n");
        EXPECT_EQ(import("council"), 1);
    }
    ~Undo() override {
        desk_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string address() const { return (folder_ / "store.db").string(); }
    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    // Its receipt; 0 = nothing changed.
    std::int64_t import(const std::string& name) {
        const SourceOutcome source = import_sources(*desk_, tester, {folder_ / name}, DryRun::no).front();
        if (!source.outcome) {
            ADD_FAILURE() << print(source.outcome.error().front());
            return 0;
        }
        clock_.pass_days(1);
        return source.outcome->receipt;
    }
    std::int64_t import(const std::string& name, const std::string& text) {
        write(name, text);
        return import(name);
    }
    std::int64_t undone(std::int64_t act, const std::string& reason = "") {
        const auto made = undo(*desk_, tester, {.act = act, .reason = reason});
        if (!made) {
            ADD_FAILURE() << print(made.error().front());
            return 0;
        }
        clock_.pass_days(1);
        return made->outcome.receipt;
    }
    const Content& content() { return desk_->newest()->content(); }

    using Shown = std::tuple<Decimal, std::optional<Goal>, Verdict, std::string, Flags, std::optional<Decimal>>;
    // Each figure there is, with all that is said of it.
    std::map<std::string, Shown> figures() {
        std::map<std::string, Shown> shown;
        for (const Measure& measure : content().measures)
            for (const AreaCode& area : {AreaCode("E1"), AreaCode("W1")})
                for (const Figure& point : compute_series(content(), measure.code, area, clock_.now()).points)
                    if (point.actual.has_value())
                        shown.emplace(measure.code.text() + " " + area.text() + " " + print(point.described),
                                      Shown{point.actual.value(), point.goal, point.status, point.note, point.flags,
                                            point.published});
        return shown;
    }

    std::filesystem::path folder_;
    MovedClock clock_;
    std::optional<Desk> desk_;
};

std::string in_words(const auto& figure) {
    const auto& [value, goal, verdict, note, flags, published] = figure;
    return print(value) + ", goal " + (goal && goal->aim ? print(*goal->aim) : "none") + ", note “" + note +
           "”, flags " + std::to_string(flags) + ", published " + (published ? print(*published) : "none");
}

void expect_same(const auto& figures, const auto& others) {
    for (const auto& [name, figure] : figures)
        EXPECT_TRUE(others.contains(name) && others.at(name) == figure)
            << name << ": " << in_words(figure) << " → "
            << (others.contains(name) ? in_words(others.at(name)) : "gone");
    for (const auto& [name, figure] : others) EXPECT_TRUE(figures.contains(name)) << name;
}

TEST_F(Undo, GivesTheFiguresBackAsTheyStood) {
    std::mt19937 random(7);
    const auto below = [&](unsigned end) { return static_cast<int>(random() % end); };
    const auto one_of = [&](std::initializer_list<const char*> words) {
        return std::string(words.begin()[below(static_cast<unsigned>(words.size()))]);
    };
    const auto returns = [&] {
        std::string text = "measure,area,period,numerator,denominator,value,gap,target,flags,published,note,state\n";
        for (const char* measure : {"PCT", "SUM"})
            for (const char* area : {"", "W1"})
                for (const char* period : {"2024-25Q1", "2024-25Q2", "2024-25Q3"}) {
                    if (below(2) == 0) continue;
                    text += std::string(measure) + "," + area + "," + period + ",";
                    text += below(6) == 0                   ? ",,,not_available"
                            : measure == std::string("PCT") ? one_of({"8,10,,", "4,5,,", "7,10,,"})
                                                            : ",," + one_of({"5", "6"}) + ",";
                    text += "," + one_of({"", "", "7", "80", "none"}) + "," +
                            one_of({"", "", "provisional", "break_in_series", "none"}) + "," +
                            one_of({"", "", "80", "none"}) + "," + one_of({"", "", "as agreed", "none"}) + ",\n";
                }
        return text;
    };
    for (int run = 0; run < 40; ++run) {
        SCOPED_TRACE("run " + std::to_string(run));
        import("returns.csv", returns());
        const auto before = figures();
        const std::int64_t receipt = import("returns.csv", returns());
        if (receipt == 0) continue;
        const auto after = figures();
        const std::int64_t undoing = undone(receipt);
        expect_same(before, figures());
        undone(undoing);
        expect_same(after, figures());
        if (HasFailure()) return;
    }
    EXPECT_TRUE(store_of(*desk_).verify().empty());
}

TEST_F(Undo, IsRefusedForAFigureOfSeveralStates) {
    import("returns.csv", "measure,period,value,state\nSUM,2024-25Q1,5,certified\n");
    const std::int64_t receipt = import("returns.csv", "measure,period,value,state\nSUM,2024-25Q1,6,draft\n");
    const auto refused = undo(*desk_, tester, {.act = receipt});
    ASSERT_FALSE(refused);
    EXPECT_NE(print(refused.error().front()).find("returns SUM 2024-25Q1 was handed in in several states"),
              std::string::npos);
}

TEST_F(Undo, IsRefusedForYearsToDateThatAreHandedIn) {
    const std::int64_t receipt = import("returns.csv", "measure,period,value\nHAND,2024-25Q1,5\n");
    const auto refused = undo(*desk_, tester, {.act = receipt});
    ASSERT_FALSE(refused);
    EXPECT_NE(print(refused.error().front()).find("returns HAND: its years to date are handed in"), std::string::npos);
}

TEST_F(Undo, TakesRowsBackAndPutsFormerOnesInForceAgain) {
    import("actions.csv", "code,subject,title,lead\nA1,measure:PCT,Mend it,U1\nA2,measure:PCT,Count it,U1\n");
    const std::int64_t receipt =
        import("actions.csv", "code,subject,title,lead,withdrawn\nA1,measure:PCT,Mend all,U1,\nA3,measure:SUM,New,U1,\n"
                              "A2,,,,entered twice\n");
    undone(receipt, "another quarter's");
    ASSERT_EQ(content().actions.size(), 2u);
    EXPECT_EQ(content().actions[0].title, "Mend it");
    EXPECT_EQ(content().actions[1].title, "Count it");
    const Act act = store_of(*desk_).acts().back();
    EXPECT_EQ(act.kind, "undo");
    EXPECT_EQ(act.subject, "act:" + std::to_string(receipt));
    EXPECT_EQ(act.reason, "another quarter's");
    EXPECT_EQ(act.changes, 3);
    const RowHistory history = views::Ledger(address(), clock_).row({"actions", "A3"});
    EXPECT_EQ(history.steps.back().withdrawn, "Act " + std::to_string(receipt) + " was undone: another quarter's");
    EXPECT_TRUE(store_of(*desk_).verify().empty());
}

TEST_F(Undo, IsRefusedWhereLaterActsStandOnIt) {
    const std::int64_t first = import("actions.csv", "code,subject,title\nA1,measure:PCT,Mend it\n");
    const std::int64_t second = import("actions.csv", "code,subject,title\nA1,measure:PCT,Mend all\n");
    const auto changed = undo(*desk_, tester, {.act = first});
    ASSERT_FALSE(changed);
    EXPECT_NE(changed.error().front().message.find("actions A1 was changed by tester"), std::string::npos)
        << changed.error().front().message;
    undone(second);
    EXPECT_FALSE(undo(*desk_, tester, {.act = first})) << "what the undoing put back is of a later act";

    const std::int64_t figures = import("returns.csv", "measure,period,value\nSUM,2024-25Q1,5\n");
    import("returns.csv", "measure,period,value\nSUM,2024-25Q1,6\n");
    const auto handed_in = undo(*desk_, tester, {.act = figures});
    ASSERT_FALSE(handed_in);
    EXPECT_NE(handed_in.error().front().message.find("returns SUM 2024-25Q1 was handed in again"), std::string::npos);

    const std::int64_t unit = import("units.csv", "code,name,kind\nU2,Roads,service\n");
    import("measures.csv", "code,title,owner,unit\nNEW,Potholes,U2,count\n");
    const auto referred = undo(*desk_, tester, {.act = unit});
    ASSERT_FALSE(referred);
    EXPECT_NE(referred.error().front().message.find("measures NEW (owner)"), std::string::npos)
        << referred.error().front().message;
}

TEST_F(Undo, KeepsWhatFiguresNeed) {
    write("more/units.csv", "code,name,kind\nU2,Roads,service\nU3,Parks,service\n");
    write("more/measures.csv", "code,title,owner,unit\nNEW,Potholes,U2,count\nNONE,Benches,U3,count\n");
    write("more/returns.csv", "measure,period,value,target\nNEW,2024-25Q1,5,7\n");
    const std::int64_t receipt = import("more");
    const auto made = undo(*desk_, tester, {.act = receipt});
    ASSERT_TRUE(made) << print(made.error().front());
    EXPECT_EQ(made->stays, (std::vector<std::string>{"measures NEW", "units U2"}));
    EXPECT_EQ(find_row(content().measures, MeasureCode("NONE")), nullptr);
    EXPECT_EQ(find_row(content().units, UnitCode("U3")), nullptr);
    ASSERT_EQ(content().returns.size(), 2u);
    const Observation gap = content().returns[1].observations.at(0);
    EXPECT_TRUE(is_withdrawn(gap));
    EXPECT_EQ(gap.denied, static_cast<Denials>(Denial::target));
    EXPECT_TRUE(store_of(*desk_).verify().empty());
}

TEST_F(Undo, IsUndoneInItsTurnAndNotTwice) {
    const std::int64_t receipt = import("actions.csv", "code,subject,title\nA1,measure:PCT,Mend it\n");
    const std::int64_t undoing = undone(receipt);
    EXPECT_TRUE(content().actions.empty());
    EXPECT_THROW(undo(*desk_, tester, {.act = receipt}), Error);
    const std::int64_t again = undone(undoing);
    EXPECT_EQ(content().actions.size(), 1u);
    EXPECT_THROW(undo(*desk_, tester, {.act = undoing}), Error);
    undone(again);
    EXPECT_TRUE(content().actions.empty());
    EXPECT_THROW(undo(*desk_, tester, {.act = 99}), Error);
}

TEST_F(Undo, ADryRunChangesNothing) {
    const std::int64_t receipt = import("returns.csv", "measure,period,value\nSUM,2024-25Q1,5\n");
    const std::int64_t generation = store_of(*desk_).generation();
    const auto made = undo(*desk_, tester, {.act = receipt, .reason = "", .dry_run = DryRun::yes});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->outcome.changes(), 1u);
    ASSERT_EQ(made->figures.changes.size(), 1u);
    EXPECT_EQ(made->figures.changes[0].before, "5");
    EXPECT_EQ(store_of(*desk_).generation(), generation);
}

} // namespace
} // namespace qd
