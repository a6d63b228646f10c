#include "store/bring.hpp"
#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <tuple>

namespace qd::inline store {

std::vector<ChartRebase> read_rebases(db::Connection& store) {
    constexpr auto sql = "SELECT measure, area, period, reason FROM rebases";
    std::vector<ChartRebase> rebases;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        ChartRebase rebase;
        rebase.measure = read.code<MeasureCode>();
        rebase.area = read.code<AreaCode>();
        rebase.period = read.period();
        rebase.reason = read.text();
        rebases.push_back(std::move(rebase));
    }
    return rebases;
}

Line bring_rebases(db::Connection& store, const std::vector<ChartRebase>& given_rebases) {
    constexpr auto insert = "INSERT INTO rebases (measure, area, period, reason) VALUES ($1, $2, $3, $4)";
    constexpr auto erase = "DELETE FROM rebases WHERE measure = $1 AND COALESCE(area, '') = $2 AND period = $3";
    return bring(
        "rebases", read_rebases(store), given_rebases,
        [](const ChartRebase& rebase) { return std::tuple(rebase.measure, rebase.area, rebase.period); },
        [&](const ChartRebase& rebase) {
            store.execute(insert, rebase.measure.text(), given(rebase.area), print(rebase.period), rebase.reason);
        },
        [&](const ChartRebase& rebase) {
            store.execute(erase, rebase.measure.text(), rebase.area.text(), print(rebase.period));
        });
}

} // namespace qd::inline store
