#include "domain/as_known.hpp"

#include "domain/past_tables.hpp"

#include <map>
#include <ranges>
#include <set>

namespace qd {
namespace {

// The newest status that an update gave something by then; none = none did.
std::optional<Status> said_of(const Content& content, const Subject& subject, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    const Update* newest = nullptr;
    for (const Update& update : content.updates) {
        if (update.subject != subject || !update.status || (update.known_at && *update.known_at > as_at)) continue;
        if (calendar.first_day(update.period) > as_at.date()) continue;
        if (!newest || calendar.last_day(newest->period) <= calendar.last_day(update.period)) newest = &update;
    }
    return newest ? newest->status : std::nullopt;
}

// The state of something completed later, as far as an update gives it.
template <class State> State state_before(std::optional<Status> said) {
    if (!said || *said == Status::complete || *said == Status::not_rated) return State::not_complete;
    return *said == Status::not_started ? State::not_started : State::under_way;
}

// What a row refers to.
void add_reference(std::set<std::string>& found, const Subject& to) { found.insert(print(to)); }
void add_reference(std::set<std::string>& found, const std::optional<Subject>& to) {
    if (to) add_reference(found, *to);
}
void add_reference(std::set<std::string>& found, const std::vector<Subject>& to) {
    for (const Subject& each : to) add_reference(found, each);
}
template <class Tag> void add_reference(std::set<std::string>& found, const Code<Tag>& to) {
    if (!to.empty()) found.insert(to.text());
}
template <class T> std::set<std::string> references_of(const T& row) {
    std::set<std::string> found;
    if constexpr (Shaped<T>)
        each_part<T>([&](const auto& part) {
            if constexpr (requires { add_reference(found, row.*part.member); }) add_reference(found, row.*part.member);
        });
    return found;
}
std::set<std::string> references_of(const RecoveryPlan& row) {
    std::set<std::string> found{row.measure.text()};
    for (const Presentation& shown : row.presented) found.insert(shown.body.text());
    return found;
}

class AsKnown {
public:
    AsKnown(const Content& content, const Past& past, Instant as_at)
        : content_(content), past_(past), calendar_(content.settings.calendar), as_at_(as_at), day_(as_at.date()) {}

    std::optional<Content> make() {
        decided();
        recovery_plans();
        programmes();
        risks();
        meetings();
        actions(); // last: what they belong to may be gone
        return std::move(made_);
    }

private:
    bool is_later(const std::optional<Date>& day) const { return day && *day > day_; }
    bool is_later(const std::optional<Period>& period) const { return period && calendar_.first_day(*period) > day_; }
    bool is_gone(SubjectKind kind, const std::string& code) const { return gone_.contains({kind, code}); }

    template <class T> static void forget(T& value, bool& changed) {
        if (value == T()) return;
        value = T();
        changed = true;
    }

    // Applies a rule to each row of a table: it changes the row and says so, also where an update said how things stood; or it says
    // that the row was not known. What was not is noted where others may be about it.
    enum class Then { same, otherwise, as_updated, absent };
    template <class T, class Part, class Rule>
    void each(std::vector<T> Part::*table, Rule rule, std::optional<SubjectKind> kind = {}) {
        std::vector<T> known;
        bool differs = false;
        const auto earlier = handed_in_later(table);
        for (const T& row : content_.*table) {
            T then = row;
            const Then found = rule(then);
            differs = differs || found != Then::same;
            if (found == Then::absent) {
                if (kind) gone_.insert({*kind, key_of_row(row)});
                continue;
            }
            if (found == Then::otherwise)
                if (auto version = newest_of_then(earlier, row, rule)) then = *std::move(version);
            known.push_back(std::move(then));
        }
        if (!differs) return;
        if (!made_) made_ = content_;
        (*made_).*table = std::move(known);
    }
    template <class T, class Part, class Test>
    void without(std::vector<T> Part::*table, Test is_unknown, std::optional<SubjectKind> kind = {}) {
        each(
            table, [&](const T& row) { return is_unknown(row) ? Then::absent : Then::same; }, kind);
    }

