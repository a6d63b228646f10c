#include "engine/disclosure_table.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

std::size_t hidden_in(const Hidden& hidden) { return static_cast<std::size_t>(std::ranges::count(hidden, true)); }

} // namespace

std::optional<std::int64_t> count_in(const std::optional<Decimal>& number) {
    constexpr std::int64_t most = (std::int64_t{1} << 40) - 1;
    if (!number || *number < Decimal() || number->millionths() % Decimal::scale != 0) return {};
    const std::int64_t count = number->millionths() / Decimal::scale;
    return count <= most ? std::optional(count) : std::nullopt;
}

bool adds_up_over_time(const Measure& measure) {
    return measure.roll_up != RollUp::last && measure.roll_up != RollUp::mean;
}

DisclosureTable::DisclosureTable(const Known& known, const std::vector<const Measure*>& family) {
    for (const Measure* measure : family) measure_is_count_.push_back(measure->quantity == Quantity::count);
    for (std::size_t i = 0; i < family.size(); ++i) add_measure(known, *family[i], i);
    add_area_lines(known);
    add_breakdown_lines(family.size());
}

void DisclosureTable::add_measure(const Known& known, const Measure& measure, std::size_t number) {
    std::set<AreaCode> areas{known.content.settings.area}; // including those around and next to the council's own
    for (const Area& area : known.content.areas) areas.insert(area.code);
    const Sheet sheet(known, measure, std::vector(areas.begin(), areas.end()));
    for (const AreaCode& area : areas) add_periods(sheet, number, area);
}

// Each stretch that was handed in, and every longer one that is shown or follows from it.
void DisclosureTable::add_periods(const Sheet& sheet, std::size_t number, const AreaCode& area) {
    const Measure& measure = sheet.measure();
    const Calendar& calendar = sheet.calendar();
    std::set<Stretch> longer;
    std::vector<std::pair<PublishedCell, std::vector<PublishedCell>>> lines; // drawn once all cells are there
    for (const Period period : sheet.periods(area)) {
        const Stretch stretch = sheet.stretch(period);
        add_cell(number, area, stretch, sheet.amount(area, stretch));
        if (measure.roll_up == RollUp::by_hand) add_difference(sheet, number, area, stretch);
        if (period.grain() == Grain::span || period.grain() != measure.grain || measure.grain == Grain::span) continue;
        const auto add_longer = [&](const Stretch& whole, const Amount& amount) {
            if (whole == stretch || !longer.insert(whole).second) return;
            add_cell(number, area, whole, amount);
            const auto parts = calendar.parts(Period::span(whole.first, whole.last), measure.grain);
            if (!adds_up_over_time(measure) || parts.size() < 2) return;
            std::vector<PublishedCell> cells;
            for (const Period part : parts) cells.push_back({number, area, sheet.stretch(part)});
            lines.emplace_back(PublishedCell{number, area, whole}, std::move(cells));
        };
        const Shown built_up = sheet.rolled(area, period);
        add_longer(sheet.stretch(built_up.described), built_up.actual);
        for (const Grain grain : {Grain::quarter, Grain::half, Grain::year}) {
            const Period whole = calendar.containing(grain, stretch.last);
            if (sheet.stretch(whole).holds(stretch) && measure.roll_up != RollUp::last)
                add_longer(sheet.stretch(whole), sheet.own_amount(area, whole));
        }
    }
    for (const auto& [total, parts] : lines) add_line(total, parts);
}

void DisclosureTable::add_cell(std::size_t number, const AreaCode& area, const Stretch& stretch, const Amount& amount) {
    if (!amount.number) return;
    const bool is_counted = measure_is_count_[number];
    Counts counts{count_in(amount.numerator || !is_counted ? amount.numerator : amount.value),
                  count_in(amount.denominator)};
    const auto [place, is_new] = places_.try_emplace({number, area, stretch}, counts_.size());
    if (is_new) counts_.push_back(counts);
}

// What a period added to a year to date, which anybody can work out from two of these.
void DisclosureTable::add_difference(const Sheet& sheet, std::size_t number, const AreaCode& area,
                                     const Stretch& to_date) {
    const Measure& measure = sheet.measure();
    const Calendar& calendar = sheet.calendar();
    if (!adds_up(measure) || measure.grain == Grain::span) return;
    const Period own = calendar.containing(measure.grain, to_date.last);
    const Stretch whole = sheet.stretch(calendar.year_to_date(own));
    const auto before = calendar.previous(own);
    if (whole != to_date || !before || calendar.position_in_year(own) == 1) return;
    add_cell(number, area, sheet.stretch(own), sheet.own_amount(area, own));
    add_line({number, area, whole},
             {{number, area, sheet.stretch(calendar.year_to_date(*before))}, {number, area, sheet.stretch(own)}});
}

