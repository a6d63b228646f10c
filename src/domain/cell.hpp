#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace qd {

// Why a cell has no number. Never confused with zero.
enum class GapReason {
    not_due,              // nobody has to hand it in yet
    overdue,              // it should be here
    not_applicable,       // makes no sense for this area or period
    not_available,        // somebody said that there is none
    nothing_to_divide_by, // the denominator is 0
    suppressed,           // hidden to protect people
};
std::string_view print(GapReason gap); // "not_due"
std::string label(GapReason gap);      // "not due"
std::optional<GapReason> parse_gap_reason(std::string_view text);

// A number, or the reason why there is none.
class Cell {
public:
    Cell() : content_(GapReason::not_available) {}
    Cell(Decimal value) : content_(value) {} // NOLINT(google-explicit-constructor): a number is a cell
    Cell(GapReason gap) : content_(gap) {}   // NOLINT(google-explicit-constructor)

    bool has_value() const { return std::holds_alternative<Decimal>(content_); }
    Decimal value() const { return std::get<Decimal>(content_); }
    GapReason gap() const { return std::get<GapReason>(content_); }
    friend bool operator==(const Cell&, const Cell&) = default;

private:
    std::variant<Decimal, GapReason> content_;
};

} // namespace qd