    template <class T> using Versions = std::map<std::string, std::vector<const T*>>; // by key, oldest first

    // The earlier versions of what was first handed in after the time asked for, but for those that were withdrawn.
    template <class T, class Part> Versions<T> handed_in_later(std::vector<T> Part::*table) const {
        Versions<T> versions;
        std::set<std::string> there; // before
        each_ended(past_, table, [&](const T& row, const Stood& stood) {
            if (stood.from <= as_at_)
                there.insert(key_of_row(row));
            else if (!stood.was_withdrawn)
                versions[key_of_row(row)].push_back(&row);
        });
        for (const std::string& key : there) versions.erase(key);
        return versions;
    }
    // The newest of them in which nothing is later; and what it refers to has to be there.
    template <class T, class Rule>
    static std::optional<T> newest_of_then(const Versions<T>& earlier, const T& row, Rule rule) {
        const auto versions = earlier.find(key_of_row(row));
        if (versions == earlier.end()) return std::nullopt;
        for (const T* version : versions->second | std::views::reverse) {
            T then = *version;
            if (std::ranges::includes(references_of(row), references_of(then)) && rule(then) == Then::same) return then;
        }
        return std::nullopt;
    }

    void decided() {
        without(&Content::targets, [&](const Target& row) { return is_later(row.set_on); });
        without(&Content::tolerances, [&](const ToleranceChange& row) { return is_later(row.decided_on); });
    }

    void recovery_plans() {
        each(
            &Content::recovery_plans,
            [&](RecoveryPlan& plan) {
                if (plan.raised_on ? is_later(plan.raised_on) : is_later(plan.raised_in)) return Then::absent;
                bool changed =
                    std::erase_if(plan.presented, [&](const Presentation& shown) { return shown.date > day_; }) > 0;
                if (is_later(plan.closed_on)) {
                    plan.state = RecoveryPlanState::open;
                    plan.closed_on.reset();
                    plan.evidence.clear();
                    changed = true;
                }
                return changed ? Then::otherwise : Then::same;
            },
            SubjectKind::recovery_plan);
        without(&Content::trajectories, [&](const TrajectoryPoint& point) {
            return is_gone(SubjectKind::recovery_plan, point.recovery_plan.text());
        });
    }

    void programmes() {
        each(&Content::phases, [&](Phase& phase) {
            if (!is_later(phase.started) && !is_later(phase.completed)) return Then::same;
            const bool was_typed_later = is_later(phase.completed);
            const auto said = said_of(content_, {SubjectKind::phase, phase.code.text()}, as_at_);
            if (is_later(phase.started))
                phase.started.reset(), phase.state = PhaseState::not_started;
            else if (was_typed_later && phase.started)
                phase.state = PhaseState::under_way;
            else if (was_typed_later && phase.state != PhaseState::not_started)
                phase.state = state_before<PhaseState>(said);
            if (was_typed_later) phase.completed.reset();
            return said ? Then::as_updated : Then::otherwise;
        });
        each(&Content::projects, [&](Project& project) {
            if (!is_later(project.completed)) return Then::same;
            project.completed.reset();
            project.status.reset(); // as it was typed with the completion
            return Then::otherwise;
        });
        each(&Content::milestones, [&](Milestone& milestone) {
            if (!is_later(milestone.completed)) return Then::same;
            milestone.completed.reset();
            return Then::otherwise;
        });
        each(&Content::waves, [&](Wave& wave) {
            const bool is_over = !wave.period || calendar_.last_day(*wave.period) <= day_;
            bool changed = false;
            if (!is_over) forget(wave.completed, changed);
            return changed ? Then::otherwise : Then::same;
        });
        without(
            &Content::contract_reviews, [&](const ContractReview& review) { return is_later(review.reviewed_on); },
            SubjectKind::contract_review);
        each(&Content::payment_claims, [&](PaymentClaim& claim) { return claim_then(claim); });
    }

