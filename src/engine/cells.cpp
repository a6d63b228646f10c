#include "engine/cells.hpp"

#include "engine/described.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace qd::inline engine {
namespace {

constexpr std::uint32_t not_wanted = UINT32_MAX;

// An empty area in a return is the council's own.
const AreaCode& named(const AreaCode& area, const Settings& settings) { return area.empty() ? settings.area : area; }

// For each area of a return, its number among the wanted ones.
std::vector<std::uint32_t> numbers_in(const Observations& observations, const Settings& settings,
                                      const std::unordered_map<AreaCode, std::uint32_t>& wanted) {
    std::vector<std::uint32_t> numbers;
    for (const AreaCode& area : observations.area_codes()) {
        const auto found = wanted.find(named(area, settings));
        numbers.push_back(found == wanted.end() ? not_wanted : found->second);
    }
    return numbers;
}

// Where a row says something of a cell.
struct Word {
    std::uint32_t area = 0, stretch = 0; // by number
    std::uint32_t return_index = 0, row = 0;
};

// A stable sort by something with few values: as many places as rows, however many cells.
template <class Key> void sort_by(std::vector<Word>& words, std::size_t keys, Key key) {
    std::vector<std::size_t> starts(keys + 1);
    for (const Word& word : words) ++starts[key(word) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<Word> sorted(words.size());
    for (const Word& word : words) sorted[starts[key(word)]++] = word;
    words = std::move(sorted);
}

bool is_same_cell(const Word& a, const Word& b) { return a.area == b.area && a.stretch == b.stretch; }

std::vector<std::size_t> starts_of(const std::vector<CellPlace>& places, std::size_t areas) {
    std::vector<std::size_t> starts(areas + 1);
    for (const CellPlace& place : places) ++starts[place.area + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return starts;
}

// The stretches that a measure's returns speak of, numbered as they sort.
class Stretches {
public:
    Stretches(const MeasuredContent& content, const Described& described, std::span<const std::size_t> returns) {
        for (const std::size_t index : returns)
            for (const Period period : content.returns[index].observations.distinct_periods())
                sorted_.push_back(described.stretch(period));
        std::ranges::sort(sorted_);
        sorted_.erase(std::ranges::unique(sorted_).begin(), sorted_.end());
    }
    std::size_t size() const { return sorted_.size(); }
    const Stretch& operator[](std::uint32_t number) const { return sorted_[number]; }
    // For each distinct period of a return, the number of its stretch.
    std::vector<std::uint32_t> numbers(const Observations& observations, const Described& described) const {
        std::vector<std::uint32_t> numbers;
        for (const Period period : observations.distinct_periods())
            numbers.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(sorted_, described.stretch(period)) -
                                                         sorted_.begin()));
        return numbers;
    }

private:
    std::vector<Stretch> sorted_;
};

// The rows of a return that speak of wanted areas, in their order.
void take_words(std::vector<Word>& words, const Observations& observations, std::uint32_t return_index,
                const std::vector<std::uint32_t>& areas, const std::vector<std::uint32_t>& stretches) {
    const ObservationColumns& columns = observations.columns();
    columns.areas.visit([&](auto area_rows) {
        columns.periods.visit([&](auto period_rows) {
            for (std::size_t row = 0; row < area_rows.size(); ++row)
                if (const std::uint32_t area = areas[area_rows[row]]; area != not_wanted)
                    words.push_back({area, stretches[period_rows[row]], return_index, static_cast<std::uint32_t>(row)});
        });
    });
}

} // namespace

const CellPlace* Cells::find(const AreaCode& area, const Stretch& stretch) const {
    const auto places = of(area);
    const auto found = std::ranges::lower_bound(places, stretch, {}, &CellPlace::stretch);
    return found != places.end() && found->stretch == stretch ? &*found : nullptr;
}

std::span<const CellPlace> Cells::of(const AreaCode& area) const {
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return {};
    return std::span(places_).subspan(starts_[number->second], starts_[number->second + 1] - starts_[number->second]);
}

std::vector<Stretch> Cells::reported_in(const AreaCode& area, Period reporting) const {
    std::vector<Stretch> found;
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return found;
    for (const Report& report : reports_)
        if (report.area == number->second && report.reporting == reporting) found.push_back(report.stretch);
    std::ranges::sort(found);
    return found;
}

