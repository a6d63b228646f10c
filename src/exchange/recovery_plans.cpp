#include "exchange/front_matter.hpp"
#include "exchange/happened.hpp"
#include "exchange/narratives.hpp"

namespace qd::inline exchange {

void read_recovery_plan(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    auto cut = cut_front_matter(file, place, intake.complaints);
    if (!cut) return intake.recovery_plans.leave_open();
    RecoveryPlan plan;
    plan.code = RecoveryPlanCode(cut->code);
    plan.causes = std::move(cut->body);
    TomlTable front(cut->front, place, intake);
    plan.measure = front.need<MeasureCode>("measure");
    plan.raised_in = front.need<Period>("raised_in");
    plan.raised_on = front.take<Date>("raised_on");
    plan.description = front.take_or<std::string>("description", "");
    plan.state = front.take_or<RecoveryPlanState>("state", plan.state);
    plan.closed_on = front.take<Date>("closed_on");
    plan.text_published = front.take_or<bool>("text_published", plan.text_published);
    plan.evidence = front.take_or<std::string>("evidence", "");
    for (TomlTable& shown : front.take_tables("presented")) {
        plan.presented.push_back(
            {shown.need<UnitCode>("body"), shown.need<Date>("date"), shown.take_or<std::string>("what", "")});
        if (const auto problem = problem_of_future("date", plan.presented.back().date, intake))
            shown.complain("date", *problem);
        shown.finish();
    }
    front.finish();
    const auto not_to_come = [&](std::string_view key, const auto& value) {
        if (const auto problem = problem_of_future(key, value, intake)) front.complain(key, *problem);
    };
    not_to_come("raised_in", plan.raised_in);
    not_to_come("raised_on", plan.raised_on);
    not_to_come("closed_on", plan.closed_on);
    if (plan.raised_on && plan.closed_on && *plan.closed_on < *plan.raised_on)
        front.complain("closed_on", {"is before raised_on.", "Put the later day here."});
    intake.recovery_plans.add(plan.code.text());
    into.recovery_plans.push_back(std::move(plan));
}

SourceFile write_recovery_plan(const RecoveryPlan& plan, YearStyle years) {
    const auto date = [](const std::optional<Date>& day) { return day ? print(*day) : std::string(); };
    std::string front = toml_line("measure", plan.measure.text()) +
                        toml_line("raised_in", print(plan.raised_in, years)) +
                        toml_line("raised_on", date(plan.raised_on)) + toml_line("description", plan.description) +
                        toml_line("state", print(plan.state)) + toml_line("closed_on", date(plan.closed_on)) +
                        (plan.text_published ? "text_published = true\n" : "text_published = false\n") +
                        toml_line("evidence", plan.evidence);
    for (const Presentation& shown : plan.presented)
        front += "\n[[presented]]\n" + toml_line("body", shown.body.text()) + toml_line("date", print(shown.date)) +
                 toml_line("what", shown.what);
    return {"recovery/" + plan.code.text() + ".md", join_front_matter(front, plan.causes)};
}

} // namespace qd::inline exchange
