#include "exchange/spellings/period_reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

// The parts that a spelling of a period is made of.
namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};
constexpr std::array<std::string_view, 4> cardinals{"one", "two", "three", "four"};

template <std::size_t Size>
std::optional<int> take_of(Along& along, const std::array<std::string_view, Size>& words, int most) {
    for (int i = 0; i < most; ++i)
        if (along.take_word({words[static_cast<std::size_t>(i)]})) return i + 1;
    return std::nullopt;
}

// "1st", "first"
std::optional<int> take_ordinal(Along& along, int most) {
    if (const auto number = take_of(along, ordinals, most)) return number;
    const std::size_t start = along.place();
    const auto number = along.take_number(1, 1);
    if (number && *number >= 1 && *number <= most && along.take_word({"st", "nd", "rd", "th"})) return number;
    along.back_to(start);
    return std::nullopt;
}

// "1", "one"
std::optional<int> take_cardinal(Along& along, int most) {
    if (const auto number = take_of(along, cardinals, most)) return number;
    const std::size_t start = along.place();
    const auto number = along.take_number(1, 1);
    if (number && *number >= 1 && *number <= most) return number;
    along.back_to(start);
    return std::nullopt;
}

// A word before its number, or an ordinal before the word.
template <class TakeWord> std::optional<int> take_numbered(Along& along, int most, TakeWord take_word) {
    const std::size_t start = along.place();
    if (take_word()) {
        if (const auto number = take_cardinal(along, most)) return number;
        along.back_to(start);
        return std::nullopt;
    }
    const auto number = take_ordinal(along, most);
    if (number && take_word()) return number;
    along.back_to(start);
    return std::nullopt;
}

} // namespace

bool Along::take_mark(char mark) {
    const SpeltToken* token = next();
    if (token == nullptr || token->kind != SpeltToken::Kind::mark || token->text.front() != mark) return false;
    ++at_;
    return true;
}

bool Along::take_word(std::initializer_list<std::string_view> words) {
    const SpeltToken* token = next();
    if (token == nullptr || token->kind != SpeltToken::Kind::word ||
        std::ranges::find(words, std::string_view(token->text)) == words.end())
        return false;
    ++at_;
    return true;
}

bool Along::take_words(std::string_view words) {
    const std::size_t start = at_;
    for (const std::string& word : split(words, ' ')) {
        if (take_word({word})) continue;
        at_ = start;
        return false;
    }
    return true;
}

std::optional<int> Along::take_number(std::size_t least_digits, std::size_t most_digits) {
    const SpeltToken* token = next();
    if (token == nullptr || token->kind != SpeltToken::Kind::number || token->text.size() < least_digits ||
        token->text.size() > most_digits)
        return std::nullopt;
    ++at_;
    return token->value;
}

void Along::pass_marks(std::string_view marks) {
    while (!at_end() && tokens_[at_].kind == SpeltToken::Kind::mark &&
           marks.find(tokens_[at_].text.front()) != std::string_view::npos)
        ++at_;
}

int full_year(int two_digits) { return two_digits >= 70 ? 1900 + two_digits : 2000 + two_digits; }

std::optional<int> take_quarter(Along& along) {
    return take_numbered(along, 4, [&] { return along.take_word({"q", "qtr", "quarter", "quart"}); });
}

std::optional<int> take_half(Along& along) {
    return take_numbered(along, 2, [&] {
        if (along.take_word({"h"})) return true;
        const std::size_t start = along.place();
        if (!along.take_word({"half"})) return false;
        const std::size_t half = along.place();
        along.pass_marks("-");
        if (!along.take_word({"year"})) along.back_to(half);
        return start != along.place();
    });
}

std::optional<int> take_month(Along& along) {
    for (int month = 1; month <= 12; ++month) {
        static const std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
        const std::string_view name = names[static_cast<std::size_t>(month - 1)];
        if (along.take_word({name, name.substr(0, 3)}) || (month == 9 && along.take_word({"sept"}))) return month;
    }
    return std::nullopt;
}

std::optional<int> take_calendar_year(Along& along) {
    const std::size_t start = along.place();
    along.pass_marks("'");
    if (const auto year = along.take_number(4, 4); year && *year >= 1900 && *year < 2200) return year;
    if (const auto year = along.take_number(2, 2)) return full_year(*year);
    along.back_to(start);
    return std::nullopt;
}

std::optional<Date> take_day(Along& along) {
    const std::size_t start = along.place();
    if (const auto year = along.take_number(4, 4); year && along.take_mark('-')) {
        const auto month = along.take_number(2, 2);
        const bool parted = month && along.take_mark('-');
        const auto day = parted ? along.take_number(2, 2) : std::nullopt;
        if (const auto date = day ? Date::from_ymd(*year, *month, *day) : std::nullopt) return date;
    }
    along.back_to(start);
    if (const auto day = along.take_number(1, 2)) {
        along.take_word({"st", "nd", "rd", "th"});
        along.take_word({"of"});
        std::optional<int> month = take_month(along);
        if (!month && along.take_mark('/')) {
            month = along.take_number(1, 2);
            if (!month || !along.take_mark('/')) month.reset();
        }
        const auto year = month ? along.take_number(4, 4) : std::nullopt;
        if (const auto date = year ? Date::from_ymd(*year, *month, *day) : std::nullopt) return date;
    }
    along.back_to(start);
    return std::nullopt;
}

std::optional<Period> stretch_of(const Calendar& calendar, Date first, Date last) {
    if (last < first) return std::nullopt;
    for (const Grain grain : {Grain::month, Grain::quarter, Grain::half, Grain::year}) {
        const Period period = calendar.containing(grain, first);
        if (calendar.first_day(period) == first && calendar.last_day(period) == last) return period;
    }
    return Period::span(first, last);
}

} // namespace qd::inline exchange
