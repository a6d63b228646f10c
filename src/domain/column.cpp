#include "domain/column.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cassert>

namespace qd {
namespace {

bool fits(std::int64_t steps) { return steps >= -INT32_MAX && steps <= INT32_MAX; }

} // namespace

void IndexColumn::add(std::uint32_t place) {
    if (wide_.empty() && place <= UINT16_MAX) return narrow_.push_back(static_cast<std::uint16_t>(place));
    if (wide_.empty()) {
        wide_.assign(narrow_.begin(), narrow_.end());
        narrow_ = {};
    }
    wide_.push_back(place);
}

NumberColumn NumberColumn::of_steps(std::vector<std::int32_t> steps, std::int64_t step) {
    assert(step >= 1 && coarsest % step == 0);
    NumberColumn column;
    column.size_ = steps.size();
    if (std::ranges::all_of(steps, [](std::int32_t row) { return row == narrow_absent; })) return column;
    column.step_ = step;
    column.narrow_ = std::move(steps);
    column.coarsen();
    return column;
}

void NumberColumn::add(std::optional<Decimal> number) {
    if (!number) return add_absent(1);
    if (number->millionths() == absent)
        throw Error(Fault::request, "A number is too large: figures may go up to 9,223,372,036,854.");
    if (is_empty()) {
        narrow_.reserve(std::max(reserved_, size_ + 1));
        narrow_.resize(size_, narrow_absent);
    }
    ++size_;
    if (wide_.empty())
        add_narrow(number->millionths());
    else
        wide_.push_back(number->millionths());
}

void NumberColumn::add_absent(std::size_t rows) {
    size_ += rows;
    if (!wide_.empty())
        wide_.resize(size_, absent);
    else if (!narrow_.empty())
        narrow_.resize(size_, narrow_absent);
}

void NumberColumn::add_narrow(std::int64_t number) {
    while (number % step_ != 0)
        if (!refine()) break;
    if (!wide_.empty()) return wide_.push_back(number);
    if (fits(number / step_)) return narrow_.push_back(static_cast<std::int32_t>(number / step_));
    widen();
    wide_.push_back(number);
}

// To a step of a tenth; false where the rows had to be widened for it.
bool NumberColumn::refine() {
    const auto stays = [](std::int32_t row) { return row == narrow_absent || fits(std::int64_t{row} * 10); };
    if (!std::ranges::all_of(narrow_, stays)) {
        widen();
        return false;
    }
    for (std::int32_t& row : narrow_)
        if (row != narrow_absent) row *= 10;
    step_ /= 10;
    return true;
}

// To the coarsest step that all rows are multiples of.
void NumberColumn::coarsen() {
    while (step_ < coarsest &&
           std::ranges::all_of(narrow_, [](std::int32_t row) { return row == narrow_absent || row % 10 == 0; })) {
        for (std::int32_t& row : narrow_)
            if (row != narrow_absent) row /= 10;
        step_ *= 10;
    }
}

void NumberColumn::widen() {
    wide_.reserve(std::max(reserved_, size_));
    for (const std::int32_t row : narrow_) wide_.push_back(row == narrow_absent ? absent : row * step_);
    narrow_ = {};
    step_ = 1;
}

void ByteColumn::add(std::uint8_t value) {
    if (value != 0 && rows_.empty()) rows_.resize(size_);
    ++size_;
    if (value != 0 || !rows_.empty()) rows_.push_back(value);
}

void ByteColumn::add_zeros(std::size_t rows) {
    size_ += rows;
    if (!rows_.empty()) rows_.resize(size_);
}

} // namespace qd
