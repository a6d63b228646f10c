#include "exchange/any_content.hpp"
#include "exchange/sample.hpp"
#include "exchange/workbook/write_workbook.hpp"

namespace qd::testing {
namespace {

const std::string settings = "name = \"Borset\"\narea = \"E1\"\n";

void expect_same(const Content& content, const std::filesystem::path& path, const std::vector<SourceFile>& files) {
    const auto reading = read_source(path, Content());
    ASSERT_TRUE(reading) << ::testing::PrintToString(printed(reading.error()));
    const auto again = to_files(reading->content, *reading->settings_text);
    ASSERT_EQ(again.size(), files.size());
    for (const SourceFile& file : files) ASSERT_EQ(file_in(again, file.path), file.bytes) << file.path;
    EXPECT_EQ(in_canonical_order(reading->content), content);
}

TEST(AnyContent, ComesBackFromAFolderAsItWas) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        const Content content = RandomContent(seed).make();
        const auto files = to_files(content, settings);
        TemporaryFolder folder;
        for (const SourceFile& file : files) folder.with(file.path, file.bytes);
        expect_same(content, folder.path(), files);
        if (HasFatalFailure()) return;
    }
}

TEST(AnyContent, ComesBackFromAWorkbookAsItWas) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        const Content content = RandomContent(seed).make();
        const auto files = to_files(content, settings);
        TemporaryFolder folder;
        write_workbook(files, folder.path() / "all.xlsx",
                       seed % 2 == 0 ? WorkbookFor::publishing : WorkbookFor::working);
        expect_same(content, folder.path() / "all.xlsx", files);
        if (HasFatalFailure()) return;
    }
}

} // namespace
} // namespace qd::testing
