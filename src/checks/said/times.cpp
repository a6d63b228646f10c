#include "checks/said/times.hpp"

#include "checks/said/time_words.hpp"

#include <algorithm>
#include <array>

namespace qd::inline checks {
namespace {

constexpr std::array ordinals = std::to_array<std::string_view>({"first", "second", "third", "fourth"});

class Finder {
public:
    Finder(const Words& words, const Calendar& calendar, Period period)
        : words_(words), calendar_(calendar), last_(calendar.last_day(period)), first_(calendar.first_day(period)),
          year_(calendar.year_of(period)), period_(period) {}

    std::vector<TimeSaid> take() {
        const auto fixed = time_phrases().found_in(words_);
        std::size_t next = 0;
        for (std::size_t at = 0; at < words_.size();) {
            while (next < fixed.size() && fixed[next].first < at) ++next;
            if (const std::size_t length = named_at(at)) {
                at += length;
            } else if (next < fixed.size() && fixed[next].first == at) {
                const bool open = fixed[next].meaning == When::year_end && calendar_.ends_year(period_);
                times_.push_back({open ? When::now : fixed[next].meaning,
                                  {},
                                  {},
                                  false,
                                  tells_to_date(at, fixed[next].last),
                                  at,
                                  fixed[next].last,
                                  false,
                                  is_window(at)});
                at = fixed[next].last;
            } else {
                ++at;
            }
        }
        return std::move(times_);
    }

private:
    bool tells_to_date(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (is_text(words_, i, "date") || is_text(words_, i, "far") || is_text(words_, i, "year")) return true;
        return false;
    }

    // "over the past twelve months"
    bool is_window(std::size_t at) const { return is_phrase_at(words_, at, "over|in|during|within the? past|last"); }

    // Words of a named stretch that begins here; 0 = none does.
    std::size_t named_at(std::size_t at) {
        if (const std::size_t length = stage_of_year_at(at)) return length;
        if (const std::size_t length = quarter_at(at)) return length;
        if (const std::size_t length = part_of_year_at(at)) return length;
        if (const std::size_t length = season_at(at)) return length;
        if (const std::size_t length = years_back_at(at)) return length;
        if (const std::size_t length = day_or_month_at(at)) return length;
        return year_alone_at(at);
    }

    void add(Date first, Date last, std::size_t at, std::size_t length, bool of_school = false) {
        When when = When::named;
        if (first == first_ && last == last_) when = When::now;
        const bool so_far = last == last_ && first == calendar_.first_day(year_); // "April to September"
        if (so_far) when = When::now;
        if (first > last_) when = When::future;
        if (when == When::future && last == calendar_.last_day(year_)) when = When::year_end;
        times_.push_back({when, first, last, of_school, so_far && first != first_, at, at + length});
    }

    void add_quarter(int number, YearRead year, std::size_t at, std::size_t length) {
        int start = year.year > 0 ? year.year : year_.grain() == Grain::span ? 0 : year_.start_year();
        if (start == 0 || number < 1 || number > 4) return;
        if (year.year == 0 && !looks_ahead(at) && calendar_.first_day(Period::quarter(start, number)) > last_) --start;
        const Period quarter = Period::quarter(start, number);
        add(calendar_.first_day(quarter), calendar_.last_day(quarter), at, length);
    }

    // "Will … in quarter 4", "from quarter 3": of the year that goes on. Else a later quarter is one of the year before.
    bool looks_ahead(std::size_t at) const {
        if (at > 0 && is_phrase_at(words_, at - 1, "by|until|from|for|till|next|this")) return true;
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (is_phrase_at(words_, i,
                             "will|would|expect|expects|expected|plan|plans|planned|next|shall|should|due|may|"
                             "aim|hope|forecast|intend|future|likely|might|could|scheduled"))
                return true;
        return false;
    }

    // "this stage of 2023/24", "the same months of 2022": as far into that year as the text's own stretch.
    std::size_t stage_of_year_at(std::size_t at) {
        static const Lexicon<int> lexicon({{"the? same|corresponding|equivalent|comparable|this "
                                            "quarter|period|time|point|stage|month|months|half|part|spell of|in|for",
                                            1}});
        const Words few(words_.begin() + static_cast<std::ptrdiff_t>(at),
                        words_.begin() + static_cast<std::ptrdiff_t>(std::min(at + 5, words_.size())));
        const auto found = lexicon.found_in(few);
        if (found.empty() || found.front().first != 0 || year_.grain() != Grain::year) return 0;
        const std::size_t length = found.front().last;
        const YearRead year = year_at(words_, at + length);
        if (year.year == 0) return 0;
        const int back = (year.split ? year_.start_year() : last_.year()) - year.year;
        const bool open = !year.split && last_.year() != year_.start_year(); // "2023", of a year that began in 2024
        if (back < 1 || (open && back > 1)) return 0;
        if (back == 1)
            times_.push_back({When::year_ago, {}, {}, false, false, at, at + length + year.length});
        else
            add(first_.plus_months(-12 * back), last_.plus_days(1).plus_months(-12 * back).plus_days(-1), at,
                length + year.length);
        return length + year.length;
    }

