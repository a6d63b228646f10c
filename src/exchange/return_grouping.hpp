#pragma once

#include "exchange/plain_rows.hpp"
#include "exchange/return_line.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace qd::inline exchange {

std::string key_of(const ReturnHead& head);
Return started(const ReturnHead& head);

// Puts each row into its return: rows with the same head are one return, in row order.
class ReturnGrouping {
public:
    explicit ReturnGrouping(std::vector<AreaCode> area_codes = {}) : area_codes_(std::move(area_codes)) {}

    void add(const ReturnHead& head, const Observation& cell, std::size_t row);
    // Plain rows of a piece, which has to stay where it is; `row` is the number of the first.
    void add(const PlainPiece& piece, const PlainPiece::Run& run, std::size_t row);

    // Complains of cells that are given twice, and leaves the later ones out.
    std::vector<Return> take(const Complaining& complain, YearStyle years);
    std::size_t doubled() const { return doubled_; } // how many were left out

private:
    // Adjacent rows of one return: of a piece, or a single one.
    struct Part {
        const PlainPiece* piece = nullptr; // null = a single row
        std::size_t first = 0, count = 1;
        std::size_t row = 0; // as people count
        Observation cell;
    };
    struct Group {
        Return made;
        std::vector<Part> parts;
        std::size_t rows = 0;
    };

    Observations make(const Group& group) const;
    Observations make_of_plain(const Group& group) const;
    void leave_out_doubled(Group& group, const Complaining& complain, YearStyle years);

    std::vector<AreaCode> area_codes_;
    std::vector<Group> groups_;
    std::unordered_map<std::string, std::size_t> places_;
    std::unordered_map<const MeasureCode*, std::size_t> plain_places_;
    ReturnHead last_head_;
    std::size_t last_ = 0, doubled_ = 0;
};

} // namespace qd::inline exchange
