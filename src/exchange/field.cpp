#include "exchange/field.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <limits>

namespace qd::inline exchange {
namespace {

template <class Kind>
Understood<Code<Kind>> read_known(std::string_view text, CodeSet& known, std::string_view what,
                                  std::string_view table) {
    text = trim(text);
    if (known.has(text)) return Code<Kind>(std::string(text));
    if (auto meant = known.meant(text)) return Code<Kind>(*std::move(meant));
    return tl::make_unexpected(unknown_code(what, text, known, table));
}

// The council's named statuses, which cut-offs are checked against.
bool is_status_word(const Settings& settings, const std::string& word) {
    return settings.status_rules.empty() || status_word(settings, word).has_value();
}

struct SubjectTable {
    CodeSet* codes;
    std::string_view what, table;
};

template <KnownByCode T> SubjectTable register_of(Intake& intake) {
    return {&intake.codes_of(Shape<T>::table), Shape<T>::one, Shape<T>::table};
}

SubjectTable table_of(SubjectKind kind, Intake& intake) {
    switch (kind) {
    case SubjectKind::measure: return {&intake.measures, "a measure", "measures"};
    case SubjectKind::priority: return register_of<Priority>(intake);
    case SubjectKind::plan: return register_of<Plan>(intake);
    case SubjectKind::recovery_plan:
        return {&intake.recovery_plans, "a recovery plan", "of recovery plans (recovery/CODE.md)"};
    case SubjectKind::action: return register_of<Action>(intake);
    case SubjectKind::project: return register_of<Project>(intake);
    case SubjectKind::unit: return register_of<Unit>(intake);
    case SubjectKind::meeting: return register_of<Meeting>(intake);
    case SubjectKind::item: return register_of<Item>(intake);
    case SubjectKind::decision: return register_of<Decision>(intake);
    case SubjectKind::programme: return register_of<Programme>(intake);
    case SubjectKind::phase: return register_of<Phase>(intake);
    case SubjectKind::contract_review: return register_of<ContractReview>(intake);
    case SubjectKind::deliverable: return register_of<Deliverable>(intake);
    case SubjectKind::form: return register_of<Form>(intake);
    case SubjectKind::risk: return register_of<Risk>(intake);
    case SubjectKind::escalation: return register_of<Escalation>(intake);
    case SubjectKind::council: break;
    }
    return {nullptr, {}, {}};
}

} // namespace

Understood<std::int64_t> Field<std::int64_t>::read(std::string_view text, Intake&) {
    const auto number = read_number(text);
    if (!number) return tl::make_unexpected(number.error());
    if (number->millionths() % Decimal::scale != 0)
        return tl::make_unexpected(Problem{"is not a whole number.", "Write it without decimals."});
    return number->millionths() / Decimal::scale;
}

Understood<int> Field<int>::read(std::string_view text, Intake& intake) {
    const auto number = Field<std::int64_t>::read(text, intake);
    if (!number) return tl::make_unexpected(number.error());
    if (*number > 1'000'000 || *number < -1'000'000)
        return tl::make_unexpected(Problem{"is too large.", "Write a number of at most a million."});
    return static_cast<int>(*number);
}

namespace {

// The number of a level that may be written as its word; none, with what to do, for a word that is none of them.
Understood<int> read_level(std::string_view text, const std::vector<int>& levels, const std::vector<std::string>& words,
                           Intake& intake) {
    for (std::size_t i = 0; i < words.size() && i < levels.size(); ++i)
        if (as_word(words[i]) == as_word(text)) return levels[i];
    auto number = Field<int>::read(text, intake);
    if (number || words.empty()) return number;
    return tl::make_unexpected(
        Problem{"is not a level of the council's matrix.",
                did_you_mean(lower(text), words, "Write its number, or one of " + join(words, ", ") + ".")});
}

} // namespace

Understood<ImpactLevel> Field<ImpactLevel>::read(std::string_view text, Intake& intake) {
    const RiskMatrix& matrix = intake.settings.risk;
    return read_level(text, matrix.impact_levels, matrix.impacts, intake).map([](int number) {
        return ImpactLevel(number);
    });
}

Understood<LikelihoodLevel> Field<LikelihoodLevel>::read(std::string_view text, Intake& intake) {
    const RiskMatrix& matrix = intake.settings.risk;
    return read_level(text, matrix.likelihood_levels, matrix.likelihoods, intake).map([](int number) {
        return LikelihoodLevel(number);
    });
}

Understood<BandName> Field<BandName>::read(std::string_view text, Intake& intake) {
    std::vector<std::string> known;
    for (const RiskBand& band : intake.settings.risk.bands) {
        if (as_word(band.label) == as_word(text)) return BandName{band.label};
        known.push_back(band.label);
    }
    for (const Status colour : {Status::red, Status::amber, Status::green})
        if (std::ranges::find(known, print(colour)) == known.end()) known.emplace_back(print(colour));
    if (std::ranges::find(known, as_word(text)) != known.end()) return BandName{as_word(text)};
    return tl::make_unexpected(Problem{"is not one of the bands of the council's matrix.",
                                       "Write one of " + join(known, ", ") + "; [risk] in council.toml lists them."});
}

std::string Field<Instant>::write(Instant moment, YearStyle) {
    return moment == Instant::end_of(moment.date()) ? print(moment.date()) : print(moment);
}

Understood<Tolerance> Field<Tolerance>::read(std::string_view text, Intake& intake) {
    const auto tolerance = Tolerance::parse(trim(text));
    if (!tolerance)
        return tl::make_unexpected(Problem{"is not a tolerance: " + tolerance.error(),
                                           "Write 5%, 2 points, none, or cut-offs such as green >= 55; amber >= 40."});
    std::vector<std::string> words;
    for (const CutOff& cut_off : tolerance->cut_offs) words.push_back(cut_off.status);
    if (!tolerance->otherwise.empty()) words.push_back(tolerance->otherwise);
    for (const std::string& word : words)
        if (!is_status_word(intake.settings, word))
            return tl::make_unexpected(Problem{"names the status “" + word + "”, which no status rule gives.",
                                               "Write a status of council.toml, such as green, amber or red."});
    return *tolerance;
}

Understood<StatusWord> Field<StatusWord>::read(std::string_view text, Intake& intake) {
    if (auto word = status_word(intake.settings, text)) return *std::move(word);
    std::vector<std::string> words = all_words<Status>();
    for (const std::string& name : own_status_names(intake.settings)) words.push_back(name);
    return tl::make_unexpected(Problem{"is not one of " + join(words, ", ") + ".",
                                       did_you_mean(as_word(text), words,
                                                    "Write one of these, or declare it in council.toml, in a block "
                                                    "[[own_status]].")});
}

Understood<Subject> Field<Subject>::read(std::string_view text, Intake& intake) {
    const auto subject = parse_subject(trim(text));
    if (!subject)
        return tl::make_unexpected(
            Problem{"does not say what the row is about.",
                    "Write a kind and a code: measure:ASC1, priority:CT4, plan:…, "
                    "recovery_plan:…, action:…, project:…, unit:…, programme:…, risk:…, meeting:…, "
                    "item:…, decision:…, or council."});
    const SubjectTable table = table_of(subject->kind, intake);
    if (table.codes == nullptr || table.codes->has(subject->code)) return *subject;
    if (auto meant = table.codes->meant(subject->code)) return Subject{subject->kind, *std::move(meant)};
    // A statement may count the projects of a wave or an area.
    if (subject->kind == SubjectKind::project && (intake.waves.has(subject->code) || intake.areas.has(subject->code)))
        return *subject;
    return tl::make_unexpected(unknown_code(table.what, subject->code, *table.codes, table.table));
}

// "2013-03-31", "2013-01-01/2013-03-31", each with words after it, or words alone.
Understood<DueDate> Field<DueDate>::read(std::string_view text, Intake&) {
    const std::string_view first = text.substr(0, text.find_first_of(" \n\t"));
    const auto slash = first.find('/');
    DueDate due;
    if (const auto day = Date::parse(first)) {
        due.date = *day;
    } else if (slash == 10 && Date::parse(first.substr(0, 10)) && Date::parse(first.substr(11))) {
        due.from = Date::parse(first.substr(0, 10));
        due.date = Date::parse(first.substr(11));
        if (*due.from > *due.date)
            return tl::make_unexpected(Problem{"ends before it begins.", "Write the earlier day first."});
    } else if (const auto british = read_date(first); british && slash != std::string_view::npos) {
        due.date = *british;
    }
    const auto words = read_text(due.date ? text.substr(first.size()) : text);
    if (!words) return tl::make_unexpected(words.error());
    due.words = *words;
    return due;
}

std::string Field<DueDate>::write(const DueDate& due, YearStyle) {
    std::string out = due.from ? print(*due.from) + "/" : "";
    if (due.date) out += print(*due.date);
    const std::string words = plain_text(replace_all(due.words, ";", ","));
    return out.empty() || words.empty() ? out + words : out + " " + words;
}

template <> Understood<AreaCode> Field<AreaCode>::read(std::string_view text, Intake& intake) {
    return read_known<AreaTag>(text, intake.areas, "an area", "areas");
}
template <> Understood<UnitCode> Field<UnitCode>::read(std::string_view text, Intake& intake) {
    return read_known<UnitTag>(text, intake.codes_of("units"), "a unit", "units");
}
template <> Understood<MeasureCode> Field<MeasureCode>::read(std::string_view text, Intake& intake) {
    return read_known<MeasureTag>(text, intake.measures, "a measure", "measures");
}
template <> Understood<RecoveryPlanCode> Field<RecoveryPlanCode>::read(std::string_view text, Intake& intake) {
    return read_known<RecoveryPlanTag>(text, intake.recovery_plans, "a recovery plan",
                                       "of recovery plans (recovery/CODE.md)");
}
template <> Understood<PlanCode> Field<PlanCode>::read(std::string_view text, Intake& intake) {
    return read_known<PlanTag>(text, intake.codes_of("plans"), "a plan", "plans");
}
template <> Understood<PaperCode> Field<PaperCode>::read(std::string_view text, Intake& intake) {
    return read_known<PaperTag>(text, intake.papers, "a paper", "of papers (papers/CODE.md)");
}

Understood<std::string> read_own_code(std::string_view text) {
    text = trim(text);
    if (is_code(text)) return std::string(text);
    return tl::make_unexpected(
        Problem{"is not a code.", "Use at most 64 letters, digits, _, - and ., starting with a letter or digit."});
}

} // namespace qd::inline exchange
