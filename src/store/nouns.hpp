#pragma once

#include "domain/content.hpp"
#include "store/db/connection.hpp"
#include "store/store.hpp"
#include "store/writer.hpp"

#include <optional>
#include <vector>

namespace qd::inline store {

// One pair a noun: read_…() gives all of them (measures in scorecard order, ledgers in theirs, the others in any), bring_…()
// adds and changes what an act brings.
using Line = ImportOutcome::Line;

std::vector<Area> read_areas(db::Connection& store);
Line bring_areas(Writer& writer, const std::vector<Area>& given_areas);
std::vector<Unit> read_units(db::Connection& store);
Line bring_units(Writer& writer, const std::vector<Unit>& given_units);
std::vector<Measure> read_measures(db::Connection& store);
Line bring_measures(Writer& writer, const std::vector<Measure>& given_measures);
std::vector<Plan> read_plans(db::Connection& store);
Line bring_plans(Writer& writer, const std::vector<Plan>& given_plans);
std::vector<Priority> read_priorities(db::Connection& store);
Line bring_priorities(Writer& writer, const std::vector<Priority>& given_priorities);
std::vector<RecoveryPlan> read_recovery_plans(db::Connection& store);
Line bring_recovery_plans(Writer& writer, const std::vector<RecoveryPlan>& given_plans);
std::vector<Action> read_actions(db::Connection& store);
Line bring_actions(Writer& writer, const std::vector<Action>& given_actions);
std::vector<Project> read_projects(db::Connection& store);
Line bring_projects(Writer& writer, const std::vector<Project>& given_projects);
std::vector<Statement> read_statements(db::Connection& store);
Line bring_statements(Writer& writer, const std::vector<Statement>& given_statements);
std::vector<Paper> read_papers(db::Connection& store);
Line bring_papers(Writer& writer, const std::vector<Paper>& given_papers);
std::vector<ReportDefinition> read_report_definitions(db::Connection& store);
Line bring_report_definitions(Writer& writer, const std::vector<ReportDefinition>& given_definitions);
std::vector<ReferenceDocument> read_reference_documents(db::Connection& store);
Line bring_reference_documents(Writer& writer, const std::vector<ReferenceDocument>& given_documents);

// Ledgers: a changed row is another row, and nothing is ever changed or taken away.
// A row that does not say when it is known is known from the act on.
std::vector<Target> read_targets(db::Connection& store);
Line bring_targets(Writer& writer, const std::vector<Target>& given_targets);
std::vector<OfficerForecast> read_forecasts(db::Connection& store);
Line bring_forecasts(Writer& writer, const std::vector<OfficerForecast>& given_forecasts);
std::vector<Update> read_updates(db::Connection& store);
Line bring_updates(Writer& writer, const std::vector<Update>& given_updates);
std::vector<Return> read_returns(db::Connection& store);
// Those that follow on the first so many of the ledger, in its order; none where that does not lead on from there.
std::optional<std::vector<Return>> read_returns_after(db::Connection& store, std::size_t first);
Line bring_returns(Writer& writer, const std::vector<Return>& given_returns);

// Those of domain/registers.hpp, by their shapes.
std::vector<Line> bring_registers(Writer& writer, const Content& given_content);
// council.toml, word for word.
std::string read_settings(db::Connection& store);
Line bring_settings(Writer& writer, const std::string& text);

// What is wrong with the rows of a ledger that carry their own hash, in force or past.
struct LedgerCheck {
    std::string_view table;
    std::vector<std::string> (*verify)(db::Connection& store, From from);
};
std::vector<std::string> verify_targets(db::Connection& store, From from);
std::vector<std::string> verify_forecasts(db::Connection& store, From from);
std::vector<std::string> verify_updates(db::Connection& store, From from);
std::vector<std::string> verify_returns(db::Connection& store);
std::vector<LedgerCheck> ledger_checks(); // of all ledgers but returns

} // namespace qd::inline store