void DisclosureTable::add_line(const PublishedCell& total, const std::vector<PublishedCell>& parts) {
    const auto whole = places_.find(total);
    if (whole == places_.end()) return;
    TotalLine line{whole->second, {}};
    for (const PublishedCell& part : parts)
        if (const auto found = places_.find(part); found != places_.end()) line.parts.push_back(found->second);
    if (!line.parts.empty()) lines_.push_back(std::move(line));
}

void DisclosureTable::add_area_lines(const Known& known) {
    std::vector<PublishedCell> cells;
    for (const auto& [cell, place] : places_) cells.push_back(cell);
    const auto add_lines = [&](const PublishedCell& whole, const std::vector<std::vector<AreaCode>>& divisions) {
        for (const std::vector<AreaCode>& division : divisions) {
            std::vector<PublishedCell> parts;
            for (const AreaCode& area : division) parts.push_back({whole.measure, area, whole.stretch});
            add_line(whole, parts);
        }
    };
    for (const PublishedCell& cell : cells) {
        add_lines(cell, known.areas.divisions(cell.area, cell.stretch.last));
        // an area that was not there yet is the sum of those that it took the place of
        if (!known.areas.exists(cell.area, cell.stretch.last)) add_lines(cell, known.areas.predecessors(cell.area));
    }
}

void DisclosureTable::add_breakdown_lines(std::size_t measures) {
    if (measures < 2) return;
    std::vector<PublishedCell> wholes;
    for (const auto& [cell, place] : places_)
        if (cell.measure == 0) wholes.push_back(cell);
    for (const PublishedCell& whole : wholes) {
        std::vector<PublishedCell> parts;
        for (std::size_t i = 1; i < measures; ++i) parts.push_back({i, whole.area, whole.stretch});
        add_line(whole, parts);
    }
}

// The counts of one side, and where each is among the cells. Lines apply if every count in them is known and they
// add up: breakdowns may overlap, and what was handed in for a county may not be the sum of its districts.
CountTable DisclosureTable::table_of(Side side, std::vector<std::size_t>& places) const {
    CountTable table;
    std::vector<std::optional<std::size_t>> positions(counts_.size());
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const auto count = side == Side::numerator ? counts_[i].numerator : counts_[i].denominator;
        if (!count) continue;
        positions[i] = table.counts.size();
        places.push_back(i);
        table.counts.push_back(*count);
    }
    for (const TotalLine& line : lines_) {
        if (!positions[line.total]) continue;
        TotalLine found{*positions[line.total], {}};
        std::int64_t sum = 0;
        for (const std::size_t part : line.parts) {
            if (!positions[part]) continue;
            found.parts.push_back(*positions[part]);
            sum += table.counts[*positions[part]];
        }
        if (!found.parts.empty() && sum == table.counts[found.total]) table.lines.push_back(std::move(found));
    }
    return table;
}

std::vector<PublishedCell> DisclosureTable::hidden(const SuppressionRule& rule,
                                                   const std::vector<PublishedCell>& given_away) const {
    Hidden hidden(counts_.size());
    for (const PublishedCell& cell : given_away)
        if (const auto found = places_.find(cell); found != places_.end()) hidden[found->second] = true;
    std::size_t before = 0;
    do { // what the one side hides, the other must be able to hide as well
        before = hidden_in(hidden);
        for (const Side side : {Side::numerator, Side::denominator}) {
            std::vector<std::size_t> places;
            const CountTable table = table_of(side, places);
            Hidden primary = primary_suppression(table, rule);
            for (std::size_t i = 0; i < places.size(); ++i) primary[i] = primary[i] || hidden[places[i]];
            const Hidden found = suppress(table, primary);
            for (std::size_t i = 0; i < places.size(); ++i) hidden[places[i]] = hidden[places[i]] || found[i];
        }
    } while (hidden_in(hidden) != before);
    return cells_where(hidden);
}

std::vector<PublishedCell> DisclosureTable::within(const PublishedCell& cell) const {
    std::vector<PublishedCell> found;
    const Date earliest = *Date::from_ymd(1, 1, 1);
    for (auto each = places_.lower_bound({cell.measure, cell.area, {earliest, earliest}});
         each != places_.end() && each->first.measure == cell.measure && each->first.area == cell.area; ++each)
        if (cell.stretch.holds(each->first.stretch)) found.push_back(each->first);
    return found;
}

std::vector<PublishedCell> DisclosureTable::small(const SuppressionRule& rule) const {
    Hidden hidden(counts_.size());
    for (std::size_t i = 0; i < counts_.size(); ++i)
        hidden[i] = (counts_[i].numerator && rule.hides(*counts_[i].numerator)) ||
                    (counts_[i].denominator && rule.hides(*counts_[i].denominator));
    return cells_where(hidden);
}

std::vector<PublishedCell> DisclosureTable::cells_where(const Hidden& hidden) const {
    std::vector<PublishedCell> cells;
    for (const auto& [cell, place] : places_)
        if (hidden[place]) cells.push_back(cell);
    return cells;
}

} // namespace qd::inline engine
