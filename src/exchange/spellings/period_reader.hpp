#pragma once

#include "exchange/spellings/periods.hpp"
#include "exchange/spellings/written.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

// The two halves of spell_period: what can mean one thing only, and what is asked about.
namespace qd::inline exchange {

// Walks along tokens; each take_… moves on only where it finds what it is called for.
class Along {
public:
    explicit Along(const std::vector<SpeltToken>& tokens) : tokens_(tokens) {}
    bool at_end() const { return at_ == tokens_.size(); }
    std::size_t place() const { return at_; }
    void back_to(std::size_t place) { at_ = place; }

    bool take_mark(char mark);
    bool take_word(std::initializer_list<std::string_view> words); // one of them
    bool take_words(std::string_view words);                       // "financial year": all, in this order
    std::optional<int> take_number(std::size_t least_digits, std::size_t most_digits);
    void pass_marks(std::string_view marks); // any number of them

private:
    const SpeltToken* next() const { return at_end() ? nullptr : &tokens_[at_]; }
    const std::vector<SpeltToken>& tokens_;
    std::size_t at_ = 0;
};

int full_year(int two_digits); // 23 → 2023, 70 → 1970

std::optional<int> take_quarter(Along& along);       // "q1", "qtr 1", "first quarter", "quarter one"
std::optional<int> take_half(Along& along);          // "h1", "half year 1", "first half"
std::optional<int> take_month(Along& along);         // "apr", "september"
std::optional<int> take_calendar_year(Along& along); // "2023", "23", "'23"
std::optional<Date> take_day(Along& along);          // "01/04/2023", "2023-04-01", "1 april 2023"

// From the first day of a month to the last of another: the month, quarter, half or year of these days, else a span.
std::optional<Period> stretch_of(const Calendar& calendar, Date first, Date last);

// As statisticians write it, where a year alone is of the calendar: "2022", "2021 - 23", "2022/23", "2020/21 - 22/23", "2022 Q2".
std::optional<Period> read_statistical_period(std::string_view text, const Calendar& calendar);

std::optional<Period> read_certain_period(const std::vector<SpeltToken>& tokens, const Calendar& calendar);
void doubt_period(const std::vector<SpeltToken>& tokens, const Calendar& calendar, SpeltPeriod& into);

} // namespace qd::inline exchange
