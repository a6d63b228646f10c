#pragma once

#include "domain/content/measured.hpp"

namespace qd::inline engine {

const Measure* measure_if(const MeasuredContent& content, const MeasureCode& code); // null = there is none
const Measure& find_measure(const MeasuredContent& content,
                            const MeasureCode& code); // Error(absent) says how to list them

} // namespace qd::inline engine
