#include "exchange/starting/starting.hpp"

#include "exchange/intake.hpp"
#include "exchange/starting/councils.hpp"
#include "exchange/temporary_folder.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

namespace qd::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> codes_named(std::string_view name) {
    std::vector<std::string> codes;
    for (const KnownCouncil* council : councils_named(name).councils) codes.push_back(council->code);
    return codes;
}

TEST(KnownCouncils, AreThoseOfEnglandWalesAndScotland) {
    std::map<std::string, std::size_t> kinds;
    std::set<std::string> codes, names;
    for (const KnownCouncil& council : known_councils()) {
        ++kinds[council.code.substr(0, 3)];
        codes.insert(council.code);
        names.insert(council.name);
        EXPECT_EQ(council.code.size(), 9U) << council.code;
        EXPECT_TRUE(is_code(council.code));
    }
    // 317 in England (21 counties, 164 districts, 63 unitary and 36 metropolitan districts, 33 in London), 22 in Wales, 32 in
    // Scotland.
    EXPECT_EQ(kinds["E10"], 21U);
    EXPECT_EQ(kinds["E07"], 164U);
    EXPECT_EQ(kinds["E06"], 63U);
    EXPECT_EQ(kinds["E08"], 36U);
    EXPECT_EQ(kinds["E09"], 33U);
    EXPECT_EQ(kinds["W06"], 22U);
    EXPECT_EQ(kinds["S12"], 32U);
    EXPECT_EQ(codes.size(), known_councils().size());
    EXPECT_EQ(names.size(), known_councils().size());
}

TEST(KnownCouncils, AreFoundByTheNamesThatCouncilsHave) {
    EXPECT_THAT(codes_named("Lancashire County Council"), ElementsAre("E10000017"));
    EXPECT_THAT(codes_named("Lancaster City Council"), ElementsAre("E07000121"));
    EXPECT_THAT(codes_named("Durham County Council"), ElementsAre("E06000047"));
    EXPECT_THAT(codes_named("London Borough of Tower Hamlets"), ElementsAre("E09000030"));
    EXPECT_THAT(codes_named("City of London"), ElementsAre("E09000001"));
    EXPECT_THAT(codes_named("King’s Lynn & West Norfolk Borough Council"), ElementsAre("E07000146"));
    EXPECT_THAT(codes_named("St. Helens Council"), ElementsAre("E08000013"));
    EXPECT_THAT(codes_named("City of Edinburgh Council"), ElementsAre("S12000036"));
    EXPECT_THAT(codes_named("Cyngor Gwynedd"), ElementsAre("W06000002"));
    EXPECT_THAT(codes_named("Hull City Council"), ElementsAre("E06000010"));
    EXPECT_THAT(codes_named("Sheffield City Council"), ElementsAre("E08000039"));
    EXPECT_THAT(codes_named("Somerset Council"), ElementsAre("E06000066"));
}

TEST(KnownCouncils, EachIsFoundByItsOwnName) {
    for (const KnownCouncil& council : known_councils()) {
        const CouncilsNamed found = councils_named(council.name + " Council");
        EXPECT_TRUE(found.is_name) << council.name;
        EXPECT_TRUE(std::ranges::any_of(found.councils, [&](const auto* each) { return each->code == council.code; }))
            << council.name;
        EXPECT_THAT(found.councils, SizeIs(1)) << council.name;
    }
}

TEST(KnownCouncils, ThatBeginWithANameAreNotOfThatName) {
    const CouncilsNamed found = councils_named("Newcastle City Council");
    EXPECT_FALSE(found.is_name);
    EXPECT_THAT(codes_named("Newcastle City Council"), ElementsAre("E07000195", "E08000021"));
    EXPECT_TRUE(codes_named("Wenlow Borough Council").empty());
    EXPECT_TRUE(codes_named("Council").empty());
    EXPECT_TRUE(codes_named("").empty());
}

TEST(StartingFiles, CanBeImportedWhateverTheAnswersAre) {
    const std::vector<std::vector<std::string>> words{{}, {"on track", "at risk", "off track"}, {"G", "A", "R"}};
    for (const std::string name : {"Wenlow Borough Council", "\"Old\" \\ Council", "Sir Fôn, Cyngor", "a\nb"})
        for (const std::vector<std::string>& statuses : words)
            for (const std::string tolerance : {"5%", "2 points", "none"}) {
                NewCouncil council;
                council.name = name;
                council.code = AreaCode("OWN");
                council.statuses = statuses;
                council.tolerance = tolerance;
                council.year_starts = 1;
                council.areas.push_back({AreaCode("N"), "North, \"old\"", AreaKind::ward, {}, {}, {}});
                EXPECT_EQ(printed(complaints_of(starting_files(council, "folder"))), std::vector<std::string>())
                    << name << tolerance;
            }
}

TEST(StartingFiles, SayWhatWasAnswered) {
    NewCouncil council;
    council.name = "Wenlow Borough Council";
    council.code = AreaCode("OWN");
    council.statuses = {"on track", "at risk", "off track"};
    council.tolerance = "2 points";
    council.recovery_plans = false;
    council.year_starts = 9;
    Files files;
    for (const SourceFile& file : starting_files(council, "wenlow")) files.emplace_back(file.path, file.bytes);
    const Content content = content_of(files);
    EXPECT_EQ(content.settings.name, "Wenlow Borough Council");
    EXPECT_EQ(content.settings.area, AreaCode("OWN"));
    EXPECT_EQ(content.settings.calendar.start_month(), 9);
    EXPECT_EQ(print(content.settings.tolerance), "2 points");
    EXPECT_EQ(content.settings.recovery.when, RaiseWhen::never);
    EXPECT_EQ(content.settings.status_rules.front().rules.front().name, "on track");
    EXPECT_EQ(content.settings.status_rules.front().rules.back().status, Status::red);
}

TEST(StartingFiles, ACodeThatIsNoneIsFoundBeforeAnythingIsWritten) {
    NewCouncil council;
    council.name = "Wenlow";
    council.code = AreaCode("not a code");
    EXPECT_FALSE(complaints_of(starting_files(council, "folder")).empty());
}

TEST(Sample, CanBeImportedAndIsWhatItsReadMeSays) {
    EXPECT_EQ(printed(complaints_of(sample_files())), std::vector<std::string>());
    Files files;
    for (const SourceFile& file : sample_files()) files.emplace_back(file.path, file.bytes);
    const Content content = content_of(files);
    EXPECT_EQ(content.measures.size(), 12U);
    EXPECT_EQ(content.recovery_plans.size(), 1U);
    EXPECT_EQ(content.papers.size(), 1U);
    EXPECT_EQ(content.minutes.size(), 1U);
    std::set<Period> periods;
    std::size_t suppressed = 0;
    for (const Return& each : content.returns)
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            periods.insert(each.observations.period(row));
            if (each.observations.at(row).gap == GapReason::suppressed) ++suppressed;
        }
    EXPECT_EQ(periods.size(), 8U);
    EXPECT_EQ(suppressed, 1U);
}

} // namespace
} // namespace qd::testing
