#include "domain/observation.hpp"

#include "base/error.hpp"
#include "domain/words.hpp"

#include <cassert>

namespace qd {
namespace {

constexpr Word<Flag> flag_words[] = {
    {Flag::provisional, "provisional"},
    {Flag::estimated, "estimated"},
    {Flag::revised, "revised"},
    {Flag::low_reliability, "low_reliability"},
    {Flag::break_in_series, "break_in_series"},
    {Flag::forecast, "forecast"},
};

void refuse_unreadable(const std::optional<Decimal>& number) {
    if (number && number->millionths() == NumberColumn::absent)
        throw Error(Fault::request, "A number is too large: figures may go up to 9,223,372,036,854.");
}

[[noreturn]] void refuse_row() {
    throw Error(Fault::request, "An observation needs a number, or the reason why there is none, and not both.");
}

// The place of a thing in its list, to which it is added where it is new.
template <class Thing>
std::uint32_t place_of(const Thing& thing, std::vector<Thing>& list, std::unordered_map<Thing, std::uint32_t>& places) {
    if (places.size() != list.size())
        for (std::uint32_t i = 0; i < list.size(); ++i) places.emplace(list[i], i);
    const auto [found, is_new] = places.try_emplace(thing, static_cast<std::uint32_t>(list.size()));
    if (is_new) list.push_back(thing);
    return found->second;
}

} // namespace

std::string print(Flags flags) {
    std::vector<std::string> words;
    for (const auto& [flag, word] : flag_words)
        if (has(flags, flag)) words.emplace_back(word);
    return join(words, " ");
}

std::optional<Flags> parse_flags(std::string_view text) {
    // Words may be separated by anything, and may contain spaces themselves ("break in series"), so they are taken off the front.
    std::string rest = as_word(replace_all(replace_all(std::string(text), ",", " "), ";", " "));
    Flags flags = 0;
    while (!rest.empty()) {
        if (rest.front() == '_') {
            rest.erase(0, 1);
            continue;
        }
        const auto found = std::ranges::find_if(flag_words, [&](const Word<Flag>& known) {
            return rest.starts_with(known.word) && (rest.size() == known.word.size() || rest[known.word.size()] == '_');
        });
        if (found == std::end(flag_words)) return std::nullopt;
        flags = static_cast<Flags>(flags | static_cast<Flags>(found->value));
        rest.erase(0, found->word.size());
    }
    return flags;
}

const ObservationColumns& Observations::no_columns() {
    static const ObservationColumns none;
    return none;
}

Observations::Held& Observations::own() {
    if (!held_)
        held_ = std::make_shared<Held>();
    else if (held_.use_count() > 1)
        held_ = std::make_shared<Held>(*held_);
    return *held_;
}

Observations::Observations(ObservationColumns columns) : held_(std::make_shared<Held>(Held{std::move(columns)})) {
    const ObservationColumns& all = held_->columns;
    for (const std::size_t size :
         {all.periods.size(), all.numerators.size(), all.denominators.size(), all.values.size(), all.targets.size(),
          all.gaps.size(), all.flags.size(), all.published.size()})
        if (size != this->size()) throw Error(Fault::request, "The columns of a return are not of the same length.");
    const bool parts_alone = all.values.is_empty() && all.gaps.is_empty();
    for (std::size_t row = 0; row < size(); ++row) {
        bool has_number = all.denominators.millionths(row) != NumberColumn::absent ||
                          all.numerators.millionths(row) != NumberColumn::absent;
        if (!parts_alone) has_number = has_number || all.values.millionths(row) != NumberColumn::absent;
        if (has_number == (all.gaps[row] != 0)) refuse_row();
    }
}

void Observations::reserve(std::size_t rows) {
    ObservationColumns& columns = own().columns;
    columns.areas.reserve(rows);
    columns.periods.reserve(rows);
    for (NumberColumn* column : {&columns.numerators, &columns.denominators, &columns.values, &columns.targets})
        column->reserve(rows);
}

void Observations::add(const Observation& row) {
    const bool has_number = row.numerator || row.denominator || row.value;
    if (has_number == row.gap.has_value()) refuse_row();
    for (const auto& number : {row.numerator, row.denominator, row.value, row.target, row.published})
        refuse_unreadable(number);

    Held& held = own();
    ObservationColumns& columns = held.columns;
    const std::size_t at = columns.areas.size();
    columns.areas.add(place_of(row.area, columns.area_codes, held.area_places));
    columns.periods.add(place_of(row.period, columns.period_list, held.period_places));
    columns.numerators.add(row.numerator);
    columns.denominators.add(row.denominator);
    columns.values.add(row.value);
    columns.targets.add(row.target);
    columns.gaps.add(row.gap ? static_cast<std::uint8_t>(static_cast<int>(*row.gap) + 1) : std::uint8_t{0});
    columns.flags.add(row.flags);
    columns.published.add(row.published);
    if (row.reported_in) columns.reported_in.emplace(at, *row.reported_in);
    if (!row.note.empty()) columns.notes.emplace(at, row.note);
    if (row.denied != 0) columns.denied.emplace(at, row.denied);
    if (!row.cell.empty()) columns.cells.emplace(at, row.cell);
}

Observation Observations::at(std::size_t row) const {
    assert(row < size());
    const ObservationColumns& columns = this->columns();
    Observation out;
    out.area = columns.area_codes[columns.areas[row]];
    out.period = columns.period_list[columns.periods[row]];
    out.reported_in = reported_in(row);
    out.numerator = columns.numerators[row];
    out.denominator = columns.denominators[row];
    out.value = columns.values[row];
    out.target = columns.targets[row];
    if (const std::uint8_t gap = columns.gaps[row]; gap != 0) out.gap = static_cast<GapReason>(gap - 1);
    out.flags = columns.flags[row];
    out.published = columns.published[row];
    if (const auto found = columns.notes.find(row); found != columns.notes.end()) out.note = found->second;
    if (const auto found = columns.denied.find(row); found != columns.denied.end()) out.denied = found->second;
    out.cell = cell(row);
    return out;
}

std::optional<Period> Observations::reported_in(std::size_t row) const {
    const auto& by_row = columns().reported_in;
    if (by_row.empty()) return std::nullopt;
    const auto found = by_row.find(row);
    if (found == by_row.end()) return std::nullopt;
    return found->second;
}

std::string Observations::cell(std::size_t row) const {
    const auto found = columns().cells.find(row);
    return found == columns().cells.end() ? std::string() : found->second;
}

} // namespace qd
