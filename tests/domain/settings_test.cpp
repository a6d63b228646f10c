#include "domain/settings.hpp"

#include <functional>

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Settings, DifferInAnyPart) {
    Settings settings;
    settings.status_rules = {usual_status_rules()};
    EXPECT_EQ(settings, Settings(settings));
    const std::vector<std::function<void(Settings&)>> changes = {
        [](Settings& s) { s.name = "Chorley Council"; },
        [](Settings& s) { s.area = AreaCode("E07000118"); },
        [](Settings& s) { s.calendar = Calendar(1); },
        [](Settings& s) { s.due_days = 20; },
        [](Settings& s) { s.late_report_days = 60; },
        [](Settings& s) { s.charts.shift = 8; },
        [](Settings& s) { s.tolerance = Tolerance::parse("5%").value(); },
        [](Settings& s) { s.status_rules[0].rules.pop_back(); },
        [](Settings& s) {
            s.own_statuses = {{"star", "exceptional", Status::green, {}}};
        },
        [](Settings& s) { s.recovery.when = RaiseWhen::never; },
        [](Settings& s) { s.child_rule = ChildRule::worst; },
        [](Settings& s) { s.suppression.threshold = 10; },
        [](Settings& s) { s.suppression.rounding = 5; },
        [](Settings& s) { s.suppression.measures.emplace_back("CLA"); },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Settings other = settings;
        changes[i](other);
        EXPECT_FALSE(other == settings) << i;
    }
}

} // namespace
} // namespace qd
