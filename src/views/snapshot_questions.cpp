#include "views/snapshot.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

// Finding in a snapshot what somebody asks for.

namespace qd::inline views {

View Snapshot::view(const Question& question, Instant now) const {
    const Calendar& calendar = content_.settings.calendar;
    View view;
    view.as_at = question.as_at.value_or(Instant::end_of(now.date())); // whole days, so that views are shared
    view.area = question.area.value_or(content_.settings.area);
    if (!question.period && periods_.empty())
        throw Error(Fault::absent, "The store has no figures yet. Import a council folder: quarterday import FOLDER");
    const auto& chosen = content_.settings.opens_with;
    if (question.period)
        view.period = *question.period;
    else if (chosen && std::ranges::find(periods_, *chosen) != periods_.end())
        view.period = *chosen;
    else
        view.period = *known_periods_.last_ended(view.as_at);
    if (!known_periods_.answers(view.period, now.date())) {
        std::vector<std::string> known;
        for (const Period period : periods_) known.push_back(calendar.text(period));
        throw Error(Fault::absent, "Nothing was reported for " + calendar.text(view.period) + ". " +
                                       (known.empty() ? "No period has figures yet."
                                                      : "Periods with figures: " + join(known, ", ") + "."));
    }
    if (std::ranges::none_of(content_.areas, [&](const Area& area) { return area.code == view.area; }))
        throw absent("area", view.area.text(), codes_of(content_.areas));
    return view;
}

View Snapshot::paper_view(const std::string& report, const Question& question, Instant now) const {
    View view = this->view(question, now);
    if (question.as_at) return view;
    std::optional<Date> met;
    for (const Paper* paper : papers(view.period))
        if ((report.empty() || paper->report == report) && paper->meeting && *paper->meeting < now.date())
            met = std::max(met, paper->meeting);
    if (met) view.as_at = Instant::end_of(*met);
    return view;
}

const Measure& Snapshot::measure(const MeasureCode& code) const {
    if (const Measure* found = find_row(content_.measures, code)) return *found;
    throw absent("measure", code.text(), codes_of(content_.measures));
}

const RecoveryPlan* Snapshot::recovery_plan(const MeasureCode& measure) const {
    const RecoveryPlan* latest = nullptr;
    for (const RecoveryPlan& plan : content_.recovery_plans)
        if (plan.measure == measure && (!latest || plan.raised_in > latest->raised_in)) latest = &plan;
    return latest;
}

const Paper* Snapshot::paper(const std::string& report, Period period) const {
    const auto found = std::ranges::find_if(
        content_.papers, [&](const Paper& paper) { return paper.report == report && paper.period == period; });
    return found == content_.papers.end() ? nullptr : &*found;
}

std::vector<const Paper*> Snapshot::papers(Period period) const {
    std::vector<const Paper*> found;
    for (const Paper& paper : content_.papers)
        if (paper.period == period) found.push_back(&paper);
    return found;
}

} // namespace qd::inline views
