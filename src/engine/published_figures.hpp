#pragma once

#include "engine/disclosure.hpp"
#include "engine/known.hpp"

#include <set>
#include <vector>

namespace qd::inline engine {

// Whether the council's rule about small counts is about a measure.
bool is_protected(const Suppression& rule, const Measure& measure);

// Which of a content's returns everyone may read. Only what was approved, and handed in: results of formulas are computed again,
// from what is published. `content` holds what they make of all (with_derived), since that is protected too; it must outlive
// this.
class PublishedFigures {
public:
    explicit PublishedFigures(const Content& content);

    // The measures with a hidden or rounded figure, and those that formulas make from them.
    const std::set<MeasureCode>& withheld() const { return withheld_; }
    std::vector<Return> returns() const;

private:
    void find_withheld();
    void find_one_word();
    void add_what_formulas_join(std::set<MeasureCode>& measures, bool inputs_too) const;
    std::vector<Return> all_words() const;

    const Content& content_;
    Known known_;
    Disclosure disclosure_;
    std::set<MeasureCode> withheld_;
    std::set<MeasureCode> one_word_; // with only the newest version of each cell published
};

} // namespace qd::inline engine
