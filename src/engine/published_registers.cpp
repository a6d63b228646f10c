#include "engine/published_registers.hpp"

#include "base/text.hpp"
#include "domain/committee.hpp"
#include "domain/form_report.hpp"

#include <algorithm>
#include <set>

namespace qd::inline engine {
namespace {

template <class T> bool holds(const std::set<T>& all, const T& one) { return all.contains(one); }

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

// Minutes without the parts of items that were taken in private. None where one of these has no heading of its own: then nobody
// can tell where it stands.
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

class Publishing {
public:
    explicit Publishing(Content content) : content_(std::move(content)) {}

    Content published() {
        leave_out_items();
        leave_out_papers();
        leave_out_decisions();
        leave_out_minutes();
        leave_out_recovery_plans();
        leave_out_programme_rows();
        leave_out_sites();
        leave_out_weaknesses();
        leave_out_what_is_about_them();
        return std::move(content_);
    }

private:
    void leave_out_items() {
        for (const Item& item : content_.items)
            if (!is_known(item, find_row(content_.meetings, item.meeting))) gone(SubjectKind::item, item.code.text());
        std::erase_if(content_.items, [&](const Item& item) { return is_gone(SubjectKind::item, item.code.text()); });
        for (Item& item : content_.items) {
            const Meeting* meeting = find_row(content_.meetings, item.meeting);
            if (item.part == ItemPart::one && agenda_is_out(*meeting)) continue;
            private_items_.insert(item.code);
            if (!item.paper.empty()) private_papers_.insert(item.paper);
            item.paper = {};
            item.about.clear();
            item.page_from = item.page_to = std::nullopt;
        }
        std::erase_if(content_.declarations, [&](const Declaration& row) {
            return !row.item.empty() && is_gone(SubjectKind::item, row.item.text());
        });
        for (Declaration& row : content_.declarations)
            if (holds(private_items_, row.item)) row.nature.clear();
    }

    void leave_out_papers() {
        std::set<std::string> reports, of_private;
        std::erase_if(content_.papers, [&](const Paper& paper) {
            bool hidden = is_of_part_two(paper) || holds(private_papers_, paper.code);
            for (const Meeting& meeting : content_.meetings)
                hidden =
                    hidden || (paper.body == meeting.body && paper.meeting == meeting.date && !agenda_is_out(meeting));
            if (hidden) hidden_papers_.insert(paper.code);
            (hidden ? of_private : reports).insert(paper.report);
            return hidden;
        });
        for (Item& item : content_.items)
            if (holds(hidden_papers_, item.paper)) item.paper = {};
        std::erase_if(content_.report_definitions, [&](const ReportDefinition& definition) {
            return holds(of_private, definition.name) && !holds(reports, definition.name);
        });
    }

    void leave_out_decisions() {
        const auto item_of = [&](const Decision& decision) { return find_row(content_.items, decision.item); };
        for (const Decision& decision : content_.decisions) {
            const Item* item = item_of(decision);
            if (!item || item->part == ItemPart::two) gone(SubjectKind::decision, decision.code.text());
        }
        std::erase_if(content_.decisions,
                      [&](const Decision& row) { return is_gone(SubjectKind::decision, row.code.text()); });
        // What was said on a request goes with it, and with the exempt item at which it was said.
        std::erase_if(content_.request_progress, [&](const RequestProgress& note) {
            const Item* item = find_row(content_.items, note.item);
            return is_gone(SubjectKind::decision, note.decision.text()) ||
                   (!note.item.empty() && (!item || item->part == ItemPart::two));
        });
        for (Decision& decision : content_.decisions) {
            if (decision.answered_by.empty()) continue;
            const Item* answer = find_row(content_.items, decision.answered_by);
            if (answer && answer->part == ItemPart::one) continue;
            const Meeting* meeting = answer ? find_row(content_.meetings, answer->meeting) : nullptr;
            if (meeting && !decision.answered_on) decision.answered_on = meeting->date;
            decision.answered_by = {};
            decision.answer.clear();
        }
    }

    // Until the body has agreed them, minutes are a draft.
    bool is_confirmed(const Meeting& meeting) const {
        if (meeting.state == MeetingState::confirmed) return true;
        const Item* at = confirmation_of(content_, meeting.code);
        if (!at) return false;
        const auto decisions = decisions_of(content_, at->code);
        return std::ranges::any_of(decisions,
                                   [](const Decision* each) { return each->kind == DecisionKind::confirmed; });
    }

    void leave_out_minutes() {
        std::erase_if(content_.minutes, [&](Minutes& minutes) {
            const Meeting* meeting = find_row(content_.meetings, minutes.meeting);
            if (!meeting || !is_confirmed(*meeting)) return true;
            std::set<std::string> in_private;
            for (const Item& item : content_.items)
                if (item.meeting == minutes.meeting && item.part == ItemPart::two) in_private.insert(item.number);
            if (in_private.empty()) return false;
            auto open = open_parts(minutes.text, in_private);
            if (open) minutes.text = *std::move(open);
            return !open;
        });
    }

