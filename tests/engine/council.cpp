#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd::test {

Period period(std::string_view text) { return Period::parse(text).value(); }
Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Date day(std::string_view text) { return Date::parse(text).value(); }
Instant moment(std::string_view text) { return Instant::parse(text).value(); }

Content council() {
    Content content;
    content.settings.name = "Example County Council";
    content.settings.area = county;
    content.settings.tolerance = Tolerance::parse("5%").value();
    content.settings.status_rules = {usual_status_rules()};
    content.areas = {{county, "Example County", AreaKind::county, {}, {}, {}}};
    return content;
}

Measure measure(std::string_view code) {
    Measure made;
    made.code = MeasureCode(std::string(code));
    made.title = "Measure " + std::string(code);
    made.definitions = {Definition{}};
    return made;
}

Observation value(std::string_view of, std::string_view figure) {
    Observation observation;
    observation.area = county;
    observation.period = period(of);
    observation.value = number(figure);
    return observation;
}

Observation parts(std::string_view of, std::string_view numerator, std::string_view denominator) {
    Observation observation;
    observation.area = county;
    observation.period = period(of);
    observation.numerator = number(numerator);
    observation.denominator = number(denominator);
    return observation;
}

Observation gap(std::string_view of, GapReason reason) {
    Observation observation;
    observation.area = county;
    observation.period = period(of);
    observation.gap = reason;
    return observation;
}

void hand_in(Content& content, std::string_view measure, std::initializer_list<Observation> observations,
             std::string_view known_at) {
    Return handed_in;
    handed_in.measure = MeasureCode(std::string(measure));
    if (!known_at.empty()) handed_in.known_at = moment(known_at);
    for (const Observation& observation : observations) handed_in.observations.add(observation);
    content.returns.push_back(std::move(handed_in));
}

void set_target(Content& content, std::string_view measure, std::string_view of, std::string_view value,
                TargetRole role) {
    Target target;
    target.measure = MeasureCode(std::string(measure));
    target.period = period(of);
    target.role = role;
    target.value = number(value);
    content.targets.push_back(target);
}

Figure figure_at(const Content& content, std::string_view of, std::string_view as_at) {
    const Scorecard scorecard = compute_scorecard(content, period(of), county, moment(as_at));
    EXPECT_EQ(scorecard.figures.size(), 1u);
    return scorecard.figures.at(0);
}

Status status_of(const Measure& of, std::string_view actual, std::string_view target) {
    Content content = council();
    content.measures = {of};
    hand_in(content, of.code.text(), {value("2012-13Q1", actual)});
    set_target(content, of.code.text(), "2012-13Q1", target, TargetRole::profile);
    return figure_at(content, "2012-13Q1").computed.status;
}

} // namespace qd::test
