#include "checks/said/shares.hpp"
#include "checks/phrases.hpp"
#include "checks/said/families.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool is_count(const Amount& amount) { return amount.unit == AmountUnit::none && !amount.is_negative; }
bool is_share(const Amount& amount) { return amount.unit == AmountUnit::percent; }

// A count and the whole that it is of.
struct Part {
    const Amount* count;
    const Amount* whole;
};

class Shares {
public:
    Shares(ClaimSentence& sentence, Findings& findings) : sentence_(sentence), s_(sentence.said), findings_(findings) {}

    void hold() {
        find_parts();
        for (const Part& part : parts_)
            for (const Amount& share : s_.amounts)
                if (is_share(share) && belongs(part, share)) compare(part, share);
        shares_of_whole();
        fraction_of_whole();
    }

private:
    const Word& word(std::size_t at) const { return s_.words[at]; }
    bool is_text(std::size_t at, std::string_view text) const { return at < s_.words.size() && word(at).text == text; }

    // Nothing but these words between two places.
    bool only(std::size_t first, std::size_t last, std::string_view any_of) const {
        for (std::size_t i = first; i < last; ++i)
            if (!is_phrase_at(s_.words, i, any_of)) return false;
        return true;
    }

    // "of the", "out of", "/": from a count to its whole.
    bool leads_to_whole(std::size_t first, std::size_t last) const {
        if (last == first + 1 && is_text(first, "/")) return true;
        bool of = false;
        for (std::size_t i = first; i < last; ++i) {
            of = of || is_text(i, "of");
            const bool small = is_phrase_at(
                s_.words, i, "of|out|the|these|those|all|our|a|total|)|(|some|over|around|about|nearly|just");
            if (!small && (of || word(i).kind != WordKind::letters || i > first + 3 ||
                           is_phrase_at(s_.words, i, "and|while|were|was|is|are|but|from|to|by|have|has|had")))
                return false;
        }
        return of;
    }

    void find_parts() {
        for (std::size_t i = 0; i + 1 < s_.amounts.size(); ++i) {
            if (!is_count(s_.amounts[i])) continue;
            std::size_t next = i + 1;
            const bool with_share = is_share(s_.amounts[next]) && is_text(s_.amounts[next].hedge_word - 1, "(") &&
                                    next + 1 < s_.amounts.size();
            if (with_share) ++next; // "37 permits (44%) of 81"
            if (!is_count(s_.amounts[next]) || s_.amounts[next].value < s_.amounts[i].value) continue;
            std::size_t from = s_.amounts[i].behind_word;
            if (with_share) from = s_.amounts[i + 1].behind_word;
            if (leads_to_whole(from, s_.amounts[next].hedge_word))
                parts_.push_back({&s_.amounts[i], &s_.amounts[next]});
        }
    }

    bool has_amount(std::size_t first, std::size_t last) const { return s_.amount_between(first, last) != nullptr; }

    bool is_parted(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (is_phrase_at(s_.words, i, "and|while|whereas|but|;|although|against|compared|from|target|than|to"))
                return !is_phrase_at(
                    s_.words, i - 1,
                    "equating|equivalent|equal|equals|amounts|amounting|comes|came|works|corresponds to");
        return false;
    }

    // Whether the percentage is that of this count: beside it in brackets, or led to by a word such as "or", "a rate of".
    bool belongs(const Part& part, const Amount& share) const {
        const std::size_t first = part.count->hedge_word, last = part.whole->behind_word;
        if (share.first_word > part.count->behind_word && share.behind_word < part.whole->first_word)
            return is_text(share.hedge_word - 1, "(");
        if (share.behind_word <=
            first) { // "46% (37) of the 81", "46% of permits were late (37 out of 81)", "46%, or 37 of 81"
            if (has_amount(share.behind_word, first)) return false;
            if (first > share.behind_word && only(share.behind_word, first, "(|,|or|-|i|e|.|that|is|:")) return true;
            return is_text(first - 1, "(") && !is_parted(share.behind_word, first - 1);
        }
        if (share.hedge_word < last || has_amount(last, share.hedge_word) || is_parted(last, share.hedge_word))
            return false;
        if (share.hedge_word == last || is_text(share.hedge_word - 1, "(")) return true;
        if (share.hedge_word - last > 9) return false;
        return is_phrase_at(s_.words, share.hedge_word - 1,
                            ",|or|is|=|:|-|to|representing|making|giving|be|was|equals|being|at|just") ||
               (is_text(share.hedge_word - 1, "of") &&
                is_phrase_at(s_.words, share.hedge_word - 2, "rate|share|proportion|percentage|total"));
    }

    void compare(const Part& part, const Amount& share) {
        const bool known =
            sentence_.is_stated(*part.count) && sentence_.is_stated(*part.whole) && sentence_.is_stated(share);
        sentence_.bind(*part.count);
        sentence_.bind(*part.whole);
        done_.push_back(&share);
        if (!sentence_.said.facts || !sentence_.said.facts->has_value()) sentence_.bind(share);
        if (known || part.whole->value.is_zero()) return;
        const Decimal exact = Decimal::ratio(part.count->value, part.whole->value, 100);
        if (tells(share, exact)) return;
        sentence_.bind(share);
        tell(*part.count, part.whole->value, share);
    }

