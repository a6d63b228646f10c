#include "cli/options.hpp"

#include "base/error.hpp"

namespace qd::cli {

void ViewOptions::add_to(CLI::App& app) {
    app.add_option("--period", period, "The reporting period, such as 2012-13Q3; the latest if left out");
    app.add_option("--area", area, "The code of an area, such as E10000017; the council's own if left out");
    app.add_option("--as-at", as_at, "Figures as they were known at the end of a day or at a moment; now if left out");
}

Question ViewOptions::question() const {
    Question question;
    if (!period.empty()) {
        question.period = Period::parse(period);
        if (!question.period)
            throw Error(Fault::request, "--period “" + period + "” is not a period. Write it like 2012-13Q3, 2012-13 or 2012-12.");
    }
    if (!as_at.empty()) {
        question.as_at = Instant::parse(as_at);
        if (!question.as_at)
            throw Error(Fault::request, "--as-at “" + as_at + "” is not a day. Write it like 2013-02-15 or 2013-02-15T10:00:00Z.");
    }
    if (!area.empty()) question.area = AreaCode(area);
    return question;
}

} // namespace qd::cli
