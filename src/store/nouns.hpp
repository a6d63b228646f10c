#pragma once

#include "domain/content.hpp"
#include "store/db/connection.hpp"
#include "store/store.hpp"

#include <vector>

namespace qd::inline store {

// One pair a noun: read_…() gives all of them (measures in scorecard order, ledgers in theirs, the others in any), bring_…()
// adds and changes inside the caller's transaction.
using Line = ImportOutcome::Line;

std::vector<Area> read_areas(db::Connection& store);
Line bring_areas(db::Connection& store, const std::vector<Area>& given_areas);
std::vector<Unit> read_units(db::Connection& store);
Line bring_units(db::Connection& store, const std::vector<Unit>& given_units);
std::vector<Measure> read_measures(db::Connection& store);
Line bring_measures(db::Connection& store, const std::vector<Measure>& given_measures);
std::vector<Plan> read_plans(db::Connection& store);
Line bring_plans(db::Connection& store, const std::vector<Plan>& given_plans);
std::vector<Priority> read_priorities(db::Connection& store);
Line bring_priorities(db::Connection& store, const std::vector<Priority>& given_priorities);
std::vector<RecoveryPlan> read_recovery_plans(db::Connection& store);
Line bring_recovery_plans(db::Connection& store, const std::vector<RecoveryPlan>& given_plans);
std::vector<Action> read_actions(db::Connection& store);
Line bring_actions(db::Connection& store, const std::vector<Action>& given_actions);
std::vector<Project> read_projects(db::Connection& store);
Line bring_projects(db::Connection& store, const std::vector<Project>& given_projects);
std::vector<Statement> read_statements(db::Connection& store);
Line bring_statements(db::Connection& store, const std::vector<Statement>& given_statements);
std::vector<Paper> read_papers(db::Connection& store);
Line bring_papers(db::Connection& store, const std::vector<Paper>& given_papers);
std::vector<ReportDefinition> read_report_definitions(db::Connection& store);
Line bring_report_definitions(db::Connection& store, const std::vector<ReportDefinition>& given_definitions);
std::vector<ReferenceDocument> read_reference_documents(db::Connection& store);
Line bring_reference_documents(db::Connection& store, const std::vector<ReferenceDocument>& given_documents);

// Ledgers: a changed row is another row, and nothing is ever changed or taken away. `now` is when a row that does not say is known.
std::vector<Target> read_targets(db::Connection& store);
Line bring_targets(db::Connection& store, const std::vector<Target>& given_targets, Instant now);
std::vector<OfficerForecast> read_forecasts(db::Connection& store);
Line bring_forecasts(db::Connection& store, const std::vector<OfficerForecast>& given_forecasts, Instant now);
std::vector<Update> read_updates(db::Connection& store);
Line bring_updates(db::Connection& store, const std::vector<Update>& given_updates, Instant now);
std::vector<Return> read_returns(db::Connection& store);
Line bring_returns(db::Connection& store, const std::vector<Return>& given_returns, Instant now);

// Those of domain/registers.hpp, by their shapes.
void read_registers(db::Connection& store, Content& into);
std::vector<Line> bring_registers(db::Connection& store, const Content& given_content, Instant now);
struct RegisterCheck {
    std::string_view table;
    std::vector<std::string> (*verify)(db::Connection& store);
};
std::vector<RegisterCheck> register_checks(); // of those that are ledgers

// council.toml, word for word.
std::string read_settings(db::Connection& store);
Line bring_settings(db::Connection& store, const std::string& text);

// What is wrong with the rows that carry their own hash.
std::vector<std::string> verify_targets(db::Connection& store);
std::vector<std::string> verify_forecasts(db::Connection& store);
std::vector<std::string> verify_updates(db::Connection& store);
std::vector<std::string> verify_returns(db::Connection& store);
std::vector<std::string> verify_settings(db::Connection& store);

} // namespace qd::inline store
