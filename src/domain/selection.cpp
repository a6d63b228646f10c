#include "domain/selection.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/own_status.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

const Measure& measure_of(const Content& content, const MeasureCode& code) { return *find_row(content.measures, code); }

void refuse(const std::string& what, const std::string& word, const std::vector<std::string>& known) {
    const std::string choose = known.empty() ? "" : "Choose one of " + join(known, ", ") + ".";
    const std::string hint = did_you_mean(word, known, choose);
    throw Error(Fault::request, "“" + word + "” is not " + what + "." + (hint.empty() ? "" : " ") + hint);
}

// A unit, by its code or by its name.
UnitCode known_unit(const Content& content, const UnitCode& given, bool (*takes)(const Unit&), const char* what) {
    std::vector<std::string> known;
    for (const Unit& unit : content.units) {
        if (!takes(unit)) continue;
        if (lower(unit.code.text()) == lower(given.text()) || lower(unit.name) == lower(given.text())) return unit.code;
        known.push_back(unit.code.text());
    }
    if (!given.empty()) refuse(what, given.text(), known);
    return given;
}

std::string known_theme(const Content& content, const std::string& given) {
    std::vector<std::string> known;
    for (const Measure& measure : content.measures) {
        if (lower(measure.theme) == lower(given)) return measure.theme;
        if (!measure.theme.empty() && std::ranges::find(known, measure.theme) == known.end())
            known.push_back(measure.theme);
    }
    refuse("a theme", given, known);
    return given;
}

bool has_status(const Figure& figure, const StatusWord& wanted) {
    return wanted.name.empty() ? figure.status.status == wanted.status
                               : as_word(figure.status.name) == as_word(wanted.name);
}

// What an item of an agenda is about, where that is a measure or the recovery plan of one.
MeasureCode measure_spoken_of(const Content& content, const Subject& subject) {
    if (subject.kind == SubjectKind::measure) return MeasureCode(subject.code);
    if (subject.kind != SubjectKind::recovery_plan) return {};
    const RecoveryPlan* plan = find_row(content.recovery_plans, RecoveryPlanCode(subject.code));
    return plan == nullptr ? MeasureCode{} : plan->measure;
}

std::vector<MeasureCode> on_its_agendas(const Content& content, const UnitCode& body) {
    std::vector<MeasureCode> codes;
    for (const Item& item : content.items) {
        const Meeting* meeting = find_row(content.meetings, item.meeting);
        if (!meeting || meeting->body != body) continue;
        for (const Subject& subject : item.about)
            if (const MeasureCode code = measure_spoken_of(content, subject); !code.empty()) codes.push_back(code);
    }
    return codes;
}

} // namespace

bool is_within(const Content& content, const UnitCode& unit, const UnitCode& whole) {
    std::vector<UnitCode> passed; // a ring of parents ends the walk
    for (const Unit* at = find_row(content.units, unit); at; at = find_row(content.units, at->parent)) {
        if (at->code == whole) return true;
        if (std::ranges::find(passed, at->code) != passed.end()) return false;
        passed.push_back(at->code);
    }
    return false;
}

std::vector<MeasureCode> measures_of_body(const Content& content, const UnitCode& body) {
    const Unit* self = find_row(content.units, body);
    const Unit* above = self ? find_row(content.units, self->parent) : nullptr;
    const bool of_a_part = above && above->kind != UnitKind::council && above->kind != UnitKind::partnership;
    const std::vector<MeasureCode> named = on_its_agendas(content, body);
    std::vector<MeasureCode> codes;
    bool owns = false;
    for (const Measure& measure : content.measures) owns = owns || is_within(content, measure.owner, body);
    for (const Measure& measure : content.measures) {
        const bool all = !of_a_part && !owns && named.empty();
        if (all || std::ranges::find(named, measure.code) != named.end() || is_within(content, measure.owner, body) ||
            (of_a_part && is_within(content, measure.owner, above->code)))
            codes.push_back(measure.code);
    }
    return codes;
}

std::vector<const Figure*> selected(const Content& content, const std::vector<Figure>& figures,
                                    const Selection& selection) {
    const std::string theme = selection.theme.empty() ? "" : known_theme(content, selection.theme);
    const UnitCode unit = known_unit(
        content, selection.unit, [](const Unit&) { return true; }, "a unit");
    const UnitCode body = known_unit(
        content, selection.body, [](const Unit& each) { return each.kind == UnitKind::committee; }, "a committee");
    std::optional<StatusWord> status;
    if (!selection.status.empty()) {
        status = status_word(content.settings, selection.status);
        std::vector<std::string> known = all_words<Status>();
        for (const std::string& name : own_status_names(content.settings)) known.push_back(name);
        if (!status) refuse("a status", selection.status, known);
    }
    const std::vector<MeasureCode> looked_at =
        body.empty() ? std::vector<MeasureCode>{} : measures_of_body(content, body);
    std::vector<const Figure*> taken;
    for (const Figure& figure : figures) {
        const Measure& measure = measure_of(content, figure.measure);
        if ((theme.empty() || measure.theme == theme) && (unit.empty() || is_within(content, measure.owner, unit)) &&
            (body.empty() || std::ranges::find(looked_at, measure.code) != looked_at.end()) &&
            (!status || has_status(figure, *status)))
            taken.push_back(&figure);
    }
    return taken;
}

} // namespace qd
