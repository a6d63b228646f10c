#include "engine/public_rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/committee.hpp"
#include "domain/form_report.hpp"
#include "engine/find_measure.hpp"
#include "engine/published_figures.hpp"
#include "engine/ratio.hpp"
#include "engine/readable.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

bool agenda_is_out(const Meeting& meeting) {
    return meeting.published_on || meeting.state == MeetingState::published || meeting.state == MeetingState::held ||
           meeting.state == MeetingState::confirmed;
}

// A notice has to be given of a key decision, and of meeting in private, four weeks ahead: from then on it is public.
bool is_known(const Item& item, const Meeting* meeting) {
    return meeting && (agenda_is_out(*meeting) || (item.notice_on && meeting->state != MeetingState::cancelled));
}

bool is_of_part_two(const Paper& paper) { return lower(paper.part).find("part 2") != std::string::npos; }

// Of these numbers, the one that a heading of minutes begins with: "4" of "## 4. Title", "23.PC.4" of "## 23.PC.4. Title"; "" = none.
std::string number_of(std::string_view line, const std::set<std::string>& numbers) {
    line.remove_prefix(3);
    for (const std::string& number : numbers)
        if (trim(line).starts_with(number + ".") &&
            (trim(line).size() == number.size() + 1 || trim(line)[number.size() + 1] == ' '))
            return number;
    return {};
}

// Minutes without the parts of items that were taken in private. None if one of these has no heading of its own: then
// nobody can tell where it is.
std::optional<std::string> open_parts(const std::string& text, const std::set<std::string>& in_private) {
    std::set<std::string> found;
    std::vector<std::string> kept;
    bool open = true;
    for (const std::string& line : split(text, '\n')) {
        if (line.starts_with("# ")) open = true;
        if (line.starts_with("## ")) {
            const std::string number = number_of(line, in_private);
            open = number.empty();
            if (!open) found.insert(number);
        }
        if (open) kept.push_back(line);
    }
    if (found.size() != in_private.size()) return std::nullopt;
    return std::string(trim(join(kept, "\n")));
}

bool is_small(const Suppression& rule, const std::optional<Decimal>& count) {
    return count && count->abs() < Decimal(rule.threshold) && (rule.zeros == Zeros::hidden || !count->is_zero());
}

} // namespace

PublicRules::PublicRules(const Content& content, std::set<MeasureCode> withheld, std::string report)
    : content_(content), withheld_(std::move(withheld)), report_(std::move(report)) {
    leave_out_items();
    leave_out_papers();
    leave_out_decisions();
    leave_out_recovery_plans();
    leave_out_small_deliveries();
    leave_out_what_is_about_them();
}

void PublicRules::leave_out_items() {
    for (const Item& item : content_.items) {
        const Meeting* meeting = find_row(content_.meetings, item.meeting);
        const bool is_draft = !meeting || !agenda_is_out(*meeting);
        if (!is_known(item, meeting))
            gone(SubjectKind::item, item.code.text());
        else if (item.part == ItemPart::two || is_draft)
            private_items_.insert(item.code);
        if (item.part == ItemPart::two)
            hidden_papers_.insert(item.paper);
        else if (is_draft)
            drafts_.insert(item.paper);
    }
}

// Whoever publishes a report publishes the frame of its paper with it, though not that of an exempt one.
void PublicRules::leave_out_papers() {
    std::set<std::string> open;
    for (const Paper& paper : content_.papers) {
        const bool is_draft =
            drafts_.contains(paper.code) || std::ranges::any_of(content_.meetings, [&](const Meeting& meeting) {
                return paper.body == meeting.body && paper.meeting == meeting.date && !agenda_is_out(meeting);
            });
        const bool is_being_published = !report_.empty() && paper.report == report_;
        if (is_of_part_two(paper) || (is_draft && !is_being_published)) hidden_papers_.insert(paper.code);
        (may_read(paper) ? open : private_reports_).insert(paper.report);
    }
    for (const std::string& report : open) private_reports_.erase(report);
}

bool PublicRules::is_open(const ItemCode& code) const {
    const Item* item = find_row(content_.items, code);
    return item && item->part == ItemPart::one && may_read(*item);
}

void PublicRules::leave_out_decisions() {
    for (const Decision& decision : content_.decisions)
        if (!is_open(decision.item)) gone(SubjectKind::decision, decision.code.text());
}

