#include "exchange/layouts/names.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

void add(std::map<std::string, std::string>& names, const std::string& name, const std::string& code) {
    if (name.empty()) return;
    const auto [there, fresh] = names.try_emplace(name, code);
    if (!fresh && there->second != code) there->second.clear();
}

std::optional<std::string> find_in(const std::map<std::string, std::string>& names, const std::string& name) {
    const auto found = names.find(name);
    return found == names.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> code_of(CodeSet& codes, std::string_view text) {
    if (codes.has(text)) return std::string(text);
    return codes.meant(text);
}

} // namespace

NameBook::NameBook(const Content& known, const std::map<std::string, std::string>& measures,
                   const std::map<std::string, std::string>& areas)
    : known_(known), own_measures_(measures), own_areas_(areas) {
    for (const Measure& measure : known.measures) {
        measure_codes_.add(measure.code.text());
        add(titles_, same_words(measure.title), measure.code.text());
        add(titles_, same_words(measure.short_title), measure.code.text());
    }
    for (const Area& area : known.areas) {
        area_codes_.add(area.code.text());
        add(names_, same_area(area.name), area.code.text());
    }
}

std::optional<std::string> NameBook::measure(std::string_view text) {
    return measures_given_.of(text, [&] { return find_measure(text); });
}

std::optional<std::string> NameBook::measure_title(std::string_view text) {
    return titles_given_.of(text, [&] { return find_title(text); });
}

std::optional<std::string> NameBook::area(std::string_view text) {
    return areas_given_.of(text, [&] { return find_area(text); });
}

std::optional<std::string> NameBook::find_measure(std::string_view given) {
    const std::string text(trim(given));
    if (const auto own = find_in(own_measures_, same_words(text))) return code_of(measure_codes_, *own);
    return text.empty() ? std::nullopt : code_of(measure_codes_, text);
}

std::optional<std::string> NameBook::find_title(std::string_view text) {
    const std::string words = same_words(text);
    if (find_in(own_measures_, words)) return measure(text);
    if (const auto titled = find_in(titles_, words)) return titled;
    return measure(text);
}

std::optional<std::string> NameBook::find_area(std::string_view text) {
    auto code = find_in(own_areas_, same_words(text));
    if (code)
        code = code_of(area_codes_, *code);
    else if (area_codes_.has(trim(text)))
        code = std::string(trim(text));
    else
        code = find_in(names_, same_area(text));
    if (!code && !same_words(text).empty()) code = area_codes_.meant(trim(text));
    if (code && *code == known_.settings.area.text()) return "";
    return code;
}

std::string NameBook::hint_of_measure(std::string_view text) const {
    std::vector<std::string> all;
    for (const Measure& measure : known_.measures) all.push_back(same_words(measure.title));
    const std::string near = qd::nearest(same_words(text), all);
    for (const Measure& measure : known_.measures)
        if (!near.empty() && same_words(measure.title) == near)
            return "Is it " + measure.code.text() + " (" + measure.title + ")? ";
    return "";
}

std::string NameBook::hint_of_area(std::string_view text) const {
    std::vector<std::string> all;
    for (const Area& area : known_.areas) all.push_back(same_area(area.name));
    const std::string near = qd::nearest(same_area(text), all);
    for (const Area& area : known_.areas)
        if (!near.empty() && same_area(area.name) == near)
            return "Is it " + area.code.text() + " (" + area.name + ")? ";
    return "";
}

const Measure* NameBook::find(const std::string& code) const {
    const auto found = std::ranges::find(
        known_.measures, code, [](const Measure& measure) -> const std::string& { return measure.code.text(); });
    return found == known_.measures.end() ? nullptr : &*found;
}

} // namespace qd::inline exchange
