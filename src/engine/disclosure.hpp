#pragma once

#include "domain/content/measured.hpp"
#include "engine/disclosure_table.hpp"

#include <set>
#include <tuple>
#include <vector>

namespace qd::inline engine {

// Which of a council's figures are not published, as at one time. Every measure that the council's rule covers is in one table
// with its breakdowns (measures whose parent it is), all areas and all stretches of time for which it is published, so that it is
// hidden or shown in the same way in every scorecard, series and file. Numerators and denominators, and counts without parts, are
// protected; a figure is hidden if any of its parts is.
class Disclosure {
public:
    Disclosure(const MeasuredContent& content, Instant as_at);

    bool hides(const MeasureCode& measure, const AreaCode& area, Period described) const;
    bool hides_any(const MeasureCode& measure) const; // or rounds: comparisons of areas would reveal it

private:
    struct Family;
    void hide_in(const Family& family);
    void hide(const Family& family, const std::vector<PublishedCell>& cells);
    void hide_made_of_hidden(const std::vector<Family>& families);
    void hide_by_formula();
    bool hides_one_of(const std::vector<const Measure*>& inputs, const AreaCode& area, const Stretch& stretch) const;
    Stretch own_stretch(const Measure& measure, const Stretch& stretch) const;
    bool is_about(const Measure& measure) const;

    const MeasuredContent& content_;
    std::set<std::tuple<MeasureCode, AreaCode, Stretch>> hidden_;
};

} // namespace qd::inline engine
