#include "domain/update_on.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Instant end_of(std::string_view day) { return Instant::end_of(Date::parse(day).value()); }

Update said(std::string_view words, std::string_view known) {
    Update update;
    update.subject = {SubjectKind::measure, "M1"};
    update.period = Period::parse("2024-25Q1").value();
    update.narrative = words;
    if (!known.empty()) update.known_at = end_of(known);
    return update;
}

TEST(UpdateOn, IsTheNewestThatWasKnownWhateverTheOrderOfTheRows) {
    const std::vector<Update> updates{said("corrected", "2024-08-20"), said("first", "2024-07-20"),
                                      said("later still", "2024-10-01")};
    const Subject subject{SubjectKind::measure, "M1"};
    const Period quarter = Period::parse("2024-25Q1").value();
    const auto words_on = [&](std::string_view day) {
        const Update* found = update_on(updates, subject, quarter, end_of(day));
        return found ? found->narrative : "";
    };
    EXPECT_EQ(words_on("2024-07-01"), "");
    EXPECT_EQ(words_on("2024-07-31"), "first");
    EXPECT_EQ(words_on("2024-09-01"), "corrected");
    EXPECT_EQ(words_on("2024-12-01"), "later still");
    EXPECT_EQ(update_on(updates, {SubjectKind::measure, "M2"}, quarter, end_of("2024-12-01")), nullptr);
    EXPECT_EQ(update_on(updates, subject, Period::parse("2024-25Q2").value(), end_of("2024-12-01")), nullptr);
}

} // namespace
} // namespace qd
