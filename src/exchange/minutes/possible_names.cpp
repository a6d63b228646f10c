#include "exchange/minutes/possible_names.hpp"

#include "base/text.hpp"
#include "exchange/minutes/names.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

bool begins_small(std::string_view word) { return !word.empty() && word[0] >= 'a' && word[0] <= 'z'; }

} // namespace

PossibleNames::PossibleNames(const Content& known, const MinutesLines& lines) {
    add(known.settings.name);
    for (const Unit& unit : known.units) add(unit.name + " " + unit.post);
    for (const Area& area : known.areas) add(area.name);
    for (const Measure& measure : known.measures) add(measure.title);
    for (const Programme& programme : known.programmes) add(programme.title);
    for (const Project& project : known.projects) add(project.title);
    for (const Item& item : known.items) add(item.title + " " + item.presented_by);
    for (const MinutesLine& line : lines) {
        if (line.place == LinePlace::heading || line.place == LinePlace::letterhead) add(line.text);
        for (const NameWord& word : name_words(line.text))
            if (begins_small(word.text) && word.text.size() > 2) institutions_.insert(std::string(word.text));
    }
}

void PossibleNames::add(const std::string& text) {
    for (const NameWord& word : name_words(text))
        if (!is_name_shape(word.text)) institutions_.insert(lower(word.text));
}

bool PossibleNames::is_ours(std::string_view word) const {
    const std::string small = lower(word);
    return is_ordinary(small) || is_office(small) || institutions_.contains(small);
}

std::vector<std::string> PossibleNames::in(const std::string& line) const {
    std::vector<std::string> found;
    const std::vector<NameWord> words = name_words(line);
    const auto together = [&](std::size_t i) {
        return i > 0 && i < words.size() && stand_together(line, words[i - 1], words[i]);
    };
    const auto other_capital = [&](std::size_t i) { // of a street, a body: not of a person
        return is_capital(words[i].text) && is_ours(words[i].text) && !is_office(lower(words[i].text));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t end = i, capitals = 0, small = 0;
        for (; end < words.size() && (end == i || together(end)); ++end) {
            const std::string_view word = words[end].text;
            if (is_initial(word)) continue;
            if (begins_small(word) && is_particle(word)) {
                ++small;
                continue;
            }
            const bool name = is_capital(word) && (!is_ours(word) || is_name_shape(word));
            if (!name) break;
            ++capitals;
        }
        while (end > i && begins_small(words[end - 1].text) && is_particle(words[end - 1].text)) --end, --small;
        if (capitals == 0 || end == i) continue;
        const std::size_t count = end - i;
        const bool shaped = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                                        words.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const NameWord& word) { return is_name_shape(word.text); });
        const bool of_post = i > 0 && (words[i - 1].text == "of" || words[i - 1].text == "for"); // "Head of Parks"
        const bool says = !of_post && end < words.size() && is_saying(words[end].text);
        const bool place = (together(end) && other_capital(end)) || (together(i) && other_capital(i - 1));
        const bool name = shaped || (!place && (count > 1 || small > 0 || says));
        if (name) found.emplace_back(line.substr(words[i].begin, words[end - 1].end - words[i].begin));
        i = end - 1;
    }
    return found;
}

std::string PossibleNames::masked(std::string line) const {
    for (const std::string& name : in(line)) line = replace_all(std::move(line), name, "[name]");
    return line;
}

} // namespace qd::inline exchange
