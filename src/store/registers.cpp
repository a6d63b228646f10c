#include "store/nouns.hpp"
#include "store/shaped.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline store {

void read_registers(db::Connection& store, Content& into) {
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        into.*member = read_rows<T>(store);
    });
}

std::vector<Line> bring_registers(db::Connection& store, const Content& given_content, Instant now) {
    std::vector<Line> lines;
    each_register([&](auto member) { lines.push_back(bring_rows(store, given_content.*member, now)); });
    return lines;
}

std::vector<RegisterCheck> register_checks() {
    std::vector<RegisterCheck> checks;
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        if constexpr (is_ledger<T>())
            checks.push_back({Shape<T>::table, [](db::Connection& store) {
                                  return verify_ledger(ledger_rules<T>(), read_stored_rows<T>(store));
                              }});
    });
    return checks;
}

} // namespace qd::inline store
