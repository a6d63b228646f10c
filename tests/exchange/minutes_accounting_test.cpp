#include "exchange/made_minutes.hpp"

#include "base/text.hpp"
#include "exchange/minutes/draft.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <regex>

namespace qd::test {
namespace {

Content made_council() {
    Content content;
    content.units.push_back({UnitCode("PC"), "Performance Committee", UnitKind::committee, {}, {}});
    return content;
}

// Everything that a draft keeps of the words of its source.
std::string drafted_words(const MinutesDraft& draft) {
    std::string all;
    for (const Meeting& meeting : draft.content.meetings) all += meeting.place + "\n";
    for (const Item& item : draft.content.items) all += item.number + " " + item.title + "\n";
    for (const Decision& each : draft.content.decisions)
        all += each.mark + " " + each.text + " " + each.owner + " " + each.due_words + "\n";
    for (const Minutes& minutes : draft.content.minutes) all += minutes.text + "\n" + minutes.taken_by;
    return lower(all);
}

bool holds_word(const std::string& text, const std::string& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if (const char next = at + word.size() < text.size() ? text[at + word.size()] : ' '; next < '0' || next > '9')
            return true;
    return false;
}

// Rows that are in the list to confirm, on their own or within a range that was left out.
bool is_told(const MinutesDraft& draft, std::size_t row) {
    static const std::regex up_to("left out, up to row ([0-9]+)\\.");
    return std::ranges::any_of(draft.to_confirm, [&](const Complaint& complaint) {
        std::smatch found;
        if (complaint.row == row) return true;
        return std::regex_search(complaint.message, found, up_to) && row >= complaint.row &&
               row <= static_cast<std::size_t>(std::stoul(found[1]));
    });
}

// Each line of the source is in the draft or in what is to be confirmed; above the first item and below the signature it may
// be head, attendance or foot, which have no words of their own here.
void expect_accounted(const MadeMinutes& made, const MinutesDraft& draft, const std::string& about) {
    std::vector<std::size_t> rows;
    for (const LineAccount& line : draft.lines) rows.push_back(line.row);
    std::vector<std::size_t> every(made.lines.size() + 1); // an empty one after the last
    for (std::size_t i = 0; i < every.size(); ++i) every[i] = i + 1;
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    EXPECT_EQ(rows, every) << about;
    const std::string words = drafted_words(draft);
    for (std::size_t i = 0; i < made.lines.size(); ++i) {
        const MadeLine& line = made.lines[i];
        const auto at = std::ranges::find(draft.lines, i + 1, &LineAccount::row);
        const LinePlace place = at->place;
        if (place == LinePlace::unplaced) {
            EXPECT_TRUE(is_told(draft, i + 1)) << line.text << "\n" << about;
        }
        if (line.word.empty()) continue;
        const bool beside = place == LinePlace::letterhead || place == LinePlace::head ||
                            place == LinePlace::attendance || place == LinePlace::foot;
        EXPECT_TRUE(beside || is_told(draft, i + 1) || holds_word(words, line.word))
            << "row " << i + 1 << ", place " << static_cast<int>(place) << ": " << line.text << "\n"
            << about;
    }
}

void expect_no_names(const MadeMinutes& made, const MinutesDraft& draft, const std::string& about) {
    std::string told;
    for (const Complaint& complaint : draft.to_confirm) told += print(complaint) + "\n";
    std::string all = told;
    for (const Meeting& meeting : draft.content.meetings) all += meeting.place + "\n";
    for (const Item& item : draft.content.items) all += item.title + item.presented_by + "\n";
    for (const Attendance& row : draft.content.attendance) all += row.who + "\n";
    for (const Decision& each : draft.content.decisions) all += each.text + " " + each.owner + "\n";
    for (const Minutes& minutes : draft.content.minutes) all += minutes.text + "\n" + minutes.taken_by;
    for (const std::string& name : made.names)
        EXPECT_EQ(all.find(name), std::string::npos) << name << " in\n" << all << about;
}

constexpr int texts = 1000;

TEST(MinutesAccounting, ReadsMinutesOfManyHouses) {
    int items = 0, decisions = 0;
    for (int seed = 1; seed <= texts; ++seed) {
        MinutesMaker maker(static_cast<std::uint64_t>(seed));
        const MadeMinutes made = maker.make();
        const std::string text = made.text();
        const auto draft = draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, made_council());
        ASSERT_TRUE(draft) << print(draft.error().at(0)) << "\n" << text;
        const std::string about = "seed " + std::to_string(seed) + "\n" + text;
        EXPECT_EQ(draft->meeting, MeetingCode("PC-2023-09-12")) << about;
        EXPECT_EQ(static_cast<int>(draft->content.items.size()), made.items) << about;
        EXPECT_EQ(static_cast<int>(draft->content.decisions.size()), made.decisions) << about;
        expect_accounted(made, *draft, about);
        expect_no_names(made, *draft, about);
        items += made.items;
        decisions += made.decisions;
        if (HasFailure()) break;
    }
    std::cout << "Minutes of many houses: " << texts << " texts with " << items << " items and " << decisions
              << " decisions, each read as written.\n";
}

TEST(MinutesAccounting, LosesNoLineOfAnyText) {
    int drafted = 0;
    std::size_t lines = 0;
    for (int seed = 1; seed <= texts; ++seed) {
        MinutesMaker maker(static_cast<std::uint64_t>(seed) + 100000);
        MadeMinutes made = maker.make();
        maker.spoil(made);
        const std::string text = made.text();
        const auto draft =
            draft_minutes({text, "minutes.txt", UnitCode("PC"), Date::parse("2023-09-12")}, made_council());
        if (!draft) {
            EXPECT_FALSE(draft.error().empty());
            continue;
        }
        ++drafted;
        lines += draft->lines.size();
        expect_accounted(made, *draft, "seed " + std::to_string(seed) + "\n" + text);
        if (HasFailure()) break;
    }
    EXPECT_GT(drafted, texts * 9 / 10);
    std::cout << "Any text: of " << texts << " spoilt texts " << drafted << " were drafted, and each of their " << lines
              << " lines is accounted for.\n";
}

} // namespace
} // namespace qd::test
