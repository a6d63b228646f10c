#include "store/return_body.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include <zstd.h>

namespace qd::inline store {
namespace {

constexpr char version = 1;
constexpr std::size_t most_bytes = std::size_t{4} << 30;
constexpr std::size_t most_growth = 32'768; // zstd: 128 KB from a block of 4 bytes
constexpr std::size_t least_row = 6;        // bytes: area, period (3), parts, flags
constexpr int level = 3;

[[noreturn]] void damaged_return(const char* what) {
    throw Error(Fault::outage, std::string("A stored return is damaged: ") + what +
                                   ". Run quarterday verify, and restore the last sound backup.");
}

class Writer {
public:
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            out_ += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        out_ += static_cast<char>(value);
    }
    // Differences wrap around, as unsigned integers do: every int64 has one.
    void step(std::int64_t value, std::int64_t& before) {
        const auto step =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(before));
        number((static_cast<std::uint64_t>(step) << 1) ^ static_cast<std::uint64_t>(step >> 63));
        before = value;
    }
    void text(std::string_view text) {
        number(text.size());
        out_ += text;
    }
    void byte(char byte) { out_ += byte; }
    std::string finish() { return std::move(out_); }

private:
    std::string out_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    // Only as short as encode() writes it, so that there is one text for one number.
    std::uint64_t number() {
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
    std::int64_t step(std::int64_t& before) {
        const std::uint64_t coded = number();
        const std::uint64_t step = (coded >> 1) ^ (~(coded & 1) + 1);
        before = static_cast<std::int64_t>(static_cast<std::uint64_t>(before) + step);
        return before;
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) damaged_return("a text is longer than the rest");
        std::string out(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return out;
    }
    char byte() {
        if (bytes_.empty()) damaged_return("it ends too early");
        const char byte = bytes_.front();
        bytes_.remove_prefix(1);
        return byte;
    }
    // A count of things of which each takes at least so many bytes.
    std::size_t count(std::size_t least_bytes) {
        const std::uint64_t count = number();
        if (count > bytes_.size() / least_bytes) damaged_return("it says to hold more than it does");
        return count;
    }
    bool empty() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
};

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

void write_period(Writer& write, const Period& period, std::int64_t& a, std::int64_t& b) {
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

Period read_period(Reader& read, std::int64_t& a, std::int64_t& b) {
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

// Which of the optional parts of a row are there, as bits.
constexpr unsigned numerator = 1, denominator = 2, value = 4, gap = 8, published = 16, reported_in = 32, note = 64;
constexpr unsigned numbers = numerator | denominator | value, all_parts = 127, all_flags = 63;

unsigned parts_of(const Observation& row) {
    return (row.numerator ? numerator : 0U) | (row.denominator ? denominator : 0U) | (row.value ? value : 0U) |
           (row.gap ? gap : 0U) | (row.published ? published : 0U) | (row.reported_in ? reported_in : 0U) |
           (row.note.empty() ? 0 : note);
}

} // namespace

std::string encode(const Observations& observations) {
    std::vector<Observation> rows;
    rows.reserve(observations.size());
    for (std::size_t i = 0; i < observations.size(); ++i) rows.push_back(observations.at(i));
    Writer write;
    write.byte(version);
    write.number(observations.area_codes().size());
    for (const AreaCode& area : observations.area_codes()) write.text(area.text());
    write.number(rows.size());
    std::int64_t before = 0, a = 0, b = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) write.step(observations.areas()[i], before);
    for (const Observation& row : rows) write_period(write, row.period, a, b);
    for (const Observation& row : rows) write.number(parts_of(row));
    for (const Observation& row : rows) write.byte(static_cast<char>(row.flags));
    const auto decimals = [&](std::optional<Decimal> Observation::*column) {
        before = 0;
        for (const Observation& row : rows)
            if (row.*column) write.step((row.*column)->millionths(), before);
    };
    decimals(&Observation::numerator);
    decimals(&Observation::denominator);
    decimals(&Observation::value);
    for (const Observation& row : rows)
        if (row.gap) write.byte(static_cast<char>(*row.gap));
    decimals(&Observation::published);
    for (const Observation& row : rows)
        if (row.reported_in) write_period(write, *row.reported_in, a, b);
    for (const Observation& row : rows)
        if (!row.note.empty()) write.text(row.note);
    return write.finish();
}

namespace {

std::vector<Observation> read_rows(Reader& read, const std::vector<AreaCode>& areas) {
    std::vector<Observation> rows(read.count(least_row));
    std::int64_t index = 0, a = 0, b = 0, most = -1;
    for (Observation& row : rows) {
        read.step(index);
        if (!is_within(index, 0, static_cast<std::int64_t>(areas.size()) - 1) || index > most + 1)
            damaged_return("an area is not in its list");
        most = std::max(most, index); // numbered as they first appear
        row.area = areas[static_cast<std::size_t>(index)];
    }
    if (most + 1 != static_cast<std::int64_t>(areas.size())) damaged_return("an area of its list is not used");
    for (Observation& row : rows) row.period = read_period(read, a, b);
    std::vector<unsigned> parts(rows.size());
    for (unsigned& part : parts) {
        const std::uint64_t coded = read.number();
        if (coded > all_parts || ((coded & numbers) == 0) != ((coded & gap) != 0))
            damaged_return("a row has no such parts");
        part = static_cast<unsigned>(coded);
    }
    for (Observation& row : rows) {
        row.flags = static_cast<Flags>(read.byte());
        if (row.flags > all_flags) damaged_return("a row has no such flags");
    }
    const auto each = [&](unsigned part, const auto& fill) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (parts[i] & part) fill(rows[i]);
    };
    const auto decimals = [&](unsigned part, std::optional<Decimal> Observation::*column) {
        std::int64_t before = 0;
        each(part, [&](Observation& row) {
            row.*column = Decimal::from_millionths(read.step(before));
            if (before == INT64_MIN) damaged_return("a number is too large");
        });
    };
    decimals(numerator, &Observation::numerator);
    decimals(denominator, &Observation::denominator);
    decimals(value, &Observation::value);
    each(gap, [&](Observation& row) {
        const auto reason = static_cast<unsigned char>(read.byte());
        if (reason > static_cast<unsigned char>(GapReason::suppressed)) damaged_return("a gap has no such reason");
        row.gap = static_cast<GapReason>(reason);
    });
    decimals(published, &Observation::published);
    each(reported_in, [&](Observation& row) { row.reported_in = read_period(read, a, b); });
    each(note, [&](Observation& row) {
        row.note = read.text();
        if (row.note.empty()) damaged_return("a note is empty");
    });
    return rows;
}

} // namespace

