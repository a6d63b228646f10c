#pragma once

#include "domain/content/measured.hpp"
#include "engine/stretch.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {

// Where the newest version of one cell of a measure is.
struct CellPlace {
    std::uint32_t area = 0; // in the areas the cells were read for
    Stretch stretch;
    Period period; // as it was written; or the year to date that it names
    std::uint32_t return_index = 0, row = 0;
    std::uint32_t earlier = 0, earlier_count = 0; // the words before it: see Cells::before
};

// A row of a return that was the newest word on its cell once.
struct EarlierWord {
    std::uint32_t return_index = 0, row = 0;
};

// The cells of one measure in some areas, each as its newest return gives it.
class Cells {
public:
    const CellPlace* find(const AreaCode& area, const Stretch& stretch) const;
    std::span<const CellPlace> of(const AreaCode& area) const; // oldest first
    // What was said of a cell before its newest word, oldest first: what a later return does not mention stays.
    std::span<const EarlierWord> before(const CellPlace& place) const {
        return std::span(earlier_).subspan(place.earlier, place.earlier_count);
    }
    // The stretches that were handed in for that reporting period, oldest first.
    std::vector<Stretch> reported_in(const AreaCode& area, Period reporting) const;
    // The reporting periods for which a stretch was handed in, in the order in which that became known.
    std::vector<Period> reporting_periods(const AreaCode& area, const Stretch& stretch) const;

private:
    friend class Ledger;
    struct Report {
        std::uint32_t area = 0;
        Stretch stretch;
        Period reporting;
    };

    std::unordered_map<AreaCode, std::uint32_t> numbers_;
    std::vector<CellPlace> places_; // by area, then stretch
    std::vector<EarlierWord> earlier_;
    std::vector<std::size_t> starts_; // of each area's places, and the end of the last
    std::vector<Report> reports_;     // in ledger order
};

// Whether a return is to be read at a time: approved, and known by then.
bool counts_for(const Return& handed_in, Instant as_at);

// The returns that count at a time, by measure, in the order in which they became known. A return without known_at was always
// known; of two known at the same moment the later in the ledger wins. Reading every measure reads every observation once.
class Ledger {
public:
    Ledger(const MeasuredContent& content, Instant as_at);

    Cells cells(const MeasureCode& measure, const std::vector<AreaCode>& areas) const;
    // The returns that carry a cell, oldest first: first reported, then each restatement. Indices into the returns of the content.
    std::vector<std::size_t> history(const MeasureCode& measure, const AreaCode& area, Period period) const;
    // Those of a measure, as indices into these.
    std::span<const std::size_t> returns_of(const MeasureCode& measure) const;

private:
    const MeasuredContent& content_;
    const Measure* measured_to_date(const MeasureCode& measure) const; // null = not handed in as years to date

    std::unordered_map<MeasureCode, std::vector<std::size_t>> returns_;
    std::unordered_map<MeasureCode, const Measure*> to_date_;
};

} // namespace qd::inline engine
