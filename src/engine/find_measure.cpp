#include "engine/find_measure.hpp"

#include "base/error.hpp"

namespace qd::inline engine {

const Measure* measure_if(const MeasuredContent& content, const MeasureCode& code) {
    return find_row(content.measures, code);
}

const Measure& find_measure(const MeasuredContent& content, const MeasureCode& code) {
    if (const Measure* found = measure_if(content, code)) return *found;
    throw Error(Fault::absent, "There is no measure " + code.text() + ". “quarterday scorecard --all” lists them.");
}

} // namespace qd::inline engine