// Shown to a body on a day; where the meeting is kept, its agenda has to be out.
bool PublicRules::was_shown(const Presentation& shown) const {
    for (const Meeting& meeting : content_.meetings)
        if (meeting.body == shown.body && meeting.date == shown.date) return agenda_is_out(meeting);
    return true;
}

void PublicRules::leave_out_recovery_plans() {
    for (const RecoveryPlan& plan : content_.recovery_plans) {
        if (std::ranges::none_of(plan.presented, [&](const Presentation& shown) { return was_shown(shown); }))
            gone(SubjectKind::recovery_plan, plan.code.text());
        if (!plan.text_published) bare_plans_.insert(plan.code);
    }
}

// Of so few in one area or with one body that somebody may know them, the parts of that period are left out.
void PublicRules::leave_out_small_deliveries() {
    const Suppression& rule = content_.settings.suppression;
    for (const Delivery& row : content_.delivery)
        if ((!row.area.empty() || !row.body.empty()) &&
            (is_small(rule, row.delivered) || is_small(rule, row.evidenced) || is_small(rule, row.claimed) ||
             is_small(rule, row.paid)))
            small_deliveries_.insert({row.deliverable, row.period});
}

void PublicRules::leave_out_what_is_about_them() {
    for (const ContractReview& review : content_.contract_reviews)
        gone(SubjectKind::contract_review, review.code.text());
    for (const Action& action : content_.actions) {
        const Subject& subject = action.subject;
        if (gone_.contains(subject) || subject.kind == SubjectKind::risk ||
            (subject.kind == SubjectKind::recovery_plan && bare_plans_.contains(RecoveryPlanCode(subject.code))))
            gone(SubjectKind::action, action.code.text());
    }
    for (const Escalation& row : content_.escalations)
        if (!may_read(row)) gone(SubjectKind::escalation, row.code.text());
}

bool PublicRules::may_read(const Update& row) const {
    if (row.subject.kind == SubjectKind::measure) return !withheld_.contains(MeasureCode(row.subject.code));
    return !gone_.contains(row.subject);
}

bool PublicRules::may_read(const TrajectoryPoint& row) const {
    return !is_gone(SubjectKind::recovery_plan, row.recovery_plan.text()) && !bare_plans_.contains(row.recovery_plan);
}

bool PublicRules::may_read(const Delivery& row) const {
    return (row.area.empty() && row.body.empty()) || !small_deliveries_.contains({row.deliverable, row.period});
}

// What was said on a request goes with it, and with the exempt item at which it was said.
bool PublicRules::may_read(const RequestProgress& row) const {
    return !is_gone(SubjectKind::decision, row.decision.text()) && (row.item.empty() || is_open(row.item));
}

void PublicRules::fill(Measure& made, const Measure& row) const {
    for (const Definition& definition : row.definitions) made.definitions.push_back(open_members(definition));
}

// What a change from a number comes to; none where the number may be a hidden one.
std::optional<Decimal> PublicRules::number_of(const Target& target, const Measure& measure) const {
    const Suppression& rule = content_.settings.suppression;
    const bool is_of_people = measure.quantity == Quantity::count && is_protected(rule, measure);
    if (!target.value || withheld_.contains(measure.code) || (is_of_people && is_small(rule, target.baseline)))
        return {};
    try {
        const Ratio from(*target.baseline);
        return (target.kind == TargetKind::change ? from.plus(*target.value) : from.plus_percent(*target.value))
            .rounded();
    } catch (const Error& error) { // a slip that makes it too large is not to keep all else from being read
        if (error.fault() != Fault::request) throw;
        return {};
    }
}

void PublicRules::fill(Target& made, const Target& row) const {
    made.kind = row.kind;
    if (row.state == TargetState::withdrawn) return; // only that it was is shown
    made.words = row.words;
    made.lower = row.lower, made.upper = row.upper;
    const bool is_change = row.kind == TargetKind::change || row.kind == TargetKind::change_percent;
    if (!is_change || !row.baseline) {
        made.value = row.value;
        made.baseline_period = row.baseline_period;
        return;
    }
    const Measure* measure = measure_if(content_, row.measure);
    made.value = measure ? number_of(row, *measure) : std::nullopt;
    if (!made.value)
        made.kind = TargetKind::words;
    else if (measure->polarity == Polarity::higher || measure->polarity == Polarity::lower)
        made.kind = TargetKind::value;
    else
        made.kind = *row.value < Decimal() ? TargetKind::ceiling : TargetKind::floor;
    if (made.kind == TargetKind::words && made.words.empty())
        made.words = "a change from a figure that is not published";
}

