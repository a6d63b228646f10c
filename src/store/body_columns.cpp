#include "store/body_columns.hpp"

#include <algorithm>
#include <bit>

namespace qd::inline store {
namespace {

enum Form : char { none, narrow, wide };

template <class Word> int planes_of(Word most) { return (static_cast<int>(std::bit_width(most)) + 7) / 8; }

// All the lowest bytes, then all the next …
template <class Word> void write_planes(BodyWriter& write, const std::vector<Word>& words, int planes) {
    std::string& out = write.out();
    for (int plane = 0; plane < planes; ++plane) {
        const std::size_t start = out.size();
        out.resize(start + words.size());
        char* bytes = out.data() + start;
        for (std::size_t i = 0; i < words.size(); ++i) bytes[i] = static_cast<char>(words[i] >> (8 * plane));
    }
}

template <class Word> std::vector<Word> read_planes(BodyReader& read, std::size_t rows, int planes) {
    std::vector<Word> words(rows);
    for (int plane = 0; plane < planes; ++plane) {
        const char* bytes = read.bytes(rows).data();
        for (std::size_t i = 0; i < rows; ++i)
            words[i] |= static_cast<Word>(Word{static_cast<unsigned char>(bytes[i])} << (8 * plane));
    }
    return words;
}

// In as many planes as the greatest needs, with that number in a byte before.
void write_words(BodyWriter& write, const std::vector<std::uint32_t>& words) {
    const int planes = words.empty() ? 0 : planes_of(*std::ranges::max_element(words));
    write.byte(static_cast<char>(planes));
    write_planes(write, words, planes);
}

std::vector<std::uint32_t> read_words(BodyReader& read, std::size_t rows) {
    const int planes = read.byte();
    if (planes < 0 || planes > 4) damaged_return("a column is too wide");
    std::vector<std::uint32_t> words = read_planes<std::uint32_t>(read, rows, planes);
    if ((words.empty() ? 0 : planes_of(*std::ranges::max_element(words))) != planes)
        damaged_return("a column is wider than it has to be");
    return words;
}

char exponent_of(std::int64_t step) {
    char exponent = 0;
    for (; step > 1; step /= 10) ++exponent;
    return exponent;
}

NumberColumn read_narrow(BodyReader& read, std::size_t rows) {
    std::int64_t step = 1, least = 0;
    const char exponent = read.byte();
    if (exponent < 0 || exponent > exponent_of(NumberColumn::coarsest)) damaged_return("a column has no such step");
    for (char i = 0; i < exponent; ++i) step *= 10;
    read.step(least);
    const std::vector<std::uint32_t> words = read_words(read, rows);
    const std::uint32_t most = words.empty() ? 0 : *std::ranges::max_element(words);
    if (most == 0 || least < -INT32_MAX || least + (std::int64_t{most} - 1) > INT32_MAX ||
        std::ranges::find(words, 1U) == words.end())
        damaged_return("a number is not where it should be");
    std::vector<std::int32_t> steps(rows);
    const auto origin = static_cast<std::uint32_t>(least - 1);
    for (std::size_t i = 0; i < rows; ++i)
        steps[i] = words[i] == 0 ? NumberColumn::narrow_absent : static_cast<std::int32_t>(words[i] + origin);
    NumberColumn column = NumberColumn::of_steps(std::move(steps), step);
    if (column.step() != step) damaged_return("a column has a different step");
    return column;
}

NumberColumn read_wide(BodyReader& read, std::size_t rows) {
    NumberColumn column;
    for (const std::uint64_t word : read_planes<std::uint64_t>(read, rows, 8)) {
        const auto number = static_cast<std::int64_t>(word);
        column.add(number == NumberColumn::absent ? std::nullopt : std::optional(Decimal::from_millionths(number)));
    }
    if (column.wide().empty()) damaged_return("a column is wider than it has to be");
    return column;
}

} // namespace

void write_places(BodyWriter& write, const IndexColumn& column) {
    std::vector<std::uint32_t> words(column.size());
    column.visit([&](auto places) {
        std::uint32_t before = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::uint32_t step = std::uint32_t{places[i]} - before;
            words[i] = (step << 1) ^ (~(step >> 31) + 1);
            before = places[i];
        }
    });
    write_words(write, words);
}

IndexColumn read_places(BodyReader& read, std::size_t rows, std::size_t things) {
    IndexColumn column;
    column.reserve(rows);
    std::uint32_t place = 0, fresh = 0; // fresh: the place of the next that has not appeared
    for (const std::uint32_t word : read_words(read, rows)) {
        place += (word >> 1) ^ (~(word & 1) + 1);
        if (place > fresh) damaged_return("a list is not in the order of its rows");
        fresh += place == fresh;
        column.add(place);
    }
    if (fresh != things) damaged_return("a list has more or less than its rows");
    return column;
}

void write_numbers(BodyWriter& write, const NumberColumn& column) {
    if (column.is_empty()) return write.byte(none);
    if (!column.wide().empty()) {
        write.byte(wide);
        return write_planes(write, std::vector<std::uint64_t>(column.wide().begin(), column.wide().end()), 8);
    }
    std::int32_t least = INT32_MAX;
    for (const std::int32_t row : column.narrow())
        if (row != NumberColumn::narrow_absent) least = std::min(least, row);
    const auto origin = static_cast<std::uint32_t>(least) - 1; // the least is 1; 0 is none
    std::vector<std::uint32_t> words(column.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::int32_t row = column.narrow()[i];
        words[i] = row == NumberColumn::narrow_absent ? 0 : static_cast<std::uint32_t>(row) - origin;
    }
    write.byte(narrow);
    write.byte(exponent_of(column.step()));
    std::int64_t before = 0;
    write.step(least, before);
    write_words(write, words);
}

NumberColumn read_numbers(BodyReader& read, std::size_t rows) {
    switch (read.byte()) {
    case none: {
        NumberColumn column;
        column.add_absent(rows);
        return column;
    }
    case narrow: return read_narrow(read, rows);
    case wide: return read_wide(read, rows);
    default: damaged_return("a column is of no known form");
    }
}

void write_bytes(BodyWriter& write, const ByteColumn& column) {
    write.byte(column.is_empty() ? none : narrow);
    for (const std::uint8_t byte : column.rows()) write.byte(static_cast<char>(byte));
}

ByteColumn read_bytes(BodyReader& read, std::size_t rows, std::uint8_t most) {
    ByteColumn column;
    const char form = read.byte();
    if (form != none && form != narrow) damaged_return("a column is of no known form");
    if (form == none) {
        column.add_zeros(rows);
        return column;
    }
    for (const char byte : read.bytes(rows)) {
        if (static_cast<std::uint8_t>(byte) > most) damaged_return("a row has no such mark");
        column.add(static_cast<std::uint8_t>(byte));
    }
    if (column.is_empty()) damaged_return("a column is wider than it has to be");
    return column;
}

} // namespace qd::inline store
