#pragma once

#include "domain/column.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace qd::inline exchange {

// A number as it is written: 37.5 is 375 with one decimal.
struct PlainNumber {
    std::int64_t digits = 0; // at most 18, so that it fits in millionths
    int decimals = 0;        // 0 to 6

    std::int64_t millionths() const;
};

// For each row a number or none, with the most decimals that any has: narrow while all fit, in millionths from then on.
class PlainNumbers {
public:
    void add(PlainNumber number) {
        if (!used_) begin();
        if (!is_wide_ && number.decimals == decimals_ && number.digits >= -INT32_MAX && number.digits <= INT32_MAX)
            return narrow_.push_back(static_cast<std::int32_t>(number.digits));
        add_slowly(number);
    }
    void add_none() {
        if (!used_)
            ++rows_;
        else if (is_wide_)
            wide_.push_back(NumberColumn::absent);
        else
            narrow_.push_back(NumberColumn::narrow_absent);
    }

    void expect(std::size_t rows) { expected_ = rows; } // room is made for so many once there is a number

    struct Rows {
        const PlainNumbers* numbers = nullptr;
        std::size_t first = 0, count = 0;
    };
    // The rows of several, in order, as a column.
    static NumberColumn join(std::span<const Rows> parts);

private:
    void begin();
    void add_slowly(PlainNumber number);
    bool rescale(int decimals);
    void widen();
    std::int64_t millionths(std::size_t row) const;

    bool used_ = false, is_wide_ = false; // unused: rows_ of them, none with a number
    std::size_t rows_ = 0, expected_ = 0;
    int decimals_ = 0;
    std::vector<std::int32_t> narrow_;
    std::vector<std::int64_t> wide_; // millionths
};

} // namespace qd::inline exchange
