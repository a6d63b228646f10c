#include "exchange/plain_numbers.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

bool fits(std::int64_t digits) { return digits >= -INT32_MAX && digits <= INT32_MAX; }

// In place; false, with nothing to be relied on, where a row does not fit.
bool multiply(std::span<std::int32_t> rows, std::int64_t times) {
    bool all_fit = true;
    for (std::int32_t& row : rows) {
        if (row == NumberColumn::narrow_absent) continue;
        const std::int64_t product = row * times;
        all_fit = all_fit && fits(product);
        row = static_cast<std::int32_t>(product);
    }
    return all_fit;
}

} // namespace

std::int64_t PlainNumber::millionths() const { return digits * powers[static_cast<std::size_t>(6 - decimals)]; }

void PlainNumbers::begin() {
    used_ = true;
    narrow_.reserve(expected_);
    narrow_.assign(rows_, NumberColumn::narrow_absent);
}

void PlainNumbers::add_slowly(PlainNumber number) {
    if (!is_wide_ && number.decimals > decimals_ && !rescale(number.decimals)) widen();
    if (!is_wide_) {
        const std::int64_t times = powers[static_cast<std::size_t>(decimals_ - number.decimals)];
        if (fits(number.digits) && fits(number.digits * times))
            return narrow_.push_back(static_cast<std::int32_t>(number.digits * times));
        widen();
    }
    wide_.push_back(number.millionths());
}

bool PlainNumbers::rescale(int decimals) {
    std::vector<std::int32_t> rows = narrow_;
    if (!multiply(rows, powers[static_cast<std::size_t>(decimals - decimals_)])) return false;
    narrow_ = std::move(rows);
    decimals_ = decimals;
    return true;
}

void PlainNumbers::widen() {
    for (std::size_t row = 0; row < narrow_.size(); ++row) wide_.push_back(millionths(row));
    narrow_ = {};
    is_wide_ = true;
}

std::int64_t PlainNumbers::millionths(std::size_t row) const {
    if (!used_) return NumberColumn::absent;
    if (is_wide_) return wide_[row];
    return narrow_[row] == NumberColumn::narrow_absent ? NumberColumn::absent
                                                       : PlainNumber{narrow_[row], decimals_}.millionths();
}

NumberColumn PlainNumbers::join(std::span<const Rows> parts) {
    std::size_t rows = 0;
    int decimals = 0;
    bool narrow = true;
    for (const Rows& part : parts) {
        rows += part.count;
        narrow = narrow && !part.numbers->is_wide_;
        decimals = std::max(decimals, part.numbers->decimals_);
    }
    std::vector<std::int32_t> steps;
    steps.reserve(rows);
    for (const Rows& part : parts) {
        const PlainNumbers& numbers = *part.numbers;
        if (!narrow) break;
        const std::size_t start = steps.size();
        if (!numbers.used_) {
            steps.resize(start + part.count, NumberColumn::narrow_absent);
            continue;
        }
        const auto from = numbers.narrow_.begin() + static_cast<std::ptrdiff_t>(part.first);
        steps.insert(steps.end(), from, from + static_cast<std::ptrdiff_t>(part.count));
        if (numbers.decimals_ != decimals)
            narrow = multiply(std::span(steps).subspan(start),
                              powers[static_cast<std::size_t>(decimals - numbers.decimals_)]);
    }
    if (narrow) return NumberColumn::of_steps(std::move(steps), powers[static_cast<std::size_t>(6 - decimals)]);
    NumberColumn column;
    column.reserve(rows);
    for (const Rows& part : parts) {
        for (std::size_t row = part.first; row < part.first + part.count; ++row) {
            const std::int64_t number = part.numbers->millionths(row);
            column.add(number == NumberColumn::absent ? std::nullopt : std::optional(Decimal::from_millionths(number)));
        }
    }
    return column;
}

} // namespace qd::inline exchange