std::vector<Period> Cells::reporting_periods(const AreaCode& area, const Stretch& stretch) const {
    std::vector<Period> found;
    const auto number = numbers_.find(area);
    if (number == numbers_.end()) return found;
    for (const Report& report : reports_)
        if (report.area == number->second && report.stretch == stretch) found.push_back(report.reporting);
    return found;
}

bool counts_for(const Return& handed_in, Instant as_at) {
    return counts(handed_in.state) && (!handed_in.known_at || *handed_in.known_at <= as_at);
}

Ledger::Ledger(const MeasuredContent& content, Instant as_at) : content_(content) {
    for (std::size_t i = 0; i < content.returns.size(); ++i) {
        const Return& handed_in = content.returns[i];
        if (counts_for(handed_in, as_at)) returns_[handed_in.measure].push_back(i);
    }
    for (auto& [measure, indices] : returns_)
        std::ranges::stable_sort(indices, {}, [&](std::size_t i) { return content.returns[i].known_at; });
    for (const Measure& measure : content.measures)
        if (measure.roll_up == RollUp::by_hand) to_date_.emplace(measure.code, &measure);
}

std::span<const std::size_t> Ledger::returns_of(const MeasureCode& measure) const {
    const auto found = returns_.find(measure);
    return found == returns_.end() ? std::span<const std::size_t>{} : std::span<const std::size_t>{found->second};
}

const Measure* Ledger::measured_to_date(const MeasureCode& measure) const {
    const auto found = to_date_.find(measure);
    return found == to_date_.end() ? nullptr : found->second;
}

Cells Ledger::cells(const MeasureCode& measure, const std::vector<AreaCode>& areas) const {
    Cells cells;
    for (const AreaCode& area : areas)
        cells.numbers_.try_emplace(area, static_cast<std::uint32_t>(cells.numbers_.size()));
    const auto returns = returns_of(measure);
    const Described described(content_, measured_to_date(measure), returns);
    const Stretches stretches(content_, described, returns);
    std::vector<Word> words;
    for (const std::size_t index : returns) {
        const Observations& observations = content_.returns[index].observations;
        const auto areas_of_rows = numbers_in(observations, content_.settings, cells.numbers_);
        const auto numbers = stretches.numbers(observations, described);
        const std::size_t before = words.size();
        take_words(words, observations, static_cast<std::uint32_t>(index), areas_of_rows, numbers);
        if (observations.columns().reported_in.empty()) continue;
        for (const Word& word : std::span(words).subspan(before))
            if (const auto reporting = observations.reported_in(word.row))
                cells.reports_.push_back({word.area, stretches[word.stretch], *reporting});
    }
    sort_by(words, stretches.size(), [](const Word& word) { return word.stretch; });
    sort_by(words, cells.numbers_.size(), [](const Word& word) { return word.area; });
    std::uint32_t first = 0; // of the earlier words on the cell
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        if (i + 1 < words.size() && is_same_cell(word, words[i + 1])) {
            cells.earlier_.push_back({word.return_index, word.row});
            continue;
        }
        const auto last = static_cast<std::uint32_t>(cells.earlier_.size());
        cells.places_.push_back({word.area, stretches[word.stretch],
                                 described.described(content_.returns[word.return_index].observations.period(word.row)),
                                 word.return_index, word.row, first, last - first});
        first = last;
    }
    cells.starts_ = starts_of(cells.places_, cells.numbers_.size());
    return cells;
}

std::vector<std::size_t> Ledger::history(const MeasureCode& measure, const AreaCode& area, Period period) const {
    const Described described(content_, measured_to_date(measure), returns_of(measure));
    const Stretch wanted = described.stretch(period);
    std::vector<std::size_t> found;
    for (const std::size_t index : returns_of(measure)) {
        const Observations& observations = content_.returns[index].observations;
        for (std::size_t row = 0; row < observations.size(); ++row) {
            const AreaCode& code = observations.area_codes()[observations.areas()[row]];
            if (named(code, content_.settings) != area || described.stretch(observations.period(row)) != wanted)
                continue;
            found.push_back(index);
            break;
        }
    }
    return found;
}

} // namespace qd::inline engine
