#include "domain/words.hpp"

#include "domain/area.hpp"
#include "domain/cell.hpp"
#include "domain/finding.hpp"
#include "domain/measure.hpp"
#include "domain/plan.hpp"
#include "domain/return.hpp"
#include "domain/settings.hpp"
#include "domain/statement.hpp"
#include "domain/status.hpp"
#include "domain/target.hpp"
#include "domain/unit.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using Words = std::vector<std::string>;

// The words are in files and interfaces, so each list is written out here once more; each word comes back as its
// own enumerator, however people write it.
template <class Enum, class Parse> void expect_words(const Words& words, Parse parse) {
    EXPECT_EQ(all_words<Enum>(), words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto value = static_cast<Enum>(static_cast<int>(i));
        EXPECT_EQ(parse(words[i]), value) << words[i];
        EXPECT_EQ(parse(" " + spoken(words[i]) + " "), value) << words[i];
        EXPECT_EQ(parse(replace_all(words[i], "_", "-")), value) << words[i];
        std::string upper = words[i];
        for (char& c : upper) c = c == '_' ? '_' : static_cast<char>(c - 'a' + 'A');
        EXPECT_EQ(parse(upper), value) << upper;
    }
    for (const char* text : {"", "_", "quite_unknown"}) EXPECT_FALSE(parse(text)) << text;
}

TEST(Words, OfAreasAndUnits) {
    expect_words<AreaKind>({"nation", "region", "county", "unitary", "district", "ward", "local"}, parse_area_kind);
    expect_words<UnitKind>({"council", "directorate", "service", "partnership", "group", "partner", "committee"},
                           parse_unit_kind);
}

TEST(Words, OfMeasures) {
    expect_words<Polarity>({"higher", "lower", "range", "middle", "none"}, parse_polarity);
    expect_words<Quantity>({"percent", "count", "rate", "days", "money", "score", "number"}, parse_quantity);
    expect_words<RollUp>({"last", "sum", "mean", "ratio", "rolling", "by_hand"}, parse_roll_up);
    expect_words<AreaRollUp>({"parts", "by_hand"}, parse_area_roll_up);
    expect_words<MissingParts>({"withhold", "leave_out"}, parse_missing_parts);
    expect_words<TargetRollUp>({"none", "denominators"}, parse_target_roll_up);
    EXPECT_EQ(label(Polarity::higher), "bigger is better");
    EXPECT_EQ(label(Polarity::lower), "smaller is better");
}

TEST(Words, OfTargets) {
    expect_words<TargetKind>({"value", "floor", "ceiling", "range", "change", "change_percent", "better_than_last_year",
                              "peer_quartile", "words", "none_yet"},
                             parse_target_kind);
    expect_words<TargetRole>({"annual", "profile", "stretch", "minimum", "intervention"}, parse_target_role);
    expect_words<TargetState>({"in_force", "suspended", "withdrawn"}, parse_target_state);
}

TEST(Words, OfReturns) {
    expect_words<GapReason>(
        {"not_due", "overdue", "not_applicable", "not_available", "nothing_to_divide_by", "suppressed"},
        parse_gap_reason);
    expect_words<ReturnState>({"draft", "submitted", "returned", "approved", "certified"}, parse_return_state);
    EXPECT_EQ(label(GapReason::nothing_to_divide_by), "nothing to divide by");
    EXPECT_TRUE(counts(ReturnState::certified));
    EXPECT_FALSE(counts(ReturnState::submitted));
}

TEST(Words, OfJudgements) {
    expect_words<Status>({"green", "amber", "red", "complete", "not_started", "not_rated"}, parse_status);
    expect_words<Outlook>({"unknown", "to_meet", "to_miss", "met", "missed"}, parse_outlook);
    EXPECT_EQ(all_words<Direction>(), (Words{"improved", "same", "worsened", "not_comparable", "risen", "fallen"}));
    EXPECT_EQ(all_words<Severity>(), (Words{"error", "warning", "note"}));
    expect_words<ChildRule>({"none", "most_common", "worst"}, parse_child_rule);
    EXPECT_EQ(label(Status::not_started), "not started");
    EXPECT_EQ(label(Direction::not_comparable), "not comparable");
    EXPECT_EQ(label(Outlook::to_meet), "forecast to meet");
    EXPECT_EQ(label(Outlook::to_miss), "forecast to miss");
    for (const std::string& word : all_words<Outlook>())
        EXPECT_FALSE(label(parse_outlook(word).value()).empty()) << word;
}

TEST(Words, OfPlans) {
    expect_words<SubjectKind>({"measure", "priority", "plan", "recovery_plan", "action", "project", "unit", "council",
                               "meeting", "item", "decision", "programme", "phase", "contract_review", "deliverable",
                               "form", "risk", "escalation"},
                              parse_subject_kind);
    expect_words<ActionState>({"not_started", "under_way", "complete", "cancelled", "no_update", "not_complete"},
                              parse_action_state);
    expect_words<RecoveryPlanState>({"open", "back_on_track", "closed"}, parse_recovery_plan_state);
    expect_words<Binding>({"none", "measures", "outlook_meet", "outlook_miss", "priorities", "priorities_green",
                           "priorities_amber", "priorities_red", "priorities_not_started", "actions", "projects",
                           "value", "change_previous", "change_last_year", "change_percent_last_year", "forecast",
                           "years"},
                          parse_binding);
    EXPECT_EQ(label(ActionState::under_way), "under way");
}

} // namespace
} // namespace qd
