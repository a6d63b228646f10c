#pragma once

#include "base/complaint.hpp"
#include "domain/act.hpp"
#include "domain/content.hpp"
#include "exchange/asked_withdrawal.hpp"
#include "exchange/changes.hpp"
#include "exchange/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// The column of a table that takes its rows back: the reason why.
constexpr std::string_view withdrawn_column = "withdrawn";

// Takes rows that are withdrawn out of a table and notes them; rows of returns become gaps instead. Complains of such a row
// without its keys. `noted` and `complaints` must outlive the table.
Table without_withdrawn(const Table& table, std::vector<AskedWithdrawal>& noted, ComplaintBook& complaints);

// Rows that the same source withdraws and hands in.
Complaints handed_in_as_well(const Content& given, const std::vector<AskedWithdrawal>& asked);

// A gap that takes a figure back says so in its note: "Withdrawn: entered twice".
Observation withdrawn_cell(const AreaCode& area, Period period, const std::string& reason);
bool is_withdrawn(const Observation& cell);

// Withdrawals that have been understood.
struct Withdrawing {
    std::vector<Withdrawal> rows;  // of tables; in the order asked
    std::vector<Return> gaps;      // what takes figures back
    std::vector<CellChange> cells; // what was there; `after` is empty
    std::optional<Content> rest;   // the content without those rows, before the gaps; none = it is not known
};

// The rows of a content that refer to what it no longer has, as a reading of it tells: "actions A1, A2 (subject)". Only what is not
// complained of in the content from which it was made. "" = all is well.
std::string broken_references(const Content& before, const Content& after);

// What withdraws these rows of a content, or every complaint: a table or row that is not there, with the nearest; a row that
// others refer to, with what refers to it.
tl::expected<Withdrawing, Complaints> withdrawing(const Content& content, const std::string& settings_text,
                                                  const std::vector<AskedWithdrawal>& asked);

} // namespace qd::inline exchange
