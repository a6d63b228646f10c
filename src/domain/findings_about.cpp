#include "domain/findings_about.hpp"

#include "domain/plan_words.hpp"

#include <algorithm>

namespace qd {

Findings findings_about(const Content& content, const MeasureCode& measure, const Findings& all) {
    std::vector<Subject> subjects{{SubjectKind::measure, measure.text()}};
    for (const RecoveryPlan& plan : content.recovery_plans) {
        if (plan.measure != measure) continue;
        const Subject own{SubjectKind::recovery_plan, plan.code.text()};
        subjects.push_back(own);
        for (const Action* action : actions_of(content.actions, own))
            subjects.push_back({SubjectKind::action, action->code.text()});
    }
    Findings found;
    for (const Finding& finding : all)
        if (std::ranges::find(subjects, finding.subject) != subjects.end()) found.push_back(finding);
    return found;
}

} // namespace qd
