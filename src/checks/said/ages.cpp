#include "base/text.hpp"
#include "checks/phrases.hpp"
#include "checks/said/families.hpp"

// "14 months old", and months that lie outside of the year they are said to belong to.
namespace qd::inline checks {
namespace {

// Either whole month next to the true age is right, counted to the end of the period or to the day of the text.
void age(ClaimSentence& sentence, const Amount& amount, Findings& findings) {
    const Sentence& s = sentence.said;
    if (amount.unit != AmountUnit::months && amount.unit != AmountUnit::years) return;
    std::size_t behind = amount.behind_word;
    if (behind < s.words.size() && s.words[behind].text == "-") ++behind;
    if (!is_phrase_at(s.words, behind, "old") && !is_phrase_at(s.words, behind, "out of date")) return;
    std::optional<Date> ended;
    for (const TimeSaid& time : s.times)
        if (time.when == When::named && time.last) ended = time.last;
    if (!ended) return;
    const Date period_end = sentence.input.content.settings.calendar.last_day(sentence.input.period);
    const Date written = std::max(sentence.text.written_on.value_or(period_end), period_end);
    if (*ended > period_end) return;
    const int factor = amount.unit == AmountUnit::years ? 12 : 1;
    const int said = static_cast<int>(amount.value.millionths() / Decimal::scale) * factor;
    const int slack = amount.unit == AmountUnit::years ? 6 : 1;
    const int least = months_between(*ended, period_end), most = months_between(*ended, written);
    sentence.bind(amount);
    if (said >= least - slack && said <= most + slack) return;
    findings.push_back(sentence.finding(
        note("lag"), "Said to be " + std::to_string(said) + " months old, but what it describes ended " +
                         plural(static_cast<std::size_t>(least), "month", "months") + " before " +
                         print_long(period_end) + ", on " + print_long(*ended) + "."));
}

// "In 2023/24 (February 2023)", "quarter 3 (April to June 2024)": a bracket that explains a stretch lies within it.
void outside(ClaimSentence& sentence, Findings& findings) {
    const Sentence& s = sentence.said;
    for (std::size_t i = 0; i + 1 < s.times.size(); ++i) {
        const TimeSaid &whole = s.times[i], &part = s.times[i + 1];
        if (!whole.first || !part.first || part.first_word != whole.behind_word + 1 ||
            s.words[whole.behind_word].text != "(")
            continue;
        if (*whole.last - *whole.first < 27 || part.behind_word >= s.words.size() ||
            s.words[part.behind_word].text != ")")
            continue;
        if (*part.first >= *whole.first && *part.last <= *whole.last) continue;
        const bool is_date = *part.last - *part.first < *whole.last - *whole.first;
        if (!is_date && *part.first <= *whole.first && *part.last >= *whole.last) continue; // "quarter 3 (2023/24)"
        const std::string when = s.text.substr(s.words[part.first_word].start,
                                               s.words[part.behind_word - 1].end - s.words[part.first_word].start);
        findings.push_back(sentence.finding(warning("period-outside"),
                                            when + " lies " + (*part.first < *whole.first ? "before " : "after ") +
                                                "the time it is said to belong to, " +
                                                print_window(whole.first, whole.last) + "."));
    }
}

} // namespace

void hold_ages(ClaimSentence& sentence, Findings& findings) {
    for (const Amount& amount : sentence.said.amounts) age(sentence, amount, findings);
    outside(sentence, findings);
}

} // namespace qd::inline checks
