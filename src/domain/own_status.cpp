#include "domain/own_status.hpp"

#include "domain/figure.hpp"
#include "domain/settings.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

OwnStatus of_rule(const StatusRule& rule) {
    return {rule.name, rule.label, rule.status, rule.look.value_or(usual_look(rule.name, rule.status))};
}

bool is_named(std::string_view name, std::string_view text) { return !name.empty() && as_word(name) == as_word(text); }

} // namespace

StatusLook usual_look(std::string_view name, Status status) {
    StatusLook look = look_of(status);
    for (int i = 0; !print(static_cast<StatusColour>(i)).empty(); ++i)
        if (is_named(name, print(static_cast<StatusColour>(i)))) look.colour = static_cast<StatusColour>(i);
    return look;
}

std::optional<OwnStatus> own_status(const Settings& settings, std::string_view name) {
    for (const OwnStatus& own : settings.own_statuses)
        if (is_named(own.name, name)) return own;
    for (auto set = settings.status_rules.rbegin(); set != settings.status_rules.rend(); ++set)
        for (const StatusRule& rule : set->rules)
            if (is_named(rule.name, name)) return of_rule(rule);
    return {};
}

std::vector<std::string> own_status_names(const Settings& settings) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const OwnStatus& own : settings.own_statuses) add(own.name);
    for (const StatusRules& set : settings.status_rules)
        for (const StatusRule& rule : set.rules) add(rule.name);
    return names;
}

std::optional<StatusWord> status_word(const Settings& settings, std::string_view text) {
    if (const auto own = own_status(settings, text)) return StatusWord(own->status, own->name);
    if (const auto status = parse_status(text)) return StatusWord(*status);
    return {};
}

Verdict typed_verdict(const Settings& settings, const StatusWord& word) {
    Verdict verdict;
    verdict.status = word.status;
    verdict.basis = Verdict::Basis::judged;
    if (word.name.empty()) return verdict;
    verdict.name = word.name;
    if (const auto own = own_status(settings, word.name)) {
        verdict.label = own->label;
        verdict.look = own->look;
    }
    return verdict;
}

std::string word_of(const Verdict& verdict) {
    if (!verdict.label.empty()) return verdict.label;
    return verdict.name.empty() ? label(verdict.status) : verdict.name;
}

StatusLook look_of(const Verdict& verdict) { return verdict.look.value_or(look_of(verdict.status)); }

} // namespace qd
