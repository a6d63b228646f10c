#include "store/bring.hpp"
#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

std::vector<Unit> read_units(db::Connection& store) {
    constexpr auto sql = "SELECT code, name, kind, parent, post FROM units";
    std::vector<Unit> units;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Unit unit;
        unit.code = read.code<UnitCode>();
        unit.name = read.text();
        unit.kind = read.word(parse_unit_kind);
        unit.parent = read.code<UnitCode>();
        unit.post = read.text();
        units.push_back(std::move(unit));
    }
    return units;
}

Line bring_units(db::Connection& store, const std::vector<Unit>& given_units) {
    constexpr auto insert = "INSERT INTO units (code, name, kind, parent, post) VALUES ($1, $2, $3, $4, $5)";
    constexpr auto erase = "DELETE FROM units WHERE code = $1";
    return bring(
        "units", read_units(store), given_units, [](const Unit& unit) { return unit.code; },
        [&](const Unit& unit) {
            store.execute(insert, unit.code.text(), unit.name, print(unit.kind), given(unit.parent), given(unit.post));
        },
        [&](const Unit& unit) { store.execute(erase, unit.code.text()); });
}

} // namespace qd::inline store
