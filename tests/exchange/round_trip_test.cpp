#include "exchange/sample.hpp"

namespace qd::testing {
namespace {

TEST(RoundTrip, EveryNounComesBackAsItWas) {
    const Files files = sample();
    const auto reading = read_files(files);
    ASSERT_TRUE(reading) << print(reading.error().front());
    const auto written = to_files(reading->content, *reading->settings_text);
    ASSERT_EQ(written.size(), files.size());
    for (const auto& [path, text] : files) EXPECT_EQ(file_in(written, path), text) << path;
}

TEST(RoundTrip, TheExamplesExportAndImportToTheSameBytes) {
    for (const auto& entry : std::filesystem::directory_iterator("examples")) {
        const auto reading = read_source(entry.path(), Content());
        ASSERT_TRUE(reading) << print(reading.error().front());
        const auto first = to_files(reading->content, *reading->settings_text);
        TemporaryFolder folder;
        write_folder(first, folder.path() / "out");
        const auto again = read_source(folder.path() / "out", Content());
        ASSERT_TRUE(again) << print(again.error().front());
        EXPECT_EQ(again->content, in_canonical_order(reading->content));
        const auto second = to_files(again->content, *again->settings_text);
        ASSERT_EQ(first.size(), second.size());
        for (const SourceFile& file : first) EXPECT_EQ(file_in(second, file.path), file.bytes) << file.path;
    }
}

// A mistake that is put right within the second, or with the moment left as it was: the ledger has both, and so has the file.
TEST(RoundTrip, VersionsOfOneMomentComeBackInTheirOrder) {
    Files files = sample();
    const auto reading = read_files(files);
    ASSERT_TRUE(reading) << print(reading.error().front());
    Content content = reading->content;
    ASSERT_FALSE(content.updates.empty() || content.forecasts.empty() || content.targets.empty());
    content.updates[0].known_at = content.forecasts[0].known_at = Instant(1'360'000'000);
    content.targets[0].set_on = Date::parse("2012-04-01");
    content.updates.insert(content.updates.begin() + 1, content.updates[0])->narrative = "as put right";
    content.forecasts.insert(content.forecasts.begin() + 1, content.forecasts[0])->reason = "as put right";
    content.targets.insert(content.targets.begin() + 1, content.targets[0])->reason = "as put right";
    TemporaryFolder folder;
    write_folder(to_files(content, *reading->settings_text), folder.path() / "out");
    const auto again = read_source(folder.path() / "out", Content());
    ASSERT_TRUE(again) << print(again.error().front());
    EXPECT_EQ(again->content, in_canonical_order(content));
}

TEST(RoundTrip, AFolderThatIsNotEmptyIsNotWrittenInto) {
    TemporaryFolder folder;
    folder.with("mine.txt", "x");
    EXPECT_THROW(write_folder({{"areas.csv", "code\n"}}, folder.path()), Error);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "areas.csv"));
}

} // namespace
} // namespace qd::testing
