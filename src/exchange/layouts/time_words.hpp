#pragma once

#include "domain/calendar.hpp"
#include "exchange/layouts/answers_given.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// What a sheet says about the time of a figure, in pieces that may be in different places: the quarter in a heading, the year in
// the name of the file.
struct TimeParts {
    std::optional<Period> period; // given in one piece
    std::optional<int> year;      // the calendar year in which the reporting year begins
    std::optional<int> quarter, month;
    std::optional<int> to_month; // from the beginning of the year to the end of this calendar month
    bool is_academic = false;    // the year is a school year

    bool says_something() const { return period || year || quarter || month || to_month; }
    friend bool operator==(const TimeParts&, const TimeParts&) = default;
};

// `farther` fills what `nearer` leaves open.
TimeParts completed(const TimeParts& nearer, const TimeParts& farther, const Calendar& calendar);
// None if the year is not known.
std::optional<Period> period_of(const TimeParts& parts, const Calendar& calendar);
std::optional<Period> year_of(const TimeParts& parts, const Calendar& calendar);

// Reads a sheet's own words for times. `own` are the layout's ("chwarter" = "quarter"), in small letters.
class TimeReader {
public:
    TimeReader(const Calendar& calendar, std::map<std::string, std::string> own)
        : calendar_(calendar), own_(std::move(own)) {}
    const Calendar& calendar() const { return calendar_; }
    std::optional<int> year(std::string_view text) const;                  // "2025/26", "24-25"
    std::optional<int> quarter(std::string_view text) const;               // "Q1", "Apr to Jun"
    std::optional<int> month(std::string_view text) const;                 // "April", "Apr"
    std::optional<Period> period(std::string_view text) const;             // "Q1 2025/26"; "2025-04-01" is a month
    std::optional<TimeParts> to_date(std::string_view text) const;         // "Apr - Sep", with or without a year
    std::optional<int> academic_year(std::string_view text) const;         // "202324"
    std::optional<Period> statistical_period(std::string_view text) const; // "2022" of the calendar, "2021 - 23"

private:
    std::string own_words(std::string_view text) const;
    std::optional<Period> find_period(std::string_view text) const;
    std::optional<int> find_year(std::string_view text) const;
    Calendar calendar_;
    std::map<std::string, std::string> own_;
    mutable AnswersGiven<std::optional<Period>> periods_given_;
    mutable AnswersGiven<std::optional<int>> years_given_;
};

} // namespace qd::inline exchange