    // "quarter 3", "Q3 of 2023/24", "the third quarter", "2023/24 quarter 3", "quarters 1 and 2".
    std::size_t quarter_at(std::size_t at) {
        YearRead before = year_at(words_, at);
        std::size_t next = at + before.length;
        if (before.year > 0 && is_text(words_, next, ",")) ++next;
        int number = -1;
        const bool plural = is_text(words_, next, "quarters") || is_text(words_, next, "qs");
        if (plural || is_text(words_, next, "quarter") || is_text(words_, next, "q")) {
            number = whole_at(words_, ++next);
            ++next;
        } else if (before.year == 0) {
            if (is_text(words_, next, "the")) ++next;
            for (std::size_t i = 0; i < ordinals.size(); ++i)
                if (is_text(words_, next, ordinals[i]) && next >= 2 && !is_text(words_, next + 1, "quarter") &&
                    !times_.empty() && is_phrase_at(words_, next - 2, "in|than the") &&
                    times_.back().first_word + 8 >= next) { // "than in the first"
                    number = static_cast<int>(i) + 1;
                    ++next;
                } else if (is_text(words_, next, ordinals[i]) && is_text(words_, next + 1, "quarter")) {
                    const bool for_it =
                        at > 0 && (words_[at - 1].text == "for" || (at > 1 && words_[at - 2].text == "for"));
                    if (for_it && !is_text(words_, next + 2, "of")) return 0; // in a row
                    number = static_cast<int>(i) + 1;
                    next += 2;
                }
            if (number < 0 && is_phrase_at(words_, next, "last|final|closing quarter of") &&
                year_at(words_, next + 3).year > 0) {
                number = 4;
                next += 2;
            }
        }
        if (number < 1 || number > 4) return 0;
        YearRead year = before;
        if (year.year == 0) {
            std::size_t ahead = next;
            if (is_text(words_, ahead, "of") || is_text(words_, ahead, "in") || is_text(words_, ahead, ",") ||
                is_text(words_, ahead, "("))
                ++ahead;
            year = year_at(words_, ahead);
            if (year.year > 0)
                next = ahead + year.length;
            else if (is_phrase_at(words_, next, "of last year")) {
                year = {year_.start_year() - 1, true, 3};
                next += 3;
            } else if (is_phrase_at(words_, next, "last year")) {
                year = {year_.start_year() - 1, true, 2};
                next += 2;
            }
        }
        add_quarter(number, year, at, next - at);
        if (plural)
            while (next + 1 < words_.size() &&
                   (words_[next].text == "and" || words_[next].text == "to" || words_[next].text == ",") &&
                   whole_at(words_, next + 1) >= 1 && whole_at(words_, next + 1) <= 4) {
                add_quarter(whole_at(words_, next + 1), year, next, 2);
                next += 2;
            }
        return next - at;
    }

    // "the half year", "the first six months": from the start of the text's year.
    std::size_t part_of_year_at(std::size_t at) {
        static const Lexicon<int> lexicon({{"the? first? half year", 6},
                                           {"the? first half of the|this year", 6},
                                           {"the? first six months", 6},
                                           {"the? first three months", 3},
                                           {"the? first three quarters of the year", 9},
                                           {"the? first nine months", 9},
                                           {"nine months of the year", 9}});
        for (const auto& found : lexicon.found_in(words_)) {
            if (found.first != at || year_.grain() != Grain::year) continue;
            const std::size_t length = found.last - found.first;
            if (!times_.empty() && times_.back().when == When::year_ago && times_.back().behind_word == at) {
                times_.back().behind_word = found.last; // "last year's half-year figure"
                return length;
            }
            if (is_phrase_at(words_, found.last, "of last year")) {
                const Date first = calendar_.first_day(year_).plus_months(-12);
                times_.push_back({When::year_ago, first, first.plus_months(found.meaning).plus_days(-1), false, true,
                                  at, found.last + 3});
                return length + 3;
            }
            const Date first = calendar_.first_day(year_), last = first.plus_months(found.meaning).plus_days(-1);
            add(first, last, at, length);
            if (last == last_) times_.back().when = When::now, times_.back().to_date = true;
            return length;
        }
        return 0;
    }

    // "last winter", "since the spring": the last that had begun by the end of the text's period.
    std::size_t season_at(std::size_t at) {
        static constexpr std::array seasons = std::to_array<std::string_view>({"winter", "spring", "summer", "autumn"});
        const bool led = is_phrase_at(words_, at, "the|last|this|previous");
        if (!led && !(at > 0 && is_phrase_at(words_, at - 1, "in|since|over|during|by|until|than|from"))) return 0;
        std::size_t next = led ? at + 1 : at;
        if (is_phrase_at(words_, next, "last|previous|early|late")) ++next;
        for (std::size_t i = 0; i < seasons.size(); ++i) {
            if (!is_text(words_, next, seasons[i])) continue;
            const int starts = i == 0 ? 12 : static_cast<int>(i) * 3;
            int year = year_of_month(starts);
            if (is_text(words_, next + 1, "before")) ++next, --year;
            const Date first = *Date::from_ymd(year, starts, 1);
            add(first, first.plus_months(3).plus_days(-1), at, next + 1 - at);
            if (times_.back().when == When::now) times_.back().when = When::named;
            times_.back().of_this = words_[at].text == "this";
            return next + 1 - at;
        }
        return 0;
    }

