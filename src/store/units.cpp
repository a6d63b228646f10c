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

Line bring_units(Writer& writer, const std::vector<Unit>& given_units) {
    return bring(writer, "units", given_units, [](const Unit& unit) {
        return Item{
            Row::of("units", unit.code.text(), unit.name, print(unit.kind), given(unit.parent), given(unit.post))};
    });
}

} // namespace qd::inline store
