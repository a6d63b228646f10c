#include "exchange/return_grouping.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace qd::inline exchange {
namespace {

constexpr std::uint32_t no_place = UINT32_MAX;

Observation plain_cell(const PlainPiece& piece, const NumberColumn& numerators, const NumberColumn& denominators,
                       const NumberColumn& values, const NumberColumn& targets, std::size_t first, std::size_t i,
                       const std::vector<AreaCode>& area_codes) {
    Observation cell;
    cell.area = area_codes[piece.areas[first + i]];
    cell.period = piece.period_list[piece.periods[first + i]];
    cell.numerator = numerators[i];
    cell.denominator = denominators[i];
    cell.value = values[i];
    cell.target = targets[i];
    return cell;
}

// Whether some cell appears twice; if areas and periods are many and cells few, it is found by sorting.
bool has_doubled(const ObservationColumns& columns) {
    const std::size_t rows = columns.areas.size(), periods = columns.period_list.size();
    const std::size_t cells = columns.area_codes.size() * periods;
    const auto cell = [&](std::size_t row) { return columns.areas[row] * periods + columns.periods[row]; };
    if (cells <= 64 * rows + 4'096) {
        std::vector<bool> seen(cells);
        for (std::size_t row = 0; row < rows; ++row) {
            if (seen[cell(row)]) return true;
            seen[cell(row)] = true;
        }
        return false;
    }
    std::vector<std::size_t> all(rows);
    for (std::size_t row = 0; row < rows; ++row) all[row] = cell(row);
    std::ranges::sort(all);
    return std::ranges::adjacent_find(all) != all.end();
}

} // namespace

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

void ReturnGrouping::add(const ReturnHead& head, const Observation& cell, std::size_t row) {
    if (groups_.empty() || !(head == last_head_)) {
        const auto [found, fresh] = places_.try_emplace(key_of(head), groups_.size());
        if (fresh) groups_.push_back({started(head), {}, 0});
        last_ = found->second;
        last_head_ = head;
    }
    groups_[last_].parts.push_back({nullptr, 0, 1, row, cell});
    ++groups_[last_].rows;
}

void ReturnGrouping::add(const PlainPiece& piece, const PlainPiece::Run& run, std::size_t row) {
    auto place = plain_places_.find(run.measure);
    if (place == plain_places_.end()) {
        ReturnHead head;
        head.measure = *run.measure;
        const auto [found, fresh] = places_.try_emplace(key_of(head), groups_.size());
        if (fresh) groups_.push_back({started(head), {}, 0});
        place = plain_places_.emplace(run.measure, found->second).first;
    }
    groups_[place->second].parts.push_back({&piece, run.first, run.count, row, {}});
    groups_[place->second].rows += run.count;
}

std::vector<Return> ReturnGrouping::take(const Complaining& complain, YearStyle years) {
    std::vector<char> doubled(groups_.size());
    in_parallel(groups_.size(), [&](std::size_t i) {
        groups_[i].made.observations = make(groups_[i]);
        doubled[i] = has_doubled(groups_[i].made.observations.columns());
    });
    std::vector<Return> returns;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (doubled[i]) leave_out_doubled(groups_[i], complain, years);
        returns.push_back(std::move(groups_[i].made));
    }
    groups_.clear();
    return returns;
}

Observations ReturnGrouping::make(const Group& group) const {
    if (std::ranges::all_of(group.parts, [](const Part& part) { return part.piece != nullptr; }))
        return make_of_plain(group);
    Observations made;
    made.reserve(group.rows);
    for (const Part& part : group.parts) {
        if (part.piece == nullptr) {
            made.add(part.cell);
            continue;
        }
        const auto column = [&](const PlainNumbers& numbers) {
            const PlainNumbers::Rows rows[] = {{&numbers, part.first, part.count}};
            return PlainNumbers::join(rows);
        };
        const NumberColumn numerators = column(part.piece->numerators), denominators = column(part.piece->denominators),
                           values = column(part.piece->values), targets = column(part.piece->targets);
        for (std::size_t i = 0; i < part.count; ++i)
            made.add(plain_cell(*part.piece, numerators, denominators, values, targets, part.first, i, area_codes_));
    }
    return made;
}

Observations ReturnGrouping::make_of_plain(const Group& group) const {
    ObservationColumns columns;
    columns.areas.reserve(group.rows);
    columns.periods.reserve(group.rows);
    std::vector<std::uint32_t> area_places(area_codes_.size(), no_place), period_places;
    std::unordered_map<Period, std::uint32_t> periods;
    for (const Part& part : group.parts) {
        period_places.assign(part.piece->period_list.size(), no_place);
        for (std::size_t row = part.first; row < part.first + part.count; ++row) {
            const std::uint32_t area = part.piece->areas[row], period = part.piece->periods[row];
            if (area_places[area] == no_place) {
                area_places[area] = static_cast<std::uint32_t>(columns.area_codes.size());
                columns.area_codes.push_back(area_codes_[area]);
            }
            if (period_places[period] == no_place) {
                const Period named = part.piece->period_list[period];
                const auto [found, fresh] =
                    periods.try_emplace(named, static_cast<std::uint32_t>(columns.period_list.size()));
                if (fresh) columns.period_list.push_back(named);
                period_places[period] = found->second;
            }
            columns.areas.add(area_places[area]);
            columns.periods.add(period_places[period]);
        }
    }
    std::vector<PlainNumbers::Rows> parts(group.parts.size());
    const auto join = [&](PlainNumbers PlainPiece::*column) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i] = {&(group.parts[i].piece->*column), group.parts[i].first, group.parts[i].count};
        return PlainNumbers::join(parts);
    };
    columns.numerators = join(&PlainPiece::numerators);
    columns.denominators = join(&PlainPiece::denominators);
    columns.values = join(&PlainPiece::values);
    columns.targets = join(&PlainPiece::targets);
    columns.gaps.add_zeros(group.rows);
    columns.flags.add_zeros(group.rows);
    columns.published.add_absent(group.rows);
    return Observations(std::move(columns));
}

void ReturnGrouping::leave_out_doubled(Group& group, const Complaining& complain, YearStyle years) {
    const Observations& cells = group.made.observations;
    std::vector<std::size_t> rows;
    for (const Part& part : group.parts)
        for (std::size_t i = 0; i < part.count; ++i) rows.push_back(part.row + i);
    const auto cell = [&](std::size_t at) { return std::tuple(cells.areas()[at], cells.period(at)); };
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, cell);
    std::vector<bool> left_out(rows.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (cell(order[i - 1]) != cell(order[i])) continue;
        const std::string area = cells.area_codes()[cells.areas()[order[i]]].text();
        left_out[order[i]] = true;
        ++doubled_;
        complain(rows[order[i]], "period",
                 group.made.measure.text() + " " + print(cells.period(order[i]), years) +
                     (area.empty() ? "" : " " + area),
                 {"is already given in row " + std::to_string(rows[order[i - 1]]) + ", in the same return.",
                  "Remove one of the two, or give the correction a later known_at."});
    }
    Observations kept;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!left_out[i]) kept.add(cells.at(i));
    group.made.observations = std::move(kept);
}

} // namespace qd::inline exchange
