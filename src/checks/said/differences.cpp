#include "checks/phrases.hpp"
#include "checks/said/families.hpp"

#include <algorithm>

// "103 is 17 fewer than the 120 of last year": two figures and their difference, all three said.
namespace qd::inline checks {
namespace {

// The way that the first of the two lies from the second; none = the word says nothing of it.
std::optional<int> way_of(Sense sense) {
    switch (sense) {
    case Sense::higher:
    case Sense::above: return +1;
    case Sense::lower:
    case Sense::below:
    case Sense::missed: return -1; // "short of"
    default: return {};
    }
}

class Differences {
public:
    Differences(ClaimSentence& sentence, Findings& findings)
        : sentence_(sentence), s_(sentence.said), findings_(findings) {}

    void hold() {
        for (const Term& term : s_.terms) {
            const auto way = way_of(term.sense);
            if (!way || term.denied || s_.is_expected(term.first)) continue;
            const bool missed = term.sense == Sense::missed && !is_at(term.first, "short|shy of");
            const Amount* by = missed ? nullptr : difference_before(term);
            const Amount* base = by ? base_behind(term, *by) : nullptr;
            if (base) one(*way, *by, *base);
        }
    }

private:
    bool is_at(std::size_t at, std::string_view phrase) const { return is_phrase_at(s_.words, at, phrase); }

    // "£340,000 less", "17 fires fewer", "76 (7.6%) more".
    const Amount* difference_before(const Term& term) const {
        const Amount* found = nullptr;
        for (const Amount& amount : s_.amounts) {
            if (amount.behind_word > term.first || amount.closeness != Closeness::plain || amount.is_fraction) continue;
            if (term.first - amount.behind_word > 1) continue;
            for (std::size_t i = amount.behind_word; i < term.first; ++i)
                if (s_.words[i].kind != WordKind::letters || s_.has_time_at(i) || is_at(i, "is|was|and|or"))
                    return nullptr;
            found = &amount;
        }
        return found;
    }

    // "than the 120", "the profiled £2.50m", "a year's 120".
    const Amount* base_behind(const Term& term, const Amount& by) const {
        for (const Amount& amount : s_.amounts) {
            if (amount.hedge_word < term.last || amount.hedge_word != amount.first_word || amount.is_fraction) continue;
            if (amount.first_word > term.last + 6) return nullptr;
            for (std::size_t i = term.last; i < amount.first_word; ++i)
                if (!s_.has_time_at(i) &&
                    !is_at(i, "than|the|our|its|a|of|target|goal|profile|ceiling|limit|profiled|planned|budgeted|"
                              "required|expected|figure|level|total|standard|previous|last|and"))
                    return nullptr;
            return is_alike(by, amount) ? &amount : nullptr;
        }
        return nullptr;
    }

    // Points between percentages; else all in one unit.
    static bool is_alike(const Amount& by, const Amount& of) {
        if (of.unit == AmountUnit::percent) return by.unit == AmountUnit::points;
        return by.unit == of.unit && by.unit != AmountUnit::percent;
    }

    static bool fits(int way, const Amount& by, const Amount& base, Decimal value, Decimal step) {
        const Decimal difference = value - base.value;
        if (way > 0 ? difference < Decimal() : difference > Decimal()) return false;
        const Decimal one(1);
        const bool counted = base.step == one && by.step == one && step <= one;
        const Decimal slack = counted ? Decimal() : Decimal::ratio(step + base.step + by.step, Decimal(2)); // rounded
        return (difference.abs() - by.value).abs() <= slack;
    }

    void one(int way, const Amount& by, const Amount& base) {
        const Amount* told = nullptr; // what is compared: the last figure in front
        bool fitting = false;
        for (const Amount& amount : s_.amounts) {
            if (&amount == &by || &amount == &base || amount.unit != base.unit || amount.is_fraction) continue;
            fitting = fitting || fits(way, by, base, amount.value, amount.step);
            if (amount.behind_word <= by.hedge_word && by.hedge_word - amount.behind_word <= 10) told = &amount;
        }
        if (!told || told->closeness != Closeness::plain || base.step < told->step) return;
        const Facts* facts = s_.facts;
        if (facts && facts->has_value())
            for (const Decimal value : facts->now.values) fitting = fitting || fits(way, by, base, value, Decimal());
        if (fitting || sentence_.is_stated(by)) return;
        for (const Amount* amount : {told, &by, &base}) sentence_.bind(*amount);
        const Decimal difference = told->value - base.value;
        findings_.push_back(sentence_.finding(
            error("change-of-figures"),
            as_written(sentence_.words, s_.words, by) + (way > 0 ? " more" : " less") + " said, but from " +
                as_written(sentence_.words, s_.words, base) + " to " + as_written(sentence_.words, s_.words, *told) +
                " it is " + print_stated(difference.abs()) + (difference < Decimal() ? " less." : " more.")));
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    Findings& findings_;
};

} // namespace

void hold_differences(ClaimSentence& sentence, Findings& findings) { Differences(sentence, findings).hold(); }

} // namespace qd::inline checks
