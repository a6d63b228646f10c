#include "checks/said/facts.hpp"

#include "base/text.hpp"
#include "checks/phrases.hpp"
#include "domain/programme_progress.hpp"
#include "domain/risk_register.hpp"

#include <algorithm>
#include <array>

namespace qd::inline checks {
namespace {

// Words that a name has and that do not tell it from others.
const WordSet
    common_words("the of in on to for and by with per at a an within from who are is their its or that have has number "
                 "numbers percentage cent proportion rate rates share average mean total level levels performance time "
                 "times year years quarter date last compared change previous same before not all as day days month "
                 "months taken made than more less which target against data figures measure indicator increase "
                 "reduction difference growth how long it takes");

// That no name is told by at all.
const WordSet links("the of in on to and for by with per at a an from who are is was were their its or that have has");

// Of a definition, the parts that say what is counted: not "excluding …", "whether or not …".
std::string without_exceptions(const std::string& definition) {
    std::string kept, part;
    for (const char c : definition + ".") {
        part += c;
        if (std::string_view(",;:.").find(c) == std::string_view::npos) continue;
        const std::string small = " " + lower(part);
        const bool except = std::ranges::any_of(
            std::array<std::string_view, 6>{" not ", " exclud", " except", " without ", " whether ", " other than "},
            [&](std::string_view word) { return small.find(word) != std::string::npos; });
        if (!except) kept += part;
        part.clear();
    }
    return kept;
}

void add_value(std::vector<Decimal>& values, const std::optional<Decimal>& value) {
    if (value && std::ranges::find(values, *value) == values.end()) values.push_back(*value);
}
void add_value(std::vector<Decimal>& values, const Cell& cell) {
    if (cell.has_value()) add_value(values, std::optional(cell.value()));
}
void add_goal(std::vector<Decimal>& values, const std::optional<Goal>& goal) {
    if (!goal) return;
    add_value(values, goal->aim);
    add_value(values, goal->lower);
    add_value(values, goal->upper);
}

KnownPoint point_of(const Calendar& calendar, const Figure& figure) {
    KnownPoint point;
    point.period = figure.period;
    point.first = calendar.first_day(figure.described);
    point.last = calendar.last_day(figure.described);
    add_value(point.values, figure.actual);
    point.stretch = figure.stretch;
    if (point.is_known() && figure.beside && figure.beside->actual.has_value()) {
        point.beside = figure.beside->actual.value();
        point.beside_goal = figure.beside->goal;
        point.beside_stretch = figure.beside->stretch;
        add_value(point.values, point.beside);
    }
    add_value(point.values, figure.in_period);
    if (point.is_known()) add_value(point.values, figure.published);
    point.goal = figure.goal;
    point.year_end = figure.year_end;
    point.numerator = figure.numerator;
    point.denominator = figure.denominator;
    if (figure.status.status != Status::not_rated) point.status = figure.status.status;
    point.status_name = figure.status.name;
    return point;
}

const Figure* figure_in(const CheckInput& input, const MeasureCode& code) {
    if (const Figure* figure = figure_of(input.scorecard, code)) return figure;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            for (const Figure& figure : line.figures)
                if (figure.measure == code) return &figure;
    return nullptr;
}

// What a movement was counted from, and by how much it went.
void add_movement(Facts& facts, const Movement& movement, const std::string& label, std::vector<Decimal>& base,
                  std::vector<Change>& changes) {
    add_value(base, movement.value);
    add_value(facts.others, movement.difference);
    add_value(facts.others, movement.relative);
    const std::optional<Decimal> now = movement.now ? movement.now : std::optional(facts.value());
    if (movement.value && now) changes.push_back({*movement.value, *now, label});
}

bool names_a_change(const std::string& title) {
    const std::string small = lower(title);
    return std::ranges::any_of(std::array<std::string_view, 9>{"change", "compared with", "compared to",
                                                               "on the year before", "growth in", "increase in",
                                                               "reduction in", "decrease in", "against last year"},
                               [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

void add_series(Facts& facts, const CheckInput& input) {
    const Calendar& calendar = input.content.settings.calendar;
    const Date end = calendar.last_day(input.period);
    const Series* series = input.series(facts.shown.code);
    if (series == nullptr) return;
    for (const Figure& figure : series->points) {
        const KnownPoint point = point_of(calendar, figure);
        if (point.is_known() && calendar.first_day(point.period) <= end) facts.points.push_back(point);
    }
}

// A point of the series where the engine compared with nothing, as the figures of measures that break are not.
void add_base(const KnownPoint& point, const Facts& facts, std::vector<Decimal>& base, std::vector<Change>& changes) {
    for (const Decimal value : point.values) add_value(base, std::optional(value));
    if (!changes.empty() || !facts.has_value() || point.period.grain() != facts.now.period.grain()) return;
    changes.push_back({point.values.front(), facts.value(), ""});
}

// Values of the period before and a year ago, from the points and from what the engine compared with.
void add_bases(Facts& facts, const CheckInput& input, const Figure& figure) {
    const Calendar& calendar = input.content.settings.calendar;
    if (figure.previous.period) facts.before_label = calendar.label(*figure.previous.period);
    if (figure.last_year.period) facts.a_year_ago_label = calendar.label(*figure.last_year.period);
    if (facts.has_value()) {
        add_movement(facts, figure.previous, facts.before_label, facts.before, facts.since_before);
        add_movement(facts, figure.last_year, facts.a_year_ago_label, facts.a_year_ago, facts.since_a_year_ago);
        if (figure.beside) {
            add_movement(facts, figure.beside->previous, facts.before_label, facts.before, facts.since_before);
            add_movement(facts, figure.beside->last_year, facts.a_year_ago_label, facts.a_year_ago,
                         facts.since_a_year_ago);
        }
    }
    const Date first = calendar.first_day(input.period), last = calendar.last_day(input.period);
    const KnownPoint* newest_before = nullptr;
    for (const KnownPoint& point : facts.points) {
        const Date began = calendar.first_day(point.period), ended = calendar.last_day(point.period);
        if (ended < first && (!newest_before || ended >= calendar.last_day(newest_before->period)))
            newest_before = &point;
        if (began == first.plus_months(-12) && ended == last.plus_days(1).plus_months(-12).plus_days(-1))
            add_base(point, facts, facts.a_year_ago, facts.since_a_year_ago);
    }
    const bool is_next = newest_before && calendar.last_day(newest_before->period).plus_days(1) == first;
    if (is_next) add_base(*newest_before, facts, facts.before, facts.since_before);
}

// What the periods of the year make together, of things that are counted.
void add_sum_of_year(Facts& facts, const CheckInput& input) {
    if (facts.shown.quantity != Quantity::count && facts.shown.quantity != Quantity::money) return;
    const Calendar& calendar = input.content.settings.calendar;
    Decimal sum;
    for (const KnownPoint& point : facts.points)
        if (calendar.year_of(point.period) == calendar.year_of(input.period)) sum = sum + point.values.front();
    add_value(facts.others, std::optional(sum));
}

Facts facts_of(const CheckInput& input, const Measure& measure) {
    Facts facts;
    facts.subject = {SubjectKind::measure, measure.code.text()};
    facts.shown = measure;
    facts.name = short_name(measure);
    facts.stems = stems_of(measure.title + " " + measure.short_title);
    for (const Word& word : words_of(measure.title)) facts.name_words.insert(word.text);
    if (!measure.definitions.empty()) {
        const Definition& definition = measure.definitions.back();
        facts.stems.merge(stems_of(definition.numerator_label + " " + definition.denominator_label));
        facts.definition_stems = stems_of(without_exceptions(definition.text));
        for (const Word& word : words_of(definition.numerator_label)) facts.part_words.insert(word.text);
    }
    facts.part_words.insert(facts.name_words.begin(), facts.name_words.end());
    if (!measure.definitions.empty())
        for (const Word& word : words_of(measure.definitions.back().denominator_label))
            facts.part_words.erase(word.text);
    std::erase_if(facts.part_words, [](const std::string& word) { return links.contains(word); });
    for (const Word& word : words_of(input.content.settings.name)) facts.place_words.insert(word.text);
    for (const Area& area : input.content.areas)
        if (area.code == input.content.settings.area)
            for (const Word& word : words_of(area.name)) facts.place_words.insert(word.text);
    facts.is_change = names_a_change(measure.title);
    const std::string title = lower(measure.title);
    facts.falls_count =
        title.find("reduction in") != std::string::npos || title.find("decrease in") != std::string::npos;
    add_series(facts, input);
    if (const Figure* figure = figure_in(input, measure.code)) {
        const Calendar& calendar = input.content.settings.calendar;
        facts.now = point_of(calendar, *figure);
        facts.outlook = figure->outlook;
        add_value(facts.forecasts, figure->forecast);
        add_bases(facts, input, *figure);
        add_value(facts.others, figure->numerator);
        add_value(facts.others, figure->denominator);
        add_goal(facts.targets, figure->goal);
        add_goal(facts.targets, figure->year_end);
        add_goal(facts.targets, figure->year_end_was);
        if (figure->beside) add_goal(facts.targets, figure->beside->goal);
        if (facts.points.empty() ||
            calendar.last_day(facts.points.back().period) != calendar.last_day(facts.now.period))
            if (facts.now.is_known()) facts.points.push_back(facts.now);
    }
    add_sum_of_year(facts, input);
    for (const Target& target : input.content.targets) {
        if (target.measure != measure.code) continue;
        add_value(facts.targets, target.value);
        add_value(facts.targets, target.baseline);
        add_value(facts.targets, target.lower);
        add_value(facts.targets, target.upper);
    }
    return facts;
}

std::optional<Facts> facts_of(const CheckInput& input, const Risk& risk) {
    const RiskRegister all = risk_register(input.content, input.period, input.as_at);
    const auto line = std::ranges::find_if(all.lines, [&](const RiskLine& one) { return one.risk.code == risk.code; });
    if (line == all.lines.end() || !line->residual.score) return {};
    Facts facts;
    facts.subject = {SubjectKind::risk, risk.code.text()};
    facts.name = risk.title;
    facts.stems = stems_of(risk.title);
    facts.stems.insert({"risk", "scor"});
    facts.shown.polarity = risk.kind == RiskKind::risk ? Polarity::lower : Polarity::higher;
    facts.shown.quantity = Quantity::score;
    const Calendar& calendar = input.content.settings.calendar;
    facts.now.period = input.period;
    facts.now.first = calendar.first_day(input.period);
    facts.now.last = calendar.last_day(input.period);
    facts.now.values = {Decimal(*line->residual.score)};
    facts.now.status = line->residual.status;
    facts.now.status_name = line->residual.band;
    if (line->residual_before.score) {
        facts.before = {Decimal(*line->residual_before.score)};
        facts.since_before = {{facts.before.front(), facts.value(), ""}};
    }
    if (all.before) facts.before_label = calendar.label(*all.before);
    if (line->inherent.score) facts.others.push_back(Decimal(*line->inherent.score));
    if (line->target.score) {
        facts.targets.push_back(Decimal(*line->target.score));
        Goal goal;
        goal.upper = goal.aim = Decimal(*line->target.score);
        facts.now.goal = goal;
    }
    for (const RiskRating* rating : {&line->residual, &line->inherent, &line->target}) {
        if (rating->impact) facts.others.push_back(Decimal(rating->impact->number));
        if (rating->likelihood) facts.others.push_back(Decimal(rating->likelihood->number));
    }
    for (const RiskLine& then : risk_history(input.content, risk, input.as_at)) {
        if (!then.review || !then.residual.score || calendar.last_day(then.review->period) >= facts.now.last) continue;
        KnownPoint point;
        point.period = then.review->period;
        point.first = calendar.first_day(point.period);
        point.last = calendar.last_day(point.period);
        point.values = {Decimal(*then.residual.score)};
        facts.points.push_back(point);
    }
    std::ranges::sort(facts.points, {}, &KnownPoint::last);
    facts.points.push_back(facts.now);
    return facts;
}

std::optional<Facts> facts_of(const CheckInput& input, const Deliverable& deliverable) {
    const Delivery* now = nullptr;
    const Delivery* before = nullptr;
    for (const Delivery& row : input.content.delivery) {
        if (row.deliverable != deliverable.code || !row.area.empty() || !row.body.empty()) continue;
        if (row.known_at && *row.known_at > input.as_at) continue;
        const Calendar& calendar = input.content.settings.calendar;
        if (calendar.last_day(row.period) > calendar.last_day(input.period)) continue;
        if (!now || calendar.last_day(row.period) >= calendar.last_day(now->period)) {
            if (now && now->period != row.period) before = now;
            now = &row;
        }
    }
    if (!now || !now->delivered) return {};
    Facts facts;
    facts.subject = {SubjectKind::deliverable, deliverable.code.text()};
    facts.name = deliverable.title;
    facts.stems = stems_of(deliverable.title + " " + deliverable.counted);
    facts.shown.quantity = Quantity::count;
    const Calendar& calendar = input.content.settings.calendar;
    facts.now.period = input.period;
    facts.now.first = calendar.first_day(now->period);
    facts.now.last = calendar.last_day(now->period);
    facts.now.values = {*now->delivered};
    if (now->profile) {
        Goal goal;
        goal.lower = goal.aim = now->profile;
        facts.now.goal = goal;
        facts.targets.push_back(*now->profile);
    }
    for (const auto& more : {now->evidenced, now->claimed, now->paid, deliverable.total}) add_value(facts.others, more);
    add_value(facts.targets, deliverable.total);
    if (before) add_value(facts.before, before->delivered);
    if (!facts.before.empty())
        facts.since_before = {{facts.before.front(), facts.value(), calendar.label(before->period)}};
    facts.points = {facts.now};
    return facts;
}

} // namespace

bool is_named_by(const Facts& facts, const std::string& word) {
    if (word.size() < 3) return false;
    const std::string stem = stem_of(word);
    return std::ranges::any_of(facts.stems, [&](const std::string& one) {
        if (one == stem) return true;
        return std::min(one.size(), stem.size()) >= 5 && (one.starts_with(stem) || stem.starts_with(one));
    });
}

bool counts_time(const Facts& facts) {
    return std::ranges::any_of(facts.name_words, [](const std::string& word) {
        return word == "seconds" || word == "minutes" || word == "hours" || word == "weeks" || word == "months";
    });
}

std::set<std::string> stems_of(std::string_view name) {
    std::set<std::string> stems;
    for (const Word& word : words_of(name))
        if (word.kind == WordKind::letters && word.text.size() > 2 && !common_words.contains(word.text))
            stems.insert(stem_of(word.text));
    return stems;
}

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

std::vector<const KnownPoint*> points_in(const Facts& facts, const TimeSaid& time) {
    std::vector<const KnownPoint*> found;
    if (!time.first || !time.last) return found;
    const bool is_year = *time.last - *time.first > 300 && *time.last - *time.first < 370;
    for (const KnownPoint& point : facts.points) {
        const bool of_school = point.last - point.first > 300 && point.first.month() >= 8;
        if (of_school && is_year && !time.of_school && time.first->month() != point.first.month()) { // "in 2022/23"
            const bool of_calendar = time.first->month() == 1; // "in 2012": the year it begins or ends in
            if (point.first.year() == time.first->year() || (of_calendar && point.last.year() == time.first->year()))
                found.push_back(&point);
            continue;
        }
        const bool same = point.last == *time.last || (point.first == *time.first && point.last <= *time.last);
        const bool within = point.first >= *time.first && point.last <= *time.last;
        if (same || within) found.push_back(&point);
    }
    return found;
}

std::string show(const Facts& facts, Decimal value) { return show(facts.shown, value); }

} // namespace qd::inline checks
