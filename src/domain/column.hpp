#pragma once

#include "base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace qd {

// For each row the place of something in a list: 16 bits wide while all places fit, 32 from then on.
class IndexColumn {
public:
    void reserve(std::size_t rows) { narrow_.reserve(rows); }
    void add(std::uint32_t place);
    std::size_t size() const { return narrow_.size() + wide_.size(); } // one of the two is empty
    std::uint32_t operator[](std::size_t row) const { return wide_.empty() ? narrow_[row] : wide_[row]; }

    // Calls `use` with the rows as a span of std::uint16_t or std::uint32_t, whichever they are.
    template <class Use> decltype(auto) visit(Use&& use) const {
        if (wide_.empty()) return use(std::span<const std::uint16_t>(narrow_));
        return use(std::span<const std::uint32_t>(wide_));
    }

    friend bool operator==(const IndexColumn&, const IndexColumn&) = default;

private:
    std::vector<std::uint16_t> narrow_;
    std::vector<std::uint32_t> wide_; // empty while all fit into narrow_
};

// For each row a number or none. No space while there is none at all; then 32 bits a row, as multiples of the greatest power of
// ten (up to a whole one) that divides all of them; 64 bits, in millionths, if one does not fit. Which of these it is follows
// from the numbers alone, so equal columns are stored the same way.
class NumberColumn {
public:
    static constexpr std::int64_t absent = INT64_MIN;        // in millionths
    static constexpr std::int32_t narrow_absent = INT32_MIN; // in steps
    static constexpr std::int64_t coarsest = Decimal::scale;

    NumberColumn() = default;
    // Of rows of any step (a power of ten, 1 to 1,000,000 millionths); narrow_absent = none.
    static NumberColumn of_steps(std::vector<std::int32_t> steps, std::int64_t step);

    void reserve(std::size_t rows) { reserved_ = rows; }
    void add(std::optional<Decimal> number); // Error(request) for the one number that means none
    void add_absent(std::size_t rows);

    std::size_t size() const { return size_; }
    bool is_empty() const { return narrow_.empty() && wide_.empty(); } // no row has a number
    std::int64_t millionths(std::size_t row) const {                   // or absent
        if (!narrow_.empty()) return narrow_[row] == narrow_absent ? absent : narrow_[row] * step_;
        return wide_.empty() ? absent : wide_[row];
    }
    std::optional<Decimal> operator[](std::size_t row) const {
        const std::int64_t number = millionths(row);
        return number == absent ? std::nullopt : std::optional(Decimal::from_millionths(number));
    }

    // At most one of the two holds the rows; neither, if is_empty().
    std::span<const std::int32_t> narrow() const { return narrow_; } // × step() = millionths
    std::int64_t step() const { return step_; }
    std::span<const std::int64_t> wide() const { return wide_; }

    friend bool operator==(const NumberColumn& a, const NumberColumn& b) {
        return a.size_ == b.size_ && a.step_ == b.step_ && a.narrow_ == b.narrow_ && a.wide_ == b.wide_;
    }

private:
    void add_narrow(std::int64_t number);
    bool refine();
    void coarsen();
    void widen();

    std::size_t size_ = 0, reserved_ = 0;
    std::int64_t step_ = coarsest; // of narrow_, in millionths; 1 where wide_ holds the rows
    std::vector<std::int32_t> narrow_;
    std::vector<std::int64_t> wide_;
};

// For each row a small number, mostly 0. No room while all of them are.
class ByteColumn {
public:
    void add(std::uint8_t value);
    std::size_t size() const { return size_; }
    bool is_empty() const { return rows_.empty(); } // all are 0
    std::uint8_t operator[](std::size_t row) const { return rows_.empty() ? std::uint8_t{0} : rows_[row]; }
    void add_zeros(std::size_t rows);
    std::span<const std::uint8_t> rows() const { return rows_; } // or none, if is_empty()

    friend bool operator==(const ByteColumn&, const ByteColumn&) = default;

private:
    std::size_t size_ = 0;
    std::vector<std::uint8_t> rows_;
};

} // namespace qd
