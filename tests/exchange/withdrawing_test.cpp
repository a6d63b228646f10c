#include "exchange/row_keys.hpp"
#include "exchange/withdrawing.hpp"

#include "base/error.hpp"
#include "exchange/folder.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

class WithdrawingRows : public testing::Test {
protected:
    WithdrawingRows() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-withdrawing.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~WithdrawingRows() override { std::filesystem::remove_all(folder_); }

    static const SourceReading& lancashire() {
        static const SourceReading reading = read_source("examples/lancashire", Content()).value();
        return reading;
    }
    static tl::expected<Withdrawing, Complaints> ask(const std::vector<AskedWithdrawal>& asked) {
        return withdrawing(lancashire().content, *lancashire().settings_text, asked);
    }
    static std::string refused(const std::string& table, const std::vector<std::string>& words,
                               const std::string& reason = "entered twice") {
        const auto made = ask({{table, words, reason}});
        return made ? "" : print(made.error().front());
    }
    tl::expected<SourceReading, Complaints> read(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return read_source(folder_ / name, lancashire().content);
    }

    std::filesystem::path folder_;
};

TEST_F(WithdrawingRows, NamesTheRowAndItsContent) {
    const Content& content = lancashire().content;
    const Statement& statement = content.statements.front();
    const auto made = ask({{"statements", {statement.code.text()}, "  not ours "}});
    ASSERT_TRUE(made) << print(made.error().front());
    EXPECT_EQ(made->rows, (std::vector<Withdrawal>{{"statements", {statement.code.text()}, "not ours"}}));
    EXPECT_FALSE(made->cells.empty());
    for (const CellChange& cell : made->cells) EXPECT_TRUE(cell.is_cleared());
    ASSERT_TRUE(made->rest);
    EXPECT_EQ(made->rest->statements.size(), content.statements.size() - 1);
    EXPECT_EQ(made->rest->returns, content.returns);
    EXPECT_EQ(made->rest->actions.size(), content.actions.size());
}

TEST_F(WithdrawingRows, TakesAKeyWithoutItsEmptyCellsAndAPeriodWrittenOtherwise) {
    const auto& targets = lancashire().content.targets;
    const auto target = std::ranges::find_if(targets, [](const Target& each) { return each.area.empty(); });
    ASSERT_NE(target, targets.end());
    const std::string measure = target->measure.text(), period = print(target->period), role(print(target->role));
    for (const auto& words : {std::vector<std::string>{measure, period, role},
                              {measure, "", period, role},
                              {measure, "E10000017", period, role}}) {
        const auto made = ask({{"targets", words, "set in error"}});
        ASSERT_TRUE(made) << print(made.error().front());
        EXPECT_EQ(made->rows.front().key, (std::vector<std::string>{measure, "", period, role}));
    }
}

