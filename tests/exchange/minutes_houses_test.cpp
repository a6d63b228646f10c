#include "embedded_folder.hpp"
#include "exchange/minutes_summary.hpp"

#include <gtest/gtest.h>

#include <map>

namespace qd::test {
namespace {

Content council() {
    Content content;
    content.settings.name = "Heronshire County Council";
    const auto committee = [&](const char* code, const char* name) {
        content.units.push_back({UnitCode(code), name, UnitKind::committee, {}, {}});
    };
    committee("COM", "Performance Committee");
    committee("CAB", "Cabinet");
    committee("AUD", "Audit Committee");
    return content;
}

// Minutes of many houses below tests/exchange/minutes: NAME.txt is drafted as in NAME.draft.
TEST(MinutesHouses, AreDraftedAsAPersonReadsThem) {
    std::map<std::string, std::string> files;
    for (const File& file : files_below("tests/exchange/minutes")) files.emplace(file);
    int houses = 0;
    for (const auto& [name, text] : files) {
        if (!name.ends_with(".txt")) continue;
        ++houses;
        const auto draft = draft_minutes({text, name, UnitCode("COM"), std::nullopt}, council());
        ASSERT_TRUE(draft) << name << ": " << print(draft.error().at(0));
        EXPECT_EQ(summary(*draft), files[name.substr(0, name.size() - 4) + ".draft"]) << name;
    }
    EXPECT_GE(houses, 12);
}

// Of all names in these texts, which are birds, no draft contains one, except those of places and firms.
TEST(MinutesHouses, ContainNoNames) {
    for (const auto& [name, text] : files_below("tests/exchange/minutes", ".txt")) {
        const auto draft = draft_minutes({text, name, UnitCode("COM"), std::nullopt}, council());
        ASSERT_TRUE(draft) << name;
        std::string all;
        for (const Item& item : draft->content.items) all += item.title + "\n";
        for (const Decision& each : draft->content.decisions) all += each.text + " " + each.owner + "\n";
        for (const Attendance& row : draft->content.attendance) all += row.who + "\n";
        for (const Minutes& minutes : draft->content.minutes) all += minutes.text;
        for (const Complaint& complaint : draft->to_confirm) all += print(complaint) + "\n";
        for (const char* surname : {"Finch", "Wren", "O'Teal", "Teal", "D'Crane", "Crane", "O'Lark", "McLark",
                                    "Dunnock", "Plover", "McFinch", "Rook", "MacRook", "Dunlin", "D'ARCY", "KESTREL"})
            EXPECT_EQ(all.find(surname), std::string::npos) << surname << " in " << name << ":\n" << all;
    }
}

} // namespace
} // namespace qd::test
