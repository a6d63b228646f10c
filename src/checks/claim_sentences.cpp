#include "checks/claims.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

std::string between(const ClaimSentence& sentence, std::size_t i, std::size_t j) {
    const std::size_t start = sentence.numbers[i].end, end = sentence.numbers[j].start;
    return lower(sentence.words.substr(start, end - start));
}

void bind(ClaimSentence& sentence, std::initializer_list<std::size_t> numbers) {
    for (const std::size_t i : numbers) sentence.bound[i] = true;
}

// "6 (6.5%)": a count with its share of a whole that the measure knows.
struct CountAndShare {
    std::size_t count = 0, share = 0;
};

std::vector<CountAndShare> counts_with_shares(const ClaimSentence& sentence) {
    std::vector<CountAndShare> found;
    for (std::size_t i = 0; i + 1 < sentence.numbers.size(); ++i) {
        const std::string gap = between(sentence, i, i + 1);
        if (!sentence.numbers[i].percent && sentence.numbers[i + 1].percent && gap.starts_with(" (") && gap.size() < 20)
            found.push_back({i, i + 1});
    }
    return found;
}

bool fits(const ClaimSentence& sentence, const CountAndShare& pair, Decimal whole) {
    return Decimal::ratio(sentence.numbers[pair.count].value, whole, 100)
               .rounded(sentence.numbers[pair.share].decimals) == sentence.numbers[pair.share].value;
}

// Where one of them fits the measure's own whole, the others have to.
void shares_of_measure(ClaimSentence& sentence, Findings& findings) {
    if (!sentence.figure || !sentence.figure->denominator || sentence.figure->denominator->is_zero()) return;
    const Decimal whole = *sentence.figure->denominator;
    const std::vector<CountAndShare> pairs = counts_with_shares(sentence);
    if (std::ranges::none_of(pairs, [&](const CountAndShare& pair) { return fits(sentence, pair, whole); })) return;
    for (const CountAndShare& pair : pairs) {
        const bool known =
            sentence.bound[pair.count] && sentence.bound[pair.share]; // by a statement, or as a share before
        bind(sentence, {pair.count, pair.share});
        if (known || fits(sentence, pair, whole)) continue;
        const Decimal count = sentence.numbers[pair.count].value;
        const int decimals = sentence.numbers[pair.share].decimals;
        findings.push_back(sentence.finding(error("percent-of-count"),
                                            print_stated(count) + " of " + print_stated(whole) + " is " +
                                                print_fixed(Decimal::ratio(count, whole, 100), decimals) + "%, not " +
                                                as_written(sentence.words, sentence.numbers[pair.share]) +
                                                "; the others are of " + print_stated(whole) + "."));
    }
}

// "19 pupils affected: 6 …; 11 …; 8 …"
void sums(ClaimSentence& sentence, Findings& findings) {
    const std::size_t colon = sentence.words.find(": ");
    if (colon == std::string::npos) return;
    std::vector<std::size_t> parts;
    std::size_t item = colon + 2;
    while (item < sentence.words.size()) {
        const auto first = std::ranges::find(sentence.numbers, item, &ProseNumber::start);
        if (first == sentence.numbers.end() || first->percent) return;
        parts.push_back(static_cast<std::size_t>(first - sentence.numbers.begin()));
        const std::size_t next = sentence.words.find("; ", item);
        if (next == std::string::npos) break;
        item = next + 2;
        if (sentence.words.compare(item, 4, "and ") == 0) item += 4;
    }
    if (parts.size() < 2 || parts.front() != 1 || sentence.numbers[0].percent) return; // one number before the colon
    bool known = sentence.bound[0];
    Decimal sum;
    std::vector<std::string> written;
    for (const std::size_t i : parts) {
        sum = sum + sentence.numbers[i].value;
        written.push_back(print_stated(sentence.numbers[i].value));
        known = known && sentence.bound[i];
        sentence.bound[i] = true;
    }
    sentence.bound[0] = true;
    if (known || sum == sentence.numbers[0].value) return;
    findings.push_back(sentence.finding(error("parts-of-count"), print_stated(sentence.numbers[0].value) +
                                                                     " said, but " + in_words(written) + " make " +
                                                                     print_stated(sum) + "."));
}

// A wave that is counted in the store says it itself, once.
bool is_counted_wave(const CheckInput& input, Decimal count, Decimal areas) {
    return std::ranges::any_of(input.content.waves, [&](const Wave& wave) {
        return wave.period == input.content.settings.calendar.year_of(input.period) && wave.areas == areas &&
               (wave.completed ? wave.completed : wave.proposed) == count;
    });
}

// "22 projects in the 8 areas": no number of them is the same in each.
void spread(ClaimSentence& sentence, Findings& findings) {
    for (std::size_t i = 0; i + 1 < sentence.numbers.size(); ++i) {
        const std::string gap = between(sentence, i, i + 1);
        const std::string after = lower(sentence.words.substr(sentence.numbers[i + 1].end, 40));
        if (!gap.ends_with(" in the ") && !gap.ends_with(" across ") && !gap.ends_with(" across the ")) continue;
        if (gap.find("project") == std::string::npos || after.find(" area") == std::string::npos) continue;
        const Decimal count = sentence.numbers[i].value, areas = sentence.numbers[i + 1].value;
        if (areas <= Decimal(1) || sentence.numbers[i].percent) continue;
        const Decimal each = Decimal::ratio(count, areas);
        sentence.bound[i + 1] = true;
        if (each.rounded(0) == each || is_counted_wave(sentence.input, count, areas)) continue;
        findings.push_back(sentence.finding(note("share-uneven"), print_stated(count) + " in " + print_stated(areas) +
                                                                      " areas are " + print_stated(each.rounded(2)) +
                                                                      " each, so not as many in each."));
    }
}

} // namespace

void check_within_sentence(ClaimSentence& sentence, Findings& findings) {
    shares_of_measure(sentence, findings);
    sums(sentence, findings);
    spread(sentence, findings);
}

} // namespace qd::inline checks
