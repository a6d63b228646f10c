#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Plan> columns[] = {
    own_code<&Plan::code>(),
    column<&Plan::unit>("unit", Need::required),
    column<&Plan::title>("title", Need::required),
    column<&Plan::from>("from"),
    column<&Plan::to>("to"),
    column<&Plan::decision_making>("decision_making"),
    column<&Plan::delivery>("delivery"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    RowsBefore<Plan> before(intake.known.plans, columns, intake.settings);
    const Outcome outcome = read_table<Plan>(table, columns, intake, &before, [&](Row<Plan> row) {
        const Plan& plan = row.value;
        if (plan.code.empty() || !keys.take(plan.code.text(), plan.code.text(), row.number)) return;
        intake.plans.add(plan.code.text());
        if (plan.from && plan.to && *plan.from > *plan.to)
            complain(row.number, "to", print(*plan.to), {"is before from.", "Put the later day here."});
        into.plans.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.plans.leave_open();
}

std::string write(const Content& content, YearStyle years) { return write_table<Plan>(columns, content.plans, years); }

} // namespace

const TableKind plans_table{
    "plans", read, write, headings_of<columns>, changes_in<&Content::plans, columns>, codes_in<&Intake::plans>};

} // namespace qd::inline exchange
