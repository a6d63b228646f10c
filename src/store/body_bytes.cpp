#include "store/body_bytes.hpp"

#include "base/error.hpp"

#include <unordered_set>
#include <vector>

namespace qd::inline store {

[[noreturn]] void damaged_return(const char* what) {
    throw Error(Fault::outage, std::string("A stored return is damaged: ") + what +
                                   ". Run quarterday verify, and restore the last sound backup.");
}

void BodyWriter::number(std::uint64_t value) {
    while (value >= 0x80) {
        out_ += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out_ += static_cast<char>(value);
}

void BodyWriter::step(std::int64_t value, std::int64_t& before) {
    const auto step = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(before));
    number((static_cast<std::uint64_t>(step) << 1) ^ static_cast<std::uint64_t>(step >> 63));
    before = value;
}

void BodyWriter::text(std::string_view text) {
    number(text.size());
    out_ += text;
}

// Always the shortest form, so that there is one text for one number.
std::uint64_t BodyReader::number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const auto part = static_cast<unsigned char>(byte());
        if ((shift == 63 && part > 1) || (shift > 0 && part == 0))
            damaged_return("a number is not written as it should be");
        value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
        if (part < 0x80) return value;
    }
    damaged_return("a number does not end");
}

std::int64_t BodyReader::step(std::int64_t& before) {
    const std::uint64_t coded = number();
    const std::uint64_t step = (coded >> 1) ^ (~(coded & 1) + 1);
    before = static_cast<std::int64_t>(static_cast<std::uint64_t>(before) + step);
    return before;
}

std::string BodyReader::text() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) damaged_return("a text is longer than the rest");
    return std::string(bytes(size));
}

char BodyReader::byte() { return bytes(1).front(); }

std::string_view BodyReader::bytes(std::size_t size) {
    if (size > bytes_.size()) damaged_return("it ends too early");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
}

std::size_t BodyReader::count(std::size_t least_bytes) {
    const std::uint64_t count = number();
    if (count > bytes_.size() / least_bytes) damaged_return("it claims to contain more than it does");
    return count;
}

namespace {

bool is_within(std::int64_t value, std::int64_t least, std::int64_t most) { return value >= least && value <= most; }

// How many of it there are in a year.
int positions(Grain grain) {
    switch (grain) {
    case Grain::month: return 12;
    case Grain::quarter: return 4;
    case Grain::half: return 2;
    default: return 1;
    }
}

// As a grain and two numbers: start year and position, or first and last day. Only what Period::parse can give.
bool is_period(std::int64_t grain, std::int64_t first, std::int64_t second) {
    constexpr std::int64_t first_day = -25'567, last_day = 84'005; // 1900-01-01, 2199-12-31
    if (!is_within(grain, 0, static_cast<std::int64_t>(Grain::span))) return false;
    if (grain == static_cast<std::int64_t>(Grain::span))
        return is_within(first, first_day, last_day) && is_within(second, first, last_day);
    return is_within(first, 1900, 2199) && is_within(second, 1, positions(static_cast<Grain>(grain)));
}

} // namespace

void write_period(BodyWriter& write, const Period& period, std::int64_t& a, std::int64_t& b) {
    const bool span = period.grain() == Grain::span;
    const std::int64_t first = span ? period.span_first().days_since_1970() : period.start_year();
    const std::int64_t second = span ? period.span_last().days_since_1970() : period.number();
    if (!is_period(static_cast<std::int64_t>(period.grain()), first, second))
        throw Error(Fault::request,
                    "A return is for " + print(period) + ", which is not a period between 1900 and 2199. Correct it.");
    write.byte(static_cast<char>(period.grain()));
    write.step(first, a);
    write.step(second, b);
}

Period read_period(BodyReader& read, std::int64_t& a, std::int64_t& b) {
    const auto grain = static_cast<unsigned char>(read.byte());
    const std::int64_t first = read.step(a), second = read.step(b);
    if (!is_period(grain, first, second)) damaged_return("a period is out of range");
    const int year = static_cast<int>(first), number = static_cast<int>(second);
    switch (static_cast<Grain>(grain)) {
    case Grain::month: return Period::month(year, number);
    case Grain::quarter: return Period::quarter(year, number);
    case Grain::half: return Period::half(year, number);
    case Grain::year: return Period::year(year);
    case Grain::academic_year: return Period::academic_year(year);
    case Grain::span: break;
    }
    return Period::span(Date::from_days(year), Date::from_days(number));
}

std::vector<AreaCode> read_area_codes(BodyReader& read) {
    std::vector<AreaCode> areas(read.count(1));
    std::unordered_set<AreaCode> known;
    for (AreaCode& area : areas) {
        area = AreaCode(read.text());
        if (!known.insert(area).second) damaged_return("an area appears twice in its list");
    }
    return areas;
}

} // namespace qd::inline store