    // From taken on through achieved and claimed to paid: each step removes those after it.
    Then claim_then(PaymentClaim& claim) const {
        if (is_later(claim.attached_on)) return Then::absent;
        const bool achieved_later = is_later(claim.achieved_on);
        const bool claimed_later = achieved_later || is_later(claim.claimed_on);
        if (!claimed_later && !is_later(claim.paid_on)) return Then::same;
        claim.paid_on.reset();
        claim.clawback.reset();
        claim.clawback_reason.clear();
        if (claim.state != ClaimState::prepared) claim.state = ClaimState::claimed;
        if (claimed_later) {
            claim.claimed_on.reset();
            claim.amount.reset();
            claim.state = ClaimState::prepared;
        }
        if (achieved_later) {
            claim.achieved_on.reset();
            claim.evidence = EvidenceState::missing;
        }
        return Then::otherwise;
    }

    bool is_raised_later(const Risk& risk) const {
        return risk.raised_on ? is_later(risk.raised_on) : is_later(risk.raised_in);
    }
    bool is_closed_later(const Risk& risk) const {
        return risk.closed_on ? is_later(risk.closed_on) : is_later(risk.closed_in);
    }

    void risks() {
        std::set<RiskCode> named; // what another one was merged into by then was there
        for (const Risk& risk : content_.risks)
            if (!is_raised_later(risk) && !is_closed_later(risk)) named.insert(risk.merged_into);
        each(
            &Content::risks,
            [&](Risk& risk) {
                if (is_raised_later(risk) && !named.contains(risk.code)) return Then::absent;
                const bool closed_later = is_closed_later(risk);
                const bool renamed_later = is_later(risk.renamed_on);
                if (closed_later) {
                    risk.closed_on.reset();
                    risk.closed_in.reset();
                    risk.closed_reason.clear();
                    risk.approved_by.clear();
                    risk.merged_into = {};
                }
                if (renamed_later) {
                    risk.title = std::exchange(risk.renamed_from, {});
                    risk.renamed_on.reset();
                }
                return closed_later || renamed_later ? Then::otherwise : Then::same;
            },
            SubjectKind::risk);
        without(&Content::risk_reviews,
                [&](const RiskReview& review) { return is_gone(SubjectKind::risk, review.risk.text()); });
        each(&Content::escalations, [&](Escalation& escalation) {
            if (escalation.raised_on ? is_later(escalation.raised_on) : is_later(std::optional(escalation.period)))
                return Then::absent;
            if (!is_later(escalation.settled_on)) return Then::same;
            escalation.settled_on.reset();
            escalation.outcome.clear();
            if (escalation.state == EscalationState::settled) escalation.state = EscalationState::open;
            return Then::otherwise;
        });
    }

    // Which meetings were still to come, with their items; and which minutes nobody had confirmed.
    void look_ahead() {
        for (const Meeting& meeting : content_.meetings) {
            if (meeting.date > day_) meetings_to_come_.insert(meeting.code);
            if (is_later(meeting.published_on)) unpublished_.insert(meeting.code);
        }
        std::set<MeetingCode> confirmed;
        for (const Item& item : content_.items) {
            const bool is_to_come = meetings_to_come_.contains(item.meeting);
            if (is_to_come) items_to_come_.insert(item.code);
            if (!item.minutes_of.empty()) (is_to_come ? unconfirmed_ : confirmed).insert(item.minutes_of);
        }
        for (const MeetingCode& meeting : confirmed) unconfirmed_.erase(meeting);
        look_for_named_items();
    }

    void look_for_named_items() {
        for (const Declaration& row : content_.declarations)
            if (!meetings_to_come_.contains(row.meeting)) named_items_.insert(row.item);
        for (const RequestProgress& note : content_.request_progress)
            if (note.noted_on <= day_) named_items_.insert(note.item);
        for (const Decision& decision : content_.decisions)
            if (decision.answered_on && !is_later(decision.answered_on)) named_items_.insert(decision.answered_by);
    }

