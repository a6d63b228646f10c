#pragma once

#include "cli/call.hpp"

#include <vector>

namespace qd::cli {

extern const Command init_command, import_command, export_command, scorecard_command, measure_command, check_command,
    report_command, issues_command, backup_command, restore_command, verify_command, rebuild_command, serve_command,
    forecast_command, programme_command, risks_command, meeting_command, withdraw_command, history_command,
    layout_command, undo_command, new_command, template_command;

// In the order in which --help lists them.
const std::vector<const Command*>& commands();

} // namespace qd::cli
