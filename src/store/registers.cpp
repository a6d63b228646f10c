#include "store/registers.hpp"

#include <tuple>
#include <utility>

namespace qd::inline store {

const std::vector<RegisterRows>& all_registers() {
    static const std::vector<RegisterRows> all = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector{register_rows<std::get<I>(registers)>()...};
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(registers)>>());
    return all;
}

std::vector<Line> bring_registers(Writer& writer, const Content& given_content) {
    std::vector<Line> lines;
    for (const RegisterRows& rows : all_registers()) lines.push_back(rows.bring(writer, given_content));
    return lines;
}

std::vector<LedgerCheck> ledger_checks() {
    std::vector<LedgerCheck> checks{
        {"targets", verify_targets}, {"forecasts", verify_forecasts}, {"updates", verify_updates}};
    for (const RegisterRows& rows : all_registers())
        if (rows.check) checks.push_back(*rows.check);
    return checks;
}

} // namespace qd::inline store