    // Shown to a body on a day; where the meeting is kept, its agenda has to be out.
    bool was_shown(const Presentation& shown) const {
        for (const Meeting& meeting : content_.meetings)
            if (meeting.body == shown.body && meeting.date == shown.date) return agenda_is_out(meeting);
        return true;
    }

    void leave_out_recovery_plans() {
        for (RecoveryPlan& plan : content_.recovery_plans) {
            std::erase_if(plan.presented, [&](const Presentation& shown) { return !was_shown(shown); });
            if (plan.presented.empty()) gone(SubjectKind::recovery_plan, plan.code.text());
            if (plan.text_published) continue;
            plan.causes.clear();
            plan.evidence.clear();
            bare_plans_.insert(plan.code);
        }
        std::erase_if(content_.recovery_plans,
                      [&](const RecoveryPlan& plan) { return is_gone(SubjectKind::recovery_plan, plan.code.text()); });
        std::erase_if(content_.trajectories, [&](const TrajectoryPoint& point) {
            return is_gone(SubjectKind::recovery_plan, point.recovery_plan.text()) ||
                   holds(bare_plans_, point.recovery_plan);
        });
    }

    // Of so few in one area or with one body that somebody may know them, the parts of that period are left out.
    void leave_out_programme_rows() {
        content_.payment_claims.clear();
        for (const ContractReview& review : content_.contract_reviews)
            gone(SubjectKind::contract_review, review.code.text());
        content_.contract_reviews.clear();
        std::erase_if(content_.funding, [](const Funding& row) { return row.state == FundingState::possible; });
        const Suppression& rule = content_.settings.suppression;
        const auto is_small = [&](const std::optional<Decimal>& count) {
            return count && *count < Decimal(rule.threshold) && (rule.zeros == Zeros::hidden || *count > Decimal());
        };
        std::set<std::pair<DeliverableCode, Period>> small;
        for (const Delivery& row : content_.delivery)
            if ((!row.area.empty() || !row.body.empty()) &&
                (is_small(row.delivered) || is_small(row.evidenced) || is_small(row.claimed) || is_small(row.paid)))
                small.insert({row.deliverable, row.period});
        std::erase_if(content_.delivery, [&](const Delivery& row) {
            return (!row.area.empty() || !row.body.empty()) && small.contains({row.deliverable, row.period});
        });
    }

    // Which site rated itself how stays with those who asked; how many did is told.
    void leave_out_sites() {
        const Instant last(std::int64_t{1} << 60);
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
                content_.form_returns.push_back(std::move(told));
            }
        }
        content_.site_ratings.clear();
    }

    void leave_out_weaknesses() {
        for (Risk& risk : content_.risks) {
            risk.cause.clear();
            risk.consequence.clear();
            risk.controls.clear();
            risk.planned.clear();
        }
        for (RiskReview& review : content_.risk_reviews) review.note.clear();
        for (Update& update : content_.updates) { // the band that it gives is published, the words are not
            if (update.subject.kind != SubjectKind::risk) continue;
            update.narrative.clear();
            update.reason.clear();
            update.by.clear();
        }
    }

    bool is_about_gone(const Subject& subject) const {
        return gone_.contains(subject) || subject.kind == SubjectKind::risk;
    }

    void leave_out_what_is_about_them() {
        const auto of_bare_plan = [&](const Subject& subject) {
            return subject.kind == SubjectKind::recovery_plan && holds(bare_plans_, RecoveryPlanCode(subject.code));
        };
        for (const Action& action : content_.actions)
            if (is_about_gone(action.subject) || of_bare_plan(action.subject))
                gone(SubjectKind::action, action.code.text());
        std::erase_if(content_.actions,
                      [&](const Action& action) { return is_gone(SubjectKind::action, action.code.text()); });
        std::erase_if(content_.updates, [&](const Update& update) { return gone_.contains(update.subject); });
        for (const Escalation& row : content_.escalations)
            if (row.subject && gone_.contains(*row.subject)) gone(SubjectKind::escalation, row.code.text());
        std::erase_if(content_.escalations,
                      [&](const Escalation& row) { return is_gone(SubjectKind::escalation, row.code.text()); });
        for (Item& item : content_.items)
            std::erase_if(item.about, [&](const Subject& subject) { return gone_.contains(subject); });
        for (Decision& decision : content_.decisions)
            std::erase_if(decision.about, [&](const Subject& subject) { return gone_.contains(subject); });
        content_.printed.clear(); // only the checker reads them, and findings are the council's own
    }

    void gone(SubjectKind kind, std::string code) { gone_.insert({kind, std::move(code)}); }
    bool is_gone(SubjectKind kind, std::string code) const { return gone_.contains({kind, std::move(code)}); }

    Content content_;
    std::set<Subject> gone_;
    std::set<ItemCode> private_items_;
    std::set<PaperCode> private_papers_, hidden_papers_;
    std::set<RecoveryPlanCode> bare_plans_; // of which the paper gave no text
};

} // namespace

Content published_registers(Content content) { return Publishing(std::move(content)).published(); }

} // namespace qd::inline engine
