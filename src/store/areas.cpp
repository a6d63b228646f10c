#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

namespace {

std::string print_codes(const std::vector<AreaCode>& codes) {
    std::vector<std::string> words;
    for (const AreaCode& code : codes) words.push_back(code.text());
    return join(words, "; ");
}

std::vector<AreaCode> parse_codes(const std::string& text) {
    std::vector<AreaCode> codes;
    for (const std::string& word : split(text, ';'))
        if (!trim(word).empty()) codes.emplace_back(std::string(trim(word)));
    return codes;
}

} // namespace

std::vector<Area> read_areas(db::Connection& store) {
    constexpr auto sql = "SELECT code, name, kind, parent, valid_from, valid_to, follows FROM areas";
    std::vector<Area> areas;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Area area;
        area.code = read.code<AreaCode>();
        area.name = read.text();
        area.kind = read.word(parse_area_kind);
        area.parent = read.code<AreaCode>();
        area.valid_from = read.date();
        area.valid_to = read.date();
        area.follows = parse_codes(read.text());
        areas.push_back(std::move(area));
    }
    return areas;
}

Line bring_areas(Writer& writer, const std::vector<Area>& given_areas) {
    return bring(writer, "areas", given_areas, [](const Area& area) {
        return Item{Row::of("areas", area.code.text(), area.name, print(area.kind), given(area.parent),
                            given(area.valid_from), given(area.valid_to), given(print_codes(area.follows)))};
    });
}

} // namespace qd::inline store
