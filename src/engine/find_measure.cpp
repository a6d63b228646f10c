#include "engine/find_measure.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace qd::inline engine {

const Measure* measure_if(const MeasuredContent& content, const MeasureCode& code) {
    const auto found = std::ranges::find(content.measures, code, &Measure::code);
    return found == content.measures.end() ? nullptr : &*found;
}

const Measure& find_measure(const MeasuredContent& content, const MeasureCode& code) {
    if (const Measure* found = measure_if(content, code)) return *found;
    throw Error(Fault::absent, "There is no measure " + code.text() + ". “quarterday scorecard --all” lists them.");
}

} // namespace qd::inline engine
