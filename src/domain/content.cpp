#include "domain/content.hpp"

#include "domain/registers.hpp"

#include <algorithm>
#include <tuple>

namespace qd {
namespace {

// Rows that are equal by `key` keep their order: it is the ledger's.
template <class Row, class Key> void order(std::vector<Row>& rows, Key key) {
    if (!std::ranges::is_sorted(rows, {}, key)) std::ranges::stable_sort(rows, {}, key);
}

} // namespace

Content in_canonical_order(Content content) {
    order(content.areas, &Area::code);
    order(content.units, &Unit::code);
    order(content.targets, [](const Target& row) { return std::tie(row.measure, row.area, row.period, row.role); });
    order(content.returns, &Return::measure);
    order(content.forecasts,
          [](const OfficerForecast& row) { return std::tie(row.measure, row.area, row.period, row.made_in); });
    order(content.plans, &Plan::code);
    order(content.priorities, &Priority::code);
    order(content.updates, [](const Update& row) { return std::tie(row.subject, row.period); });
    order(content.recovery_plans, &RecoveryPlan::code);
    order(content.actions, &Action::code);
    order(content.projects, &Project::code);
    order(content.statements, &Statement::code);
    order(content.papers, &Paper::code);
    each_register([&](auto member) {
        const auto before = [](const auto& a, const auto& b) { return comes_before(a, b); };
        if (!std::ranges::is_sorted(content.*member, before)) std::ranges::stable_sort(content.*member, before);
    });
    order(content.report_definitions, &ReportDefinition::name);
    order(content.reference_documents, &ReferenceDocument::name);
    return content;
}

} // namespace qd
