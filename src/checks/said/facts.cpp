#include "checks/said/facts.hpp"

#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

// Words that a name has and that do not tell it from others.
const WordSet
    common_words("the of in on to for and by with per at a an within from who are is their its or that have has number "
                 "numbers percentage cent proportion rate rates share average mean total level levels performance time "
                 "times year years quarter date last compared change previous same before not all as day days month "
                 "months taken made than more less which target against data figures measure indicator increase "
                 "reduction difference growth how long it takes");

} // namespace

bool is_named_by(const Facts& facts, const std::string& word) {
    if (word.size() < 3) return false;
    const std::string stem = stem_of(word);
    return std::ranges::any_of(facts.stems,
                               [&](const std::string& one) {
                                   if (one == stem) return true;
                                   return std::min(one.size(), stem.size()) >= 5 &&
                                          (one.starts_with(stem) || stem.starts_with(one));
                               }) ||
           facts.alike_stems.contains(stem);
}

bool counts_time(const Facts& facts) {
    return std::ranges::any_of(facts.name_words, [](const std::string& word) {
        return word == "seconds" || word == "minutes" || word == "hours" || word == "weeks" || word == "months";
    });
}

std::set<std::string> stems_of(std::string_view name) {
    std::set<std::string> stems;
    for (const Word& word : words_of(name))
        if (word.kind == WordKind::letters && word.text.size() > 2 && !common_words.contains(word.text))
            stems.insert(stem_of(word.text));
    return stems;
}

std::vector<const KnownPoint*> points_in(const Facts& facts, const TimeSaid& time) {
    std::vector<const KnownPoint*> found;
    if (!time.first || !time.last) return found;
    const bool is_year = *time.last - *time.first > 300 && *time.last - *time.first < 370;
    for (const KnownPoint& point : facts.points) {
        const bool of_school = point.last - point.first > 300 && point.first.month() >= 8;
        if (of_school && is_year && !time.of_school && time.first->month() != point.first.month()) { // "in 2022/23"
            const bool of_calendar = time.first->month() == 1; // "in 2012": the year it begins or ends in
            if (point.first.year() == time.first->year() || (of_calendar && point.last.year() == time.first->year()))
                found.push_back(&point);
            continue;
        }
        const bool same = point.last == *time.last || (point.first == *time.first && point.last <= *time.last);
        const bool within = point.first >= *time.first && point.last <= *time.last;
        if (same || within) found.push_back(&point);
    }
    return found;
}

std::string show(const Facts& facts, Decimal value) { return show(facts.shown, value); }

} // namespace qd::inline checks
