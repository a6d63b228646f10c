#pragma once

#include "domain/form_report.hpp"
#include "domain/programme_progress.hpp"
#include "domain/recovery.hpp"
#include "domain/risk_register.hpp"
#include "domain/wave_lines.hpp"
#include "views/snapshot.hpp"

// The registers besides the scorecard, computed from a snapshot as at a time. They are short, so nothing is kept.
namespace qd::inline views {

std::vector<ProgrammeProgress> programmes(const Snapshot& snapshot, Instant as_at);
// With delivery of the latest period that ends by `until`; none = the latest of all. Error(absent) with the nearest code for
// a programme that is not there.
ProgrammeProgress programme(const Snapshot& snapshot, const ProgrammeCode& code, Instant as_at,
                            std::optional<Date> until = std::nullopt);

// Of a period; of the newest register where none is asked for. Error(absent) where there is none.
RiskRegister risks(const Snapshot& snapshot, std::optional<Period> period, Instant as_at);
// Error(absent) with the nearest code for an entry that is not there.
const Risk& risk(const Snapshot& snapshot, const std::string& code);

std::vector<FormReport> form_reports(const Snapshot& snapshot, Instant as_at);
// None for everyone: what a council has still to do is its own.
std::vector<WantedPlan> wanted_plans(const Snapshot& snapshot, const View& view);
std::vector<TrajectoryLine> trajectory(const Snapshot& snapshot, const RecoveryPlan& plan, const View& view);

} // namespace qd::inline views
