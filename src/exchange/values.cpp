#include "exchange/values.hpp"

#include "base/costly_prose.hpp"
#include "base/text.hpp"
#include "exchange/spellings/periods.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::int32_t serial_of_1970 = 25'569; // 1970-01-01 in Excel's 1900 date system

constexpr std::array<std::string_view, 7> spreadsheet_errors{"#DIV/0!", "#N/A",    "#NAME?", "#NULL!",
                                                             "#NUM!",   "#VALUE!", "#REF!"};

std::optional<int> read_small_number(std::string_view text) {
    if (text.empty() || text.size() > 5) return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

// "31/12/2012": day, month, year, as it is written in Britain.
std::optional<Date> read_day_first(std::string_view text) {
    const auto parts = split(text, '/');
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    const auto day = read_small_number(parts[0]), month = read_small_number(parts[1]),
               year = read_small_number(parts[2]);
    if (!day || !month || !year) return std::nullopt;
    return Date::from_ymd(*year, *month, *day);
}

bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\n' && c != '\t') || code == 0x7F;
}

std::string unix_lines(std::string_view text) {
    std::string out(text);
    if (out.find('\r') == std::string::npos) return out;
    return replace_all(replace_all(out, "\r\n", "\n"), "\r", "\n");
}

} // namespace

std::optional<Date> date_of_serial(std::int64_t serial) {
    // Serials up to 60 include 29 February 1900, which never existed.
    if (serial < 61 || serial > 2'958'465) return std::nullopt;
    return Date::from_days(static_cast<std::int32_t>(serial) - serial_of_1970);
}

Understood<Date> read_date(std::string_view given) {
    const std::string_view text = trim(given);
    if (const auto date = Date::parse(text)) return *date;
    if (const auto date = read_day_first(text)) return *date;
    if (const auto serial = read_small_number(text); serial && date_of_serial(*serial))
        return tl::make_unexpected(Problem{"is not a date.", "Is it a spreadsheet's serial number? Then write " +
                                                                 print(*date_of_serial(*serial)) + "."});
    return tl::make_unexpected(Problem{"is not a date.", "Write it as 2012-12-31."});
}

Understood<Instant> read_instant(std::string_view given) {
    const std::string_view text = trim(given);
    if (const auto instant = Instant::parse(text)) return *instant;
    const auto date = read_date(text);
    if (date) return Instant::end_of(*date);
    return tl::make_unexpected(
        Problem{"is neither a day nor a moment.", "Write it as 2013-02-15, or as 2013-02-15T10:00:00Z."});
}

namespace {

constexpr std::string_view how_periods_are_written =
    "Write it as 2012-13, 2012-13Q3, 2012-13H2, 2012-12 (a month), AY2012-13 or 2010-01-01/2010-12-31.";

// "2023-24Q2 (July to September 2023)"
std::string with_days(Period period, const Calendar& calendar) {
    const std::string text = calendar.text(period);
    return period.grain() == Grain::span ? text : text + " (" + calendar.days_label(period) + ")";
}

std::string remedy_of(const SpeltPeriod& spelt, const Calendar& calendar) {
    if (spelt.meanings.empty()) return std::string(how_periods_are_written);
    std::string choice;
    for (std::size_t i = 0; i < spelt.meanings.size(); ++i)
        choice += (i == 0                          ? ""
                   : i + 1 < spelt.meanings.size() ? ", "
                                                   : " or ") +
                  with_days(spelt.meanings[i], calendar);
    return "Write " + choice + (spelt.meanings.size() == 1 ? ", if that is meant." : ", whichever is meant.");
}

} // namespace

Understood<FlaggedPeriod> read_flagged_period(std::string_view given, const Calendar& calendar) {
    const SpeltPeriod spelt = spell_period(trim(given), calendar);
    if (spelt.period) return FlaggedPeriod{*spelt.period, spelt.flags};
    if (!spelt.is_period())
        return tl::make_unexpected(Problem{"is not a period.", std::string(how_periods_are_written)});
    return tl::make_unexpected(Problem{spelt.doubt, remedy_of(spelt, calendar)});
}

Understood<Period> read_period(std::string_view given, const Calendar& calendar) {
    const auto read = read_flagged_period(given, calendar);
    if (!read) return tl::make_unexpected(read.error());
    if (read->flags != 0)
        return tl::make_unexpected(
            Problem{"says that a figure is " + qd::print(read->flags) + ", but there is none here.",
                    "Write " + calendar.text(read->period) + "."});
    return read->period;
}

Understood<bool> read_yes_no(std::string_view text) {
    const std::string word = lower(trim(text));
    if (word == "yes" || word == "y" || word == "true") return true;
    if (word == "no" || word == "n" || word == "false") return false;
    return tl::make_unexpected(Problem{"is neither yes nor no.", "Write yes or no."});
}

std::string plain_text(std::string_view text) {
    std::string out = unix_lines(trim(text));
    std::erase_if(out, is_control);
    return out;
}

Understood<std::string> read_text(std::string_view text) {
    std::string out = unix_lines(trim(text));
    if (std::ranges::find(spreadsheet_errors, out) != spreadsheet_errors.end())
        return tl::make_unexpected(
            Problem{"is a spreadsheet formula error.", "Correct the formula, or write the text itself."});
    if (std::ranges::any_of(out, is_control))
        return tl::make_unexpected(Problem{"has a control character, which cannot be seen or printed.",
                                           "Type the text again instead of pasting it."});
    if (const auto costly = costly_prose(out))
        return tl::make_unexpected(Problem{
            costly->message + (costly->line == 0 ? "." : ", from its line " + std::to_string(costly->line) + "."),
            costly_remedy});
    return out;
}

} // namespace qd::inline exchange