// Of a risk the band that it gives is published, the words are not.
void PublicRules::fill(Update& made, const Update& row) const {
    if (row.subject.kind != SubjectKind::risk) made.narrative = row.narrative;
}

void PublicRules::fill(RecoveryPlan& made, const RecoveryPlan& row) const {
    std::ranges::copy_if(row.presented, std::back_inserter(made.presented),
                         [&](const Presentation& shown) { return was_shown(shown); });
    if (!row.text_published) return;
    made.causes = row.causes;
    made.evidence = row.evidence;
}

// A rebase has a reason, and that of the council is its own.
void PublicRules::fill(ChartRebase& made, const ChartRebase&) const {
    made.reason = "What the chart measures has changed for good.";
}

std::vector<Subject> PublicRules::without_gone(const std::vector<Subject>& about) const {
    std::vector<Subject> kept;
    std::ranges::copy_if(about, std::back_inserter(kept),
                         [&](const Subject& subject) { return !gone_.contains(subject); });
    return kept;
}

void PublicRules::fill(Item& made, const Item& row) const {
    if (private_items_.contains(row.code)) return;
    made.about = without_gone(row.about);
    if (!hidden_papers_.contains(row.paper)) made.paper = row.paper;
    made.page_from = row.page_from;
    made.page_to = row.page_to;
}

void PublicRules::fill(Declaration& made, const Declaration& row) const {
    if (!private_items_.contains(row.item)) made.nature = row.nature;
}

void PublicRules::fill(Decision& made, const Decision& row) const {
    made.about = without_gone(row.about);
    made.answered_on = row.answered_on;
    const Item* answer = find_row(content_.items, row.answered_by);
    if (row.answered_by.empty() || is_open(row.answered_by)) {
        made.answered_by = row.answered_by;
        made.answer = row.answer;
    } else if (answer && may_read(*answer) && !made.answered_on) { // that it was answered, and when
        if (const Meeting* meeting = find_row(content_.meetings, answer->meeting)) made.answered_on = meeting->date;
    }
}

// Until the body has agreed them, minutes are a draft.
bool PublicRules::is_confirmed(const Meeting& meeting) const {
    if (meeting.state == MeetingState::confirmed) return true;
    const Item* at = confirmation_of(content_, meeting.code);
    return at && may_read(*at) && std::ranges::any_of(decisions_of(content_, at->code), [&](const Decision* each) {
               return each->kind == DecisionKind::confirmed && may_read(*each);
           });
}

std::optional<std::string> PublicRules::open_text(const Minutes& minutes) const {
    const Meeting* meeting = find_row(content_.meetings, minutes.meeting);
    if (!meeting || !is_confirmed(*meeting)) return {};
    std::set<std::string> in_private;
    for (const Item& item : content_.items)
        if (item.meeting == minutes.meeting && item.part == ItemPart::two) in_private.insert(item.number);
    return in_private.empty() ? minutes.text : open_parts(minutes.text, in_private);
}

void PublicRules::fill(Minutes& made, const Minutes& row) const { made.text = open_text(row).value_or(""); }

std::vector<FormReturn> PublicRules::counted_sites() const {
    const Instant last(std::int64_t{1} << 60);
    std::vector<FormReturn> counted;
    for (const Form& form : content_.forms) {
        const FormReport report =
            form_report(form, content_.form_returns, content_.site_ratings, content_.settings.calendar, last);
        for (const FormResult& result : report.results) {
            const auto of_period = [&](const auto& row) {
                return row.form == form.code && row.period == result.period;
            };
            std::optional<Instant> known;
            for (const SiteRating& row : content_.site_ratings)
                if (of_period(row) && row.known_at) known = std::max(known.value_or(*row.known_at), *row.known_at);
            const bool from_sites = std::ranges::any_of(content_.site_ratings, of_period);
            if (!from_sites || std::ranges::any_of(content_.form_returns, of_period)) continue;
            FormReturn told;
            told.form = form.code;
            told.period = result.period;
            told.asked = result.asked;
            told.received = result.received;
            told.green = result.counts.green, told.amber = result.counts.amber, told.red = result.counts.red;
            told.known_at = known;
            counted.push_back(std::move(told));
        }
    }
    return counted;
}

} // namespace qd::inline engine
