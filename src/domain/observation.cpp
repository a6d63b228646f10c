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

std::int64_t packed(const std::optional<Decimal>& number, std::int64_t absent) {
    if (!number) return absent;
    if (number->millionths() == absent)
        throw Error(Fault::request, "A number is too large: figures may go up to 9,223,372,036,854.");
    return number->millionths();
}

std::optional<Decimal> unpacked(std::int64_t millionths, std::int64_t absent) {
    if (millionths == absent) return std::nullopt;
    return Decimal::from_millionths(millionths);
}

} // namespace

std::string print(Flags flags) {
    std::vector<std::string> words;
    for (const auto& [flag, word] : flag_words)
        if (has(flags, flag)) words.emplace_back(word);
    return join(words, " ");
}

std::optional<Flags> parse_flags(std::string_view text) {
    // Words may be parted by anything, and may hold spaces themselves ("break in series"), so they are taken off the front.
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

void Observations::reserve(std::size_t rows) {
    areas_.reserve(rows);
    periods_.reserve(rows);
    numerators_.reserve(rows);
    denominators_.reserve(rows);
    values_.reserve(rows);
    gaps_.reserve(rows);
}

void Observations::add(const Observation& row) {
    const bool has_number = row.numerator || row.denominator || row.value;
    if (has_number == row.gap.has_value())
        throw Error(Fault::request, "An observation needs a number, or the reason why there is none, and not both.");
    const std::int64_t numerator = packed(row.numerator, absent), denominator = packed(row.denominator, absent);
    const std::int64_t value = packed(row.value, absent), published = packed(row.published, absent);

    const std::size_t at = size();
    const auto [area, is_new] = index_.try_emplace(row.area, static_cast<std::uint32_t>(area_codes_.size()));
    if (is_new) area_codes_.push_back(row.area);
    areas_.push_back(area->second);
    periods_.push_back(row.period);
    numerators_.push_back(numerator);
    denominators_.push_back(denominator);
    values_.push_back(value);
    gaps_.push_back(row.gap ? static_cast<std::uint8_t>(static_cast<int>(*row.gap) + 1) : std::uint8_t{0});
    if (row.flags != 0 && flags_.empty()) flags_.resize(at, 0);
    if (row.flags != 0 || !flags_.empty()) flags_.push_back(row.flags);
    if (row.published && published_.empty()) published_.resize(at, absent);
    if (row.published || !published_.empty()) published_.push_back(published);
    if (row.reported_in) reported_in_.emplace(at, *row.reported_in);
    if (!row.note.empty()) notes_.emplace(at, row.note);
}

Observation Observations::at(std::size_t row) const {
    assert(row < size());
    Observation out;
    out.area = area_codes_[areas_[row]];
    out.period = periods_[row];
    out.reported_in = reported_in(row);
    out.numerator = unpacked(numerators_[row], absent);
    out.denominator = unpacked(denominators_[row], absent);
    out.value = unpacked(values_[row], absent);
    if (gaps_[row] != 0) out.gap = static_cast<GapReason>(gaps_[row] - 1);
    if (!flags_.empty()) out.flags = flags_[row];
    if (!published_.empty()) out.published = unpacked(published_[row], absent);
    if (const auto found = notes_.find(row); found != notes_.end()) out.note = found->second;
    return out;
}

std::optional<Period> Observations::reported_in(std::size_t row) const {
    const auto found = reported_in_.find(row);
    if (found == reported_in_.end()) return std::nullopt;
    return found->second;
}

// The columns follow from the rows alone (codes are numbered in order of appearance, rare columns start at first use), so
// equal columns are equal rows.
bool operator==(const Observations& a, const Observations& b) {
    return a.area_codes_ == b.area_codes_ && a.areas_ == b.areas_ && a.periods_ == b.periods_ &&
           a.numerators_ == b.numerators_ && a.denominators_ == b.denominators_ && a.values_ == b.values_ &&
           a.gaps_ == b.gaps_ && a.flags_ == b.flags_ && a.published_ == b.published_ &&
           a.reported_in_ == b.reported_in_ && a.notes_ == b.notes_;
}

} // namespace qd
