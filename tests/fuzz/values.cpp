#include "exchange/values.hpp"
#include "base/date.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/calendar.hpp"
#include "domain/margin.hpp"
#include "domain/status_rules.hpp"
#include "domain/tolerance.hpp"
#include "fuzz/family.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/nasty.hpp"
#include "store/db/address.hpp"
#include "web/address.hpp"
#include "web/serve.hpp"

#include <algorithm>

namespace qd::fuzz {
namespace {

constexpr std::string_view seeds[] = {
    "0",
    "-12.5",
    "9223372036854.775807",
    "-9223372036854.775808",
    "19252",
    "£1,234",
    "5%",
    "(3)",
    "12.3 [p]",
    "n/a",
    "[c]",
    "1 234",
    "2012-12-31",
    "31/12/2012",
    "2013-02-15T10:00:00Z",
    "2012-02-29",
    "2012-13",
    "2012-13Q3",
    "2012-12",
    "2011-M12",
    "AY2012-13",
    "2012Q3",
    "2012H2",
    "2010-01-01/2010-12-31",
    "5%",
    "2 points",
    "1 point",
    "none",
    "green >= 55; amber >= 40; red otherwise",
    "green <= 5; amber < 7.5; red otherwise",
    "blue > 1; green >= 0",
    "meets target",
    "misses target and before year end",
    "beats target by 5%",
    "beats target by 2 points and better than last year",
    "within 10% of target",
    "within 2 points of target",
    "within tolerance and same or better than previous",
    "forecast meets target and at year end",
    "otherwise",
    "measure:ASC1",
    "recovery_plan:CYP1-2012-13Q3",
    "council:",
    "priority:CT 1",
    "sqlite:/tmp/x.db",
    "postgresql://u:p@h:5432/d",
    "127.0.0.1:8080",
    "[::1]:80",
    "/measures/ASC1?period=2012-13Q3&as_at=2013-02-15",
    "/%41/%C3%A9",
    "provisional estimated",
    "Not started",
    "yes",
    "no",
};

// A few words of some values, combined again.
std::string recombined(Random& random) {
    std::string text;
    for (std::size_t i = random.few(8); i > 0; --i) {
        const std::vector<std::string> words = split(random.pick(seeds), ' ');
        text += (text.empty() ? "" : " ") + random.pick(words);
    }
    return text;
}

// parse and print are a pair. True if the text was understood.
template <class Value>
bool check_pair(const std::string& what, const std::optional<Value>& value,
                std::optional<Value> (*parse)(std::string_view)) {
    if (!value) return false;
    const auto again = parse(print(*value));
    must(again && *again == *value, what + " is printed as something else: " + std::string(print(*value)));
    return true;
}

template <class Value, class Problem> std::optional<Value> value_or_reason(const tl::expected<Value, Problem>& result) {
    if (result) return *result;
    return std::nullopt;
}

std::optional<Tolerance> parse_tolerance(std::string_view text) { return value_or_reason(Tolerance::parse(text)); }
std::optional<Margin> parse_margin(std::string_view text) { return value_or_reason(Margin::parse(text)); }
std::optional<std::vector<Condition>> parse_rule(std::string_view text) {
    return value_or_reason(parse_conditions(text));
}

bool check_base(const std::string& text) {
    bool understood = check_pair<Decimal>("A number", Decimal::parse(text), Decimal::parse);
    understood |= check_pair<Date>("A day", Date::parse(text), Date::parse);
    understood |= check_pair<Instant>("A moment", Instant::parse(text), Instant::parse);
    if (const auto number = Decimal::parse(text)) {
        for (int decimals = 0; decimals <= 6; ++decimals) {
            try {
                (void)number->rounded(decimals);
                (void)print_fixed(*number, decimals);
                (void)print_grouped(*number, decimals);
            } catch (const Error&) { // what is rounded up may leave the range
            }
        }
        try {
            (void)(*number * *number), (void)(*number + *number), (void)(Decimal() - *number), (void)number->abs(),
                (void)-*number;
            if (!number->is_zero()) (void)Decimal::ratio(Decimal(100), *number, 1'000);
        } catch (const Error&) {}
    }
    must(!is_utf8(text) || is_utf8(shorten(text, 5)), "A shortened text is no longer UTF-8.");
    (void)display_width(text), (void)lower(text), (void)nearest(text, {"returns", "areas"}), (void)split(text, ','),
        (void)trim(text);
    return understood;
}

bool check_domain(const std::string& text) {
    bool understood = check_pair<Tolerance>("A tolerance", parse_tolerance(text), parse_tolerance);
    understood |= check_pair<Margin>("A margin", parse_margin(text), parse_margin);
    understood |= check_pair<std::vector<Condition>>("A condition", parse_rule(text), parse_rule);
    understood |= check_pair<Subject>("A subject", parse_subject(text), parse_subject);
    understood |= check_pair<Flags>("Flags", parse_flags(text), parse_flags);
    understood |= check_pair<GapReason>("A gap reason", parse_gap_reason(text), parse_gap_reason);
    understood |= check_pair<Status>("A status", parse_status(text), parse_status);
    return understood;
}

// What a person wrote in a cell. Each of them says what is wrong, or understands.
bool check_exchange(const std::string& text) {
    bool understood = false;
    const auto look = [&](const auto& result) {
        if (result)
            understood = true;
        else
            must(!result.error().message.empty() && !result.error().remedy.empty(),
                 "A problem without a message or a remedy.");
    };
    look(read_number(text));
    look(read_figure(text));
    look(read_date(text));
    look(read_instant(text));
    look(read_period(text, Calendar(4)));
    look(read_period(text, Calendar(1)));
    look(read_yes_no(text));
    if (const auto given = read_text(text)) must(plain_text(*given) == *given, "A text that was read is not plain.");
    return understood;
}

template <class Parse> bool answers(Parse parse) {
    try {
        parse();
        return true;
    } catch (const Error& error) {
        must(error.fault() == Fault::request,
             std::string("An address ends otherwise than in a request error: ") + error.what());
        return false;
    }
}

bool check_addresses(const std::string& text) {
    bool understood = answers([&] { (void)web::parse_listening(text); });
    understood |= answers([&] {
        const web::Address address = web::Address::parse(text);
        const std::string path = address.path();
        must(path.size() > web::Address::longest || web::Address::parse(path).segments() == address.segments(),
             "An address is printed as another.");
    });
    (void)answers([&] { (void)db::parse_address(text).product; });
    const auto encoded = web::percent_decode(web::percent_encode(text));
    must(encoded == text, "What is percent-encoded is decoded as something else.");
    return understood;
}

void check_calendar(const Calendar& calendar, Period period) {
    must(calendar.first_day(period) <= calendar.last_day(period), "A period ends before it begins.");
    (void)calendar.label(period), (void)calendar.days_label(period), (void)calendar.ends_year(period),
        (void)calendar.year_to_date(period);
    (void)calendar.year_of(period), (void)calendar.year_before(period);
    const auto again = Period::parse(calendar.text(period));
    must(again == period, "A period is printed as another: " + calendar.text(period));
    if (period.grain() == Grain::span) return;
    must(calendar.containing(period.grain(), calendar.first_day(period)) == period,
         "A period does not hold its first day.");
    must(calendar.containing(period.grain(), calendar.last_day(period)) == period,
         "A period does not hold its last day.");
    if (const auto next = calendar.next(period))
        must(calendar.previous(*next) == period, "The period before the next is another.");
    (void)calendar.position_in_year(period), (void)calendar.periods_a_year(period.grain());
    for (const Grain grain : {Grain::month, Grain::quarter, Grain::half, Grain::year, Grain::academic_year})
        for (const Period part : calendar.parts(period, grain))
            must(part.grain() == grain, "A part has another grain.");
}

} // namespace

Input make_values(Random& random) {
    std::string text = random.once_in(3)   ? recombined(random)
                       : random.once_in(3) ? nasty_cell(random)
                                           : std::string(random.pick(seeds));
    if (!random.once_in(5)) text = mutate_bytes(random, text);
    return {"", {{"value.txt", text}}};
}

Ending run_values(const Input& input) {
    const std::string& text = input.files[0].bytes;
    bool understood = check_base(text);
    understood |= check_domain(text);
    understood |= check_exchange(text);
    understood |= check_addresses(text);
    return understood ? Ending::understood : Ending::refused;
}

Input make_periods(Random& random) {
    constexpr std::string_view shapes[] = {"Y-y", "Y-yQq", "Y-yHh", "Y",   "YQq", "YHh",
                                           "Y-m", "Y-Mm",  "AYY-y", "D/D", "D"};
    constexpr int years[] = {0,    1,    1899, 1900, 1901, 1969, 1970, 1999, 2000, 2010,
                             2011, 2012, 2099, 2100, 2198, 2199, 2200, 9998, 9999, 12345};
    const int year = random.once_in(2) ? static_cast<int>(random.between(1995, 2020)) : random.pick(years);
    const auto digits = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
    std::string text;
    for (const char c : random.pick(shapes)) {
        switch (c) {
        case 'Y': text += std::to_string(year); break;
        case 'y': text += digits((year + (random.once_in(9) ? 2 : 1)) % 100); break;
        case 'q': text += std::to_string(random.below(6)); break;
        case 'h': text += std::to_string(random.below(4)); break;
        case 'm': text += digits(static_cast<int>(random.below(14))); break;
        case 'D':
            text += std::to_string(year + static_cast<int>(text.empty() ? 0 : random.below(3))) + "-" +
                    digits(static_cast<int>(random.between(1, 12))) + "-" +
                    digits(static_cast<int>(random.between(1, 31)));
            break;
        default: text += c;
        }
    }
    text = replace_all(text, "AYY", "AY"); // the shape's own A and Y, then the year
    if (random.once_in(3)) text = mutate_bytes(random, text);
    return {std::to_string(random.between(0, 13)), {{"period.txt", text}}};
}

Ending run_periods(const Input& input) {
    const auto period = Period::parse(input.files[0].bytes);
    try {
        const Calendar calendar(std::stoi(input.about));
        if (!period) return Ending::refused;
        for (const Grain grain : {Grain::month, Grain::year}) (void)print(grain);
        check_calendar(calendar, *period);
    } catch (const Error& error) { // the calendar starts in no month, or a day is outside the years
        must(error.fault() == Fault::request,
             std::string("A period ends otherwise than in a request error: ") + error.what());
        return Ending::refused;
    }
    return Ending::understood;
}

} // namespace qd::fuzz
