#pragma once

#include "domain/area.hpp"
#include "domain/deliverable.hpp"
#include "domain/escalation.hpp"
#include "domain/forecast.hpp"
#include "domain/issue.hpp"
#include "domain/measure.hpp"
#include "domain/meeting.hpp"
#include "domain/milestone.hpp"
#include "domain/neighbours.hpp"
#include "domain/paper.hpp"
#include "domain/payment.hpp"
#include "domain/peer_group.hpp"
#include "domain/plan.hpp"
#include "domain/printed.hpp"
#include "domain/programme.hpp"
#include "domain/project.hpp"
#include "domain/rebase.hpp"
#include "domain/return.hpp"
#include "domain/risk.hpp"
#include "domain/self_evaluation.hpp"
#include "domain/settings.hpp"
#include "domain/sheet_layout.hpp"
#include "domain/statement.hpp"
#include "domain/target.hpp"
#include "domain/tolerance_change.hpp"
#include "domain/trajectory.hpp"
#include "domain/unit.hpp"

#include <vector>

namespace qd {

// Everything a council has handed in: what a council folder holds, what a store holds. Values only.
// exchange reads and writes it as files, store as tables, engine computes from it.
// Canonical order: by code; targets, returns, forecasts and updates by what they are about, then in ledger order.
struct Content {
    Settings settings;
    std::vector<Area> areas;
    std::vector<Unit> units;
    std::vector<Measure> measures; // in scorecard order: their order is theirs to keep
    std::vector<ChartRebase> rebases;
    std::vector<AreaNeighbour> neighbours;
    std::vector<ToleranceChange> tolerances;
    std::vector<PeerGroupMember> peer_groups;
    std::vector<Target> targets;
    std::vector<Return> returns;
    std::vector<OfficerForecast> forecasts;
    std::vector<Plan> plans;
    std::vector<Priority> priorities;
    std::vector<Update> updates;
    std::vector<RecoveryPlan> recovery_plans;
    std::vector<Action> actions;
    std::vector<Project> projects;
    std::vector<Programme> programmes;
    std::vector<Funding> funding;
    std::vector<Phase> phases;
    std::vector<ContractReview> contract_reviews;
    std::vector<Deliverable> deliverables;
    std::vector<Delivery> delivery;
    std::vector<PaymentRule> payment_rules;
    std::vector<PaymentClaim> payment_claims;
    std::vector<Wave> waves;
    std::vector<Milestone> milestones;
    std::vector<Form> forms;
    std::vector<FormReturn> form_returns;
    std::vector<SiteRating> site_ratings;
    std::vector<Risk> risks;
    std::vector<RiskReview> risk_reviews;
    std::vector<TrajectoryPoint> trajectories;
    std::vector<Escalation> escalations;
    std::vector<Statement> statements;
    std::vector<Printed> printed;
    std::vector<Paper> papers;
    std::vector<ReportDefinition> report_definitions;
    std::vector<ReferenceDocument> reference_documents;
    std::vector<BankHoliday> bank_holidays;
    std::vector<Meeting> meetings;
    std::vector<Item> items;
    std::vector<Attendance> attendance;
    std::vector<Declaration> declarations;
    std::vector<Decision> decisions;
    std::vector<RequestProgress> request_progress;
    std::vector<Minutes> minutes;
    std::vector<SheetLayout> layouts;

    friend bool operator==(const Content&, const Content&) = default;
};

// The same rows in the order in which a store and a council folder give them back.
Content in_canonical_order(Content content);

} // namespace qd
