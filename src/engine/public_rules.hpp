#pragma once

#include "domain/content.hpp"

#include <optional>
#include <set>
#include <string>

namespace qd::inline engine {

// The rules of docs/decisions/what-of-the-registers-is-published.md, of whatever says that a rule decides who may read it: whether
// everyone may read a row (may_read), and what of the members that a rule decides on (fill, which gets the row with its open
// members). A noun that asks for a rule that is not here does not compile. What was dealt with in private, drafts and cases are
// left out, and what refers to something that is left out goes with it.
class PublicRules {
public:
    // `withheld` are the measures with hidden figures; `report` is one that is being published, "" = none.
    PublicRules(const Content& content, std::set<MeasureCode> withheld, std::string report);

    bool may_read(const OfficerForecast& row) const { return !withheld_.contains(row.measure); }
    bool may_read(const Update& row) const;
    bool may_read(const RecoveryPlan& row) const { return !is_gone(SubjectKind::recovery_plan, row.code.text()); }
    bool may_read(const TrajectoryPoint& row) const;
    bool may_read(const Action& row) const { return !is_gone(SubjectKind::action, row.code.text()); }
    bool may_read(const Escalation& row) const { return !row.subject || !gone_.contains(*row.subject); }
    bool may_read(const Funding& row) const { return row.state != FundingState::possible; }
    bool may_read(const Delivery& row) const;
    bool may_read(const Paper& row) const { return !hidden_papers_.contains(row.code); }
    bool may_read(const ReportDefinition& row) const { return !private_reports_.contains(row.name); }
    bool may_read(const Item& row) const { return !is_gone(SubjectKind::item, row.code.text()); }
    bool may_read(const Declaration& row) const {
        return row.item.empty() || !is_gone(SubjectKind::item, row.item.text());
    }
    bool may_read(const Decision& row) const { return !is_gone(SubjectKind::decision, row.code.text()); }
    bool may_read(const RequestProgress& row) const;
    bool may_read(const Minutes& row) const { return open_text(row).has_value(); }

    void fill(Measure& made, const Measure& row) const;
    void fill(Target& made, const Target& row) const;
    void fill(Update& made, const Update& row) const;
    void fill(RecoveryPlan& made, const RecoveryPlan& row) const;
    void fill(ChartRebase& made, const ChartRebase& row) const;
    void fill(Item& made, const Item& row) const;
    void fill(Declaration& made, const Declaration& row) const;
    void fill(Decision& made, const Decision& row) const;
    void fill(Minutes& made, const Minutes& row) const;

    // How the sites of a form rated themselves, counted: which did how stays with those who asked.
    std::vector<FormReturn> counted_sites() const;

private:
    void leave_out_items();
    void leave_out_papers();
    void leave_out_decisions();
    void leave_out_recovery_plans();
    void leave_out_small_deliveries();
    void leave_out_what_is_about_them();
    bool is_confirmed(const Meeting& meeting) const;
    bool was_shown(const Presentation& shown) const;
    bool is_open(const ItemCode& item) const; // on an agenda that is out or known of, and not exempt
    std::optional<std::string> open_text(const Minutes& minutes) const;
    std::optional<Decimal> number_of(const Target& target, const Measure& measure) const;
    std::vector<Subject> without_gone(const std::vector<Subject>& about) const;
    void gone(SubjectKind kind, std::string code) { gone_.insert({kind, std::move(code)}); }
    bool is_gone(SubjectKind kind, std::string code) const { return gone_.contains({kind, std::move(code)}); }

    const Content& content_;
    std::set<MeasureCode> withheld_;
    std::string report_;
    std::set<Subject> gone_;
    std::set<ItemCode> private_items_; // shown to exist, but not what they are about
    std::set<PaperCode> drafts_;       // of agendas that are not out
    std::set<PaperCode> hidden_papers_;
    std::set<std::string> private_reports_; // that only hidden papers use
    std::set<RecoveryPlanCode> bare_plans_; // without a text in the paper
    std::set<std::pair<DeliverableCode, Period>> small_deliveries_;
};

} // namespace qd::inline engine
