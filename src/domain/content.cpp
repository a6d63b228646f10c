#include "domain/content.hpp"

#include "domain/registers.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace qd {
namespace {

// The places of rows in order; those that are equal keep theirs, for it is the ledger's. Not a template: sorting the rows of each
// noun by themselves took a compiler most of a minute.
using Before = std::function<bool(std::size_t, std::size_t)>;
std::vector<std::size_t> ordered_places(std::size_t count, const Before& before) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, before);
    return places;
}

template <class Row, class Comes> void order_by(std::vector<Row>& rows, Comes comes_before) {
    if (std::ranges::is_sorted(rows, comes_before)) return;
    std::vector<Row> ordered;
    ordered.reserve(rows.size());
    for (const std::size_t place :
         ordered_places(rows.size(), [&](std::size_t a, std::size_t b) { return comes_before(rows[a], rows[b]); }))
        ordered.push_back(std::move(rows[place]));
    rows = std::move(ordered);
}

template <class Row, class Key> void order(std::vector<Row>& rows, Key key) {
    order_by(rows, [&](const Row& a, const Row& b) { return std::invoke(key, a) < std::invoke(key, b); });
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
        using Row = RowIn<decltype(member)>;
        order_by(content.*member, [](const Row& a, const Row& b) { return comes_before(a, b); });
    });
    order(content.report_definitions, &ReportDefinition::name);
    order(content.reference_documents, &ReferenceDocument::name);
    return content;
}

} // namespace qd