Observations decode(std::string_view bytes) {
    Reader read(bytes);
    if (read.byte() != version) damaged_return("it is of no known version");
    std::vector<AreaCode> areas(read.count(1));
    std::unordered_set<AreaCode> known;
    for (AreaCode& area : areas) {
        area = AreaCode(read.text());
        if (!known.insert(area).second) damaged_return("an area stands twice in its list");
    }
    const std::vector<Observation> rows = read_rows(read, areas);
    if (!read.empty()) damaged_return("it does not end where it should");
    Observations observations;
    observations.reserve(rows.size());
    for (const Observation& row : rows) observations.add(row);
    return observations;
}

std::string compress(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size))
        throw Error(Fault::outage, std::string("A return could not be compressed: ") + ZSTD_getErrorName(size) + ".");
    out.resize(size);
    return out;
}

std::string decompress(std::string_view bytes) {
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    // A frame of another length than the whole would leave something over that no hash covers.
    if (ZSTD_findFrameCompressedSize(bytes.data(), bytes.size()) != bytes.size())
        damaged_return("it is not compressed as it should be");
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most_bytes)
        damaged_return("it is not compressed as it should be");
    if (size / most_growth > bytes.size()) damaged_return("it says to be larger than it can be");
    std::string out(size, '\0');
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) || got != size) damaged_return("it cannot be decompressed");
    return out;
}

} // namespace qd::inline store