    void tell(const Amount& count, Decimal whole, const Amount& share) {
        const Decimal exact = Decimal::ratio(count.value, whole, 100);
        int decimals = 0;
        for (Decimal step = share.step; step < Decimal(1) && decimals < 6; step = step * Decimal(10)) ++decimals;
        const std::string found = print_stated(count.value) + " of " + print_stated(whole) + " is " +
                                  print_fixed(exact, share.is_fraction ? 0 : decimals) + "%, not ";
        const std::string message = found + as_written(sentence_.words, s_.words, share) + ".";
        if (share.is_fraction)
            findings_.push_back(sentence_.finding(warning("word-against-figure"), message));
        else
            findings_.push_back(sentence_.finding(error("percent-of-count"), message));
    }

    // "Of the 96 actions, 40 were done and 12 (12.5%) missed": a count with its share, of a whole named before.
    void shares_of_whole() {
        for (std::size_t i = 0; i + 1 < s_.amounts.size(); ++i) {
            const Amount &count = s_.amounts[i], &share = s_.amounts[i + 1];
            if (!is_count(count) || !is_share(share) || !is_text(share.hedge_word - 1, "(")) continue;
            if (std::ranges::find(done_, &share) != done_.end() || share.hedge_word - count.behind_word > 5) continue;
            std::vector<Decimal> wholes;
            bool named = false;
            for (std::size_t j = 0; j < i; ++j) {
                if (!is_count(s_.amounts[j]) || s_.amounts[j].value.is_zero()) continue;
                wholes.push_back(s_.amounts[j].value);
                named = named || (s_.amounts[j].first_word > 0 && s_.term_between(0, 0, {}) == nullptr &&
                                  opens_whole(s_.amounts[j]));
            }
            if (sentence_.whole_above) wholes.push_back(*sentence_.whole_above), named = true;
            if (!named || wholes.empty()) continue;
            sentence_.bind(count);
            sentence_.bind(share);
            done_.push_back(&share);
            const bool fits = std::ranges::any_of(
                wholes, [&](Decimal whole) { return tells(share, Decimal::ratio(count.value, whole, 100)); });
            if (!fits && !(sentence_.is_stated(count) && sentence_.is_stated(share)))
                tell(count, sentence_.whole_above ? *sentence_.whole_above : wholes.front(), share);
        }
    }

    bool opens_whole(const Amount& amount) const { // "Of the 96 …", "out of a total of 96"
        for (std::size_t back = 1; back <= 4 && back <= amount.hedge_word; ++back) {
            const std::size_t at = amount.hedge_word - back;
            if (is_text(at, "of") || is_text(at, "among")) return true;
            if (!is_phrase_at(s_.words, at, "the|these|those|all|our|a|total")) return false;
        }
        return false;
    }

    // "Over half of the 64 pupils, 27, have one": the share, its whole, and the count behind.
    void fraction_of_whole() {
        for (std::size_t i = 0; i + 2 < s_.amounts.size(); ++i) {
            const Amount &share = s_.amounts[i], &whole = s_.amounts[i + 1], &count = s_.amounts[i + 2];
            if (!is_share(share) || !is_count(whole) || !is_count(count) || count.value > whole.value ||
                whole.value.is_zero())
                continue;
            if (!only(share.behind_word, whole.hedge_word, "of|the|these|those|all|our")) continue;
            const std::size_t before = count.hedge_word - 1;
            const bool set_off = (is_text(before, ",") || is_text(before, "(")) &&
                                 (is_text(count.behind_word, ",") || is_text(count.behind_word, ")") ||
                                  is_text(count.behind_word, ".") || count.behind_word >= s_.words.size());
            if (!set_off || std::ranges::find(done_, &share) != done_.end()) continue;
            compare({&count, &whole}, share);
        }
    }

    ClaimSentence& sentence_;
    const Sentence& s_;
    Findings& findings_;
    std::vector<Part> parts_;
    std::vector<const Amount*> done_;
};

} // namespace

void hold_shares(ClaimSentence& sentence, Findings& findings) { Shares(sentence, findings).hold(); }

std::optional<Decimal> whole_of_stem(const Sentence& stem) {
    for (const Amount& amount : stem.amounts)
        if (is_count(amount) && !amount.in_words && amount.hedge_word > 0 &&
            is_phrase_at(stem.words, 0, "of|out|among") && amount.hedge_word <= 5)
            return amount.value;
    return {};
}

void hold_listed_parts(ClaimSentence& stem, const std::vector<Sentence>& items, Findings& findings) {
    if (items.size() < 2) return;
    Decimal sum;
    std::vector<std::string> written;
    for (const Sentence& item : items) { // each has to begin with its count
        if (item.amounts.empty() || !is_count(item.amounts.front()) || item.amounts.front().hedge_word > 1) return;
        sum = sum + item.amounts.front().value;
        written.push_back(print_stated(item.amounts.front().value));
    }
    for (std::size_t i = 0; i < stem.said.words.size(); ++i)
        if (is_phrase_at(stem.said.words, i, "including|include|includes|example|such|mainly|mostly|least|among"))
            return;
    const Amount* total = nullptr;
    for (const Amount& amount : stem.said.amounts) {
        if (!is_count(amount)) continue;
        if (amount.value == sum) return stem.bind(amount);
        total = &amount;
    }
    if (!total || stem.is_stated(*total) || total->closeness != Closeness::plain) return;
    stem.bind(*total);
    findings.push_back(stem.finding(error("parts-of-count"), print_stated(total->value) + " said, but " +
                                                                 in_words(written) + " make " + print_stated(sum) +
                                                                 "."));
}

} // namespace qd::inline checks
