#include "exchange/return_line.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace qd::inline exchange {
namespace {

std::string key_of(const ReturnHead& head) {
    std::string key;
    for (const std::string& part :
         {head.measure.text(), head.known_at ? print(*head.known_at) : std::string(), std::string(print(head.state)),
          head.handed_in_by, head.signed_off_by, head.source, head.source_sha256, head.reason, head.hand_in})
        key += part + '\x1f';
    return key;
}

Return started(const ReturnHead& head) {
    return {head.measure,       head.known_at, head.state, head.handed_in_by, head.signed_off_by, head.source,
            head.source_sha256, head.reason,   {}};
}

ReturnHead head_of(const Return& given) {
    return {given.measure,       given.known_at, given.state, given.handed_in_by, given.signed_off_by, given.source,
            given.source_sha256, given.reason,   {}};
}

// Puts each row into its return: rows with the same head are one return, in the order in which they stand.
class Grouping {
public:
    void add(const ReturnHead& head, const Observation& cell, std::size_t row) {
        if (returns_.empty() || !(head == last_head_)) {
            const auto [found, fresh] = places_.try_emplace(key_of(head), returns_.size());
            if (fresh) {
                returns_.push_back(started(head));
                rows_.emplace_back();
            }
            last_ = found->second;
            last_head_ = head;
        }
        returns_[last_].observations.add(cell);
        rows_[last_].push_back(row);
    }

    void check_doubled(const Complaining& complain, YearStyle years) const {
        for (std::size_t i = 0; i < returns_.size(); ++i) check_doubled(returns_[i], rows_[i], complain, years);
    }

    std::vector<Return> take() { return std::move(returns_); }

private:
    static void check_doubled(const Return& given, const std::vector<std::size_t>& rows, const Complaining& complain,
                              YearStyle years) {
        const Observations& cells = given.observations;
        const auto cell = [&](std::size_t at) { return std::tuple(cells.areas()[at], cells.period(at)); };
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, cell);
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (cell(order[i - 1]) != cell(order[i])) continue;
            const std::string area = cells.area_codes()[cells.areas()[order[i]]].text();
            complain(rows[order[i]], "period",
                     given.measure.text() + " " + print(cells.period(order[i]), years) +
                         (area.empty() ? "" : " " + area),
                     {"is given in row " + std::to_string(rows[order[i - 1]]) + " already, in the same return.",
                      "Remove one of the two, or give the correction a later known_at."});
        }
    }

    std::vector<Return> returns_;
    std::vector<std::vector<std::size_t>> rows_; // where the cells of each stand
    std::unordered_map<std::string, std::size_t> places_;
    ReturnHead last_head_;
    std::size_t last_ = 0;
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Grouping grouping;
    read_table<ReturnLine>(table, return_columns(), intake, [&](Row<ReturnLine> row) {
        if (!row.sound) return;
        drop_own_area(row.value.area, intake.settings);
        if (const auto cell = observation_of(row, intake, complain)) grouping.add(row.value.head, *cell, row.number);
    });
    grouping.check_doubled(complain, intake.years());
    into.returns = grouping.take();
}

// Returns that are alike in all else are kept apart by a number, so that each comes back as it was.
std::string write(const Content& content, YearStyle years) {
    std::string out = content.returns.empty() ? "" : write_heading(return_columns());
    std::unordered_map<std::string, std::size_t> alike;
    for (const Return& given : content.returns) {
        if (given.origin == Origin::computed) continue;
        ReturnLine line;
        line.head = head_of(given);
        const std::size_t number = ++alike[key_of(line.head)];
        if (number > 1) line.head.hand_in = std::to_string(number);
        for (std::size_t i = 0; i < given.observations.size(); ++i) {
            Observation cell = given.observations.at(i);
            line.area = cell.area;
            line.period = cell.period;
            line.reported_in = cell.reported_in;
            line.numerator.number = cell.numerator;
            line.denominator.number = cell.denominator;
            line.value.number = cell.value;
            line.target = cell.target;
            line.gap = cell.gap;
            line.flags.flags = cell.flags;
            line.published = cell.published;
            line.note = std::move(cell.note);
            write_row(out, return_columns(), line, years);
        }
    }
    return out;
}

std::vector<TableKind::Heading> headings() {
    std::vector<TableKind::Heading> headings;
    for (const Column<ReturnLine>& column : return_columns()) headings.push_back({column.name, column.kind});
    return headings;
}

} // namespace

const TableKind returns_table{"returns", read, write, headings};

} // namespace qd::inline exchange
