#include "store/store_fixture.hpp"

#include "base/sha256.hpp"

namespace qd {
namespace {

using test::error_of, test::expect_equal, test::RandomContent, test::small_council;

class StoodTest : public test::StoreTest {};
QUARTERDAY_ON_BOTH_DATABASES(StoodTest);

std::string settings(int version) { return "name = \"Shire " + std::to_string(version) + "\"\n"; }

Issue issue_from(std::int64_t generation, const std::string& bytes) {
    Issue issue;
    issue.report = "scorecard";
    issue.title = "Scorecard, quarter 3";
    issue.period = Period::quarter(2012, 3);
    issue.area = AreaCode("E1");
    issue.as_at = issue.issued_at = test::noon;
    issue.issued_by = "Head of performance";
    issue.generation = generation;
    issue.program_version = "1.0";
    issue.texts = {{IssueText::Kind::definition, "scorecard", "supplied", "+++\ntitle = \"x\"\n+++\n"},
                   {IssueText::Kind::parameter, "measure", "", "M1"}};
    issue.explanations = {{"claim-differs", {SubjectKind::measure, "M1"}, "line 4", "11 is not 12", "as minuted"}};
    issue.files = {{.format = "html", .sha256 = "", .size = 0, .bytes = bytes},
                   {.format = "docx", .sha256 = "", .size = 0, .bytes = std::string("PK\0\x03", 4)}};
    return issue;
}

TEST_P(StoodTest, EveryGenerationIsReadAgainAsItWas) {
    Store store = open();
    std::vector<Content> stood;
    for (int i = 0; i < 6; ++i) {
        store.import(RandomContent(static_cast<std::uint64_t>(20 + i)).make(), settings(i % 3), "import");
        stood.push_back(store.read());
        clock.pass_days(1);
    }
    ASSERT_EQ(store.generation(), 6);
    EXPECT_EQ(store.verify(), std::vector<std::string>());
    Store reader = open(Opening::read_only);
    for (int i = 0; i < 6; ++i) {
        SCOPED_TRACE("generation " + std::to_string(i + 1));
        expect_equal(reader.read_at(i + 1), stood[static_cast<std::size_t>(i)]);
        EXPECT_EQ(reader.settings_text_at(i + 1), settings(i % 3));
    }
    EXPECT_TRUE(reader.read_at(0) == Content()) << "before the first act there was nothing";
    EXPECT_EQ(error_of([&] { reader.read_at(7); }).fault(), Fault::absent);
}

// Figures apart, which never end: an undoing hands these in again (acts/former_figures.hpp).
Content rows_of(std::uint64_t seed) {
    Content content = RandomContent(seed).make();
    content.returns.clear();
    return content;
}

TEST_P(StoodTest, UndoingAnActGivesWhatStoodBefore) {
    for (std::uint64_t seed = 1; seed <= 1; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const test::TemporaryPlace place(GetParam());
        Store::init(place.address(), clock);
        Store store(place.address(), Opening::read_write, clock);
        const auto undo = [&](std::int64_t number) {
            clock.pass_days(1);
            Act act;
            act.kind = "undo";
            act.based_on = store.generation();
            Undoing undoing;
            undoing.act = number;
            undoing.reason = "undone";
            return store.undo(undoing, act);
        };
        store.import(rows_of(seed), settings(1), "first");
        const Content before = store.read();
        clock.pass_days(1);
        store.import(rows_of(seed + 100), settings(2), "second");
        const Content after = store.read();
        EXPECT_EQ(store.written_by(2).changed_since, std::vector<std::string>());
        EXPECT_FALSE(store.written_by(1).changed_since.empty());
        const ImportOutcome undone = undo(2);
        EXPECT_EQ(undone.receipt, 3);
        expect_equal(store.read(), before);
        EXPECT_EQ(store.settings_text(), settings(1));
        EXPECT_FALSE(store.written_by(2).changed_since.empty());
        undo(3);
        expect_equal(store.read(), after);
        EXPECT_EQ(store.settings_text(), settings(2));
        expect_equal(store.read_at(3), before);
        EXPECT_EQ(store.verify(), std::vector<std::string>());
        EXPECT_EQ(store.acts().back().brought.empty(), false);
    }
}

TEST_P(StoodTest, AnImportThatChangesNothingKeepsNothing) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    store.import(small_council(), settings(1), "again");
    EXPECT_EQ(store.acts().size(), 1u);
    store.import(Content(), settings(2), "other settings");
    store.import(Content(), settings(1), "the old settings");
    EXPECT_EQ(store.history("settings", {"council.toml"}).size(), 3u);
    EXPECT_EQ(store.history("measures", {"M1"}).size(), 2u) << "one version of it and of its definition";
    EXPECT_EQ(store.settings_text_at(2), settings(2));
    EXPECT_EQ(store.settings_text_at(3), settings(1));
}

TEST_P(StoodTest, AnIssueIsKeptToTheByte) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    const std::string bytes = std::string(10'000, 'a') + std::string("\0é", 3);
    EXPECT_EQ(store.add_issue(issue_from(1, bytes)), 1);
    EXPECT_EQ(store.generation(), 2);
    EXPECT_EQ(error_of([&] { store.add_issue(issue_from(1, bytes)); }).fault(), Fault::conflict)
        << "the store has changed since";
    EXPECT_EQ(store.add_issue(issue_from(2, "other")), 2);
    const std::vector<Issue> issues = store.issues();
    ASSERT_EQ(issues.size(), 2u);
    Issue expected = issue_from(1, "");
    expected.number = 1;
    expected.files = {{.format = "docx", .sha256 = sha256(std::string("PK\0\x03", 4)), .size = 4, .bytes = ""},
                      {.format = "html", .sha256 = sha256(bytes), .size = 10'003, .bytes = ""}};
    EXPECT_TRUE(issues[0] == expected);
    EXPECT_EQ(store.issue_file(1, "html").bytes, bytes);
    EXPECT_EQ(error_of([&] { store.issue_file(1, "pdf"); }).fault(), Fault::absent);
    EXPECT_EQ(store.verify(), std::vector<std::string>());
}

TEST_P(StoodTest, ABackupContainsEarlierStates) {
    Store store = open();
    store.import(RandomContent(5).make(), settings(1), "first");
    const Content first = store.read();
    store.add_issue(issue_from(1, "bytes"));
    store.import(RandomContent(6).make(), settings(2), "second");
    const auto file = folder() / "stood.backup";
    store.backup(file);
    const test::TemporaryPlace place(GetParam());
    Store::restore(file, place.address(), clock);
    Store copy(place.address(), Opening::read_only, clock);
    expect_equal(copy.read_at(1), first);
    EXPECT_EQ(copy.issue_file(1, "html").bytes, "bytes");
    EXPECT_EQ(copy.verify(), std::vector<std::string>());
}

TEST_P(StoodTest, WhatWasKeptAndChangedSinceIsNotReturned) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    store.add_issue(issue_from(1, "bytes"));
    store.import(Content(), settings(2), "second");
    run("UPDATE past_settings SET text = text || 'x'");
    EXPECT_EQ(error_of([&] { store.read_at(1); }).fault(), Fault::outage);
    EXPECT_EQ(error_of([&] { store.history("settings", {"council.toml"}); }).fault(), Fault::outage);
    run("UPDATE issue_files SET body = (SELECT body FROM issue_files WHERE format = 'docx')");
    EXPECT_EQ(error_of([&] { store.issue_file(1, "html"); }).fault(), Fault::outage);
    const auto problems = store.verify();
    const auto names = [&](const std::string& start) {
        return std::ranges::any_of(problems, [&](const std::string& problem) { return problem.starts_with(start); });
    };
    EXPECT_TRUE(names("past_settings: row council.toml was changed"));
    EXPECT_TRUE(names("issue_files: the html file of issue 1 was changed"));
}

} // namespace
} // namespace qd
