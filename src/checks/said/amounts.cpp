#include "checks/said/amounts.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline checks {
namespace {

struct NumberWord {
    std::string_view word;
    int value;
};
constexpr std::array number_words = std::to_array<NumberWord>(
    {{"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
     {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
     {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
     {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
     {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}});
constexpr std::array parts = std::to_array<NumberWord>({{"half", 2},
                                                        {"third", 3},
                                                        {"thirds", 3},
                                                        {"quarter", 4},
                                                        {"quarters", 4},
                                                        {"fifth", 5},
                                                        {"fifths", 5},
                                                        {"tenth", 10},
                                                        {"tenths", 10}});
// What numbers things rather than counts them.
const WordSet
    labels("level levels wave item items appendix phase phases ages aged age page pages part section paragraph "
           "stage key note figure table no band grade week class version year years ward tier type group step "
           "resolution minute objective priority risk category under per every");

const Lexicon<Closeness>& hedges() {
    static const Lexicon<Closeness> lexicon({
        {"about|around|roughly|approximately|some|circa|broadly", Closeness::about},
        {"in the region of", Closeness::about},
        {"nearly|almost|approaching", Closeness::nearly},
        {"just|slightly|a little|short? under|below|of", Closeness::nearly},
        {"close to", Closeness::nearly},
        {"under|below|beneath", Closeness::under},
        {"less|fewer|lower than", Closeness::under},
        {"well under|below", Closeness::under},
        {"up to", Closeness::at_most},
        {"no more than", Closeness::at_most},
        {"not more than", Closeness::at_most},
        {"at most", Closeness::at_most},
        {"well over|above", Closeness::over},
        {"just|slightly over|above", Closeness::little_over},
        {"a little over|above|more", Closeness::little_over},
        {"over|above|beyond", Closeness::over},
        {"more|higher|greater than", Closeness::over},
        {"in excess of", Closeness::over},
        {"exceed|exceeds|exceeded|exceeding|topped|tops", Closeness::over},
        {"upwards of", Closeness::over},
        {"at least", Closeness::at_least},
        {"no|not less|fewer than", Closeness::at_least},
    });
    return lexicon;
}

template <std::size_t N> std::optional<int> value_of(const std::array<NumberWord, N>& words, const std::string& text) {
    const auto found = std::ranges::find(words, std::string_view(text), &NumberWord::word);
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

class Finder {
public:
    Finder(const Words& words, const std::vector<TimeSaid>& times) : words_(words), of_time_(words.size(), false) {
        for (const TimeSaid& time : times)
            for (std::size_t i = time.first_word; i < time.behind_word; ++i) of_time_[i] = true;
    }

    std::vector<Amount> take() {
        for (std::size_t at = 0; at < words_.size();) {
            Amount amount;
            const std::size_t end = of_time_[at] ? 0 : amount_at(at, amount);
            if (end > 0) found_.push_back(amount);
            at = end > 0 ? amount.behind_word : at + 1;
        }
        hedge();
        return std::move(found_);
    }

private:
    std::size_t amount_at(std::size_t at, Amount& amount) {
        std::size_t end = fraction_at(at, amount);
        if (end == 0 && words_[at].kind == WordKind::number) end = digits_at(at, amount);
        if (end == 0 && words_[at].kind == WordKind::letters) end = spelled_at(at, amount);
        if (end == 0) return 0;
        amount.first_word = amount.first_word == 0 ? at : amount.first_word;
        amount.behind_word = unit_from(end, amount);
        amount.hedge_word = amount.first_word;
        return amount.behind_word;
    }

    bool is_labelled(std::size_t at) const {
        if (at == 0) return false;
        const Word& before = words_[at - 1];
        if (words_[at].joined && before.kind == WordKind::letters) return true; // "Q3", "A1"
        if (labels.contains(before.text)) return true;
        return (before.text == "and" || before.text == "to" || before.text == "," || before.text == "or") &&
               labelled_to_ == at - 1;
    }

    std::size_t digits_at(std::size_t at, Amount& amount) {
        if (is_labelled(at) && words_[at].text.find('.') == std::string::npos) {
            labelled_to_ = at + 1;
            return 0;
        }
        const std::string& digits = words_[at].text;
        const auto value = Decimal::parse(digits);
        if (!value) return 0;
        const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
                          words_[at].end - words_[at].start == 4;
        if (year && !is_text(words_, at + 1, "%") && is_near_time_word(at)) return 0;
        const std::size_t next = at + 1;
        if (next < words_.size() && words_[next].joined) {
            const std::string& text = words_[next].text;
            if (text == "st" || text == "nd" || text == "rd" || text == "th" || text == "am" || text == "pm") return 0;
            if (text == "-" && next + 1 < words_.size() && words_[next + 1].joined &&
                words_[next + 1].kind == WordKind::letters && words_[next + 1].text != "point" &&
                words_[next + 1].text != "month")
                return 0; // "16-year-olds", "30-day"
        }
        const std::size_t point = digits.find('.');
        std::int64_t step = Decimal::scale;
        for (std::size_t i = point; point != std::string::npos && i + 1 < digits.size(); ++i) step /= 10;
        amount.value = *value;
        amount.step = Decimal::from_millionths(std::max<std::int64_t>(step, 1));
        sign_before(at, amount);
        return at + 1;
    }

    bool is_near_time_word(std::size_t at) const { // a bare year that was not taken for one
        return at > 0 && (words_[at - 1].text == "in" || words_[at - 1].text == "since" ||
                          words_[at - 1].text == "of" || words_[at - 1].text == "act");
    }

    void sign_before(std::size_t at, Amount& amount) {
        std::size_t first = at;
        if (first > 0 && words_[first - 1].text == "\u00a3") {
            amount.unit = AmountUnit::pounds;
            --first;
        }
        if (first > 0 && (words_[first - 1].text == "-" || words_[first - 1].text == "+") &&
            words_[first].start == words_[first - 1].end && !words_[first - 1].joined) {
            amount.is_negative = words_[first - 1].text == "-";
            --first;
        }
        amount.first_word = first;
    }

    std::size_t spelled_at(std::size_t at, Amount& amount) {
        const auto value = value_of(number_words, words_[at].text);
        if (!value || is_labelled(at)) return 0;
        if (at + 3 < words_.size() && words_[at + 1].kind == WordKind::letters && is_text(words_, at + 2, "in") &&
            (value_of(number_words, words_[at + 3].text) || words_[at + 3].kind == WordKind::number) &&
            !of_time_[at + 3] && !is_phrase_at(words_, at + 1, "were|was|are|is|had|did|of"))
            return 0; // "one loan in six": a share of something
        int sum = *value;
        std::size_t end = at + 1;
        if (sum >= 20)
            if (const auto ones = end < words_.size() ? value_of(number_words, words_[end].text) : std::nullopt;
                ones && *ones > 0 && *ones < 10) {
                sum += *ones;
                ++end;
            }
        if (sum == 1 && (is_text(words_, end, "of") || is_text(words_, end, "another"))) {
            if (!is_phrase_at(words_, end, "of the|our|all|these|those")) return 0; // "one of many"
        }
        amount.in_words = true;
        amount.value = Decimal(sum);
        amount.step = Decimal(1);
        if (is_text(words_, end, "hundred")) {
            amount.value = Decimal(sum * 100);
            ++end;
        }
        return end;
    }

    // "half of", "a third", "two thirds", "nine in ten", "1 in 5": as per cent.
    std::size_t fraction_at(std::size_t at, Amount& amount) {
        const auto small = [&](std::size_t i) -> std::optional<int> {
            if (i >= words_.size() || of_time_[i]) return {};
            if (words_[i].text == "a" || words_[i].text == "an") return 1;
            if (words_[i].kind == WordKind::number && words_[i].text.size() <= 2 &&
                words_[i].text.find('.') == std::string::npos)
                return std::stoi(words_[i].text);
            return value_of(number_words, words_[i].text);
        };
        std::optional<int> top, bottom;
        std::size_t end = at;
        if (is_text(words_, at, "half")) {
            if (at > 0 &&
                (words_[at - 1].text == "first" || words_[at - 1].text == "second" || words_[at - 1].text == "and"))
                return 0; // of the year; "two and a half"
            top = 1;
            bottom = 2;
            end = at + 1;
        } else if (top = small(at); top && at + 1 < words_.size() && !of_time_[at + 1]) {
            bottom = value_of(parts, words_[at + 1].text);
            end = at + 2;
            const std::size_t noun = noun_of_ratio(at);
            const std::size_t link = noun > 0 ? noun + 1 : at + 1;
            std::size_t whole = 0;
            if (is_text(words_, link, "in")) whole = link + 1;
            if (is_phrase_at(words_, link, "out of") && words_[at].kind == WordKind::letters) whole = link + 2;
            if (whole > 0 && is_text(words_, whole, "every")) ++whole;
            if (whole > 0 && words_[at].text != "a" && words_[at].text != "an") {
                bottom = small(whole);
                if (bottom && (*bottom < 2 || (*bottom > 12 && *bottom != 20))) bottom.reset();
                if (whole + 1 < words_.size() &&
                    (words_[whole + 1].text == "%" || (whole < of_time_.size() && of_time_[whole]) ||
                     is_phrase_at(words_, whole + 1,
                                  "quarters|months|weeks|days|years|hours|minutes|million|thousand")))
                    bottom.reset();
                end = whole + 1;
                if (bottom) amount.noun_word = noun;
            }
        }
        if (!top || !bottom || *top >= *bottom) return 0;
        if (is_phrase_at(words_, end, "a million|thousand|dozen|billion")) return 0; // "half a million pounds"
        if (bottom.value_or(0) == 4 && is_phrase_at(words_, end, "ago|earlier|before|end|in|running")) return 0;
        if (is_phrase_at(words_, end, "way|hour|day|term|year|yearly")) return 0;
        if (is_phrase_at(words_, end, "of? a percentage? point")) { // "half a percentage point"
            while (!is_text(words_, end, "point")) ++end;
            amount.in_words = true;
            amount.value = Decimal::ratio(Decimal(*top), Decimal(*bottom));
            amount.step = Decimal::from_millionths(Decimal::scale / 10);
            return end;
        }
        amount.is_fraction = true;
        amount.in_words = true;
        amount.value = Decimal::ratio(Decimal(*top), Decimal(*bottom), 100);
        amount.step = Decimal::ratio(amount.value, Decimal(*bottom >= 5 ? 4 : 6)); // half of it is an eighth either way
        amount.unit = AmountUnit::percent;
        return end;
    }

    // The noun in "one claim in ten"; 0 = none stands there.
    std::size_t noun_of_ratio(std::size_t at) const {
        if (at + 3 >= words_.size() || words_[at + 1].kind != WordKind::letters || of_time_[at + 1]) return 0;
        if (words_[at].kind != WordKind::letters || words_[at].text == "a") return 0;
        if (is_phrase_at(words_, at + 1, "were|was|are|is|had|did|of|in|out|per|and|or|to|hundred|thousand|million"))
            return 0;
        const std::size_t noun =
            words_[at + 2].kind == WordKind::letters && !is_phrase_at(words_, at + 2, "in|out") ? at + 2 : at + 1;
        return is_phrase_at(words_, noun + 1, "in") || is_phrase_at(words_, noun + 1, "out of") ? noun : 0;
    }

    std::size_t unit_from(std::size_t end, Amount& amount) const {
        if (amount.is_fraction) return end;
        const auto times = [&](int factor) {
            amount.value = amount.value * Decimal(factor);
            amount.step = amount.step * Decimal(factor);
        };
        if (is_phrase_at(words_, end, "m|mn|million") && (words_[end].text != "m" || words_[end].joined))
            times(1'000'000), ++end;
        else if (is_text(words_, end, "k") && words_[end].joined)
            times(1000), ++end;
        else if (is_text(words_, end, "thousand"))
            times(1000), ++end;
        if (is_text(words_, end, "%"))
            amount.unit = AmountUnit::percent, ++end;
        else if (is_phrase_at(words_, end, "per cent|cent."))
            amount.unit = AmountUnit::percent, end += 2;
        else if (is_text(words_, end, "percent"))
            amount.unit = AmountUnit::percent, ++end;
        std::size_t unit = end;
        if (is_text(words_, unit, "-") && words_[unit].joined) ++unit; // "3-point"
        if (is_text(words_, unit, "percentage")) ++unit;
        if (is_phrase_at(words_, unit, "point|points|pp|pts")) {
            amount.unit = AmountUnit::points;
            return unit + 1;
        }
        if (amount.unit != AmountUnit::none) return end;
        if (is_phrase_at(words_, unit, "working|calendar|school|clear day|days")) ++unit;
        if (is_phrase_at(words_, unit, "day|days"))
            amount.unit = AmountUnit::days;
        else if (is_phrase_at(words_, unit, "week|weeks"))
            amount.unit = AmountUnit::weeks;
        else if (is_phrase_at(words_, unit, "month|months"))
            amount.unit = AmountUnit::months;
        else if (is_phrase_at(words_, unit, "year|years"))
            amount.unit = AmountUnit::years;
        else
            return end;
        return unit + 1;
    }

    // "nearly 5%": the word stands before the amount, or before its "a" ("just under a third").
    void hedge() {
        const auto words = hedges().found_in(words_);
        for (Amount& amount : found_)
            for (const Meant<Closeness>& word : words)
                if (word.last == amount.first_word && !is_of_verb(word)) {
                    amount.closeness = word.meaning;
                    amount.hedge_word = word.first;
                }
        for (Amount& amount : found_)
            if (amount.closeness == Closeness::plain && is_phrase_at(words_, amount.behind_word, "or so|thereabouts"))
                amount.closeness = Closeness::about;
        for (std::size_t i = 0; i + 1 < found_.size(); ++i) range(found_[i], found_[i + 1]);
    }

    // "handed over 142 homes": the word is of the verb.
    bool is_of_verb(const Meant<Closeness>& word) const {
        return word.first > 0 && is_text(words_, word.first, "over") &&
               is_phrase_at(words_, word.first - 1, "handed|taken|took|turned|carried|brought|left|rolled|passed|take");
    }

    // "between 76% and 77%": the two are bounds, and the words of both are one amount's.
    void range(Amount& low, Amount& high) const {
        if (low.first_word == 0 || !is_text(words_, low.first_word - 1, "between") ||
            !is_text(words_, low.behind_word, "and") || high.first_word != low.behind_word + 1)
            return;
        if (low.unit == AmountUnit::none) low.unit = high.unit; // "between 76 and 77%"
        if (low.unit != high.unit || low.value > high.value) return;
        low.closeness = Closeness::at_least;
        high.closeness = Closeness::at_most;
        low.hedge_word = high.hedge_word = low.first_word - 1;
    }

    const Words& words_;
    std::vector<bool> of_time_;
    std::vector<Amount> found_;
    std::size_t labelled_to_ = static_cast<std::size_t>(-1); // behind the last number with a label
};

Decimal share_of(Decimal value, int per_cent) { return Decimal::ratio(value.abs() * Decimal(per_cent), Decimal(100)); }

} // namespace

std::vector<Amount> amounts_said(const Words& words, const std::vector<TimeSaid>& times) {
    return Finder(words, times).take();
}

bool tells(const Amount& amount, Decimal exact) {
    const Decimal half = Decimal::from_millionths((amount.step.millionths() + 1) / 2);
    const Decimal off = exact - amount.value;
    const bool share = amount.unit == AmountUnit::percent && amount.value <= Decimal(100);
    switch (amount.closeness) {
    case Closeness::plain: return off.abs() <= half;
    case Closeness::about:
        return off.abs() <=
               std::max({half, share_of(amount.value, amount.is_fraction ? 12 : 6), share ? Decimal(1) : Decimal()});
    case Closeness::nearly:
        return off <= Decimal() &&
               off.abs() <= std::max({half, share_of(amount.value, 7), share ? Decimal(1) : Decimal()});
    case Closeness::under: return off < Decimal();
    case Closeness::at_most: return off <= Decimal();
    case Closeness::over: return off > Decimal() || (off.abs() <= half && !amount.is_fraction && off >= Decimal());
    case Closeness::little_over:
        return off >= Decimal() - half &&
               off <= std::max({half, share_of(amount.value, 7), share ? Decimal(1) : Decimal()});
    case Closeness::at_least: return off >= Decimal();
    }
    return false;
}

std::string as_written(const std::string& sentence, const Words& words, const Amount& amount) {
    const std::size_t start = words[amount.hedge_word].start, end = words[amount.behind_word - 1].end;
    return sentence.substr(start, end - start);
}

} // namespace qd::inline checks
