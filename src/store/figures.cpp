#include "store/db/transaction.hpp"
#include "store/fields.hpp"
#include "store/inside.hpp"
#include "store/tables.hpp"

namespace qd::inline store {
namespace {

void insert_figure(db::Connection& store, const Figure& figure) {
    constexpr auto insert = "INSERT INTO figures (period, measure, area, described, actual, gap_reason, numerator, "
                            "denominator, target, status, outlook) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const bool there = figure.actual.has_value();
    const std::optional<std::int64_t> actual = there ? std::optional(figure.actual.value().millionths()) : std::nullopt;
    const std::optional<std::string_view> gap = there ? std::nullopt : std::optional(print(figure.actual.gap()));
    store.execute(insert, print(figure.period), figure.measure.text(), figure.area.text(), print(figure.described),
                  actual, gap, given(figure.numerator), given(figure.denominator),
                  given(figure.goal ? figure.goal->aim : std::nullopt), print(figure.status.status),
                  print(figure.outlook));
}

} // namespace

void Store::write_figures(const std::vector<Scorecard>& scorecards) {
    constexpr auto erase = "DELETE FROM figures";
    db::Connection& store = inside_->connection;
    db::Transaction transaction(store);
    store.execute(erase);
    for (const Scorecard& scorecard : scorecards)
        for (const Figure& figure : scorecard.figures) insert_figure(store, figure);
    for (const Table& table : tables())
        if (table.guard == Guard::rebuildable) write_digest(store, table);
    transaction.commit();
}

} // namespace qd::inline store
