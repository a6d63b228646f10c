#include "acts/import.hpp"
#include "acts/inside.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

const Actor tester{"tester"};

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

TEST(Import, TablesAloneAreReadAsTheStoresCouncilWritesThem) {
    std::string name = (std::filesystem::temp_directory_path() / "quarterday-import.XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    write(folder / "council" / "council.toml", "name = \"Borset\"\narea = \"E1\"\nyear_starts = 1\n");
    write(folder / "council" / "areas.csv", "code,name,kind\nE1,Borset,county\n");
    write(folder / "council" / "measures.csv", "code,title\nM,One\n");
    write(folder / "returns.csv", "measure,area,period,value\nM,E1,2012Q3,5\n");
    const FixedClock clock(*Instant::parse("2013-02-15"));
    const std::string address = "sqlite:" + (folder / "store.db").string();
    Store::init(address, clock);
    {
        Desk desk(address, clock);
        Store& store = store_of(desk);
        const auto outcomes = import_sources(desk, tester, {folder / "council", folder / "returns.csv"}, DryRun::no);
        for (const SourceOutcome& source : outcomes)
            ASSERT_TRUE(source.outcome) << print(source.outcome.error().front());
        const Content content = store.read();
        ASSERT_EQ(content.returns.size(), 1u);
        EXPECT_TRUE(content.returns[0].observations.at(0).area.empty()); // the council's own
    }
    std::filesystem::remove_all(folder);
}

TEST(Import, AnotherCouncilIsRefusedCompletely) {
    std::string name = (std::filesystem::temp_directory_path() / "quarterday-import.XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    for (const std::string council : {"E1", "E2"}) {
        write(folder / council / "council.toml", "name = \"Borset\"\narea = \"" + council + "\"\n");
        write(folder / council / "areas.csv", "code,name,kind\n" + council + ",Borset,county\n");
    }
    const FixedClock clock(*Instant::parse("2013-02-15"));
    const std::string address = "sqlite:" + (folder / "store.db").string();
    Store::init(address, clock);
    {
        Desk desk(address, clock);
        Store& store = store_of(desk);
        const auto outcomes = import_sources(desk, tester, {folder / "E1", folder / "E2"}, DryRun::no);
        ASSERT_TRUE(outcomes[0].outcome);
        ASSERT_FALSE(outcomes[1].outcome);
        EXPECT_EQ(outcomes[1].outcome.error().front().column, "area");
        EXPECT_EQ(store.read().areas.size(), 1u);
    }
    std::filesystem::remove_all(folder);
}

TEST(Import, LeavesBadRowsOfReturnsOutWhereAskedTo) {
    std::string name = (std::filesystem::temp_directory_path() / "quarterday-import.XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    write(folder / "good" / "council.toml", "name = \"Borset\"\narea = \"E1\"\nyear_starts = 1\n");
    write(folder / "good" / "areas.csv", "code,name,kind\nE1,Borset,county\n");
    write(folder / "good" / "measures.csv", "code,title\nM,One\n");
    write(folder / "good" / "returns.csv", "measure,area,period,value,target\nM,E1,2012Q3,5,6\nM,E9,2012Q3,5,6\n"
                                           "M,E1,2012Q4,x,6\nM,E1,2012Q3,7,6\nM,E1,2012Q2,4,\n");
    write(folder / "bad" / "targets.csv", "measure,period,value\nM,2012,x\n");
    const FixedClock clock(*Instant::parse("2013-02-15"));
    const std::string address = "sqlite:" + (folder / "store.db").string();
    Store::init(address, clock);
    {
        Desk desk(address, clock);
        Store& store = store_of(desk);
        EXPECT_FALSE(import_sources(desk, tester, {folder / "good"}, DryRun::no)[0].outcome);
        EXPECT_EQ(store.generation(), 0);
        const SourceOutcome good = import_sources(desk, tester, {folder / "good"}, DryRun::no, BadRows::leave_out)[0];
        ASSERT_TRUE(good.outcome);
        EXPECT_EQ(good.rows_left_out, 3u);
        EXPECT_EQ(good.left_out.size(), 3u);
        const Content content = store.read();
        ASSERT_EQ(content.returns.size(), 1u);
        ASSERT_EQ(content.returns[0].observations.size(), 2u);
        EXPECT_EQ(content.returns[0].observations.at(0).target, Decimal(6));
        EXPECT_EQ(content.returns[0].observations.at(1).value, Decimal(4));
        EXPECT_TRUE(store.verify().empty());
        EXPECT_FALSE(import_sources(desk, tester, {folder / "bad"}, DryRun::no, BadRows::leave_out)[0].outcome)
            << "only rows of returns are left out";
    }
    std::filesystem::remove_all(folder);
}

TEST(Import, AChangedToleranceAppliesFromItsDay) {
    std::string name = (std::filesystem::temp_directory_path() / "quarterday-import.XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    const auto settings = [](const char* tolerance) {
        return std::string("name = \"Borset\"\narea = \"E1\"\ntolerance = \"") + tolerance + "\"\n";
    };
    write(folder / "one" / "council.toml", settings("none"));
    write(folder / "one" / "areas.csv", "code,name,kind\nE1,Borset,county\n");
    write(folder / "one" / "measures.csv", "code,title,tolerance\nM,One,10%\nN,Two,\n");
    write(folder / "two" / "council.toml", settings("2 points"));
    write(folder / "two" / "measures.csv", "code,title,tolerance\nM,One,5%\nN,Two,\n");
    const std::string address = "sqlite:" + (folder / "store.db").string();
    const FixedClock then(*Instant::parse("2013-02-15")), later(*Instant::parse("2013-06-01"));
    Store::init(address, then);
    {
        Desk desk(address, then);
        Store& store = store_of(desk);
        ASSERT_TRUE(import_sources(desk, tester, {folder / "one"}, DryRun::no)[0].outcome);
        EXPECT_TRUE(store.read().tolerances.empty()); // nothing was before it
    }
    Desk desk(address, later);
    Store& store = store_of(desk);
    const SourceOutcome outcome = import_sources(desk, tester, {folder / "two"}, DryRun::no)[0];
    ASSERT_TRUE(outcome.outcome);
    ASSERT_EQ(outcome.notes.size(), 2u);
    EXPECT_EQ(outcome.notes[1], "M: the tolerance is 5% for periods that end on or after 1 June 2013; earlier ones "
                                "keep 10%. To apply it from another day, give that day in tolerances.csv.");
    const Content content = store.read();
    ASSERT_EQ(content.tolerances.size(), 4u);
    const Measure& measure = content.measures[0];
    const Date now = *Date::parse("2013-06-01");
    EXPECT_EQ(print(tolerance_in_force(content, measure, *Date::parse("2013-05-31"), now)), "10%");
    EXPECT_EQ(print(tolerance_in_force(content, measure, *Date::parse("2013-06-30"), now)), "5%");
    EXPECT_EQ(print(tolerance_in_force(content, content.measures[1], *Date::parse("2013-05-31"), now)), "none");
    EXPECT_EQ(print(tolerance_in_force(content, content.measures[1], *Date::parse("2013-06-30"), now)), "2 points");
    EXPECT_EQ(import_sources(desk, tester, {folder / "two"}, DryRun::no)[0].outcome->changes(), 0u); // said already
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace qd
