#include "domain/names.hpp"

#include "base/text.hpp"

namespace qd {

std::string short_name(const Measure& measure) {
    return measure.short_title.empty() ? measure.title : measure.short_title;
}

std::string unit_name(const Content& content, const UnitCode& code) {
    const Unit* unit = find_row(content.units, code);
    return unit == nullptr ? code.text() : unit->name;
}

std::string area_name(const Content& content, const AreaCode& code) {
    const Area* area = find_row(content.areas, code);
    return area == nullptr ? code.text() : area->name;
}

std::string area_names(const Content& content, const std::vector<AreaCode>& codes) {
    std::vector<std::string> names;
    for (const AreaCode& code : codes) names.push_back(area_name(content, code));
    return in_words(names);
}

} // namespace qd
