#include "views/registers.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "engine/programme.hpp"

#include <algorithm>

namespace qd::inline views {

std::vector<ProgrammeProgress> programmes(const Snapshot& snapshot, Instant as_at) {
    return compute_programmes(snapshot.content(), std::nullopt, as_at);
}

ProgrammeProgress programme(const Snapshot& snapshot, const ProgrammeCode& code, Instant as_at,
                            std::optional<Date> until) {
    const Content& content = snapshot.content();
    if (const Programme* found = find_row(content.programmes, code))
        return compute_programme(content, *found, until, as_at);
    throw absent("programme", code.text(), codes_of(content.programmes),
                 "quarterday programme lists those that there are.");
}

RiskRegister risks(const Snapshot& snapshot, std::optional<Period> period, Instant as_at) {
    const Content& content = snapshot.content();
    const Calendar& calendar = content.settings.calendar;
    const std::vector<Period> periods = qd::register_periods(content, as_at);
    if (periods.empty())
        throw Error(Fault::absent, "There is no register of risks and opportunities. Hand in risks.csv and "
                                   "risk_reviews.csv: quarterday import FOLDER");
    const auto shown = period ? register_shown_for(content, *period, as_at) : newest_register(content, as_at);
    if (period && shown != period) {
        std::vector<std::string> known;
        for (const Period each : periods) known.push_back(calendar.text(each));
        throw Error(Fault::absent, "There is no register of risks and opportunities for " + calendar.text(*period) +
                                       ". There are registers for " + join(known, ", ") + ".");
    }
    return risk_register(content, *shown, as_at);
}

const Risk& risk(const Snapshot& snapshot, const std::string& code) {
    const Content& content = snapshot.content();
    if (const Risk* found = find_row(content.risks, RiskCode(code))) return *found;
    throw absent("risk or opportunity", code, codes_of(content.risks), "quarterday risks lists those that there are.");
}

std::vector<FormReport> form_reports(const Snapshot& snapshot, Instant as_at) {
    const Content& content = snapshot.content();
    std::vector<FormReport> reports;
    for (const Form& form : content.forms)
        reports.push_back(
            form_report(form, content.form_returns, content.site_ratings, content.settings.calendar, as_at));
    return reports;
}

std::vector<WantedPlan> wanted_plans(const Snapshot& snapshot, const View& view) {
    if (snapshot.reader() == Reader::everyone) return {};
    const auto now = snapshot.scorecard(view), before = snapshot.scorecard_before(view);
    return qd::wanted_plans(snapshot.content(), *now, before.get());
}

std::vector<TrajectoryLine> trajectory(const Snapshot& snapshot, const RecoveryPlan& plan, const View& view) {
    return trajectory_lines(snapshot.content(), plan, snapshot.series(plan.measure, view), view.as_at);
}

} // namespace qd::inline views
