#include "store/nouns.hpp"
#include "store/shaped.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline store {

std::vector<Line> bring_registers(Writer& writer, const Content& given_content) {
    std::vector<Line> lines;
    each_register([&](auto member) { lines.push_back(bring_rows(writer, given_content.*member)); });
    return lines;
}

std::vector<LedgerCheck> ledger_checks() {
    std::vector<LedgerCheck> checks{
        {"targets", verify_targets}, {"forecasts", verify_forecasts}, {"updates", verify_updates}};
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        if constexpr (is_ledger<T>())
            checks.push_back({Shape<T>::table, [](db::Connection& store, From from) {
                                  return verify_ledger(store, ledger_rules<T>(), from);
                              }});
    });
    return checks;
}

} // namespace qd::inline store
