#include "engine/related_measures.hpp"

#include "domain/formula.hpp"

#include <map>
#include <unordered_map>
#include <utility>

namespace qd::inline engine {
namespace {

// Codes in sets that are joined two at a time. A code that no measure has may join others.
class JoinedCodes {
public:
    MeasureCode first_of(const MeasureCode& code) {
        MeasureCode first = above_.try_emplace(code, code).first->second;
        while (above_.at(first) != first) first = MeasureCode(above_.at(first));
        for (MeasureCode each = code; each != first;)
            each = std::exchange(above_.at(each), first); // so that chains stay short
        return first;
    }
    void join(const MeasureCode& one, const MeasureCode& other) {
        const MeasureCode first = first_of(one), second = first_of(other);
        above_.at(second) = first;
    }

private:
    std::unordered_map<MeasureCode, MeasureCode> above_;
};

} // namespace

std::vector<MeasureCode> asked_by(const Measure& measure) {
    std::vector<MeasureCode> asked;
    if (!measure.formula.empty())
        if (const auto formula = Formula::parse(measure.formula)) asked = formula->inputs();
    for (const Definition& definition : measure.definitions)
        if (!definition.overlap.empty()) asked.push_back(definition.overlap);
    return asked;
}

std::vector<std::vector<const Measure*>> related_measures(const std::vector<Measure>& measures) {
    JoinedCodes joined;
    for (const Measure& measure : measures) {
        if (!measure.parent.empty()) joined.join(measure.parent, measure.code);
        for (const MeasureCode& asked : asked_by(measure)) joined.join(asked, measure.code);
    }
    std::vector<std::vector<const Measure*>> groups;
    std::map<MeasureCode, std::size_t> places;
    for (const Measure& measure : measures) {
        const std::size_t place = places.try_emplace(joined.first_of(measure.code), groups.size()).first->second;
        if (place == groups.size()) groups.emplace_back();
        groups[place].push_back(&measure);
    }
    return groups;
}

} // namespace qd::inline engine