    Then meeting_then(Meeting& meeting) const {
        const Meeting before = meeting;
        if (is_later(meeting.published_on)) {
            meeting.published_on.reset();
            if (meeting.state == MeetingState::published) meeting.state = MeetingState::planned;
        }
        if (meeting.date > day_) {
            if (meeting.state == MeetingState::held || meeting.state == MeetingState::confirmed)
                meeting.state = meeting.published_on ? MeetingState::published : MeetingState::planned;
            meeting.next_on.reset();
            meeting.next_weekday.reset();
        } else if (meeting.state == MeetingState::confirmed) {
            if (unconfirmed_.contains(meeting.code)) meeting.state = MeetingState::held;
        }
        return meeting == before ? Then::same : Then::otherwise;
    }

    // What came onto an agenda late was not on it before, unless something of then names it.
    Then item_then(Item& item) const {
        if (is_later(item.published_on) && meetings_to_come_.contains(item.meeting) &&
            !named_items_.contains(item.code))
            return Then::absent;
        bool changed = false;
        if (is_later(item.notice_on)) forget(item.notice_on, changed);
        if (unpublished_.contains(item.meeting)) {
            forget(item.page_from, changed);
            forget(item.page_to, changed);
        }
        return changed ? Then::otherwise : Then::same;
    }

    Then decision_then(Decision& decision) const {
        if (items_to_come_.contains(decision.item)) return Then::absent;
        const bool answered_later =
            decision.answered_on ? is_later(decision.answered_on) : items_to_come_.contains(decision.answered_by);
        if (!answered_later) return Then::same;
        decision.answered_by = {};
        decision.answered_on.reset();
        decision.answer.clear();
        return Then::otherwise;
    }

    void meetings() {
        look_ahead();
        each(&Content::meetings, [&](Meeting& meeting) { return meeting_then(meeting); });
        each(&Content::items, [&](Item& item) { return item_then(item); });
        without(&Content::attendance, [&](const Attendance& row) { return meetings_to_come_.contains(row.meeting); });
        without(&Content::declarations,
                [&](const Declaration& row) { return meetings_to_come_.contains(row.meeting); });
        without(&Content::minutes, [&](const Minutes& row) { return meetings_to_come_.contains(row.meeting); });
        each(
            &Content::decisions, [&](Decision& decision) { return decision_then(decision); }, SubjectKind::decision);
        without(&Content::request_progress, [&](const RequestProgress& note) {
            return note.noted_on > day_ || is_gone(SubjectKind::decision, note.decision.text());
        });
    }

    void actions() {
        each(&Content::actions, [&](Action& action) {
            if (gone_.contains(action.subject)) return Then::absent;
            if (!is_later(action.completed_on)) return Then::same;
            action.completed_on.reset();
            action.status.reset(); // as it was typed with the completion
            const auto said = said_of(content_, {SubjectKind::action, action.code.text()}, as_at_);
            if (action.state == ActionState::complete) action.state = state_before<ActionState>(said);
            return said ? Then::as_updated : Then::otherwise;
        });
    }

    const Content& content_;
    const Past& past_;
    const Calendar& calendar_;
    Instant as_at_;
    Date day_;
    std::set<Subject> gone_; // what was not there then
    std::set<MeetingCode> meetings_to_come_, unpublished_, unconfirmed_;
    std::set<ItemCode> items_to_come_, named_items_;
    std::optional<Content> made_;
};

} // namespace

std::optional<Content> as_known(const Content& content, Instant as_at) { return as_known(content, Past(), as_at); }

std::optional<Content> as_known(const Content& content, const Past& past, Instant as_at) {
    std::optional<Content> stood = as_stood(content, past, as_at);
    std::optional<Content> known = AsKnown(stood ? *stood : content, past, as_at).make();
    return known ? std::move(known) : std::move(stood);
}

} // namespace qd
