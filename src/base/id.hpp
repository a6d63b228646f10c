#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// A code by which people know a thing ("ASC1", "E10000017"). Codes of different things do not convert into each other.
template <class Tag> class Code {
public:
    Code() = default;
    explicit Code(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend auto operator<=>(const Code&, const Code&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Code& code) { return out << code.text_; }

private:
    std::string text_;
};

using MeasureCode = Code<struct MeasureTag>;
using AreaCode = Code<struct AreaTag>;
using UnitCode = Code<struct UnitTag>;
using PriorityCode = Code<struct PriorityTag>;
using PlanCode = Code<struct PlanTag>;
using RecoveryPlanCode = Code<struct RecoveryPlanTag>;
using ActionCode = Code<struct ActionTag>;
using ProjectCode = Code<struct ProjectTag>;
using StatementCode = Code<struct StatementTag>;
using PaperCode = Code<struct PaperTag>;

// The row of that code; null = none.
template <class Row> const Row* find_row(const std::vector<Row>& rows, const decltype(Row::code)& code) {
    for (const Row& row : rows)
        if (row.code == code) return &row;
    return nullptr;
}

// The codes of rows, as people write them: for what is nearest to a mistyped one.
template <class Row>
requires requires(const Row& row) { row.code.text(); }
std::vector<std::string> codes_of(const std::vector<Row>& rows) {
    std::vector<std::string> codes;
    codes.reserve(rows.size());
    for (const Row& row : rows) codes.push_back(row.code.text());
    return codes;
}

} // namespace qd

template <class Tag> struct std::hash<qd::Code<Tag>> {
    std::size_t operator()(const qd::Code<Tag>& code) const noexcept { return std::hash<std::string>{}(code.text()); }
};
