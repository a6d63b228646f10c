#include "checks/said/facts_of.hpp"

#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {

std::optional<Facts> KnownSubjects::made(const Subject& subject) {
    const Content& content = input_.content;
    if (subject.kind == SubjectKind::measure) {
        if (const Measure* measure = find_row(content.measures, MeasureCode(subject.code)))
            return facts_of(input_, *measure);
    } else if (subject.kind == SubjectKind::priority) {
        for (const Priority& priority : content.priorities)
            if (priority.code.text() == subject.code && priority.measures.size() == 1)
                if (const Measure* measure = find_row(content.measures, priority.measures.front()))
                    return facts_of(input_, *measure);
    } else if (subject.kind == SubjectKind::risk) {
        if (const Risk* risk = find_row(content.risks, RiskCode(subject.code))) return facts_of(input_, *risk);
    } else if (subject.kind == SubjectKind::deliverable) {
        if (const Deliverable* one = find_row(content.deliverables, DeliverableCode(subject.code)))
            return facts_of(input_, *one);
    }
    return {};
}

const Facts* KnownSubjects::of(const Subject& subject) {
    auto found = known_.find(subject);
    if (found == known_.end()) found = known_.emplace(subject, made(subject)).first;
    return found->second ? &*found->second : nullptr;
}

const std::vector<KnownSubjects::Name>& KnownSubjects::names_under(const Subject& subject) {
    const bool of_programme = subject.kind == SubjectKind::programme, of_council = subject.kind == SubjectKind::council;
    const Subject key = of_programme || of_council ? subject : Subject{SubjectKind::measure, ""};
    const auto [found, is_new] = names_.try_emplace(key);
    if (!is_new) return found->second;
    if (of_programme) {
        for (const Deliverable& one : input_.content.deliverables)
            if (one.programme.text() == subject.code)
                found->second.emplace_back(Subject{SubjectKind::deliverable, one.code.text()}, stems_of(one.title));
    } else {
        for (const Measure& measure : input_.content.measures)
            found->second.emplace_back(Subject{SubjectKind::measure, measure.code.text()}, stems_of(measure.title));
        for (const Risk& risk : input_.content.risks)
            if (of_council)
                found->second.emplace_back(Subject{SubjectKind::risk, risk.code.text()}, stems_of(risk.title));
    }
    return found->second;
}

const Facts* KnownSubjects::named_in(const Words& words, const Subject& subject) {
    std::set<std::string> there;
    for (const Word& word : words)
        if (word.kind == WordKind::letters) there.insert(stem_of(word.text));
    const Name* best = nullptr;
    bool several = false;
    for (const Name& name : names_under(subject)) {
        if (name.second.empty() || !std::ranges::includes(there, name.second)) continue;
        if (best && name.second.size() == best->second.size()) several = true;
        if (best && name.second.size() <= best->second.size()) continue;
        best = &name;
        several = false;
    }
    return best && !several ? of(best->first) : nullptr;
}

} // namespace qd::inline checks
