#include "store/return_body.hpp"

#include "base/error.hpp"
#include "store/body_bytes.hpp"
#include "store/body_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <zstd.h>

namespace qd::inline store {
namespace {

// The last only of returns that take something away, so that all others stay as they were written.
constexpr char first_version = 1, version = 2, denying_version = 3;
constexpr std::size_t most_bytes = std::size_t{4} << 30;
constexpr std::size_t most_growth = 32'768; // zstd: 128 KB from a block of 4 bytes
constexpr int level = 1;

template <class Cells> std::vector<std::size_t> rows_of(const Cells& cells) {
    std::vector<std::size_t> rows;
    for (const auto& [row, cell] : cells) rows.push_back(row);
    std::ranges::sort(rows);
    return rows;
}

using TextByRow = std::unordered_map<std::size_t, std::string>;

void write_texts(BodyWriter& write, const TextByRow& texts) {
    std::int64_t before = 0;
    write.number(texts.size());
    for (const std::size_t row : rows_of(texts)) {
        write.step(static_cast<std::int64_t>(row), before);
        write.text(texts.at(row));
    }
}

void write_by_row(BodyWriter& write, const ObservationColumns& columns) {
    std::int64_t before = 0, a = 0, b = 0;
    write.number(columns.reported_in.size());
    for (const std::size_t row : rows_of(columns.reported_in)) {
        write.step(static_cast<std::int64_t>(row), before);
        write_period(write, columns.reported_in.at(row), a, b);
    }
    write_texts(write, columns.notes);
    if (columns.denied.empty()) return;
    before = 0;
    write.number(columns.denied.size());
    for (const std::size_t row : rows_of(columns.denied)) {
        write.step(static_cast<std::int64_t>(row), before);
        write.byte(static_cast<char>(columns.denied.at(row)));
    }
}

// The row of the next cell of a column that few rows have: each after the one before.
std::size_t next_row(BodyReader& read, std::int64_t& before, bool is_first, std::size_t rows) {
    const std::int64_t last = before, row = read.step(before);
    if (row < 0 || row >= static_cast<std::int64_t>(rows) || (!is_first && row <= last))
        damaged_return("a cell has no row of its own");
    return static_cast<std::size_t>(row);
}

TextByRow read_texts(BodyReader& read, std::size_t rows) {
    TextByRow texts;
    std::int64_t before = 0;
    for (std::size_t i = 0, count = read.count(3); i < count; ++i) {
        const std::size_t row = next_row(read, before, i == 0, rows);
        std::string text = read.text();
        if (text.empty()) damaged_return("a text is empty");
        texts.emplace(row, std::move(text));
    }
    return texts;
}

void read_denials(BodyReader& read, ObservationColumns& columns, std::size_t rows) {
    constexpr int every = 15;
    const std::size_t count = read.count(2);
    if (count == 0) damaged_return("it takes nothing away");
    std::int64_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = next_row(read, before, i == 0, rows);
        const char denied = read.byte();
        if (denied <= 0 || denied > every) damaged_return("a row takes away what there is not");
        columns.denied.emplace(row, static_cast<Denials>(denied));
    }
}

void read_by_row(BodyReader& read, ObservationColumns& columns, std::size_t rows) {
    std::int64_t before = 0, a = 0, b = 0;
    for (std::size_t i = 0, count = read.count(4); i < count; ++i) {
        const std::size_t row = next_row(read, before, i == 0, rows);
        columns.reported_in.emplace(row, read_period(read, a, b));
    }
    columns.notes = read_texts(read, rows);
}

std::vector<Period> read_periods(BodyReader& read) {
    std::vector<Period> periods(read.count(3));
    std::int64_t a = 0, b = 0;
    for (Period& period : periods) period = read_period(read, a, b);
    std::vector<Period> sorted = periods;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) damaged_return("a period appears twice in its list");
    return periods;
}

Observations decode_columns(BodyReader& read, char of_version) {
    constexpr std::uint8_t most_gap = static_cast<std::uint8_t>(GapReason::suppressed) + 1, most_flags = 63;
    ObservationColumns columns;
    columns.area_codes = read_area_codes(read);
    columns.period_list = read_periods(read);
    const std::size_t rows = read.count(1); // each has a number or a gap, of a byte at least
    columns.areas = read_places(read, rows, columns.area_codes.size());
    columns.periods = read_places(read, rows, columns.period_list.size());
    for (NumberColumn* column :
         {&columns.numerators, &columns.denominators, &columns.values, &columns.targets, &columns.published})
        *column = read_numbers(read, rows);
    columns.gaps = read_bytes(read, rows, most_gap);
    columns.flags = read_bytes(read, rows, most_flags);
    read_by_row(read, columns, rows);
    if (of_version == denying_version) read_denials(read, columns, rows);
    if (!read.empty()) damaged_return("it does not end where it should");
    try {
        return Observations(std::move(columns));
    } catch (const Error&) {
        damaged_return("a row has no such parts");
    }
}

} // namespace

std::string encode(const Observations& observations) {
    const ObservationColumns& columns = observations.columns();
    BodyWriter write;
    write.byte(columns.denied.empty() ? version : denying_version);
    write.number(columns.area_codes.size());
    for (const AreaCode& area : columns.area_codes) write.text(area.text());
    write.number(columns.period_list.size());
    std::int64_t a = 0, b = 0;
    for (const Period& period : columns.period_list) write_period(write, period, a, b);
    write.number(observations.size());
    write_places(write, columns.areas);
    write_places(write, columns.periods);
    for (const NumberColumn* column :
         {&columns.numerators, &columns.denominators, &columns.values, &columns.targets, &columns.published})
        write_numbers(write, *column);
    write_bytes(write, columns.gaps);
    write_bytes(write, columns.flags);
    write_by_row(write, columns);
    return write.finish();
}

Observations decode(std::string_view bytes) {
    BodyReader read(bytes);
    const char of_version = read.byte();
    switch (of_version) {
    case first_version: return decode_first_version(read);
    case version:
    case denying_version: return decode_columns(read, of_version);
    default: damaged_return("it is of no known version");
    }
}

bool is_of_this_version(std::string_view body) {
    return body.starts_with(version) || body.starts_with(denying_version);
}

std::string encode_cells(const Observations& observations) {
    if (observations.columns().cells.empty()) return "";
    BodyWriter write;
    write_texts(write, observations.columns().cells);
    return write.finish();
}

Observations with_cells(const Observations& observations, std::string_view bytes) {
    if (bytes.empty()) return observations;
    ObservationColumns columns = observations.columns();
    BodyReader read(bytes);
    columns.cells = read_texts(read, observations.size());
    if (!read.empty()) damaged_return("its cells do not end where they should");
    return Observations(std::move(columns));
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
    if (size / most_growth > bytes.size()) damaged_return("it claims to be larger than it can be");
    std::string out(size, '\0');
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) || got != size) damaged_return("it cannot be decompressed");
    return out;
}

} // namespace qd::inline store
