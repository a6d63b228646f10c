#include "store/body_bytes.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline store {
namespace {

constexpr std::size_t least_row = 6; // bytes: area, period (3), parts, flags

// Which of the optional parts of a row are there, as bits.
constexpr unsigned numerator = 1, denominator = 2, value = 4, gap = 8, published = 16, reported_in = 32, note = 64;
constexpr unsigned numbers = numerator | denominator | value, all_parts = 127, all_flags = 63;

bool is_within(std::int64_t number, std::int64_t least, std::int64_t most) { return number >= least && number <= most; }

std::vector<Observation> read_rows(BodyReader& read, const std::vector<AreaCode>& areas) {
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

Observations decode_first_version(BodyReader& read) {
    const std::vector<AreaCode> areas = read_area_codes(read);
    const std::vector<Observation> rows = read_rows(read, areas);
    if (!read.empty()) damaged_return("it does not end where it should");
    Observations observations;
    observations.reserve(rows.size());
    for (const Observation& row : rows) observations.add(row);
    return observations;
}

} // namespace qd::inline store
