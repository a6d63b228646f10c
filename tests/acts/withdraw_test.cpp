#include "acts/withdraw.hpp"

#include "acts/init.hpp"
#include "acts/inside.hpp"
#include "base/error.hpp"
#include "views/hand_ins.hpp"
#include "views/ledger.hpp"
#include "views/soundness.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd {
namespace {

const Actor tester{"tester"};

class Withdraw : public testing::Test {
protected:
    Withdraw() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-withdraw.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        init_store(address(), clock_, tester);
        desk_.emplace(address(), clock_);
        EXPECT_TRUE(import("tests/councils/ledgershire").outcome);
    }
    ~Withdraw() override {
        desk_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string address() const { return (folder_ / "store.db").string(); }
    SourceOutcome import(const std::filesystem::path& source) {
        return import_sources(*desk_, tester, {source}, DryRun::no).front();
    }
    SourceOutcome import(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return import(folder_ / name);
    }
    tl::expected<WithdrawOutcome, Complaints> take(const std::string& table, const std::vector<std::string>& key,
                                                   DryRun dry_run = DryRun::no) {
        return withdraw(*desk_, tester, {{{table, key, "by mistake"}}, dry_run});
    }
    const Content& content() { return desk_->newest()->content(); }
    bool has_action(const std::string& code) {
        return std::ranges::find(content().actions, ActionCode(code), &Action::code) != content().actions.end();
    }

    std::filesystem::path folder_;
    const FixedClock clock_{*Instant::parse("2025-02-15")};
    std::optional<Desk> desk_;
};

TEST_F(Withdraw, WithdrawsARowAndKeepsItsHistory) {
    ASSERT_TRUE(has_action("LET-A2"));
    const auto tried = take("actions", {"LET-A2"}, DryRun::yes);
    ASSERT_TRUE(tried) << print(tried.error().front());
    EXPECT_TRUE(has_action("LET-A2"));
    const auto before = desk_->newest();
    const auto done = take("actions", {"LET-A2"});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->cells, tried->cells);
    EXPECT_NE(done->snapshot, before);
    EXPECT_EQ(done->snapshot->generation(), before->generation() + 1);
    EXPECT_FALSE(has_action("LET-A2"));
    Ledger ledger(address(), clock_);
    const RowHistory history = ledger.row({"actions", "LET-A2"});
    ASSERT_EQ(history.steps.size(), 2u);
    EXPECT_EQ(history.steps[0].act.kind, "import");
    EXPECT_EQ(history.steps[1].withdrawn, "by mistake");
    EXPECT_EQ(ledger.acts().back().kind, "withdraw");
    EXPECT_EQ(ledger.acts().back().actor.name, "tester");
    EXPECT_EQ(problems_of_store(address(), clock_), std::vector<std::string>());
    EXPECT_THROW(ledger.row({"actions", "LET-A9"}), Error);

    ASSERT_TRUE(import("tests/councils/ledgershire").outcome); // handed in again
    EXPECT_TRUE(has_action("LET-A2"));
    EXPECT_EQ(ledger.row({"actions", "LET-A2"}).steps.size(), 3u);
}

TEST_F(Withdraw, SaysWhichStatusChanges) {
    const auto done = take("targets", {"LET", "2024-25", "annual"});
    ASSERT_TRUE(done) << print(done.error().front());
    ASSERT_FALSE(done->figures.empty());
    for (const FigureChange& change : done->figures) {
        EXPECT_EQ(change.measure.text(), "LET");
        EXPECT_FALSE(change.status_before.empty());
        EXPECT_TRUE(change.status_after.empty());
    }
}

TEST_F(Withdraw, WithdrawsAFigureUntilItIsHandedInAgain) {
    const Period period = *Period::parse("2024-25Q2");
    const auto figure = [&] {
        const auto snapshot = desk_->newest();
        return snapshot->figure(MeasureCode("LET"), snapshot->view({period, {}, {}}, clock_.now()));
    };
    ASSERT_TRUE(figure().actual.has_value());
    const auto done = take("returns", {"LET", "2024-25Q2"});
    ASSERT_TRUE(done) << print(done.error().front());
    EXPECT_FALSE(figure().actual.has_value());
    const auto rows = hand_ins(*desk_->newest(), figure(), clock_.now());
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows.back().is_withdrawn);
    EXPECT_FALSE(take("returns", {"LET", "2024-25Q2"})); // it is already
    ASSERT_TRUE(import("returns.csv", "measure,period,numerator,denominator\nLET,2024-25Q2,153,202\n").outcome);
    EXPECT_TRUE(figure().actual.has_value());
}

TEST_F(Withdraw, ByTheColumnOfATable) {
    const SourceOutcome done = import("actions.csv", "code,title,withdrawn\nLET-A2,,by mistake\n");
    ASSERT_TRUE(done.outcome) << print(done.outcome.error().front());
    EXPECT_FALSE(has_action("LET-A2"));
    EXPECT_TRUE(std::ranges::any_of(done.cells, [](const CellChange& cell) { return cell.is_cleared(); }));
    EXPECT_FALSE(
        import("actions.csv", "code,title,withdrawn\nLET-A2,,by mistake\n").outcome); // it is not there any more
    EXPECT_FALSE(import("measures.csv", "code,withdrawn\nLET,by mistake\n").outcome); // others refer to it
    EXPECT_EQ(problems_of_store(address(), clock_), std::vector<std::string>());
}

TEST_F(Withdraw, IsRefusedWhereSomebodyWasQuicker) {
    const std::int64_t seen = desk_->newest()->generation();
    ASSERT_TRUE(import("actions.csv", "code,lead\nLET-A2,Chief Executive\n").outcome);
    WithdrawRequest request{{{"actions", {"LET-A2"}, "by mistake"}}, DryRun::no, seen};
    try {
        static_cast<void>(withdraw(*desk_, {"somebody else"}, request));
        FAIL() << "the row was changed since it was seen";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::conflict);
        const std::string message = error.what();
        EXPECT_NE(message.find("tester"), std::string::npos) << message;
        EXPECT_NE(message.find("Chief Executive"), std::string::npos) << message;
    }
    EXPECT_TRUE(has_action("LET-A2"));
    request.rows = {{"actions", {"LET-A1"}, "by mistake"}}; // another row
    EXPECT_TRUE(withdraw(*desk_, {"somebody else"}, request));
}

} // namespace
} // namespace qd