TEST_F(WithdrawingRows, ComplainsOfWhatIsNotThere) {
    EXPECT_NE(refused("action", {"A1"}).find("Did you mean actions?"), std::string::npos) << refused("action", {"A1"});
    EXPECT_NE(refused("measures", {"ASC9"}).find("There is no such row. Did you mean ASC"), std::string::npos);
    EXPECT_NE(refused("targets", {"ASC1"}).find("Name the row by its measure, area, period, role."), std::string::npos);
    const std::string code = lancashire().content.statements.front().code.text();
    EXPECT_NE(refused("statements", {code}, " ").find("Say why"), std::string::npos);
    const auto twice = ask({{"statements", {code}, "a"}, {"statements", {code}, "b"}, {"nothing", {"x"}, "c"}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().size(), 2u); // all of them at once
}

TEST_F(WithdrawingRows, RefusesARowThatOthersReferTo) {
    const std::string measure = refused("measures", {"ASC1"});
    EXPECT_NE(measure.find("is referred to by"), std::string::npos) << measure;
    EXPECT_NE(measure.find("targets ASC1"), std::string::npos) << measure;
    EXPECT_NE(measure.find("returns ASC1"), std::string::npos) << measure;
    const std::string area = refused("areas", {"E10000017"});
    EXPECT_NE(area.find("council.toml"), std::string::npos) << area;
    const Item& item = lancashire().content.items.front();
    EXPECT_NE(refused("meetings", {item.meeting.text()}).find("items " + item.code.text()), std::string::npos)
        << refused("meetings", {item.meeting.text()});
}

TEST_F(WithdrawingRows, WithdrawsAFigureByAGap) {
    const Return& handed_in = lancashire().content.returns.front();
    const Observation cell = handed_in.observations.at(0);
    const std::vector<std::string> key{handed_in.measure.text(), cell.area.text(), print(cell.period)};
    const auto made = ask({{"returns", key, "another measure's"}});
    ASSERT_TRUE(made) << print(made.error().front());
    EXPECT_TRUE(made->rows.empty());
    ASSERT_EQ(made->gaps.size(), 1u);
    const Observation gap = made->gaps.front().observations.at(0);
    EXPECT_TRUE(is_withdrawn(gap));
    EXPECT_FALSE(is_withdrawn(cell));
    EXPECT_EQ(gap.period, cell.period);
    Content after = lancashire().content;
    after.returns.push_back(made->gaps.front());
    after.returns.back().known_at = Instant::end_of(*Date::parse("2026-12-01")); // as a store gives it back
    const auto again = withdrawing(after, *lancashire().settings_text, {{"returns", key, "again"}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().front().message, "is already withdrawn.");
}

TEST_F(WithdrawingRows, ReadsTheColumnOfATable) {
    const auto reading = read("risks.csv", "code,title,withdrawn\nR1,,raised twice\nR99,A new one,\n");
    ASSERT_TRUE(reading) << print(reading.error().front());
    ASSERT_EQ(reading->withdrawals.size(), 1u);
    EXPECT_EQ(reading->withdrawals[0].words, std::vector<std::string>{"R1"});
    EXPECT_EQ(reading->withdrawals[0].reason, "raised twice");
    EXPECT_EQ(reading->withdrawals[0].row, 2u);
    ASSERT_EQ(reading->content.risks.size(), 1u);
    EXPECT_EQ(reading->content.risks[0].code.text(), "R99");

    const auto returns =
        read("returns.csv", "measure,period,value,withdrawn\nASC1,2012-13Q3,,wrong\nASC1,2012-13Q2,5,\n");
    ASSERT_TRUE(returns) << print(returns.error().front());
    EXPECT_EQ(returns->withdrawals.at(0).words, (std::vector<std::string>{"ASC1", "", "2012-13Q3"}));
    EXPECT_EQ(returns->content.returns.at(0).observations.size(), 1u);

    const auto nameless = read("targets.csv", "measure,period,withdrawn\nASC1,,wrong\n");
    ASSERT_FALSE(nameless);
    EXPECT_EQ(nameless.error().front().column, "period");
}

TEST_F(WithdrawingRows, ComplainsOfARowThatIsWithdrawnAndHandedIn) {
    const auto reading = read("risks.csv", "code,title,withdrawn\nR99,One,\nR99,,twice\n");
    ASSERT_TRUE(reading) << print(reading.error().front());
    const Complaints complaints = handed_in_as_well(reading->content, reading->withdrawals);
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_EQ(complaints[0].row, 3u);
}

TEST(PossibleKeys, SkipThoseThatMayBeEmpty) {
    using Keys = std::vector<std::vector<std::string>>;
    const AreaCode own("E1");
    EXPECT_EQ(possible_keys("actions", {"A1"}, own), (Keys{{"A1"}}));
    EXPECT_EQ(possible_keys("targets", {"M", "2012"}, own), (Keys{{"M", "", "2012-13", ""}}));
    EXPECT_EQ(possible_keys("targets", {"M", "E1", "2012-13Q3"}, own),
              (Keys{{"M", "", "2012-13Q3", ""}, {"M", "", "E1", "2012-13Q3"}}));
    EXPECT_THROW(possible_keys("targets", {"M"}, own), Error);
    EXPECT_THROW(possible_keys("target", {"M"}, own), Error);
}

TEST(KeyedTables, NameEveryTableWithItsKeys) {
    const auto tables = keyed_tables();
    EXPECT_GT(tables.size(), 40u);
    for (const KeyedTable& table : tables) EXPECT_FALSE(table.keys.empty()) << table.name;
}

} // namespace
} // namespace qd
