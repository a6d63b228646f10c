#include "domain/period.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/words.hpp"

#include <fmt/format.h>

namespace qd {
namespace {

constexpr Word<Grain> grains[] = {
    {Grain::month, "month"},
    {Grain::quarter, "quarter"},
    {Grain::half, "half"},
    {Grain::year, "year"},
    {Grain::academic_year, "academic_year"},
    {Grain::span, "span"},
};

// Outside of these a year is a slip of the pen.
constexpr int first_year = 1900;
constexpr int last_year = 2199;

int two_digits_after(int year) { return (year + 1) % 100; }

// So many digits from `at` on, or none.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t length) {
    if (at + length > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Period> parse_span(std::string_view text) {
    const auto slash = text.find('/');
    const auto first = Date::parse(text.substr(0, slash)), last = Date::parse(text.substr(slash + 1));
    if (!first || !last || *last < *first || first->year() < first_year || last->year() > last_year)
        return std::nullopt;
    return Period::span(*first, *last);
}

// "Q3" or "H2" after the year, or nothing.
std::optional<Period> within_year(int year, std::string_view rest) {
    if (rest.empty()) return Period::year(year);
    const auto number = rest.size() == 2 ? number_at(rest, 1, 1) : std::nullopt;
    if (!number || *number < 1) return std::nullopt;
    if (rest[0] == 'q' && *number <= 4) return Period::quarter(year, *number);
    if (rest[0] == 'h' && *number <= 2) return Period::half(year, *number);
    return std::nullopt;
}

void require(bool holds, const char* what, int number) {
    if (!holds) throw Error(Fault::request, fmt::format("There is no {} {} in a year.", what, number));
}

} // namespace

Period Period::month(int year, int month) {
    require(month >= 1 && month <= 12, "month", month);
    return {Grain::month, year, month};
}
Period Period::quarter(int year, int quarter) {
    require(quarter >= 1 && quarter <= 4, "quarter", quarter);
    return {Grain::quarter, year, quarter};
}
Period Period::half(int year, int half) {
    require(half >= 1 && half <= 2, "half", half);
    return {Grain::half, year, half};
}
Period Period::year(int year) { return {Grain::year, year, 1}; }
Period Period::academic_year(int year) { return {Grain::academic_year, year, 1}; }
Period Period::span(Date first, Date last) {
    if (last < first)
        throw Error(Fault::request,
                    fmt::format("A period cannot run from {} back to {}.", qd::print(first), qd::print(last)));
    return {Grain::span, first.days_since_1970(), last.days_since_1970()};
}

std::optional<Period> Period::parse(std::string_view text) {
    if (text.find('/') != std::string_view::npos) return parse_span(text);
    const std::string small = lower(text);
    std::string_view rest = small;
    const bool academic = rest.starts_with("ay");
    if (academic) rest.remove_prefix(2);
    const auto year = number_at(rest, 0, 4);
    if (!year || *year < first_year || *year > last_year) return std::nullopt;
    rest.remove_prefix(4);

    if (rest.starts_with("-m") && !academic) {
        const auto month = rest.size() == 4 ? number_at(rest, 2, 2) : std::nullopt;
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        return Period::month(*year, *month);
    }
    if (!rest.starts_with("-")) return academic ? std::nullopt : within_year(*year, rest);
    const auto number = number_at(rest, 1, 2);
    if (!number) return std::nullopt;
    rest.remove_prefix(3);
    if (*number == two_digits_after(*year)) {
        if (!academic) return within_year(*year, rest);
        return rest.empty() ? std::optional(academic_year(*year)) : std::nullopt;
    }
    if (academic || !rest.empty() || *number < 1 || *number > 12) return std::nullopt;
    return Period::month(*year, *number);
}

std::string print(Period period, YearStyle style) {
    const int year = period.grain() == Grain::span ? 0 : period.start_year();
    const auto split_year = [&] { return fmt::format("{:04}-{:02}", year, two_digits_after(year)); };
    const auto styled_year = [&] { return style == YearStyle::split ? split_year() : fmt::format("{:04}", year); };
    switch (period.grain()) {
    case Grain::month:
        return fmt::format("{:04}-{}{:02}", year, period.number() == two_digits_after(year) ? "M" : "",
                           period.number());
    case Grain::quarter: return fmt::format("{}Q{}", styled_year(), period.number());
    case Grain::half: return fmt::format("{}H{}", styled_year(), period.number());
    case Grain::year: return styled_year();
    case Grain::academic_year: return "AY" + split_year();
    case Grain::span: return print(period.span_first()) + "/" + print(period.span_last());
    }
    return {};
}

std::string_view print(Grain grain) { return word_of(grains, grain); }
std::optional<Grain> parse_grain(std::string_view text) { return value_of(grains, text); }

} // namespace qd

std::size_t std::hash<qd::Period>::operator()(const qd::Period& period) const noexcept {
    // Years and days need far less than 32 bits, so the grain finds room on top and no two periods fall together.
    const bool span = period.grain() == qd::Grain::span;
    const auto a = static_cast<std::uint32_t>(span ? period.span_first().days_since_1970() : period.start_year());
    const auto b = static_cast<std::uint32_t>(span ? period.span_last().days_since_1970() : period.number());
    const std::uint64_t mixed =
        ((std::uint64_t{a} << 32 | b) ^ static_cast<std::uint64_t>(period.grain()) << 60) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mixed ^ mixed >> 32);
}
