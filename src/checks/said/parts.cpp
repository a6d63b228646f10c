#include "checks/said/belonging.hpp"
#include "checks/said/families.hpp"
#include "checks/said/hold.hpp"

#include "checks/phrases.hpp"

#include <algorithm>

// A percentage told by its parts: "489 of the 564 assessments were in time", "one assessment in four was late".
namespace qd::inline checks {
namespace {

class Parts {
public:
    Parts(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), facts_(*sentence.said.facts), findings_(findings) {}

    void hold() {
        for (std::size_t i = 0; i + 1 < s_.amounts.size(); ++i) counts(s_.amounts[i], s_.amounts[i + 1]);
        if (facts_.shown.polarity == Polarity::higher && is_of_time())
            for (const Amount& amount : s_.amounts) late(amount);
    }

private:
    bool is_at(std::size_t at, std::string_view phrase) const { return is_phrase_at(s_.words, at, phrase); }

    // "489 of 564", "Of the 564 …, 489": which is the part, and what is said of it has to be what the measure counts.
    void counts(const Amount& one, const Amount& other) {
        if (one.unit != AmountUnit::none || other.unit != AmountUnit::none || one.is_fraction) return;
        const bool whole_first = opens_whole(one);
        const Amount &part = whole_first ? other : one, &whole = whole_first ? one : other;
        if (!whole_first && !is_of(one, other)) return;
        if (part.value > whole.value || part.closeness != Closeness::plain || s_.is_expected(part.first_word)) return;
        const KnownPoint* point = point_with(whole);
        if (!point || !point->numerator || !speaks_of_part(part, whole)) return;
        const Decimal rest = *point->denominator - *point->numerator;
        const bool fits = tells(part, *point->numerator) || tells(part, rest);
        sentence_.bind(part);
        sentence_.bind(whole);
        if (fits || sentence_.is_stated(part)) return;
        findings_.push_back(sentence_.finding(
            error("published-differs"),
            print_stated(part.value) + " of " + print_stated(whole.value) + " said, but of " + facts_.name + " it is " +
                print_stated(*point->numerator) + " of " + print_stated(*point->denominator) + "."));
    }

    bool opens_whole(const Amount& amount) const {
        return amount.hedge_word > 0 && amount.hedge_word <= 2 && is_at(0, "of|among|from") &&
               (amount.hedge_word == 1 || is_at(1, "the|these|those|our|all"));
    }

    bool is_of(const Amount& part, const Amount& whole) const {
        bool of = false;
        for (std::size_t i = part.behind_word; i < whole.hedge_word; ++i) {
            of = of || is_at(i, "of|/");
            if (i > part.behind_word + 4 || is_at(i, "and|but|,|from|to|than|against")) return false;
        }
        return of;
    }

    // The figure of which it is the whole: that of the time said, else the one of now.
    const KnownPoint* point_with(const Amount& whole) const {
        const TimeSaid* said = nullptr;
        for (const TimeSaid& time : s_.times)
            if (time.when != When::now) said = &time;
        for (const KnownPoint& point : facts_.points) {
            if (!point.denominator || !tells(whole, *point.denominator) || whole.closeness != Closeness::plain)
                continue;
            if (!said && point.last == facts_.now.last) return &point;
            if (!said || !said->first) continue;
            const auto then = points_in(facts_, *said);
            if (std::ranges::find(then, &point) != then.end()) return &point;
        }
        return nullptr;
    }

    // The words beside both numbers name what the part has and the whole has not, and next to nothing else.
    bool speaks_of_part(const Amount& part, const Amount& whole) const {
        const std::size_t first = std::min(part.hedge_word, whole.hedge_word);
        std::size_t named = 0, unknown = 0;
        for (std::size_t i = first; i < s_.words.size(); ++i) {
            const Word& word = s_.words[i];
            if (word.kind == WordKind::mark && word.text != "," && word.text != "(" && word.text != ")") break;
            if (i > part.behind_word && i > whole.behind_word && (word.text == "," || is_at(i, "and|but|while"))) break;
            if (is_at(i, "expected|predicted|hoped|likely|supposed|forecast"))
                return false; // what was to be, not what was
            if (facts_.part_words.contains(word.text))
                ++named;
            else if (whose(s_, i, i + 1) == Whose::other)
                ++unknown;
        }
        return named > 0 && unknown <= 1;
    }

    bool is_of_time() const {
        return std::ranges::any_of(facts_.name_words, [](const std::string& word) {
            return word == "time" || word == "within" || word == "days" || word == "weeks" || word == "prompt";
        });
    }

    // "Ten per cent were late", of a share that is in time.
    void late(const Amount& amount) {
        if (amount.unit != AmountUnit::percent || s_.is_expected(amount.first_word) || !facts_.has_value()) return;
        std::size_t late = amount.behind_word;
        while (late < s_.words.size() && late < amount.behind_word + 9 && s_.words[late].kind == WordKind::letters &&
               !is_at(late, "late|overdue"))
            ++late;
        if (!is_at(late, "late|overdue")) return;
        const std::size_t noun = amount.noun_word > 0 ? amount.first_word + 1 : amount.behind_word;
        const std::size_t end = amount.noun_word > 0 ? amount.noun_word + 1 : late;
        if (whose(s_, noun, end) == Whose::other || whose(s_, amount.behind_word, late) == Whose::other) return;
        const Clause& clause = s_.clause_of(amount.first_word);
        if (whose(s_, clause.first, amount.hedge_word) == Whose::other) return;
        for (const TimeSaid& time : s_.times)
            if (time.when != When::now) return;
        sentence_.bind(amount);
        const Decimal rest = Decimal(100) - facts_.value();
        if (tells(amount, rest) || tells(amount, rest.rounded(facts_.shown.decimals))) return;
        findings_.push_back(sentence_.finding(warning("published-differs"),
                                              as_written(sentence_.words, s_.words, amount) + " late said, but " +
                                                  facts_.name + " is " + show(facts_, facts_.value()) + "."));
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    const Facts& facts_;
    Findings& findings_;
};

} // namespace

void hold_parts(ClaimSentence& sentence, Findings& findings) {
    const Facts* facts = sentence.said.facts;
    if (facts && facts->has_value() && facts->shown.quantity == Quantity::percent) Parts(sentence, findings).hold();
}

} // namespace qd::inline checks