    // "two years ago", "in three years": the text's own stretch, so many years before.
    std::size_t years_back_at(std::size_t at) {
        static constexpr std::array words =
            std::to_array<std::string_view>({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
        std::size_t next = at;
        const bool over = is_phrase_at(words_, at, "in|over|within|during");
        if (over) ++next;
        if (over && is_text(words_, next, "the")) ++next;
        if (over && is_phrase_at(words_, next, "last|past")) ++next;
        int years = 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (is_text(words_, next, words[i])) years = static_cast<int>(i) + 2;
        if (years == 0 && whole_at(words_, next) >= 2 && whole_at(words_, next) <= 20) years = whole_at(words_, next);
        if (years == 0 || !is_text(words_, next + 1, "years")) return 0;
        next += 2;
        const bool ago = is_phrase_at(words_, next, "ago|earlier|before|previously");
        if (ago) ++next;
        if (!ago && (!over || at == 0 || is_phrase_at(words_, at - 1, "best|worst|highest|lowest|time|record|first")))
            return 0;
        add(first_.plus_months(-12 * years), last_.plus_days(1).plus_months(-12 * years).plus_days(-1), at, next - at);
        return next - at;
    }

    // The year of a month without one: the last that had begun at the end of the text's period.
    int year_of_month(int month) const { return month <= last_.month() ? last_.year() : last_.year() - 1; }

    // "31 March 2023", "March 2023", "in March", "October to December 2024", "the year to 31 March 2023".
    std::size_t day_or_month_at(std::size_t at) {
        std::size_t next = at;
        const bool whole_year = is_phrase_at(words_, at, "year|months to|ending|ended");
        if (whole_year) next += 2;
        const int day = whole_at(words_, next) >= 1 && whole_at(words_, next) <= 31 ? whole_at(words_, next) : 0;
        if (day > 0) {
            ++next;
            if (next < words_.size() && words_[next].joined && words_[next].text.size() == 2) ++next; // "3rd"
            if (is_text(words_, next, "of")) ++next;
        }
        const int month = month_at(words_, next);
        if (month == 0) return 0;
        ++next;
        int until = month;
        if (day == 0 && next + 1 < words_.size() &&
            (words_[next].text == "to" || words_[next].text == "-" ||
             (words_[next].text == "and" && at > 0 && words_[at - 1].text == "between")) &&
            month_at(words_, next + 1) > 0) {
            until = month_at(words_, next + 1);
            next += 2;
        }
        int year = year_of_month(until);
        bool ahead = false;
        const YearRead of = is_text(words_, next, "of") ? year_at(words_, next + 1) : YearRead{};
        if (of.split) { // "February of 2023/24"
            year = until >= calendar_.start_month() ? of.year : of.year + 1;
            next += 1 + of.length;
        } else if (is_year(words_, next))
            year = whole_at(words_, next++);
        else if (at > 0 && (words_[at - 1].text == "by" || words_[at - 1].text == "until") && !whole_year) {
            year = until >= last_.month() ? last_.year() : last_.year() + 1;
            ahead = until != last_.month(); // "by March", at the end of March: this one
        }
        const auto start = Date::from_ymd(until < month ? year - 1 : year, month, day > 0 ? day : 1);
        if (!start) return 0;
        Date last = day > 0 ? *start : Date::from_ymd(year, until, 1)->plus_months(1).plus_days(-1);
        Date first = whole_year ? last.plus_days(1).plus_months(-12) : *start;
        add(first, last, at, next - at);
        if (ahead && times_.back().when == When::named) times_.back().when = When::future;
        return next - at;
    }

    std::size_t year_alone_at(std::size_t at) {
        const YearRead year = year_at(words_, at);
        if (year.year == 0) return 0;
        const bool school = at >= 2 && is_phrase_at(words_, at - 2, "school|academic year");
        const Period named = school ? Period::academic_year(year.year) : Period::year(year.year);
        if (year.split || calendar_.start_month() == 1)
            add(calendar_.first_day(named), calendar_.last_day(named), at, year.length, school);
        else
            add(*Date::from_ymd(year.year, 1, 1), *Date::from_ymd(year.year, 12, 31), at, year.length);
        TimeSaid& said = times_.back();
        if (said.first && *said.first <= last_ && *said.last >= last_ && year.split && !school) said.when = When::now;
        return year.length;
    }

    const Words& words_;
    const Calendar& calendar_;
    Date last_, first_;
    Period year_, period_;
    std::vector<TimeSaid> times_;
};

} // namespace

std::vector<TimeSaid> times_said(const Words& words, const Calendar& calendar, Period period) {
    return Finder(words, calendar, period).take();
}

} // namespace qd::inline checks
